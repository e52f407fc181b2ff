import type { Day } from '../calendar/day.ts';
import type { Activity } from './ranking/activity.ts';
import type { Conflict } from './ranking/conflict.ts';
import type { RankedCriterion, Ranking } from './ranking/ranking.ts';
import type { ResultRules } from './result-rules.ts';

/**
 * All that the protocol and the sheets of results say, by then with every name. Plain data: whoever reads it from the database decides nothing here.
 */
export type ProtocolFacts = {
  organizerName: string;
  contestTitle: string;
  /** Where the jury sat, «г. Глазов»; empty for nowhere. */
  place: string;
  /** `null`: a line to be filled in by hand. */
  number: string | null;
  heldOn: Day | null;
  /** In the order they are numbered in; empty where readers alone decide. */
  jurors: readonly ProtocolJuror[];
  secretary: { name: string; post: string } | null;
  criteria: readonly (RankedCriterion & { title: string })[];
  rules: ResultRules;
  nominations: readonly { id: string; title: string }[];
  entries: readonly ProtocolEntry[];
  /** Finished ones. */
  sheets: readonly ProtocolSheet[];
  ranking: Ranking;
  excused: readonly ExcusedJuror[];
  askedAgain: readonly AskedAgain[];
};

/** `name`: surname, name, patronymic in the nominative; `post`: empty for none. */
export type ProtocolJuror = { id: string; name: string; post: string; isChair: boolean; isPresent: boolean };

/** `authors`: names of all behind it, or that of the team. `activity`: as frozen at the close. */
export type ProtocolEntry = {
  id: string;
  title: string;
  authors: readonly string[];
  organizationName: string;
  activity: Activity | null;
};

export type ProtocolSheet = {
  jurorId: string;
  entryId: string;
  points: Readonly<Record<string, number>>;
  comment: string;
};

/** Who did not judge what. `abstained`: they have said so themselves. */
export type ExcusedJuror = { jurorId: string; entryId: string; why: Conflict | 'abstained' };

/** `range`: how many points of 100 the jury was apart when the entry was shown to it again. */
export type AskedAgain = { entryId: string; range: number };
