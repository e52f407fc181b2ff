import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CounterPoint, counterMarks } from './growth.ts';

const hour = 3_600_000;
const start = new Date('2022-03-10T00:00:00Z').getTime();

/** One point each six hours. */
const series = (...points: [likes: number, views: number | null, reposts?: number][]): CounterPoint[] =>
  points.map(([likes, views, reposts = 0], index) => ({
    at: new Date(start + index * 6 * hour),
    likes,
    views,
    reposts,
    comments: 0,
  }));

test('steady growth and the rush of the first day are marked by nothing', () => {
  expect(counterMarks(series([0, 0], [20, 200], [35, 400], [45, 520], [50, 600], [52, 640]))).toEqual([]);
  expect(counterMarks(series([0, 0], [80, 900], [100, 1200]))).toEqual([]);
  expect(counterMarks([])).toEqual([]);
});

test('a jump of likes far above the rest is marked with its size', () => {
  const marks = counterMarks(series([0, 0], [6, 90], [12, 180], [312, 1200], [318, 1290], [324, 1380]));
  expect(marks).toEqual([
    {
      code: 'likes-jump',
      from: new Date(start + 12 * hour),
      to: new Date(start + 18 * hour),
      grown: 300,
      times: 50,
    },
  ]);
});

test('a jump of reposts is marked', () => {
  const marks = counterMarks(series([0, 0, 0], [5, 90, 1], [9, 180, 1], [12, 300, 61], [14, 400, 62]));
  expect(marks.map((mark) => mark.code)).toEqual(['reposts-jump']);
});

test('likes without views, and more of them than views', () => {
  const marks = counterMarks(series([10, 200], [60, 205], [260, 210], [265, 260]));
  expect(marks.map((mark) => mark.code)).toEqual([
    'likes-over-views',
    'likes-without-views',
    'likes-without-views',
  ]);
  expect(marks[0]).toEqual({
    code: 'likes-over-views',
    at: new Date(start + 12 * hour),
    likes: 260,
    views: 210,
  });
});

test('where VK tells no views nothing is said about them', () => {
  expect(counterMarks(series([0, null], [100, null]))).toEqual([]);
});

test('small numbers, falling ones and two looks at one moment mark nothing', () => {
  const point = fc.record({
    likes: fc.integer({ min: 0, max: 24 }),
    reposts: fc.integer({ min: 0, max: 24 }),
    comments: fc.nat(),
    views: fc.option(fc.nat()),
    at: fc.date({ min: new Date(start), max: new Date(start + 30 * hour), noInvalidDate: true }),
  });
  fc.assert(
    fc.property(fc.array(point), (points) => {
      expect(counterMarks(points)).toEqual([]);
    }),
  );
});

test('the order in which points come does not matter', () => {
  const points = series([0, 0], [6, 90], [12, 180], [312, 1200], [318, 1290], [324, 1380]);
  expect(counterMarks(points.toReversed())).toEqual(counterMarks(points));
});
