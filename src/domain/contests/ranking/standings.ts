import { hair } from './statistics.ts';

/** One thing entries are told apart by, the higher the better. */
export type Level<T, Name extends string> = { name: Name; of(entry: T): number };

/** Entries of one place. `by`: the level that set them apart from others equal in the first one; null where none was needed. */
export type Standing<T, Name extends string> = { place: number; entries: T[]; by: Name | 'shared' | null };

/**
 * Places as in sport: 1, 2, 2, 4. Entries are told apart by the levels in turn; whoever is equal in all of them shares a place.
 * Values are the same where the next one is nearer than a hair: rounding to a grid would part two sums that meet at its edge.
 */
export function standingsOf<T, Name extends string>(
  entries: readonly T[],
  levels: readonly Level<T, Name>[],
): Standing<T, Name>[] {
  let place = 1;
  return split(entries, levels, 0).map(({ entries: equal, by }) => {
    const standing = { place, entries: equal, by };
    place += equal.length;
    return standing;
  });
}

type Group<T, Name extends string> = Omit<Standing<T, Name>, 'place'>;

function split<T, Name extends string>(
  entries: readonly T[],
  levels: readonly Level<T, Name>[],
  depth: number,
): Group<T, Name>[] {
  const level = levels[depth];
  if (level === undefined) return [{ entries: [...entries], by: 'shared' }];
  const groups = groupsOf(entries, level.of);
  return groups.flatMap((group): Group<T, Name>[] => {
    if (group.length > 1) return split(group, levels, depth + 1);
    return [{ entries: group, by: depth === 0 ? null : level.name }];
  });
}

function groupsOf<T>(entries: readonly T[], of: (entry: T) => number): T[][] {
  const groups: T[][] = [];
  let last = Number.NaN;
  for (const entry of entries.toSorted((a, b) => of(b) - of(a))) {
    const value = of(entry);
    if (Math.abs(last - value) <= hair) groups.at(-1)?.push(entry);
    else groups.push([entry]);
    last = value;
  }
  return groups;
}
