import type { Role } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Staff } from './staff.ts';

export const powers = [
  'overview:read',
  'roadmap:read',
  'roadmap:write',
  'tasks:read',
  'tasks:write',
  'tasks:control',
  'people:read',
  'people:contacts',
  'people:write',
  'people:export',
  'applications:decide',
  'organizations:read',
  'organizations:write',
  'pairs:read',
  'pairs:write',
  'documents:read',
  'documents:write',
  'templates:write',
  'contests:read',
  'contests:write',
  'contests:judge',
  'messages:read',
  'messages:write',
  'settings:read',
  'settings:write',
  'staff:read',
  'staff:write',
  'audit:read',
] as const;
/** What staff may do, topic by topic. `tasks:control` is waiving, reopening and reminding. */
export type Power = (typeof powers)[number];

/** How far a power reaches; `organizationIds: null` is the whole city. */
export type Reach = { programmeId: string; organizationIds: readonly string[] | null };

const forAdministrators: readonly Power[] = ['templates:write', 'staff:read', 'staff:write'];
const ofCoordinators = powers.filter((power) => !forAdministrators.includes(power));

/** Looking on: no phones, no messages, nothing of how the programme is set up or who did what. */
const ofViewers: readonly Power[] = [
  'overview:read',
  'roadmap:read',
  'tasks:read',
  'people:read',
  'organizations:read',
  'pairs:read',
  'documents:read',
  'contests:read',
];

const ofHeads: readonly Power[] = [
  'overview:read',
  'roadmap:read',
  'tasks:read',
  'tasks:write',
  'people:read',
  'people:contacts',
  'organizations:read',
  'pairs:read',
  'documents:read',
  'documents:write',
  'contests:read',
];
const ofDeputyHeads: readonly Power[] = [...ofHeads, 'pairs:write'];
const ofCurators: readonly Power[] = [
  ...ofDeputyHeads,
  'people:write',
  'people:export',
  'applications:decide',
  'messages:read',
  'messages:write',
];

/** Powers over the whole city, and those over one's own organization. */
const city: Partial<Record<Role, readonly Power[]>> = {
  administrator: powers,
  coordinator: ofCoordinators,
  viewer: ofViewers,
  'office-head': ofViewers,
  'office-deputy-head': ofViewers,
  // Which contests, and which works in them, is the business of the jury's list.
  jury: ['contests:judge'],
};
const own: Partial<Record<Role, readonly Power[]>> = {
  curator: ofCurators,
  'deputy-head': ofDeputyHeads,
  head: ofHeads,
};

/** How far this power of theirs reaches now; `null` where they have none of it. */
export function reachOf(staff: Staff, power: Power): Reach | null {
  const { programmeId, appointments, scopes, trusted } = staff;
  if (!trusted || (scopes !== null && !scopes.includes(power))) return null;
  if (appointments.some(({ role }) => city[role]?.includes(power)))
    return { programmeId, organizationIds: null };
  const ids = appointments
    .filter(({ role }) => own[role]?.includes(power))
    .map((each) => each.organizationId);
  return ids.length === 0 ? null : { programmeId, organizationIds: [...new Set(ids)] };
}

/** `Refusal('second-factor-needed' | 'may-not')`. */
export function need(staff: Staff, power: Power): Reach {
  if (!staff.trusted) throw new Refusal('second-factor-needed');
  const reach = reachOf(staff, power);
  if (reach === null) throw new Refusal('may-not', { power });
  return reach;
}

/** Everything they may do somewhere, for a page that shows no more than that. */
export function powersOf(staff: Staff): Power[] {
  return powers.filter((power) => reachOf(staff, power) !== null);
}

/** Whether this power of theirs reaches everywhere that `reach` does. */
export function covers(staff: Staff, power: Power, { organizationIds }: Reach): boolean {
  const own = reachOf(staff, power);
  if (own === null) return false;
  return own.organizationIds === null || organizationIds?.every((id) => reaches(own, id)) === true;
}

/** Whether something of this organization lies within reach. */
export function reaches({ organizationIds }: Reach, organizationId: string): boolean {
  return organizationIds === null || organizationIds.includes(organizationId);
}
