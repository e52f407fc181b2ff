import type { PostCounters } from './post.ts';

/** The counters of one post at one moment. */
export type CounterPoint = PostCounters & { at: Date };

/**
 * What staff should look at, with the facts it rests on; a machine decides nothing by it. The numbers are those of the
 * interval it was seen in, `times` how many times the pace was that of the other intervals.
 */
export type Mark =
  | { code: 'likes-jump'; from: Date; to: Date; grown: number; times: number }
  | { code: 'reposts-jump'; from: Date; to: Date; grown: number; times: number }
  /** More likes than views: nobody likes what they have not seen. */
  | { code: 'likes-over-views'; at: Date; likes: number; views: number }
  /** Likes grew while hardly anybody looked. */
  | { code: 'likes-without-views'; from: Date; to: Date; likes: number; views: number };

/** Below this a jump is a lunch break in the staff room. */
const smallestJump = { likes: 50, reposts: 25 };
/** How far above the usual pace a jump is. */
const jumpTimes = 10;
/** A post is read most in its first days: what came at once says little, so one interval is compared with others. */
const fewestIntervals = 3;
/** VK counts views late and without those who only passed by; a few likes may precede them. */
const likesPerView = 0.8;
const fewestLikes = 30;

type Interval = { from: CounterPoint; to: CounterPoint; hours: number };

/** Looks through a series in any order; fewer than two points say nothing about growth. */
export function counterMarks(series: readonly CounterPoint[]): Mark[] {
  const points = series.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const intervals = intervalsOf(points);
  return [
    ...jumps('likes', intervals),
    ...jumps('reposts', intervals),
    ...overViews(points),
    ...intervals.flatMap(withoutViews),
  ];
}

function intervalsOf(points: readonly CounterPoint[]): Interval[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    const hours = from ? (to.at.getTime() - from.at.getTime()) / 3_600_000 : 0;
    return from && hours > 0 ? [{ from, to, hours }] : [];
  });
}

function jumps(what: 'likes' | 'reposts', intervals: readonly Interval[]): Mark[] {
  if (intervals.length < fewestIntervals) return [];
  return intervals.flatMap((interval) => {
    const grown = interval.to[what] - interval.from[what];
    if (grown < smallestJump[what]) return [];
    const usual = usualPace(what, intervals, interval);
    const times = grown / interval.hours / usual;
    if (times < jumpTimes) return [];
    const [from, to] = [interval.from.at, interval.to.at];
    return [{ code: `${what}-jump` as const, from, to, grown, times: Math.round(times) }];
  });
}

/** A slow post of one like a day is no reason to call five of them a jump: at least one in ten hours. */
const slowestPace = 0.1;

/** The middle pace of the other intervals, an hour. */
function usualPace(what: 'likes' | 'reposts', intervals: readonly Interval[], but: Interval): number {
  const paces = intervals
    .filter((one) => one !== but)
    .map((one) => Math.max(0, one.to[what] - one.from[what]) / one.hours)
    .toSorted((a, b) => a - b);
  const middle = paces.length / 2;
  const low = paces[Math.ceil(middle) - 1] ?? 0;
  const high = paces[Math.floor(middle)] ?? 0;
  return Math.max(slowestPace, (low + high) / 2);
}

/** Once, where it was seen first. */
function overViews(points: readonly CounterPoint[]): Mark[] {
  const found = points.find(({ likes, views }) => views !== null && likes >= fewestLikes && likes > views);
  if (!found || found.views === null) return [];
  return [{ code: 'likes-over-views', at: found.at, likes: found.likes, views: found.views }];
}

function withoutViews({ from, to }: Interval): Mark[] {
  if (from.views === null || to.views === null) return [];
  const likes = to.likes - from.likes;
  const views = to.views - from.views;
  if (likes < fewestLikes || views >= likes * likesPerView) return [];
  return [{ code: 'likes-without-views', from: from.at, to: to.at, likes, views }];
}
