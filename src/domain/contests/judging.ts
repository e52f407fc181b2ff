import { Refusal } from '../refusal.ts';
import type { Contest, Criterion, Juror } from './contest.ts';
import { type Conflict, type ConflictPair, conflictOf, type EntryPerson } from './ranking/conflict.ts';
import { isTimeFor, stageOf } from './stage.ts';

/** Why somebody says that they won't judge a work. */
export const abstentions = ['knows-author', 'other'] as const;
export type Abstention = (typeof abstentions)[number];

/** The nomination of works that have none. */
export const noNomination = '';

/** Longest comment of a juror. */
export const longestComment = 4000;

export type PersonNames = { surname: string; name: string; patronymic: string };

/** A work in the competition, and everybody behind it. */
export type JudgedEntry = {
  id: string;
  nominationId: string;
  title: string;
  teamName: string | null;
  organizationName: string;
  submittedAt: Date;
  /** Full names of author and members. */
  authors: string[];
  people: EntryPerson[];
  /** Of author, members and the mentor it is about: what blind judging hides. */
  names: PersonNames[];
  /** What it stands for, and where its author and members are appointed. */
  organizationIds: string[];
};

/** Somebody on the jury now. `pairs`: theirs, and one with each child they represent. */
export type JuryMember = Pick<Juror, 'id' | 'personId' | 'isChair' | 'nominationIds'> & {
  name: string;
  organizationIds: string[];
  pairs: ConflictPair[];
};

export type StoredSheet = {
  jurorId: string;
  entryId: string;
  comment: string;
  abstained: Abstention | null;
  finishedAt: Date | null;
  askedAgainAt: Date | null;
  /** How many points of 100 the jury was apart then. */
  askedAgainRange: number | null;
  updatedAt: Date;
  /** By criterion; those that were given. */
  points: Readonly<Record<string, number>>;
};

/** Whether a work is theirs to judge: `not-theirs` for another nomination's, a conflict, or null where it is. */
export function barOf(
  { personId, nominationIds, organizationIds, pairs }: JuryMember,
  entry: Pick<JudgedEntry, 'nominationId' | 'people' | 'organizationIds'>,
): Conflict | 'not-theirs' | null {
  if (nominationIds !== null && !nominationIds.includes(entry.nominationId)) return 'not-theirs';
  return conflictOf({ personId, organizationIds }, entry.people, entry.organizationIds, pairs);
}

/** Whoever is on the jury now. `Refusal('contest-unknown')` for everybody else: nothing of it is theirs to know. */
export function jurorOf({ jurors }: Pick<Contest, 'jurors'>, personId: string): Juror {
  const juror = jurors.find((each) => each.personId === personId && each.removedAt === null);
  if (juror === undefined) throw new Refusal('contest-unknown');
  return juror;
}

/** Works are shown to the jury once no more are taken: until then they change. */
export function areWorksShown(contest: Pick<Contest, 'state' | 'opensAt' | 'closesAt'>, at: Date): boolean {
  return ['judging', 'checked', 'published', 'archived'].includes(stageOf(contest, at));
}

/** `null`: taken away again. Half points are the finest there are. */
export type GivenPoints = { criterionId: string; points: number | null };

/** `Refusal('points-wrong', { scale })` for what the scale does not have, `'criterion-unknown'` for another contest's. */
export function checkPoints(criteria: readonly Criterion[], given: readonly GivenPoints[]): void {
  for (const { criterionId, points } of given) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined) throw new Refusal('criterion-unknown');
    if (points === null) continue;
    const isOnScale = points >= 0 && points <= criterion.scale && Number.isInteger(points * 2);
    if (!isOnScale) throw new Refusal('points-wrong', { scale: criterion.scale });
  }
}

/** Ids of criteria without points. */
export function missingPoints(
  criteria: readonly Criterion[],
  points: Readonly<Record<string, number>>,
): string[] {
  return criteria.filter(({ id }) => points[id] === undefined).map(({ id }) => id);
}

export type SheetState = 'untouched' | 'begun' | 'finished' | 'abstained';

export function sheetState(
  sheet: Pick<StoredSheet, 'abstained' | 'finishedAt' | 'comment' | 'points'> | undefined,
): SheetState {
  if (sheet === undefined) return 'untouched';
  if (sheet.abstained !== null) return 'abstained';
  if (sheet.finishedAt !== null) return 'finished';
  return sheet.comment === '' && Object.keys(sheet.points).length === 0 ? 'untouched' : 'begun';
}

/** Whether points are taken now. */
export function isJudging(contest: Contest, at: Date): boolean {
  return isTimeFor('judge', contest, at);
}
