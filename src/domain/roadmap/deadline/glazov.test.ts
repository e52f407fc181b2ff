import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDeadline } from './read-deadline.ts';

type Item = {
  code: string;
  occurrences: { from: string | null; to: string }[];
  standing: { kind: string; every: string | null }[];
};
type Expected = { period: { from: string; to: string }; items: Item[] };

const fixtures = new URL('../../../../test/fixtures/roadmap/', import.meta.url);
const expected: Expected = JSON.parse(
  readFileSync(new URL('glazov-2022-2024.expected.json', fixtures), 'utf8'),
);

/** The second cell of each row whose first begins with the number of an item. */
function cells(): { code: string; cell: string }[] {
  const text = readFileSync(new URL('glazov-2022-2024.txt', fixtures), 'utf8');
  const row = /^\t(\d+\.\d+)[\s\S]*?\n\t([\s\S]*?)\n\t/gm;
  return [...text.matchAll(row)].map(([, code = '', cell = '']) => ({ code, cell }));
}

describe('the roadmap of Glazov', () => {
  const rows = cells();

  test('has the 35 items of the expectation, in its order', () => {
    expect(rows.map(({ code }) => code)).toEqual(expected.items.map(({ code }) => code));
    expect(rows).toHaveLength(35);
  });

  test.each(rows.map((row, at) => [`${row.code} ${row.cell.trim()}`, row, expected.items[at]] as const))(
    '%s',
    (_, { cell }, item) => {
      const read = readDeadline(cell, expected.period);
      expect(read.occurrences).toEqual(item?.occurrences);
      expect(read.standing.map(({ kind, every }) => ({ kind, every }))).toEqual(item?.standing);
      expect(read.unparsed).toEqual([]);
      expect(readDeadline(cell.replace(/\s+/g, ' ').trim(), expected.period)).toEqual(read);
    },
  );
});
