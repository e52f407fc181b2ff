import { Refusal } from '../refusal.ts';
import {
  type CorrectedCell,
  correctDeadlines,
  type DeadlineCorrection,
  type KeptCorrection,
  understandCorrection,
} from './correct-deadlines.ts';
import type { Period } from './deadline/read-deadline.ts';
import { readRoadmap } from './read-roadmap.ts';
import { fold, type ReadItem, type ReadRoadmap, type RoadmapOrder, type RoadmapPages } from './roadmap.ts';
import { writeDeadline } from './roll-over.ts';

/** What a draft was made from: a file's pages, or the roadmap of the period before. */
export type DraftContent =
  | { kind: 'import'; pages: RoadmapPages }
  | { kind: 'roll-over'; fromRoadmapId: string; years: number; read: ReadRoadmap };

/** What overrules the period that a title names. */
export type GivenPeriod = { from?: string | undefined; to?: string | undefined };

export type ItemEdit = {
  /** `as-read` takes back a correction that was kept from an earlier import. */
  deadline?: DeadlineCorrection | { kind: 'as-read' } | undefined;
  /** Only of a roadmap that is rolled over: a file says itself what it has. */
  title?: string | undefined;
  dropped?: boolean | undefined;
};

/** What the staff have changed; `items` by their place in what was read, from 0. */
export type DraftEdits = {
  title?: string;
  order?: RoadmapOrder;
  period?: GivenPeriod;
  items?: Record<string, ItemEdit>;
};

/** What to change of the edits: `null` takes one back, what is not named stays. */
export type DraftPatch = {
  title?: string | null | undefined;
  order?: RoadmapOrder | null | undefined;
  period?: GivenPeriod | null | undefined;
  items?: Record<string, ItemEdit | null> | undefined;
};

export function patchEdits(edits: DraftEdits, patch: DraftPatch): DraftEdits {
  const { title = edits.title, order = edits.order, period = edits.period } = patch;
  const items = Object.fromEntries(
    Object.entries({ ...edits.items, ...patch.items }).flatMap(([place, edit]) =>
      edit === null ? [] : [[place, edit]],
    ),
  );
  return {
    ...(title !== null && title !== undefined && { title }),
    ...(order !== null && order !== undefined && { order }),
    ...(period !== null && period !== undefined && { period }),
    items,
  };
}

export type DraftItem = ReadItem & {
  place: number;
  /** The deadline is the staff's: of this draft, or kept from an earlier import. */
  corrected: 'now' | 'before' | null;
  dropped: boolean;
};

export type DraftReading = {
  /** What would be stored. */
  read: ReadRoadmap;
  /** Everything the draft has, what is dropped too. */
  items: DraftItem[];
  /** To be kept once it is stored; `null`: no correction any more. */
  corrections: (CorrectedCell & { correction: DeadlineCorrection | null })[];
};

/** Refuses what can't be: `Refusal('item-place-unknown' | 'deadline-unread' | 'deadline-wrong' | 'title-empty' | 'period-backwards' …)`. */
export function readDraft(
  content: DraftContent,
  edits: DraftEdits,
  kept: readonly KeptCorrection[],
): DraftReading {
  const raw = content.kind === 'import' ? readRoadmap(content.pages, givenOf(edits.period)) : content.read;
  const place = Object.keys(edits.items ?? {}).find((each) => raw.items[Number(each)] === undefined);
  if (place !== undefined) throw new Refusal('item-place-unknown', { place });
  if (content.kind === 'roll-over' && edits.period !== undefined) throw new Refusal('period-fixed');
  const headed = withHeading(raw, edits);
  return content.kind === 'import'
    ? readImport(headed, edits.items ?? {}, kept)
    : readRolled(headed, edits.items ?? {});
}

function givenOf({ from, to }: GivenPeriod = {}): Partial<Period> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function withHeading(read: ReadRoadmap, { title, order }: DraftEdits): ReadRoadmap {
  const warnings = read.warnings.filter(
    ({ code }) =>
      !(code === 'no-title' && title !== undefined) && !(code === 'no-order' && order !== undefined),
  );
  return {
    ...read,
    title: title === undefined ? read.title : worded(title),
    order: order ?? read.order,
    warnings,
  };
}

function worded(title: string): string {
  const text = fold(title);
  if (text === '') throw new Refusal('title-empty');
  return text;
}

function readImport(
  raw: ReadRoadmap,
  edits: Record<string, ItemEdit>,
  kept: readonly KeptCorrection[],
): DraftReading {
  const corrections = Object.entries(edits).flatMap(([place, { deadline, title, dropped }]) => {
    const item = raw.items[Number(place)];
    if (title !== undefined || dropped !== undefined) throw new Refusal('item-of-file');
    if (item === undefined || deadline === undefined) return [];
    const correction = deadline.kind === 'as-read' ? null : deadline;
    if (correction !== null) understandCorrection(correction, raw.period);
    return [{ code: item.code, title: item.title, deadline: item.deadline, correction }];
  });
  const cells = new Set(corrections.map(cellKey));
  const now = corrections.flatMap(({ correction, ...cell }) =>
    correction === null ? [] : [{ ...cell, period: raw.period, correction }],
  );
  const before = kept.filter((each) => !cells.has(cellKey(each)));
  const read = correctDeadlines(raw, [...now, ...before]);
  const items = read.items.map((item, place): DraftItem => {
    const edited = edits[place]?.deadline;
    const keptBefore = item !== raw.items[place] && edited === undefined;
    const corrected =
      edited !== undefined && edited.kind !== 'as-read' ? 'now' : keptBefore ? 'before' : null;
    return { ...item, place, corrected, dropped: false };
  });
  return { read, items, corrections };
}

function cellKey({ code, title, deadline }: CorrectedCell): string {
  return JSON.stringify([code, title, fold(deadline)]);
}

function readRolled(raw: ReadRoadmap, edits: Record<string, ItemEdit>): DraftReading {
  const items = raw.items.map((item, place): DraftItem => {
    const { deadline, title, dropped = false } = edits[place] ?? {};
    const changed =
      deadline === undefined || deadline.kind === 'as-read' ? {} : newDeadline(deadline, raw.period);
    return {
      ...item,
      ...changed,
      title: title === undefined ? item.title : worded(title),
      place,
      corrected: 'deadline' in changed ? 'now' : null,
      dropped,
    };
  });
  const kept = items.filter((item) => !item.dropped);
  if (kept.length === 0) throw new Refusal('roadmap-no-items');
  const bare = kept.map(({ place: _, corrected: __, dropped: ___, ...item }): ReadItem => item);
  return { read: { ...raw, items: bare }, items, corrections: [] };
}

/** There is no order yet whose words would have to stay: the new ones are the item's. */
function newDeadline(correction: DeadlineCorrection, period: Period): Partial<ReadItem> {
  const understood = understandCorrection(correction, period);
  return correction.kind === 'text'
    ? { ...understood, deadline: fold(correction.text) }
    : { ...understood, ...writeDeadline(understood.occurrences, understood.standing) };
}
