import {
  type OccurrenceChanges,
  planOccurrences,
  type Slot,
  type StoredOccurrence,
} from './plan-occurrences.ts';
import type { ReadItem, ReadRoadmap } from './roadmap.ts';

/** An item as it is kept; `position` is its place in the file, from 0. */
export type Item = Omit<ReadItem, 'occurrences'> & { position: number };
export type StoredItem = Item & { id: string; removed: boolean; occurrences: StoredOccurrence[] };
export type StoredRoadmap = Pick<ReadRoadmap, 'title' | 'order' | 'period'> & {
  id: string;
  items: StoredItem[];
};

export type ItemField = keyof Item;
export type AddedItem = { item: Item; slots: Slot[] };
export type UpdatedItem = {
  id: string;
  before: Item;
  item: Item;
  /** What reads differently; empty where only occurrences or the removal changed. */
  fields: ItemField[];
  /** It had been removed by an earlier import and is there again. */
  returns: boolean;
  occurrences: OccurrenceChanges;
};

/** What an import does to what is stored: worked out before anything is touched, so that it can be shown first. */
export type RoadmapChanges = {
  heading: ('title' | 'period')[];
  added: AddedItem[];
  updated: UpdatedItem[];
  removed: { id: string; item: Item }[];
};

const fields = [
  'section',
  'code',
  'title',
  'position',
  'deadline',
  'responsible',
  'result',
  'standing',
  'unparsed',
] as const;

type Wished = { item: Item; slots: Slot[] };

// From the surest likeness to the weakest: a corrected title, a reworded section, a new number.
const likenesses: readonly (readonly ('section' | 'code' | 'title')[])[] = [
  ['section', 'code'],
  ['code', 'title'],
  ['section', 'title'],
];

/** Compares what was read with what is stored (`null`: nothing yet). Items are told by section + code + title. */
export function planImport(stored: StoredRoadmap | null, read: ReadRoadmap): RoadmapChanges {
  const wished = mergeTwins(read.items);
  const found = matchItems(stored?.items ?? [], wished);
  const kept = new Set([...found.values()].map((item) => item.id));
  const updates = [...found].map(([wish, item]) => compare(item, wish));
  const heading =
    stored === null ? [] : (['title', 'period'] as const).filter((key) => differ(stored[key], read[key]));
  return {
    heading,
    added: wished.filter((wish) => !found.has(wish)),
    updated: updates.filter(isChange),
    removed: (stored?.items ?? [])
      .filter((item) => !item.removed && !kept.has(item.id))
      .map((item) => ({ id: item.id, item: fieldsOf(item) })),
  };
}

export function isNoChange({ heading, added, updated, removed }: RoadmapChanges): boolean {
  return heading.length + added.length + updated.length + removed.length === 0;
}

/** An item that stands twice word for word is one item with everything that both say. */
function mergeTwins(items: readonly ReadItem[]): Wished[] {
  const merged = new Map<string, ReadItem>();
  for (const item of items) {
    const key = keyOf(item, ['section', 'code', 'title']);
    const twin = merged.get(key);
    merged.set(key, twin === undefined ? item : joinTwins(twin, item));
  }
  return [...merged.values()].map((each, position) => {
    const { occurrences, ...item } = each;
    // «Ежегодно» beside its dates is done on those dates.
    const undated = item.standing.filter(({ kind }) => kind !== 'recurring' || occurrences.length === 0);
    const slots = [...occurrences, ...undated.map(({ text }) => ({ from: null, to: null, text }))];
    return { item: { ...item, position }, slots: unique(slots) };
  });
}

function joinTwins(one: ReadItem, other: ReadItem): ReadItem {
  return {
    ...one,
    deadline: unique([one.deadline, other.deadline]).join('; '),
    result: unique([one.result, other.result]).join('; '),
    occurrences: unique([...one.occurrences, ...other.occurrences]),
    standing: unique([...one.standing, ...other.standing]),
    unparsed: unique([...one.unparsed, ...other.unparsed]),
    responsible: unique([...one.responsible, ...other.responsible]),
  };
}

function matchItems(stored: readonly StoredItem[], wished: readonly Wished[]): Map<Wished, StoredItem> {
  const found = new Map<Wished, StoredItem>();
  const exact = new Map(stored.map((item) => [keyOf(item, ['section', 'code', 'title']), item]));
  for (const wish of wished) {
    const same = exact.get(keyOf(wish.item, ['section', 'code', 'title']));
    if (same !== undefined) found.set(wish, same);
  }
  for (const likeness of likenesses) {
    const taken = new Set(found.values());
    const left = groupBy(
      stored.filter((item) => !item.removed && !taken.has(item)),
      (item) => keyOf(item, likeness),
    );
    const open = groupBy(
      wished.filter((wish) => !found.has(wish)),
      (wish) => keyOf(wish.item, likeness),
    );
    for (const [key, [wish, ...otherWishes]] of open) {
      const [item, ...otherItems] = left.get(key) ?? [];
      const alone = otherWishes.length === 0 && otherItems.length === 0;
      if (alone && wish !== undefined && item !== undefined) found.set(wish, item);
    }
  }
  return found;
}

function compare(stored: StoredItem, { item, slots }: Wished): UpdatedItem {
  const before = fieldsOf(stored);
  const changed = fields.filter((field) => differ(before[field], item[field]));
  const occurrences = planOccurrences(stored.occurrences, slots);
  return { id: stored.id, before, item, fields: changed, returns: stored.removed, occurrences };
}

function isChange({ fields: changed, returns, occurrences }: UpdatedItem): boolean {
  return changed.length > 0 || returns || Object.values(occurrences).some((list) => list.length > 0);
}

function fieldsOf({
  section,
  code,
  title,
  position,
  deadline,
  responsible,
  result,
  standing,
  unparsed,
}: Item): Item {
  return { section, code, title, position, deadline, responsible, result, standing, unparsed };
}

function keyOf(
  item: Pick<ReadItem, 'section' | 'code' | 'title'>,
  parts: readonly ('section' | 'code' | 'title')[],
): string {
  return JSON.stringify(parts.map((part) => item[part]));
}

/** Values that may come back from the database with their keys in another order. */
function differ(one: unknown, other: unknown): boolean {
  return canonical(one) !== canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [canonical(value), value])).values()];
}

function groupBy<Value>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}
