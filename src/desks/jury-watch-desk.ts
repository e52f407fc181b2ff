import { readContest } from '../database/repositories/contest-book.ts';
import { createJudgingBook } from '../database/repositories/judging-book.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { type StoredSheet, sheetState } from '../domain/contests/judging.ts';
import type { JuryCell, JuryProgress, JuryRow, JuryWatchDesk } from '../domain/contests/jury-watch.ts';
import type { EntryScores } from '../domain/contests/ranking/ranking.ts';
import { spreadOf, wideSpread } from '../domain/contests/ranking/spread.ts';
import { isTimeFor, mayDo, stageOf } from '../domain/contests/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Power, Reach } from '../domain/staff/powers.ts';
import { askedAgainMessage } from '../texts/contests/jury-news.ts';
import { activityOf, type Judging, progressIn, rankingOf, readJudging } from './contest-ranking.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';

/** Contests are the city's: whoever looks after one organization alone sees neither points nor places. */
export function cityOnly({ organizationIds }: Reach, power: Power): void {
  if (organizationIds !== null) throw new Refusal('may-not', { power });
}

export function createJuryWatchDesk(deps: DeskDeps): JuryWatchDesk {
  return {
    progress: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        cityOnly(look.reach, 'contests:read');
        return progress(look, await known(look, contestId));
      }),
    sheets: (staff, contestId, entryId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        cityOnly(look.reach, 'contests:read');
        const judging = await readJudging(look.sql, await known(look, contestId));
        if (!judging.entries.some(({ id }) => id === entryId)) throw new Refusal('entry-unknown');
        const sheetFor = new Map(
          judging.sheets.filter((sheet) => sheet.entryId === entryId).map((sheet) => [sheet.jurorId, sheet]),
        );
        return judging.jury.flatMap(({ id: jurorId, name }) => {
          const sheet = sheetFor.get(jurorId);
          if (sheet === undefined) return [];
          const { points, comment, abstained, finishedAt, askedAgainAt } = sheet;
          return [{ jurorId, name, points, comment, abstained, finishedAt, askedAgainAt }];
        });
      }),
    askAgain: (staff, contestId, entryIds) =>
      staffWork(deps, staff, 'contests:write', async ({ sql, books, reach, at, tell, note }) => {
        const contest = await books.contests.lock(reach.programmeId, contestId);
        if (contest === null) throw new Refusal('contest-unknown');
        mayDo('judge', contest, at);
        const judging = await readJudging(sql, contest);
        const scores = scoresIn(contest, judging, new Map());
        const opened = new Map<string, number>();
        for (const entryId of new Set(entryIds)) {
          if (!judging.entries.some(({ id }) => id === entryId)) throw new Refusal('entry-unknown');
          const range = spreadOf(scores.get(entryId) ?? { sheets: [] })?.range ?? null;
          const jurorIds = judging.jury.map(({ id }) => id).filter((id) => judging.bar(id, entryId) === null);
          for (const jurorId of await createJudgingBook(sql).askAgain(entryId, jurorIds, range, at))
            opened.set(jurorId, (opened.get(jurorId) ?? 0) + 1);
        }
        let told = 0;
        for (const [jurorId, works] of opened) {
          const juror = judging.jury.find(({ id }) => id === jurorId);
          const message = askedAgainMessage({ title: contest.title, works }, panelOf(deps.pageUrl()));
          if (juror !== undefined && (await tell(juror.personId, () => message))) told += 1;
        }
        const sheets = [...opened.values()].reduce((sum, works) => sum + works, 0);
        await note({
          action: 'contest.shown-again',
          subject: { kind: 'contest', id: contest.id },
          before: null,
          after: { entries: new Set(entryIds).size, sheets },
        });
        return { sheets, told };
      }),
  };
}

const panelOf = (url: string | null) => (url === null ? null : `${url}/panel`);

async function known({ sql, reach }: Look, contestId: string): Promise<Contest> {
  const contest = await readContest(sql, reach.programmeId, contestId);
  if (contest === null) throw new Refusal('contest-unknown');
  return contest;
}

function scoresIn(
  contest: Contest,
  judging: Judging,
  activity: Awaited<ReturnType<typeof activityOf>>,
): Map<string, EntryScores> {
  const { ranking } = rankingOf(contest, judging, activity);
  return new Map(
    ranking.nominations
      .flatMap(({ ranked, unranked }) => [...ranked, ...unranked])
      .map((scores) => [scores.entryId, scores]),
  );
}

async function progress({ sql, at }: Look, contest: Contest): Promise<JuryProgress> {
  const judging = await readJudging(sql, contest);
  const { rules } = rankingOf(contest, judging, new Map());
  const scores = scoresIn(contest, judging, await activityOf(sql, contest.id));
  const { jurors, entries } = progressIn(judging);
  const wide = new Set(wideSpread([...scores.values()], rules).map(({ entryId }) => entryId));
  const progressFor = new Map(entries.map((each) => [each.entryId, each]));
  const sheetFor = new Map(judging.sheets.map((sheet) => [`${sheet.jurorId} ${sheet.entryId}`, sheet]));
  const rows = judging.entries.map((entry): JuryRow => {
    const own = scores.get(entry.id);
    const { possible = 0, finished = 0 } = progressFor.get(entry.id) ?? {};
    const cells = judging.jury.map(({ id }) => cellOf(judging, id, entry.id, sheetFor, own));
    return {
      entryId: entry.id,
      title: entry.title,
      authors: entry.teamName === null ? entry.authors : [entry.teamName],
      organizationName: entry.organizationName,
      nomination: contest.nominations.find(({ id }) => id === entry.nominationId)?.title ?? '',
      possible,
      finished,
      range: own === undefined ? null : (spreadOf(own)?.range ?? null),
      isWide: wide.has(entry.id),
      askedAgainAt: latest(judging.sheets.filter(({ entryId }) => entryId === entry.id)),
      cells,
    };
  });
  return {
    contestId: contest.id,
    stage: stageOf(contest, at),
    mayAskAgain: isTimeFor('judge', contest, at),
    shownAgainFrom: rules.shownAgainFrom,
    minSheets: rules.minSheets,
    jurors: jurors.map((line) => jurorLine(judging, line)),
    rows,
    hopeless: rules.by === 'activity' ? 0 : rows.filter(({ possible }) => possible < rules.minSheets).length,
  };
}

function cellOf(
  { bar }: Judging,
  jurorId: string,
  entryId: string,
  sheetFor: ReadonlyMap<string, StoredSheet>,
  scores: EntryScores | undefined,
): JuryCell {
  const barred = bar(jurorId, entryId);
  const total = scores?.sheets.find((each) => each.jurorId === jurorId)?.raw ?? null;
  if (barred === 'not-theirs') return { jurorId, state: 'none', total: null };
  return { jurorId, state: barred ?? sheetState(sheetFor.get(`${jurorId} ${entryId}`)), total };
}

function jurorLine(judging: Judging, line: ReturnType<typeof progressIn>['jurors'][number]) {
  const { jury, entries, sheets, bar } = judging;
  const juror = jury.find(({ id }) => id === line.jurorId);
  const own = sheets.filter(({ jurorId }) => jurorId === line.jurorId);
  const conflicts = entries
    .map(({ id }) => bar(line.jurorId, id))
    .filter((barred) => barred !== null && barred !== 'not-theirs');
  return {
    ...line,
    personId: juror?.personId ?? '',
    name: juror?.name ?? '',
    isChair: juror?.isChair ?? false,
    abstained: own.filter(({ abstained }) => abstained !== null).length,
    conflicts: conflicts.length,
    lastAt: own.reduce<Date | null>((last, { updatedAt }) => later(last, updatedAt), null),
  };
}

function latest(sheets: readonly StoredSheet[]): Date | null {
  return sheets.reduce<Date | null>((last, { askedAgainAt }) => later(last, askedAgainAt), null);
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
