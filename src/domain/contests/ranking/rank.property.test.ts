import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentRanking } from '../../../../test/helpers/independent-ranking.ts';
import { defaultResultRules, type ResultRules } from '../result-rules.ts';
import { rank } from './rank.ts';
import type { RankableEntry, RankedSheet, RankingInput } from './ranking.ts';

type Nominations = { nominationIds: string[]; entries: RankableEntry[] };

const at = new Date('2026-03-01T09:00:00Z');
const counter = fc.integer({ min: 0, max: 40 });
const activity = fc.record({ likes: counter, reposts: counter, comments: counter, views: fc.constant(null) });

const criteria = fc
  .array(fc.record({ weight: fc.constantFrom(0.5, 1, 1, 2, 3), scale: fc.constantFrom(3, 5, 10, 100) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map((each, index) => ({ id: `${index + 1}`, ...each })));

const nominations: fc.Arbitrary<Nominations> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(
      fc.record({
        nomination: fc.nat({ max: 2 }),
        activity: fc.option(activity, { freq: 8 }),
        minutes: fc.nat({ max: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([count, all]) => ({
    nominationIds: Array.from({ length: count }, (_, index) => `${index + 1}`),
    entries: all.map((each, index) => ({
      id: `${100 + index}`,
      nominationId: `${(each.nomination % count) + 1}`,
      activity: each.activity,
      submittedAt: new Date(at.getTime() + each.minutes * 60_000),
    })),
  }));

const rules: fc.Arbitrary<ResultRules> = fc.record({
  by: fc.constantFrom('jury', 'activity', 'mixed'),
  juryShare: fc.constantFrom(0.25, 0.5, 0.7),
  normalise: fc.constantFrom('per-juror', 'none'),
  activity: fc.constant(defaultResultRules.activity),
  thresholds: fc.constant(defaultResultRules.thresholds),
  minSheets: fc.integer({ min: 1, max: 3 }),
  shownAgainFrom: fc.constant(null),
});

/** Few different points, so that equal scores are common; some cells are empty, as conflicts leave them. */
const inputs: fc.Arbitrary<RankingInput> = fc
  .tuple(criteria, nominations, rules, fc.integer({ min: 1, max: 5 }), fc.constantFrom(1, 2, 4))
  .chain(([all, some, how, jurors, grain]) =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: 9 }),
          fc.array(fc.integer({ min: 0, max: grain }), { minLength: all.length, maxLength: all.length }),
        ),
        { minLength: jurors * some.entries.length, maxLength: jurors * some.entries.length },
      )
      .map((cells) => ({
        ...some,
        criteria: all,
        rules: how,
        sheets: cells.flatMap(([absent, steps], cell): RankedSheet[] => {
          if (absent < 2) return [];
          const points = all.map(({ id, scale }, index) => [id, (scale * (steps[index] ?? 0)) / grain]);
          return [
            {
              jurorId: `${(cell % jurors) + 1}`,
              entryId: `${100 + Math.floor(cell / jurors)}`,
              points: Object.fromEntries(points),
            },
          ];
        }),
      })),
  );

const byJury = inputs.map((input): RankingInput => ({ ...input, rules: { ...input.rules, by: 'jury' } }));
const placesOf = (input: RankingInput) =>
  new Map(
    rank(input).nominations.flatMap(({ ranked }) => ranked.map(({ entryId, place }) => [entryId, place])),
  );

/** As the sheets come out of the database, whatever their order. */
const rowsOf = ({ sheets, entries }: RankingInput) =>
  sheets.flatMap(({ jurorId, entryId, points }) =>
    Object.entries(points).map(([criterion, value]) => ({
      juror: jurorId,
      entry: entryId,
      nomination: entries.find(({ id }) => id === entryId)!.nominationId,
      criterion,
      points: value,
    })),
  );

const countersOf = ({ entries }: RankingInput) =>
  entries.flatMap(({ id, nominationId, activity: counters }) =>
    counters === null ? [] : [{ entry: id, nomination: nominationId, ...counters }],
  );

describe('a ranking', () => {
  it('is the one that an independent computation finds', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const other = independentRanking(rowsOf(input), input.criteria, input.rules, countersOf(input));
        for (const { nominationId, ranked } of rank(input).nominations) {
          const expected = other[nominationId] ?? [];
          expect(ranked.map(({ entryId, place }) => `${place} ${entryId}`).toSorted()).toEqual(
            expected.map(({ entry, place }) => `${place} ${entry}`).toSorted(),
          );
          for (const { entry, score } of expected)
            expect(ranked.find(({ entryId }) => entryId === entry)!.score).toBeCloseTo(score, 9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same to the last bit whatever the order of rows', () => {
    fc.assert(
      fc.property(
        inputs.chain((input) =>
          fc.record({
            input: fc.constant(input),
            sheets: fc.shuffledSubarray([...input.sheets], { minLength: input.sheets.length }),
            entries: fc.shuffledSubarray([...input.entries], { minLength: input.entries.length }),
          }),
        ),
        ({ input, sheets, entries }) => {
          expect(rank({ ...input, sheets, entries })).toEqual(rank(input));
        },
      ),
    );
  });

  it('gives the same places whatever the order of criteria', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(placesOf({ ...input, criteria: input.criteria.toReversed() })).toEqual(placesOf(input));
      }),
    );
  });

  it('gives every listed entry a place or a reason, and places as in sport', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { nominationId, ranked, unranked } of rank(input).nominations) {
          const ids = [...ranked, ...unranked].map(({ entryId }) => entryId);
          const listed = input.entries.filter((entry) => entry.nominationId === nominationId);
          expect(ids.toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
          for (const [index, { place, score }] of ranked.entries()) {
            const before = ranked[index - 1];
            expect(place === index + 1 || place === before?.place).toBe(true);
            expect(score).toBeLessThanOrEqual((before?.score ?? 100) + 1e-9);
            expect(score).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});

describe('of a whole jury', () => {
  it('being stricter or kinder, or using less of the scale, changes no order of normalised scores', () => {
    const kindness = fc.record({
      stretch: fc.constantFrom(0.2, 0.5, 0.9),
      shift: fc.constantFrom(0, 0.05, 0.1),
    });
    fc.assert(
      fc.property(byJury, kindness, (input, { stretch, shift }) => {
        const scaleOf = new Map(input.criteria.map(({ id, scale }) => [id, scale]));
        const perJuror: RankingInput = { ...input, rules: { ...input.rules, normalise: 'per-juror' } };
        const changed: RankingInput = {
          ...perJuror,
          sheets: input.sheets.map((sheet) =>
            sheet.jurorId === '1'
              ? { ...sheet, points: stretched(sheet.points, scaleOf, stretch, shift) }
              : sheet,
          ),
        };
        const after = rank(changed).nominations;
        for (const [index, before] of rank(perJuror).nominations.entries()) {
          // Habits of too few sheets aren't taken out, and at the ends of the scale scores are cut off.
          fc.pre(before.jurors.every(({ way }) => way === 'scaled'));
          const scores = new Map(after[index]!.ranked.map(({ entryId, score }) => [entryId, score]));
          fc.pre([...before.ranked, ...after[index]!.ranked].every(({ score }) => score > 0 && score < 100));
          for (const one of before.ranked)
            for (const other of before.ranked)
              if (one.score > other.score + 1e-6)
                expect(scores.get(one.entryId)!).toBeGreaterThan(scores.get(other.entryId)!);
        }
      }),
    );
  });

  it('without normalising, a point more never costs a place', () => {
    fc.assert(
      fc.property(
        byJury.filter(({ sheets }) => sheets.length > 0),
        fc.nat(),
        fc.nat(),
        (input, whose, what) => {
          const given: RankingInput = { ...input, rules: { ...input.rules, normalise: 'none' } };
          const sheet = given.sheets[whose % given.sheets.length]!;
          const criterion = given.criteria[what % given.criteria.length]!;
          const better = { ...sheet, points: { ...sheet.points, [criterion.id]: criterion.scale } };
          const sheets = given.sheets.map((each) => (each === sheet ? better : each));
          const before = placesOf(given).get(sheet.entryId);
          if (before !== undefined)
            expect(placesOf({ ...given, sheets }).get(sheet.entryId)).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('of readers', () => {
  it('a like more never costs a place, whoever decides', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), counter, (input, whose, more) => {
        const entry = input.entries[whose % input.entries.length]!;
        if (entry.activity === null) return;
        const liked = { ...entry, activity: { ...entry.activity, likes: entry.activity.likes + more } };
        const entries = input.entries.map((each) => (each === entry ? liked : each));
        const before = placesOf(input).get(entry.id);
        if (before !== undefined)
          expect(placesOf({ ...input, entries }).get(entry.id)).toBeLessThanOrEqual(before);
      }),
    );
  });
});

function stretched(
  points: RankedSheet['points'],
  scaleOf: ReadonlyMap<string, number>,
  stretch: number,
  shift: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(points).map(([id, value]) => [id, value * stretch + shift * scaleOf.get(id)!]),
  );
}
