import type { Award, ResultRules } from '../result-rules.ts';
import type { Activity, ActivityScore } from './activity.ts';
import type { Normalisation, NormalisedTotal } from './normalise.ts';

/** `scale`: the most points there are; `weight` above 0, of any sum. */
export type RankedCriterion = { id: string; weight: number; scale: number };
/** A finished sheet: points for every criterion. */
export type RankedSheet = { jurorId: string; entryId: string; points: Readonly<Record<string, number>> };
export type RankableEntry = {
  id: string;
  nominationId: string;
  /** As frozen at the close; null where there is none or it could not be looked up. */
  activity: Activity | null;
  submittedAt: Date;
};

export type RankingInput = {
  nominationIds: readonly string[];
  criteria: readonly RankedCriterion[];
  sheets: readonly RankedSheet[];
  entries: readonly RankableEntry[];
  rules: ResultRules;
};

/** Every number on the way to the places, so that each can be shown and computed again. Plain data. */
export type Ranking = { nominations: NominationRanking[] };

export type NominationRanking = Pick<Normalisation, 'pool' | 'jurors'> & {
  nominationId: string;
  /** The best first; entries that share a place by the time they were handed in. */
  ranked: RankedEntry[];
  unranked: UnrankedEntry[];
};

export type EntryScores = {
  entryId: string;
  sheets: Pick<NormalisedTotal, 'jurorId' | 'raw' | 'normalised'>[];
  /** Mean of the raw totals, 0–100; like the next two null without a sheet. */
  raw: number | null;
  /** Mean of the normalised totals, kept inside 0–100. */
  jury: number | null;
  median: number | null;
  /** By criterion: mean of its points as a share of its scale, 0–100. Empty without a sheet. */
  criteria: Readonly<Record<string, number>>;
  activity: ActivityScore | null;
};

/** What parted an entry from others of the same score; `shared`: nothing did. */
export type TieBreak = 'median' | 'criterion' | 'shared';

export type RankedEntry = EntryScores & {
  /** 0–100. */
  score: number;
  place: number;
  award: Award;
  /** null: nobody has the same score. */
  tie: TieBreak | null;
};

export type UnrankedEntry = EntryScores & {
  /** `no-activity`: its counters are not known, which is no fault of the entry. */
  reason: 'too-few-sheets' | 'no-activity';
};
