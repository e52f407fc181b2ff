import { addDays, type Day } from '../calendar/day.ts';
import type { Milestone } from '../contests/milestones.ts';
import { type OrganizationKind, schoolKinds } from '../organizations/organization.ts';
import { roles as allRoles, type Role } from '../people/person.ts';
import type { Target, TargetsOf } from '../roadmap/responsible.ts';

/** «До 25 марта» says no first day: from here on it is work at hand. */
export const daysBeforeDeadline = 30;

/** `to` is null for a standing piece. */
export type PlannedOccurrence = {
  id: string;
  itemId: string;
  itemCode: string;
  from: Day | null;
  to: Day | null;
  responsible: string[];
  /** Of a contest that is held for the item; `null`: the order's own. */
  milestone: Milestone | null;
};
export type Place = { id: string; kind: OrganizationKind };
export type WishedTask = {
  occurrenceId: string;
  organizationId: string;
  roles: Role[];
  opensOn: Day | null;
  dueOn: Day | null;
};
export type StoredTask = WishedTask & {
  id: string;
  withdrawn: boolean;
  /** Done, waived or recorded at least once: it is kept whatever the roadmap says now. */
  answered: boolean;
};
/** Words of the column «Ответственные исполнители» that nobody has explained; `phrase` is empty where the cell is. */
export type UnknownPhrase = { itemCode: string; phrase: string };

export type TaskChanges = {
  insert: WishedTask[];
  update: StoredTask[];
  withdraw: string[];
  revive: StoredTask[];
};

/**
 * One task per occurrence and organization with the roles that answer for it there: in each school for its roles, one in the office, one at
 * each partner. What can't be placed (unknown words, no words) goes to the office's coordinator, so that nothing is lost.
 */
export function wishTasks(
  occurrences: readonly PlannedOccurrence[],
  organizations: readonly Place[],
  targetsOf: TargetsOf,
): { tasks: WishedTask[]; unknown: UnknownPhrase[] } {
  const unknown: UnknownPhrase[] = [];
  const firstEnds = firstEndOfItems(occurrences);
  const tasks = occurrences.flatMap((occurrence) => {
    const targets = targetsFor(occurrence, targetsOf, (phrase) =>
      unknown.push({ itemCode: occurrence.itemCode, phrase }),
    );
    return [...rolesByOrganization(targets, organizations)].map(([organizationId, roles]) => ({
      occurrenceId: occurrence.id,
      organizationId,
      roles: allRoles.filter((role) => roles.has(role)),
      ...daysOf(occurrence, firstEnds.get(occurrence.itemId)),
    }));
  });
  return { tasks, unknown };
}

/** The jury and the results are the office's: whoever else the item names has no part in them. */
function targetsFor(
  { responsible, milestone }: PlannedOccurrence,
  targetsOf: TargetsOf,
  isUnknown: (phrase: string) => void,
): Target[] {
  if (milestone === 'judging' || milestone === 'results') return [toCoordinator];
  const phrases = responsible.length === 0 ? [''] : responsible;
  return phrases.flatMap((phrase) => {
    const found = targetsOf(phrase);
    if (found === null) isUnknown(phrase);
    return found ?? [toCoordinator];
  });
}

const toCoordinator: Target = { place: 'office', role: 'coordinator', organizationId: null };

function rolesByOrganization(
  targets: readonly Target[],
  organizations: readonly Place[],
): Map<string, Set<Role>> {
  const roles = new Map<string, Set<Role>>();
  for (const target of targets) {
    for (const { id } of organizations.filter((each) => isMeant(target, each))) {
      roles.set(id, (roles.get(id) ?? new Set()).add(target.role));
    }
  }
  return roles;
}

function isMeant(target: Target, { id, kind }: Place): boolean {
  if (target.place === 'each-organization') return schoolKinds.includes(kind);
  return target.place === 'office' ? kind === 'office' : id === target.organizationId;
}

/**
 * «Август 2022; пополнение по необходимости»: the base is only added to once it has been made, so a standing piece
 * beside dated ones begins the day after the first of them ends.
 */
function daysOf(
  { from, to }: PlannedOccurrence,
  firstEnd: Day | undefined,
): { opensOn: Day | null; dueOn: Day | null } {
  if (to === null) return { opensOn: firstEnd === undefined ? null : addDays(firstEnd, 1), dueOn: null };
  return { opensOn: from ?? addDays(to, -daysBeforeDeadline), dueOn: to };
}

function firstEndOfItems(occurrences: readonly PlannedOccurrence[]): Map<string, Day> {
  const ends = new Map<string, Day>();
  for (const { itemId, to, milestone } of occurrences) {
    const known = ends.get(itemId);
    if (milestone === null && to !== null && (known === undefined || to < known)) ends.set(itemId, to);
  }
  return ends;
}

/** What has to happen to the stored tasks. An answered one is never withdrawn; a withdrawn one that is wished again comes back. */
export function planTasks(wished: readonly WishedTask[], stored: readonly StoredTask[]): TaskChanges {
  const known = new Map(stored.map((task) => [keyOf(task), task]));
  const keys = new Set(wished.map(keyOf));
  const changes: TaskChanges = { insert: [], update: [], withdraw: [], revive: [] };
  for (const wish of wished) {
    const task = known.get(keyOf(wish));
    if (task === undefined) changes.insert.push(wish);
    else if (task.withdrawn) changes.revive.push({ ...task, ...wish });
    else if (differs(task, wish)) changes.update.push({ ...task, ...wish });
  }
  for (const task of stored) {
    if (!keys.has(keyOf(task)) && !task.withdrawn && !task.answered) changes.withdraw.push(task.id);
  }
  return changes;
}

function keyOf({ occurrenceId, organizationId }: WishedTask): string {
  return `${occurrenceId} ${organizationId}`;
}

function differs(task: WishedTask, wish: WishedTask): boolean {
  return (
    task.opensOn !== wish.opensOn || task.dueOn !== wish.dueOn || task.roles.join() !== wish.roles.join()
  );
}
