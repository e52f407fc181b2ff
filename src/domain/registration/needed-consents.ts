import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import { type AppliedRole, appliedRoles, type RegistrationForm } from './application.ts';

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

/**
 * Whether only a representative may consent for whoever registers by this form: a pupil who is not 18 for certain, and
 * anybody else whose year of birth, known from elsewhere, says that they are not.
 */
export function isRepresented(form: RegistrationForm, birthYear: number | null, year: number): boolean {
  return (form === 'pupil' || birthYear !== null) && mayBeMinor(birthYear, year);
}

/** A role as it came from outside; `null` for anything else. */
export function readAppliedRole(value: unknown): AppliedRole | null {
  return appliedRoles.find((role) => role === value) ?? null;
}
