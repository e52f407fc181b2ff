import { readId } from '../database/repositories/application-cards.ts';
import { readContest } from '../database/repositories/contest-book.ts';
import { readJudgedEntries, readJury } from '../database/repositories/judging-reading.ts';
import type { Sql } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import {
  areWorksShown,
  barOf,
  isJudging,
  type JudgedEntry,
  type JuryMember,
  jurorOf,
} from '../domain/contests/judging.ts';
import type { JurorContest } from '../domain/contests/judging-desk.ts';
import { stageOf } from '../domain/contests/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Reach } from '../domain/staff/powers.ts';
import type { Look } from './desk-work.ts';

export type JurorAtWork = {
  contest: Contest;
  shown: ContestShown;
  entry: JudgedEntry;
  juror: JuryMember;
};

export type ContestShown = Pick<
  JurorContest,
  'id' | 'title' | 'stage' | 'closesAt' | 'judgingUntil' | 'blind' | 'mayJudge'
>;

export function contestShown(contest: Contest, at: Date): ContestShown {
  const { id, title, closesAt, judgingUntil, terms } = contest;
  return {
    id,
    title,
    stage: stageOf(contest, at),
    closesAt,
    judgingUntil,
    blind: terms.blind,
    mayJudge: isJudging(contest, at),
  };
}

/** `Refusal('entry-unknown')`. */
export async function contestIdOf(sql: Sql, { programmeId }: Reach, entryId: string): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `select c.id::text from contest_entry e join contest c on c.id = e.contest_id
     where e.id = $1 and e.state = 'accepted' and c.programme_id = $2`,
    [readId(entryId), programmeId],
  );
  if (row === undefined) throw new Refusal('entry-unknown');
  return row.id;
}

/**
 * A work that is theirs to judge. `Refusal('entry-unknown')` for any other, whether there is none or they are too near to it: who
 * hands in what is told to nobody by a refusal.
 */
export async function theirEntry(
  { sql, reach, staff, at }: Pick<Look, 'sql' | 'reach' | 'staff' | 'at'>,
  entryId: string,
): Promise<JurorAtWork> {
  const unknown = () => new Refusal('entry-unknown');
  const contest = await readContest(sql, reach.programmeId, await contestIdOf(sql, reach, entryId));
  if (contest === null || !areWorksShown(contest, at)) throw unknown();
  const own = contest.jurors.find((each) => each.personId === staff.personId && each.removedAt === null);
  const juror = (await readJury(sql, contest.id)).find(({ id }) => id === own?.id);
  const [entry] = await readJudgedEntries(sql, contest.id, entryId);
  if (juror === undefined || entry === undefined || barOf(juror, entry) !== null) throw unknown();
  return { contest, shown: contestShown(contest, at), entry, juror };
}

/** A contest of whose jury they are. `Refusal('contest-unknown')`. */
export async function theirContest(
  { sql, reach, staff }: Pick<Look, 'sql' | 'reach' | 'staff'>,
  contestId: string,
): Promise<{ contest: Contest; juror: JuryMember }> {
  const contest = await readContest(sql, reach.programmeId, contestId);
  if (contest === null || ['draft', 'cancelled'].includes(contest.state))
    throw new Refusal('contest-unknown');
  const { id } = jurorOf(contest, staff.personId);
  const juror = (await readJury(sql, contest.id)).find((each) => each.id === id);
  if (juror === undefined) throw new Refusal('contest-unknown');
  return { contest, juror };
}
