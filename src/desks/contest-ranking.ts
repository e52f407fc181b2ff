import { readJudgedEntries, readJury, readSheets } from '../database/repositories/judging-reading.ts';
import type { Sql } from '../database/sql.ts';
import type { Contest } from '../domain/contests/contest.ts';
import {
  barOf,
  type JudgedEntry,
  type JuryMember,
  missingPoints,
  noNomination,
  type StoredSheet,
} from '../domain/contests/judging.ts';
import type { Activity } from '../domain/contests/ranking/activity.ts';
import { type Progress, progressOf } from '../domain/contests/ranking/progress.ts';
import { rank } from '../domain/contests/ranking/rank.ts';
import type { RankedSheet, Ranking } from '../domain/contests/ranking/ranking.ts';
import { type ResultRules, readResultRules } from '../domain/contests/result-rules.ts';

export type Bar = ReturnType<typeof barOf>;

/** All that has been judged of a contest until now, by those who are on its jury now. */
export type Judging = {
  entries: JudgedEntry[];
  jury: JuryMember[];
  sheets: StoredSheet[];
  bar(jurorId: string, entryId: string): Bar;
  /** Those that count: finished, whole, and of nobody who is too near. */
  counted: StoredSheet[];
};

export async function readJudging(sql: Sql, contest: Contest): Promise<Judging> {
  const entries = await readJudgedEntries(sql, contest.id);
  const jury = await readJury(sql, contest.id);
  const sheets = await readSheets(sql, contest.id);
  const bars = new Map(
    jury.flatMap((juror) =>
      entries.map((entry) => [`${juror.id} ${entry.id}`, barOf(juror, entry)] as [string, Bar]),
    ),
  );
  // What isn't known to either list is nobody's to judge: the work is out, or its nomination is another's.
  const bar = (jurorId: string, entryId: string): Bar => {
    const found = bars.get(`${jurorId} ${entryId}`);
    return found === undefined ? 'not-theirs' : found;
  };
  const counted = sheets.filter(
    ({ jurorId, entryId, finishedAt, abstained, points }) =>
      finishedAt !== null &&
      abstained === null &&
      bar(jurorId, entryId) === null &&
      missingPoints(contest.criteria, points).length === 0,
  );
  return { entries, jury, sheets, bar, counted };
}

/** Nominations in their order; works without one have their own, nameless. */
export function nominationsOf(
  contest: Contest,
  entries: readonly JudgedEntry[],
): { id: string; title: string }[] {
  const isUsed = (id: string) => entries.some(({ nominationId }) => nominationId === id);
  return [
    ...contest.nominations
      .filter(({ id, archivedAt }) => archivedAt === null || isUsed(id))
      .map(({ id, title }) => ({ id, title })),
    ...(isUsed(noNomination) ? [{ id: noNomination, title: '' }] : []),
  ];
}

export function progressIn({ entries, jury, sheets, bar }: Judging): Progress {
  const abstained = new Set(
    sheets.filter((sheet) => sheet.abstained !== null).map(({ jurorId, entryId }) => `${jurorId} ${entryId}`),
  );
  const excused = jury.flatMap(({ id: jurorId }) =>
    entries
      .filter(({ id }) => bar(jurorId, id) !== null || abstained.has(`${jurorId} ${id}`))
      .map(({ id: entryId }) => ({ jurorId, entryId })),
  );
  return progressOf(
    jury,
    entries,
    sheets.map(({ jurorId, entryId, finishedAt }) => ({ jurorId, entryId, finished: finishedAt !== null })),
    excused,
  );
}

/** What stands under the posts: as frozen at the close, or as counted last where that is still to come. */
export async function activityOf(sql: Sql, contestId: string): Promise<Map<string, Activity>> {
  const rows = await sql.query<Activity & { entryId: string }>(
    `select distinct on (n.entry_id) n.entry_id::text as "entryId", n.likes, n.reposts, n.comments, n.views
     from contest_counters n join contest_entry e on e.id = n.entry_id
     where e.contest_id = $1 order by n.entry_id, n.final desc, n.at desc`,
    [contestId],
  );
  return new Map(rows.map(({ entryId, ...activity }) => [entryId, activity]));
}

export function rankingOf(
  contest: Contest,
  { entries, counted }: Pick<Judging, 'entries' | 'counted'>,
  activity: ReadonlyMap<string, Activity>,
): { rules: ResultRules; ranking: Ranking } {
  const rules = readResultRules(contest.terms.results);
  const sheets: RankedSheet[] = counted.map(({ jurorId, entryId, points }) => ({ jurorId, entryId, points }));
  return {
    rules,
    ranking: rank({
      nominationIds: nominationsOf(contest, entries).map(({ id }) => id),
      criteria: contest.criteria,
      sheets,
      entries: entries.map(({ id, nominationId, submittedAt }) => ({
        id,
        nominationId,
        submittedAt,
        activity: activity.get(id) ?? null,
      })),
      rules,
    }),
  };
}
