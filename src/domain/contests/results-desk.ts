import type { Day } from '../calendar/day.ts';
import type { Errand } from '../errands/errand.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';
import type { Criterion } from './contest.ts';
import type { Activity } from './ranking/activity.ts';
import type { Ranking } from './ranking/ranking.ts';
import type { ResultRules } from './result-rules.ts';
import type { ContestStage } from './stage.ts';

/** What still stands between now and checked results. */
export type Unfinished = {
  /** Sheets that jurors still owe. */
  sheets: number;
  /** Works nobody has decided on: being checked, or waiting to be mended. */
  entries: number;
  /** Readers count, and the counters have not been frozen yet. */
  isActivityOpen: boolean;
};

export type ResultEntry = {
  id: string;
  title: string;
  authors: string[];
  teamName: string | null;
  organizationName: string;
  activity: Activity | null;
};

export type ResultsView = {
  contestId: string;
  title: string;
  stage: ContestStage;
  /** The places are stored and do not change any more; before, they are what they would be now. */
  isStored: boolean;
  checkedAt: Date | null;
  publishedAt: Date | null;
  unfinished: Unfinished;
  rules: ResultRules;
  criteria: Criterion[];
  nominations: { id: string; title: string }[];
  jurors: { id: string; name: string }[];
  entries: ResultEntry[];
  ranking: Ranking;
  hasProtocol: boolean;
};

export type PublishPreview = {
  works: number;
  people: number;
  /** Who can be written to. */
  reachable: number;
  /** Whose name and award we may show on our page, and on the community's wall. */
  namedOnSite: number;
  namedInVk: number;
  showsComments: boolean;
  /** What would stand on the wall, names of those alone who consented. */
  post: string;
};

export type Publishing = {
  /** On the community's wall: by the program, by hand, or not at all. */
  post: 'planned' | 'by-hand' | 'none';
  text: string;
};

/** What staff say of the session; empty ones are left to be written in by hand. */
export type ProtocolWish = {
  number: string | null;
  heldOn: Day | null;
  /** Ids of jurors who were not there. */
  absent: readonly string[];
  secretary: { name: string; post: string } | null;
};

/** Ranking, checking and publishing. Contests out of reach are `Refusal('contest-unknown')`. */
export type ResultsDesk = {
  get(staff: Staff, contestId: string): Promise<ResultsView>;
  /**
   * Writes the places down, once and for all. `Refusal('results-unfinished', Unfinished)` while something is missing, but
   * with a reason; `'contest-stage'` where they stand already.
   */
  check(staff: Staff, contestId: string, given: { force: string | null }): Promise<ResultsView>;
  preview(staff: Staff, contestId: string): Promise<PublishPreview>;
  /** Makes them public and begins to tell everybody; answers the errand that does. */
  publish(staff: Staff, contestId: string, given: Publishing): Promise<Errand>;
  /** Goes on telling where that broke off; whoever was told is told nothing more. */
  tellAgain(staff: Staff, contestId: string): Promise<Errand>;
  /** Made anew in place of the one before. `Refusal('results-unchecked')` before the results stand. */
  makeProtocol(staff: Staff, contestId: string, wish: ProtocolWish): Promise<ResultsView>;
  /** `Refusal('file-unknown')` before it was made. */
  protocol(staff: Staff, contestId: string): Promise<FileContent>;
  /** As a spreadsheet: as they stand, or as they would be now. */
  sheets(staff: Staff, contestId: string): Promise<FileContent>;
};
