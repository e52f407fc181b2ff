import type { AppliedRole } from '../registration/application.ts';
import { neededConsents } from '../registration/needed-consents.ts';
import type { ConsentGiver, ConsentKind } from './consent.ts';

/** Kinds that this person should have given to the newest text and has not; `given`: live ones only. */
export function lackingKinds(
  roles: readonly AppliedRole[],
  minor: boolean,
  given: readonly { kind: ConsentKind; giver: ConsentGiver; current: boolean }[],
): ConsentKind[] {
  const kinds = new Set<ConsentKind>();
  for (const role of roles) {
    const needed = neededConsents(role, minor);
    for (const kind of needed.kinds) {
      // What a representative gave stays good when the pupil has come of age.
      const good = given.some(
        (each) =>
          each.kind === kind && each.current && (needed.giver === 'self' || each.giver === 'representative'),
      );
      if (!good) kinds.add(kind);
    }
  }
  return [...kinds];
}
