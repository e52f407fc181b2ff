import { readContests } from '../database/repositories/contest-book.ts';
import { readJudgedEntries, readJury, readSheets } from '../database/repositories/judging-reading.ts';
import { blindText } from '../domain/contests/blind-text.ts';
import type { Contest } from '../domain/contests/contest.ts';
import {
  areWorksShown,
  barOf,
  type JuryMember,
  type StoredSheet,
  sheetState,
} from '../domain/contests/judging.ts';
import type { JurorContest, JurorWorks, SheetLine, SheetMarks } from '../domain/contests/judging-desk.ts';
import type { Look } from './desk-work.ts';
import { contestShown, theirContest } from './judging-work.ts';

/** Of whose jury they are now, the one that ends first on top. */
export async function jurorContests(look: Look): Promise<JurorContest[]> {
  const { sql, reach, staff, at } = look;
  const contests = await readContests(
    sql,
    `where c.programme_id = $1 and c.state not in ('draft', 'cancelled', 'archived') and exists (
       select from contest_juror j where j.contest_id = c.id and j.person_id = $2 and j.removed_at is null)
     order by c.state <> 'announced', coalesce(c.judging_until, c.closes_at), c.id`,
    [reach.programmeId, staff.personId],
  );
  const lists: JurorContest[] = [];
  for (const contest of contests) {
    const juror = (await readJury(sql, contest.id)).find(({ personId }) => personId === staff.personId);
    if (juror === undefined) continue;
    const { items: _, ...line } = await listOf({ sql, at }, contest, juror);
    lists.push(line);
  }
  return lists;
}

export async function worksOf(look: Look, contestId: string): Promise<JurorWorks> {
  const { contest, juror } = await theirContest(look, contestId);
  return listOf(look, contest, juror);
}

async function listOf(
  { sql, at }: Pick<Look, 'sql' | 'at'>,
  contest: Contest,
  juror: JuryMember,
): Promise<JurorWorks> {
  const entries = areWorksShown(contest, at) ? await readJudgedEntries(sql, contest.id) : [];
  const barred = entries.map((entry) => ({ entry, bar: barOf(juror, entry) }));
  const sheets = await readSheets(sql, contest.id, { jurorId: juror.id });
  const sheetFor = new Map(sheets.map((sheet) => [sheet.entryId, sheet]));
  const titles = new Map(contest.nominations.map(({ id, title }) => [id, title]));
  const items = barred.flatMap(({ entry, bar }): SheetLine[] => {
    if (bar !== null) return [];
    const sheet = sheetFor.get(entry.id);
    const nomination = titles.get(entry.nominationId) ?? '';
    const title = contest.terms.blind ? blindText(entry.title, entry.names) : entry.title;
    return [
      {
        entryId: entry.id,
        nomination,
        title,
        state: sheetState(sheet),
        isAskedAgain: marksOf(sheet).isAskedAgain,
      },
    ];
  });
  const count = (state: SheetLine['state']) => items.filter((each) => each.state === state).length;
  return {
    ...contestShown(contest, at),
    isChair: juror.isChair,
    due: items.length - count('abstained'),
    finished: count('finished'),
    abstained: count('abstained'),
    conflicts: barred.filter(({ bar }) => bar !== null && bar !== 'not-theirs').length,
    items,
  };
}

export function marksOf(sheet: StoredSheet | undefined): SheetMarks {
  return {
    points: sheet?.points ?? {},
    comment: sheet?.comment ?? '',
    abstained: sheet?.abstained ?? null,
    finishedAt: sheet?.finishedAt ?? null,
    isAskedAgain: sheet !== undefined && sheet.askedAgainAt !== null && sheet.finishedAt === null,
    updatedAt: sheet?.updatedAt ?? null,
  };
}
