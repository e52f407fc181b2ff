import type { Staff } from '../staff/staff.ts';
import type { Abstention, SheetState } from './judging.ts';
import type { Conflict } from './ranking/conflict.ts';
import type { JurorProgress } from './ranking/progress.ts';
import type { ContestStage } from './stage.ts';

export type JurorLine = JurorProgress & {
  personId: string;
  name: string;
  isChair: boolean;
  abstained: number;
  conflicts: number;
  /** When they last touched a sheet. */
  lastAt: Date | null;
};

export type JuryCell = {
  jurorId: string;
  /** `none`: another nomination's. */
  state: SheetState | Conflict | 'none';
  /** 0–100, of finished ones. */
  total: number | null;
};

export type JuryRow = {
  entryId: string;
  title: string;
  authors: string[];
  organizationName: string;
  nomination: string;
  possible: number;
  finished: number;
  /** Points of 100 between the highest and the lowest juror; null for fewer than two. */
  range: number | null;
  /** As wide as the rules show again. */
  isWide: boolean;
  askedAgainAt: Date | null;
  cells: JuryCell[];
};

export type JuryProgress = {
  contestId: string;
  stage: ContestStage;
  /** Whether works may be shown again now. */
  mayAskAgain: boolean;
  shownAgainFrom: number | null;
  minSheets: number;
  jurors: JurorLine[];
  rows: JuryRow[];
  /** Works that will get no place, however long one waits: too few may judge them. */
  hopeless: number;
};

export type JurySheet = {
  jurorId: string;
  name: string;
  points: Record<string, number>;
  comment: string;
  abstained: Abstention | null;
  finishedAt: Date | null;
  askedAgainAt: Date | null;
};

/** How the jury is doing, for staff of the whole city. */
export type JuryWatchDesk = {
  progress(staff: Staff, contestId: string): Promise<JuryProgress>;
  /** What the jury gave and wrote about one work. */
  sheets(staff: Staff, contestId: string, entryId: string): Promise<JurySheet[]>;
  /**
   * Opens the finished sheets of these works again and tells each juror once, however many works they are. What was
   * opened already and is not finished yet stays so and is told nobody again.
   */
  askAgain(
    staff: Staff,
    contestId: string,
    entryIds: readonly string[],
  ): Promise<{ sheets: number; told: number }>;
};
