import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import { type AppliedRole, appliedRoles } from './application.ts';

/**
 * The consents without which nobody takes part in this role, and who gives them. Staff work by order of their
 * organization: only their data needs a consent.
 */
export function neededConsents(
  role: AppliedRole,
  minor: boolean,
): { giver: ConsentGiver; kinds: readonly ConsentKind[] } {
  const takesPart = role === 'mentor' || role === 'mentee';
  return {
    giver: minor && takesPart ? 'representative' : 'self',
    kinds: takesPart ? ['personal-data', 'participation'] : ['personal-data'],
  };
}

/**
 * Whether somebody may be under 18 in this year. Only the year of birth is known, so the whole year in which they turn
 * 18 counts as before; an unknown one, too.
 */
export function mayBeMinor(birthYear: number | null, year: number): boolean {
  return birthYear === null || year - birthYear <= 18;
}

/** A role as it came from outside; `null` for anything else. */
export function readAppliedRole(value: unknown): AppliedRole | null {
  return appliedRoles.find((role) => role === value) ?? null;
}
