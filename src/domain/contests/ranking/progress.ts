import { groupedBy } from './grouped-by.ts';

/** `nominationIds`: null for all of them. */
export type ProgressJuror = { id: string; nominationIds: readonly string[] | null };
export type ProgressEntry = { id: string; nominationId: string };
/** A sheet that was begun. */
export type ProgressSheet = { jurorId: string; entryId: string; finished: boolean };
/** Who doesn't judge what: by conflict or because they have abstained. */
export type Excused = { jurorId: string; entryId: string };

/** `due` = `finished` + `begun` + `untouched`; `left` = `due` − `finished`. */
export type JurorProgress = {
  jurorId: string;
  due: number;
  finished: number;
  begun: number;
  untouched: number;
  left: number;
};
/** `possible`: how many may judge it at all; below the rules' `minSheets` it will never get a place. */
export type EntryProgress = { entryId: string; possible: number; finished: number };

export type Progress = { jurors: JurorProgress[]; entries: EntryProgress[] };

/** Sheets of whoever need not judge an entry are not counted. */
export function progressOf(
  jurors: readonly ProgressJuror[],
  entries: readonly ProgressEntry[],
  sheets: readonly ProgressSheet[],
  excused: readonly Excused[],
): Progress {
  const free = new Set(excused.map(keyOf));
  const stateOf = new Map(
    sheets.map((sheet) => [keyOf(sheet), sheet.finished ? 'finished' : 'begun'] as [string, State]),
  );
  const due = jurors.flatMap((juror) =>
    entries
      .filter((entry) => isIn(juror, entry) && !free.has(keyOf({ jurorId: juror.id, entryId: entry.id })))
      .map((entry) => {
        const row = { jurorId: juror.id, entryId: entry.id };
        return { ...row, state: stateOf.get(keyOf(row)) ?? 'untouched' };
      }),
  );
  const ofJuror = groupedBy(due, ({ jurorId }) => jurorId);
  const ofEntry = groupedBy(due, ({ entryId }) => entryId);
  return {
    jurors: jurors.map(({ id }) => jurorProgress(id, ofJuror.get(id) ?? [])),
    entries: entries.map(({ id }) => {
      const own = ofEntry.get(id) ?? [];
      return { entryId: id, possible: own.length, finished: count(own, 'finished') };
    }),
  };
}

type State = 'finished' | 'begun' | 'untouched';
type Due = { state: State };

function jurorProgress(jurorId: string, due: readonly Due[]): JurorProgress {
  const finished = count(due, 'finished');
  return {
    jurorId,
    due: due.length,
    finished,
    begun: count(due, 'begun'),
    untouched: count(due, 'untouched'),
    left: due.length - finished,
  };
}

function count(due: readonly Due[], state: State): number {
  return due.filter((each) => each.state === state).length;
}

function isIn({ nominationIds }: ProgressJuror, { nominationId }: ProgressEntry): boolean {
  return nominationIds === null || nominationIds.includes(nominationId);
}

function keyOf({ jurorId, entryId }: Excused): string {
  return `${jurorId} ${entryId}`;
}
