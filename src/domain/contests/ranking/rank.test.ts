import { describe, expect, it } from 'vitest';
import { defaultResultRules, type ResultRules } from '../result-rules.ts';
import type { Activity } from './activity.ts';
import { rank } from './rank.ts';
import type { RankableEntry, RankedSheet, RankingInput } from './ranking.ts';

const at = new Date('2026-03-01T09:00:00Z');
const entry = (id: string, more: Partial<RankableEntry> = {}): RankableEntry => ({
  id,
  nominationId: '1',
  activity: null,
  submittedAt: at,
  ...more,
});
/** Of one criterion, `a`, on a scale of 100. */
const sheets = (jurorId: string, points: Record<string, number>): RankedSheet[] =>
  Object.entries(points).map(([entryId, a]) => ({ jurorId, entryId, points: { a } }));
const rules = (more: Partial<ResultRules> = {}): ResultRules => ({
  ...defaultResultRules,
  minSheets: 1,
  ...more,
});
const input = (more: Partial<RankingInput>): RankingInput => ({
  nominationIds: ['1'],
  criteria: [{ id: 'a', weight: 1, scale: 100 }],
  sheets: [],
  entries: [],
  rules: rules(),
  ...more,
});
const ranked = (more: Partial<RankingInput>) => rank(input(more)).nominations[0]!;
const places = (more: Partial<RankingInput>) =>
  ranked(more).ranked.map(({ entryId, place, tie }) => [entryId, place, tie]);
const liked = (likes: number, reposts = 0, comments = 0): Activity => ({
  likes,
  reposts,
  comments,
  views: null,
});

describe('a sheet', () => {
  it('is the weighted share of its scales, on 100', () => {
    const [first] = ranked({
      criteria: [
        { id: 'a', weight: 3, scale: 10 },
        { id: 'b', weight: 1, scale: 5 },
      ],
      entries: [entry('1')],
      sheets: [{ jurorId: '7', entryId: '1', points: { a: 8, b: 1 } }],
    }).ranked;
    // 3 · 8/10 + 1 · 1/5 = 2.6 of 4.
    expect(first).toMatchObject({
      raw: 65,
      jury: 65,
      score: 65,
      criteria: { a: 80, b: 20 },
      sheets: [{ jurorId: '7', raw: 65, normalised: 65 }],
    });
  });

  it('of an entry that is not listed, of one withdrawn, counts for nothing', () => {
    const listed = { entries: [entry('1'), entry('2')] };
    const { pool, jurors } = ranked({ ...listed, sheets: sheets('7', { 1: 10, 2: 20, 3: 90 }) });
    expect(pool).toBe(null);
    expect(jurors).toMatchObject([{ jurorId: '7', sheets: 2, mean: 15 }]);
  });

  it('without all its points, or given twice, stops the ranking', () => {
    const entries = [entry('1')];
    const sheet = { jurorId: '7', entryId: '1', points: { b: 1 } };
    expect(() => ranked({ entries, sheets: [sheet] })).toThrow(/lacks points/);
    const twice = [...sheets('7', { 1: 10 }), ...sheets('7', { 1: 20 })];
    expect(() => ranked({ entries, sheets: twice })).toThrow(/two sheets/);
  });
});

describe('jurors', () => {
  const entries = ['1', '2', '3'].map((id) => entry(id));

  it('are brought to one mean and one spread', () => {
    const {
      pool,
      jurors,
      ranked: first,
    } = ranked({
      entries,
      sheets: [...sheets('7', { 1: 50, 2: 60, 3: 70 }), ...sheets('8', { 1: 60, 2: 80, 3: 100 })],
    });
    const own = Math.sqrt(200 / 3);
    // The mean of 50, 60, 70, 60, 80, 100; the root of (200 + 800) / 6.
    expect(pool).toEqual({ mean: 70, spread: expect.closeTo(Math.sqrt(1000 / 6), 9), sheets: 6 });
    expect(jurors).toEqual([
      {
        jurorId: '7',
        sheets: 3,
        mean: 60,
        spread: expect.closeTo(own, 9),
        way: 'scaled',
        factor: expect.closeTo(Math.sqrt(2.5), 9),
      },
      {
        jurorId: '8',
        sheets: 3,
        mean: 80,
        spread: expect.closeTo(2 * own, 9),
        way: 'scaled',
        factor: expect.closeTo(Math.sqrt(2.5) / 2, 9),
      },
    ]);
    const step = 10 * Math.sqrt(2.5);
    expect(first.map(({ entryId, score }) => [entryId, score])).toEqual([
      ['3', expect.closeTo(70 + step, 9)],
      ['2', expect.closeTo(70, 9)],
      ['1', expect.closeTo(70 - step, 9)],
    ]);
  });

  it('who are only stricter than others are shifted and not stretched', () => {
    const { jurors } = ranked({
      entries,
      sheets: [...sheets('7', { 1: 20, 2: 30, 3: 40 }), ...sheets('8', { 1: 90, 2: 80, 3: 70 })],
    });
    expect(jurors.map(({ factor }) => factor)).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
  });

  it('do not lose by a strict juror what others do not have to bear', () => {
    const all = { entries: [...entries, entry('4')] };
    const kind = sheets('7', { 1: 90, 2: 80, 3: 85, 4: 70 });
    // The strict one may not judge the third.
    const strict = sheets('8', { 1: 50, 2: 40, 4: 30 });
    const order = (normalise: ResultRules['normalise']) =>
      places({ ...all, sheets: [...kind, ...strict], rules: rules({ normalise }) }).map(([id]) => id);
    expect(order('none')).toEqual(['3', '1', '2', '4']);
    expect(order('per-juror')).toEqual(['1', '3', '2', '4']);
  });

  it('with fewer than three sheets are taken as they are and move nobody else', () => {
    const {
      pool,
      jurors,
      ranked: first,
    } = ranked({
      entries,
      sheets: [...sheets('7', { 1: 50, 2: 60, 3: 70 }), ...sheets('8', { 1: 10, 2: 20 })],
    });
    expect(pool).toMatchObject({ mean: 60, sheets: 3 });
    expect(jurors[1]).toMatchObject({ jurorId: '8', way: 'as-given', mean: 15 });
    expect(first.find(({ entryId }) => entryId === '1')?.sheets).toEqual([
      { jurorId: '7', raw: 50, normalised: expect.closeTo(50, 9) },
      { jurorId: '8', raw: 10, normalised: 10 },
    ]);
  });

  it('who give everybody the same are brought to the mean and part nobody', () => {
    const { jurors, ranked: first } = ranked({
      entries,
      sheets: [...sheets('7', { 1: 50, 2: 60, 3: 70 }), ...sheets('8', { 1: 100, 2: 100, 3: 100 })],
    });
    expect(jurors[1]).toMatchObject({ way: 'shifted', factor: 1 });
    expect(first.map(({ entryId, score }) => [entryId, score])).toEqual([
      ['3', expect.closeTo(85, 9)],
      ['2', expect.closeTo(80, 9)],
      ['1', expect.closeTo(75, 9)],
    ]);
  });

  it('who all give everybody the same leave everybody equal', () => {
    const same = [...sheets('7', { 1: 50, 2: 50, 3: 50 }), ...sheets('8', { 1: 90, 2: 90, 3: 90 })];
    expect(places({ entries, sheets: same })).toEqual([
      ['1', 1, 'shared'],
      ['2', 1, 'shared'],
      ['3', 1, 'shared'],
    ]);
  });

  it('keep an entry within 0 to 100, where one sheet may lie outside', () => {
    const { ranked: first } = ranked({
      entries: ['1', '2', '3', '4', '5'].map((id) => entry(id)),
      sheets: [
        ...sheets('7', { 1: 90, 2: 90, 3: 90, 4: 90, 5: 100 }),
        ...sheets('8', { 1: 100, 2: 70, 3: 70, 4: 70, 5: 100 }),
      ],
    });
    const best = first[0]!;
    expect(best.entryId).toBe('5');
    expect(Math.max(...best.sheets.map(({ normalised }) => normalised))).toBeGreaterThan(100);
    expect(best.score).toBe(100);
  });

  it('of another nomination change nothing in this one', () => {
    const both = [...entries, ...['4', '5', '6'].map((id) => entry(id, { nominationId: '2' }))];
    const here = sheets('7', { 1: 50, 2: 60, 3: 70 });
    const { nominations } = rank(
      input({
        nominationIds: ['2', '1'],
        entries: both,
        sheets: [...here, ...sheets('7', { 4: 1, 5: 2, 6: 3 })],
      }),
    );
    expect(nominations.map(({ nominationId }) => nominationId)).toEqual(['2', '1']);
    expect(nominations[1]).toEqual(ranked({ entries, sheets: here }));
  });
});

describe('equal scores', () => {
  const raw = rules({ normalise: 'none' });

  it('are parted by the median', () => {
    const entries = ['1', '2'].map((id) => entry(id));
    // Means of 60; medians of 50 and 70.
    const all = [
      ...sheets('7', { 1: 90, 2: 70 }),
      ...sheets('8', { 1: 50, 2: 70 }),
      ...sheets('9', { 1: 40, 2: 40 }),
    ];
    expect(places({ entries, sheets: all, rules: raw })).toEqual([
      ['2', 1, 'median'],
      ['1', 2, 'median'],
    ]);
  });

  it('then by the heaviest criterion, those of one weight together', () => {
    const criteria = [
      { id: 'c', weight: 1, scale: 10 },
      { id: 'a', weight: 2, scale: 10 },
      { id: 'b', weight: 2, scale: 10 },
    ];
    const sheet = (entryId: string, a: number, b: number, c: number) => ({
      jurorId: '7',
      entryId,
      points: { a, b, c },
    });
    // 2·4 + 2·6 + 4 = 2·6 + 2·4 + 4 = 2·6 + 2·5 + 2: the third is ahead by its heavy ones, the others are equal in both.
    const all = [sheet('1', 4, 6, 4), sheet('2', 6, 4, 4), sheet('3', 6, 5, 2)];
    const entries = ['1', '2', '3', '4'].map((id) => entry(id));
    expect(places({ criteria, entries, sheets: [...all, sheet('4', 1, 1, 1)], rules: raw })).toEqual([
      ['3', 1, 'criterion'],
      ['1', 2, 'shared'],
      ['2', 2, 'shared'],
      ['4', 4, null],
    ]);
  });

  it('are seen as equal though floating-point sums differ', () => {
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, weight: 0.1, scale: 3 }));
    const sheet = (entryId: string, a: number, b: number, c: number) => ({
      jurorId: '7',
      entryId,
      points: { a, b, c },
    });
    const all = [sheet('1', 0.1, 0.2, 0.3), sheet('2', 0.3, 0.2, 0.1), sheet('3', 0.2, 0.2, 0.2)];
    const entries = ['1', '2', '3'].map((id) => entry(id));
    expect(places({ criteria, entries, sheets: all, rules: raw }).map(([, place]) => place)).toEqual([
      1, 1, 1,
    ]);
  });

  it('stand by the time they were handed in, which gives no better place', () => {
    const early = new Date(at.getTime() - 1000);
    const entries = [entry('1'), entry('10'), entry('9', { submittedAt: early })];
    const all = sheets('7', { 1: 50, 10: 50, 9: 50 });
    expect(places({ entries, sheets: all })).toEqual([
      ['9', 1, 'shared'],
      ['1', 1, 'shared'],
      ['10', 1, 'shared'],
    ]);
  });
});

describe('activity', () => {
  const by = (more: Partial<ResultRules> = {}) => rules({ by: 'activity', ...more });

  it('is counted by weight and scaled by the logarithm of the best of the nomination', () => {
    const { ranked: first } = ranked({
      entries: [
        entry('1', { activity: liked(0) }),
        entry('2', { activity: liked(1, 2, 1) }),
        entry('3', { activity: liked(99) }),
        entry('4', { nominationId: '2', activity: liked(100_000) }),
      ],
      rules: by(),
    });
    expect(first.map(({ entryId, activity, score }) => [entryId, activity?.weighted, score])).toEqual([
      ['3', 99, 100],
      // 1 + 3·2 + 2·1 = 9: ten times less than the best is half of it.
      ['2', 9, expect.closeTo(50, 9)],
      ['1', 0, 0],
    ]);
  });

  it('of nobody leaves all at nothing', () => {
    const entries = ['1', '2'].map((id) => entry(id, { activity: liked(0) }));
    expect(ranked({ entries, rules: by() }).ranked.map(({ score, place }) => [score, place])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('that is not known leaves an entry without a place and says so', () => {
    const entries = [entry('1', { activity: liked(1) }), entry('2')];
    const { ranked: first, unranked } = ranked({ entries, rules: by() });
    expect(first.map(({ entryId }) => entryId)).toEqual(['1']);
    expect(unranked).toMatchObject([{ entryId: '2', reason: 'no-activity' }]);
  });

  it('alone is not decided by the jury where it is equal', () => {
    const entries = ['1', '2'].map((id) => entry(id, { activity: liked(5) }));
    const all = { entries, sheets: sheets('7', { 1: 10, 2: 90 }), rules: by() };
    expect(places(all).map(([, place]) => place)).toEqual([1, 1]);
  });

  it('is mixed with the jury by the share', () => {
    const entries = [entry('1', { activity: liked(9) }), entry('2', { activity: liked(99) })];
    const { ranked: first } = ranked({
      entries,
      sheets: sheets('7', { 1: 90, 2: 40 }),
      rules: rules({ by: 'mixed', juryShare: 0.6 }),
    });
    expect(first.map(({ entryId, score }) => [entryId, score])).toEqual([
      ['1', expect.closeTo(0.6 * 90 + 0.4 * 50, 9)],
      ['2', expect.closeTo(0.6 * 40 + 0.4 * 100, 9)],
    ]);
  });
});

describe('an entry with too few sheets', () => {
  it('gets no place, takes none, and keeps its numbers', () => {
    const entries = ['1', '2', '3'].map((id) => entry(id));
    const all = [...sheets('7', { 1: 90, 2: 80, 3: 70 }), ...sheets('8', { 2: 80, 3: 70 })];
    const { ranked: first, unranked } = ranked({ entries, sheets: all, rules: rules({ minSheets: 2 }) });
    expect(first.map(({ entryId, place }) => [entryId, place])).toEqual([
      ['2', 1],
      ['3', 2],
    ]);
    expect(unranked).toMatchObject([{ entryId: '1', reason: 'too-few-sheets', raw: 90 }]);
  });

  it('or none at all has no numbers', () => {
    expect(ranked({ entries: [entry('1')] }).unranked).toEqual([
      {
        entryId: '1',
        sheets: [],
        raw: null,
        jury: null,
        median: null,
        criteria: {},
        activity: null,
        reason: 'too-few-sheets',
      },
    ]);
  });
});

describe('awards', () => {
  it('go to everybody who shares a place', () => {
    const entries = ['1', '2', '3', '4', '5'].map((id) => entry(id));
    const { ranked: first } = ranked({ entries, sheets: sheets('7', { 1: 9, 2: 9, 3: 8, 4: 8, 5: 7 }) });
    expect(first.map(({ entryId, place, award }) => [entryId, place, award])).toEqual([
      ['1', 1, 'winner'],
      ['2', 1, 'winner'],
      ['3', 3, 'laureate'],
      ['4', 3, 'laureate'],
      ['5', 5, 'participant'],
    ]);
  });
});
