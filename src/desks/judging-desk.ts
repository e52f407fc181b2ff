import { createJudgingBook, type JudgingBook } from '../database/repositories/judging-book.ts';
import { readSheets } from '../database/repositories/judging-reading.ts';
import { checkPoints, missingPoints, type StoredSheet } from '../domain/contests/judging.ts';
import type { JudgingDesk, SheetMarks } from '../domain/contests/judging-desk.ts';
import { mayDo } from '../domain/contests/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';
import { jurorContests, marksOf, worksOf } from './judging-lists.ts';
import { contestIdOf, type JurorAtWork, theirEntry } from './judging-work.ts';
import { workFile, workShown } from './work-shown.ts';

/** What a juror does. Their row on the contest's jury decides, whatever else they are. */
export function createJudgingDesk(deps: DeskDeps): JudgingDesk {
  return {
    contests: (staff) => staffLook(deps, staff, 'contests:judge', jurorContests),
    works: (staff, contestId) => staffLook(deps, staff, 'contests:judge', (look) => worksOf(look, contestId)),
    sheet: (staff, entryId) =>
      staffLook(deps, staff, 'contests:judge', async (look) => {
        const { contest, shown, entry, juror } = await theirEntry(look, entryId);
        const [sheet] = await readSheets(look.sql, contest.id, { jurorId: juror.id, entryId: entry.id });
        return {
          contest: { ...shown, showsComments: contest.terms.showsComments },
          criteria: contest.criteria,
          work: await workShown(look.sql, contest, entry),
          ...marksOf(sheet),
        };
      }),
    save: (staff, entryId, { points = [], comment }) =>
      atWork(deps, staff, entryId, async ({ at }, { contest, sheet, book, sheetId }) => {
        checkPoints(contest.criteria, points);
        if (sheet.finishedAt !== null) throw new Refusal('sheet-finished');
        if (sheet.abstained !== null) throw new Refusal('sheet-abstained');
        await book.save(sheetId, { points, comment }, at);
      }),
    finish: (staff, entryId) =>
      atWork(deps, staff, entryId, async (work, { contest, sheet, book, sheetId }) => {
        if (sheet.finishedAt !== null) return;
        if (sheet.abstained !== null) throw new Refusal('sheet-abstained');
        const missing = missingPoints(contest.criteria, sheet.points);
        if (missing.length > 0) throw new Refusal('sheet-incomplete', { missing: missing.length });
        await book.finish(sheetId, work.at);
        await note(work, entryId, 'sheet.finished');
      }),
    abstain: (staff, entryId, why) =>
      atWork(deps, staff, entryId, async (work, { sheet, book, sheetId }) => {
        if (sheet.finishedAt !== null) throw new Refusal('sheet-finished');
        if (sheet.abstained === why) return;
        await book.abstain(sheetId, why, work.at);
        await note(work, entryId, why === null ? 'sheet.taken-up' : 'sheet.abstained');
      }),
    file: (staff, entryId, fileId) =>
      staffLook(deps, staff, 'contests:judge', async (look) => {
        const { entry } = await theirEntry(look, entryId);
        return workFile(look.sql, deps.files, entry.id, fileId);
      }),
  };
}

type Opened = JurorAtWork & {
  /** As it stands, locked. */
  sheet: StoredSheet;
  sheetId: string;
  book: JudgingBook;
};

/**
 * One change of a sheet. The contest is held meanwhile, so that the results can't be checked between the look at its stage
 * and the change; jurors hold it side by side.
 */
function atWork(
  deps: DeskDeps,
  staff: Staff,
  entryId: string,
  change: (work: Work, opened: Opened) => Promise<void>,
): Promise<SheetMarks> {
  return staffWork(deps, staff, 'contests:judge', async (work) => {
    const { sql, books, reach } = work;
    await books.contests.hold(reach.programmeId, await contestIdOf(sql, reach, entryId));
    // Asked again now that it is held: the clock has gone on while one waited.
    const at = deps.clock.now();
    const theirs = await theirEntry({ ...work, at }, entryId);
    mayDo('judge', theirs.contest, at);
    const key = { jurorId: theirs.juror.id, entryId: theirs.entry.id };
    const book = createJudgingBook(sql);
    const sheetId = await book.open(key, at);
    const read = async () => (await readSheets(sql, theirs.contest.id, key))[0];
    const sheet = await read();
    if (sheet === undefined) throw new Error('a sheet that was just opened is gone');
    await change({ ...work, at }, { ...theirs, sheet, sheetId, book });
    return marksOf(await read());
  });
}

/** Points are not noted: they are in the sheet, and the audit is read by more people than may know them. */
function note(work: Work, entryId: string, action: string): Promise<void> {
  return work.note({ action, subject: { kind: 'entry', id: entryId }, before: null, after: null });
}
