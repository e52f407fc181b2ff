/** What an entry comes out with. */
export const awards = ['winner', 'laureate', 'participant'] as const;
export type Award = (typeof awards)[number];

export const resultSources = ['jury', 'activity', 'mixed'] as const;
export const normalisations = ['per-juror', 'none'] as const;

/** How the results of a contest are formed. All scores are on 0–100, whatever the scales of the criteria. */
export type ResultRules = {
  /** Who decides: the jury's sheets, what readers did under the post, or both. */
  by: (typeof resultSources)[number];
  /** How much the jury counts where both decide, 0–1; the rest is the activity's. */
  juryShare: number;
  /** `per-juror`: a strict juror and a kind one are brought to one mean and one spread before they are put together. */
  normalise: (typeof normalisations)[number];
  /** What one like, repost and comment counts. */
  activity: ActivityWeights;
  thresholds: Thresholds;
  /** Finished sheets below which an entry gets no place; the activity alone needs none. */
  minSheets: number;
  /** Points between the highest and the lowest juror from which an entry is shown to the jury again; `null`: never. */
  shownAgainFrom: number | null;
};

export type ActivityWeights = { likes: number; reposts: number; comments: number };

/**
 * Who is a winner and who a laureate. Places count through: winners are up to `winnerPlaces`, laureates the ones after them up to
 * `laureatePlaces`. Scores are the least one has to have. Where both are given both have to be met; where neither is, nobody is.
 * Whoever shares a place shares what it brings.
 */
export type Thresholds = {
  winnerPlaces: number | null;
  laureatePlaces: number | null;
  winnerScore: number | null;
  laureateScore: number | null;
};

export const defaultResultRules: ResultRules = {
  by: 'jury',
  juryShare: 0.7,
  normalise: 'per-juror',
  activity: { likes: 1, reposts: 3, comments: 2 },
  thresholds: { winnerPlaces: 1, laureatePlaces: 3, winnerScore: null, laureateScore: null },
  minSheets: 2,
  shownAgainFrom: 40,
};

/** What is stored may be older than the program, or nothing at all: what it lacks is as usual. */
export function readResultRules(stored: unknown): ResultRules {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<ResultRules>;
  const { activity, thresholds } = defaultResultRules;
  return {
    ...defaultResultRules,
    ...given,
    activity: { ...activity, ...given.activity },
    thresholds: { ...thresholds, ...given.thresholds },
  };
}

export const resultRuleFaults = [
  'jury-share',
  'activity-weights',
  'no-winner',
  'places',
  'scores',
  'min-sheets',
  'shown-again',
] as const;
export type ResultRuleFault = (typeof resultRuleFaults)[number];

/** What is wrong with the rules, each fault once; empty for rules that can be ranked by. */
export function checkResultRules(rules: ResultRules): ResultRuleFault[] {
  const { by, juryShare, activity, minSheets, shownAgainFrom } = rules;
  const faults: (ResultRuleFault | false)[] = [
    by === 'mixed' && !(juryShare > 0 && juryShare < 1) && 'jury-share',
    by !== 'jury' && !hasWeight(Object.values(activity)) && 'activity-weights',
    ...thresholdFaults(rules.thresholds),
    !(Number.isInteger(minSheets) && minSheets >= 1) && 'min-sheets',
    shownAgainFrom !== null && !(shownAgainFrom > 0 && shownAgainFrom <= 100) && 'shown-again',
  ];
  return faults.filter((fault) => fault !== false);
}

function hasWeight(weights: readonly number[]): boolean {
  return (
    weights.every((weight) => Number.isFinite(weight) && weight >= 0) && weights.some((weight) => weight > 0)
  );
}

function thresholdFaults({
  winnerPlaces,
  laureatePlaces,
  winnerScore,
  laureateScore,
}: Thresholds): (ResultRuleFault | false)[] {
  const isPlace = (place: number | null) => place === null || (Number.isInteger(place) && place >= 1);
  const isScore = (score: number | null) => score === null || (score >= 0 && score <= 100);
  const isDown = (first: number | null, second: number | null) =>
    first === null || second === null || first <= second;
  return [
    winnerPlaces === null && winnerScore === null && 'no-winner',
    !(isPlace(winnerPlaces) && isPlace(laureatePlaces) && isDown(winnerPlaces, laureatePlaces)) && 'places',
    !(isScore(winnerScore) && isScore(laureateScore) && isDown(laureateScore, winnerScore)) && 'scores',
  ];
}

/** `place` from 1, `score` as it is shown or finer. */
export function awardOf(place: number, score: number, thresholds: Thresholds): Award {
  const { winnerPlaces, laureatePlaces, winnerScore, laureateScore } = thresholds;
  const meets = (places: number | null, least: number | null) =>
    (places !== null || least !== null) &&
    (places === null || place <= places) &&
    // What is a hair below by rounding of floating-point numbers is not below.
    (least === null || score >= least - 1e-9);
  if (meets(winnerPlaces, winnerScore)) return 'winner';
  return meets(laureatePlaces, laureateScore) ? 'laureate' : 'participant';
}
