import { Refusal } from '../refusal.ts';
import { type Reach, reaches, reachOf } from '../staff/powers.ts';
import { isStaffRole, needsSecondFactor, type Staff } from '../staff/staff.ts';
import type { Role } from './person.ts';

/** Whom a coordinator appoints; whoever sees the whole city is appointed by an administrator. */
const ofCity: readonly Role[] = ['head', 'deputy-head', 'curator', 'association-head', 'mentor', 'mentee'];
const ofOrganization: readonly Role[] = ['association-head', 'mentor', 'mentee'];

/** Roles to which somebody with this reach of `people:write` appoints, and from which they dismiss. */
export function appointable({ organizationIds }: Reach): readonly Role[] {
  return organizationIds === null ? ofCity : ofOrganization;
}

type Held = { role: Role; organizationId: string };

/** `Refusal('organization-unknown')` out of reach, `Refusal('may-not-appoint')` for a role that is not theirs to give. */
export function checkAppoint(reach: Reach, { role, organizationId }: Held): void {
  if (!reaches(reach, organizationId)) throw new Refusal('organization-unknown');
  if (!appointable(reach).includes(role)) throw new Refusal('may-not-appoint', { role });
}

/**
 * Whether somebody may decide whose chat account a person's is (invite, unlink, join): whoever holds it may what the person
 * may, so only those who could appoint to all of that. One's own account is everybody's own business. A program stands for
 * nobody who may come in to the panel, its maker least of all: a session may more than the few powers it was given.
 */
export function mayStandFor(staff: Staff, reach: Reach, personId: string, held: readonly Held[]): boolean {
  if (staff.scopes !== null && (personId === staff.personId || held.some(({ role }) => isStaffRole(role))))
    return false;
  if (personId === staff.personId || reachOf(staff, 'staff:write') !== null) return true;
  return held.every(
    ({ role, organizationId }) => appointable(reach).includes(role) && reaches(reach, organizationId),
  );
}

/** `Refusal('may-not-stand-for')`. */
export function checkStandsFor(staff: Staff, reach: Reach, personId: string, held: readonly Held[]): void {
  if (!mayStandFor(staff, reach, personId, held)) throw new Refusal('may-not-stand-for');
}

/**
 * Whether somebody with this reach of `people:write` may correct a person's facts and pauses: whoever sees the whole city is
 * no organization's own, wherever else they hold something.
 */
export function mayCorrect({ organizationIds }: Reach, held: readonly Held[]): boolean {
  return organizationIds === null || !needsSecondFactor(held);
}

/** `Refusal('may-not-correct')`. */
export function checkCorrects(reach: Reach, held: readonly Held[]): void {
  if (!mayCorrect(reach, held)) throw new Refusal('may-not-correct');
}
