import { readContest } from '../database/repositories/contest-book.ts';
import { readResults } from '../database/repositories/result-book.ts';
import type { Sql } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { Activity } from '../domain/contests/ranking/activity.ts';
import type { Ranking } from '../domain/contests/ranking/ranking.ts';
import { type ResultRules, readResultRules } from '../domain/contests/result-rules.ts';
import type { ResultsView, Unfinished } from '../domain/contests/results-desk.ts';
import { stageOf } from '../domain/contests/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  activityOf,
  type Judging,
  nominationsOf,
  progressIn,
  rankingOf,
  readJudging,
} from './contest-ranking.ts';
import type { Look } from './desk-work.ts';

export type Results = {
  judging: Judging;
  rules: ResultRules;
  ranking: Ranking;
  activity: ReadonlyMap<string, Activity>;
  isStored: boolean;
  unfinished: Unfinished;
};

/** Stored ones where they stand, else what they would be now. */
export async function resultsNow(sql: Sql, contest: Contest): Promise<Results> {
  const judging = await readJudging(sql, contest);
  const rules = readResultRules(contest.terms.results);
  const unfinished = await unfinishedOf(sql, contest, judging, rules);
  const ids = nominationsOf(contest, judging.entries).map(({ id }) => id);
  const stored = await readResults(sql, contest.id, ids, rules);
  if (stored !== null) {
    return { judging, rules, ranking: stored.ranking, activity: stored.counters, isStored: true, unfinished };
  }
  const activity = await activityOf(sql, contest.id);
  const { ranking } = rankingOf(contest, judging, activity);
  return { judging, rules, ranking, activity, isStored: false, unfinished };
}

async function unfinishedOf(
  sql: Sql,
  contest: Contest,
  judging: Judging,
  { by }: ResultRules,
): Promise<Unfinished> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*)::int as count from contest_entry where contest_id = $1 and state in ('checking', 'mending')`,
    [contest.id],
  );
  return {
    sheets: by === 'activity' ? 0 : progressIn(judging).jurors.reduce((sum, { left }) => sum + left, 0),
    entries: row?.count ?? 0,
    isActivityOpen: by !== 'jury' && contest.kind === 'post' && contest.frozenAt === null,
  };
}

/** `Refusal('contest-unknown')`. */
export async function knownContest(
  { sql, reach }: Pick<Look, 'sql' | 'reach'>,
  contestId: string,
): Promise<Contest> {
  const contest = await readContest(sql, reach.programmeId, contestId);
  if (contest === null) throw new Refusal('contest-unknown');
  return contest;
}

export async function resultsView(
  { sql, at }: Pick<Look, 'sql' | 'at'>,
  contest: Contest,
): Promise<ResultsView> {
  const { judging, rules, ranking, activity, isStored, unfinished } = await resultsNow(sql, contest);
  return {
    contestId: contest.id,
    title: contest.title,
    stage: stageOf(contest, at),
    isStored,
    checkedAt: contest.checkedAt,
    publishedAt: contest.publishedAt,
    unfinished,
    rules,
    criteria: contest.criteria,
    nominations: nominationsOf(contest, judging.entries),
    jurors: judging.jury.map(({ id, name }) => ({ id, name })),
    entries: judging.entries.map(({ id, title, authors, teamName, organizationName }) => ({
      id,
      title,
      authors,
      teamName,
      organizationName,
      activity: activity.get(id) ?? null,
    })),
    ranking,
    hasProtocol: contest.protocolFileId !== null,
  };
}
