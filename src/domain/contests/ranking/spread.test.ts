import { describe, expect, it } from 'vitest';
import { spreadOf, wideSpread } from './spread.ts';

const entry = (entryId: string, ...normalised: number[]) => ({
  entryId,
  sheets: normalised.map((value, index) => ({ jurorId: `${index}`, raw: 0, normalised: value })),
});

describe('the spread of an entry', () => {
  it('is how far the jury is apart once their habits are taken out', () => {
    expect(spreadOf(entry('1', 40, 60, 80))).toEqual({
      lowest: 40,
      highest: 80,
      range: 40,
      deviation: Math.sqrt(800 / 3),
    });
  });

  it('is nothing that one sheet could show', () => {
    expect(spreadOf(entry('1', 40))).toBe(null);
    expect(spreadOf(entry('1'))).toBe(null);
  });
});

describe('what is shown to the jury again', () => {
  const entries = [entry('1', 50, 79.9), entry('2', 50, 80), entry('3', 10, 90), entry('4', 0)];

  it('is what spreads as far as the rule says or farther, the widest first', () => {
    expect(wideSpread(entries, { shownAgainFrom: 30 }).map(({ entryId }) => entryId)).toEqual(['3', '2']);
  });

  it('is nothing where the rules do not ask for it', () => {
    expect(wideSpread(entries, { shownAgainFrom: null })).toEqual([]);
  });
});
