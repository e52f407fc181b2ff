import type { ActivityWeights } from '../result-rules.ts';

/** What stands under a post; `views`: null where VK does not tell. Views are shown and never counted. */
export type Activity = { likes: number; reposts: number; comments: number; views: number | null };

/** `weighted`: likes, reposts and comments as the rules count them. `score`: 0–100. */
export type ActivityScore = { weighted: number; score: number };

/**
 * 100 for the best of the nomination, 0 for none at all, and between them by the logarithm: the step from 10 likes to 20 is worth as much as
 * from 100 to 200, and a thousand likes of one do not leave nothing to the rest.
 */
export function activityScores(
  entries: readonly { id: string; activity: Activity | null }[],
  weights: ActivityWeights,
): Map<string, ActivityScore> {
  const weighted = entries.flatMap(({ id, activity }) =>
    activity === null ? [] : [{ id, weighted: weightedOf(activity, weights) }],
  );
  const best = Math.max(0, ...weighted.map((each) => each.weighted));
  return new Map(
    weighted.map((each) => [each.id, { weighted: each.weighted, score: scoreOf(each.weighted, best) }]),
  );
}

function weightedOf(activity: Activity, weights: ActivityWeights): number {
  return (
    activity.likes * weights.likes + activity.reposts * weights.reposts + activity.comments * weights.comments
  );
}

function scoreOf(weighted: number, best: number): number {
  return best === 0 ? 0 : (100 * Math.log1p(weighted)) / Math.log1p(best);
}
