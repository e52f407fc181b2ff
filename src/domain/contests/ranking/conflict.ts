/** Why somebody may not judge an entry, the nearest tie first. */
export const conflicts = ['own-entry', 'named-mentor', 'pair', 'organization'] as const;
export type Conflict = (typeof conflicts)[number];

export type ConflictJuror = { personId: string; organizationIds: readonly string[] };
/** `mentor`: whom the post is about; counts from the moment they are named, agreed or not. */
export type EntryPerson = { personId: string; part: 'author' | 'member' | 'mentor' };
export type ConflictPair = { mentorId: string; menteeIds: readonly string[] };

/**
 * `organizations`: ids of those the entry stands for and its authors and members belong to. `pairs`: those that are or have been at work; being
 * over does not make anybody impartial. `null`: may judge.
 */
export function conflictOf(
  juror: ConflictJuror,
  people: readonly EntryPerson[],
  organizations: readonly string[],
  pairs: readonly ConflictPair[],
): Conflict | null {
  const own = people.filter(({ personId }) => personId === juror.personId);
  if (own.some(({ part }) => part !== 'mentor')) return 'own-entry';
  if (own.length > 0) return 'named-mentor';
  const others = new Set(people.map(({ personId }) => personId));
  if (pairs.some((pair) => bindsTo(pair, juror.personId, others))) return 'pair';
  return juror.organizationIds.some((id) => organizations.includes(id)) ? 'organization' : null;
}

function bindsTo(
  { mentorId, menteeIds }: ConflictPair,
  personId: string,
  others: ReadonlySet<string>,
): boolean {
  const members = [mentorId, ...menteeIds];
  return members.includes(personId) && members.some((member) => others.has(member));
}
