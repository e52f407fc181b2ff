/** How many codes for a lost phone somebody gets, each good once. */
export const recoveryCodes = 10;
/** Wrong codes that one person has within a quarter of an hour: nobody goes through a million in that way. */
export const factorTries = { most: 5, minutes: 15 } as const;
/** RFC 6238: a new code each half minute; one before and one after are taken, since clocks differ. */
export const stepSeconds = 30;
export const window = 1;

/** What is kept of the second factor of one person. `secret` is sealed; see `Vault`. */
export type KeptFactor = {
  secret: string;
  confirmed: boolean;
  /** The step of the last code that was taken; `null` before the first. */
  lastStep: number | null;
};

/** Bound to one transaction. */
export type SecondFactorBook = {
  /** Locked, so that of two calls with one code the second sees that it is used. */
  ofPerson(personId: string): Promise<KeptFactor | null>;
  /** Not confirmed yet; takes the place of one that never was. `false` where there is a confirmed one. */
  enrol(personId: string, secret: string, at: Date): Promise<boolean>;
  /** A code was right: it is used, and with the first one the factor is in force. */
  use(personId: string, step: number, at: Date): Promise<void>;
  /** Counts a try; `false` where there were too many. */
  countTry(personId: string, at: Date): Promise<boolean>;
  /** In place of all there were. */
  keepRecovery(personId: string, codeHashes: readonly string[]): Promise<void>;
  /** `false` for a code that is none, or was used. */
  spendRecovery(personId: string, codeHash: string, at: Date): Promise<boolean>;
  recoveryLeft(personId: string): Promise<number>;
  /** The person enrols anew. `false` where there was nothing. */
  reset(personId: string): Promise<boolean>;
};

/**
 * The step that a right code belongs to, if it may be taken: each step once, and never one before the last one taken.
 * `delta`: how far the code's step is from now, `null` for a wrong code.
 */
export function takenStep(now: Date, delta: number | null, lastStep: number | null): number | null {
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / stepSeconds) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** Six digits, whatever spaces are between them; `null` for anything else. */
export function readFactorCode(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
