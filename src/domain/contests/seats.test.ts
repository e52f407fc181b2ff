import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movingUp, seatsLeft } from './seats.ts';
import { usualTerms } from './terms.ts';

const waiting = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 })
  .map((sizes) => sizes.map((members, index) => ({ entryId: String(index), members })));

test('whoever moves up fits, in the order of the list, and nobody who still fits is left behind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), waiting, (free, list) => {
      const up = movingUp(free, list);
      const taken = up.reduce((sum, { members }) => sum + members, 0);
      expect(taken).toBeLessThanOrEqual(free);
      expect(list.filter((each) => up.includes(each))).toEqual(up);
      const first = list[0];
      if (first !== undefined && first.members <= free) expect(up[0]).toBe(first);
      for (const each of list) if (!up.includes(each)) expect(each.members).toBeGreaterThan(free - taken);
    }),
  );
});

test('without a number of seats everybody fits', () => {
  const terms = (seats: number | null) => ({
    terms: { ...usualTerms, event: { ...usualTerms.event, seats } },
  });
  expect(seatsLeft(terms(null), 900)).toBeNull();
  expect(seatsLeft(terms(3), 5)).toBe(0);
  expect(movingUp(null, [{ entryId: '1', members: 4 }])).toHaveLength(1);
});
