import type { Role } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import { type Entry, liveEntryStates } from './entry.ts';
import type { ContestTerms } from './terms.ts';

/** Who would take part, with all they are appointed to. */
export type Entrant = {
  personId: string;
  programmeId: string;
  appointments: readonly { role: Role; organizationId: string }[];
};

/** By which they may take part; empty where nothing is asked and nothing is held. */
function fitting({ roles, organizationIds }: ContestTerms, { appointments }: Entrant) {
  return appointments.filter(
    ({ role, organizationId }) =>
      (roles.length === 0 || roles.includes(role)) &&
      (organizationIds === null || organizationIds.includes(organizationId)),
  );
}

export function mayTakePart(terms: ContestTerms, who: Entrant): boolean {
  const isForAll = terms.roles.length === 0 && terms.organizationIds === null;
  return isForAll || fitting(terms, who).length > 0;
}

/** For which organization: the first of those by which they may take part; `null` for somebody who is in none. */
export function organizationOf(terms: ContestTerms, who: Entrant): string | null {
  return fitting(terms, who)[0]?.organizationId ?? null;
}

/** The nominations that take works. */
export function openNominations({ nominations }: Contest): Contest['nominations'] {
  return nominations.filter(({ archivedAt }) => archivedAt === null);
}

/** `Refusal('nomination-unknown')`. */
export function checkNomination(contest: Contest, nominationId: string): void {
  if (openNominations(contest).some(({ id }) => id === nominationId)) return;
  throw new Refusal('nomination-unknown');
}

/**
 * Whether one more work of this person fits: all they have in this contest counts, their own that were handed in and those
 * whose team they are in. `Refusal('contest-enough' | 'contest-enough-nomination', { most })`. Asked under the contest's
 * lock, `entries` read after it.
 */
export function checkPlaces(
  { terms }: Pick<Contest, 'terms'>,
  entries: readonly Entry[],
  next: { personId: string; nominationId: string | null; exceptId?: string },
): void {
  const taken = entries.filter(
    ({ id, state, personId }) =>
      id !== next.exceptId &&
      (liveEntryStates.includes(state) || (state === 'draft' && personId !== next.personId)),
  );
  if (taken.length >= terms.perPerson) throw new Refusal('contest-enough', { most: terms.perPerson });
  const there = taken.filter(({ nominationId }) => nominationId === next.nominationId);
  if (next.nominationId !== null && there.length >= terms.perNomination) {
    throw new Refusal('contest-enough-nomination', { most: terms.perNomination });
  }
}
