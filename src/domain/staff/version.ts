import { createHash } from 'node:crypto';

/** Tells whether something is still what somebody saw: a short hash of what it was shown as. */
export function versionOf(view: unknown): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22);
}

/** Somebody else has changed it meanwhile: whoever comes second is shown both, and nothing is overwritten. */
export class Outdated extends Error {
  /** As it is now. */
  readonly current: unknown;

  constructor(current: unknown) {
    super('changed meanwhile');
    this.name = 'Outdated';
    this.current = current;
  }
}

/** `expected`: the version that the change was made upon. Call it with the row locked. Throws `Outdated`. */
export function checkVersion(current: unknown, expected: string): void {
  if (versionOf(current) !== expected) throw new Outdated(current);
}
