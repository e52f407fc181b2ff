import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';
import type { Criterion } from './contest.ts';
import type { Abstention, GivenPoints, SheetState } from './judging.ts';
import type { ContestStage } from './stage.ts';

/** A contest of whose jury one is. Counts are of works one may judge. */
export type JurorContest = {
  id: string;
  title: string;
  stage: ContestStage;
  closesAt: Date;
  judgingUntil: Date | null;
  blind: boolean;
  isChair: boolean;
  /** Whether points are taken now. */
  mayJudge: boolean;
  due: number;
  finished: number;
  abstained: number;
  /** Works of one's own, one's organization or one's pair: no more than how many there are. */
  conflicts: number;
};

export type SheetLine = {
  entryId: string;
  nomination: string;
  /** The author's own words; empty for a post. */
  title: string;
  state: SheetState;
  /** Asked to look at it once more, and not finished since. */
  isAskedAgain: boolean;
};

export type JurorWorks = JurorContest & { items: SheetLine[] };

export type WorkFile = { id: string; name: string; mime: string; size: number };

/** What a juror sees of a work. Of a blind contest neither who made it nor where it can be seen with their name. */
export type WorkShown = {
  entryId: string;
  nomination: string;
  title: string;
  description: string;
  link: string | null;
  /** The text as it was kept when it was checked last. `null`: no post, or none kept. */
  post: { text: string; attachments: string[]; url: string | null } | null;
  files: WorkFile[];
  /** `null` of a blind contest. */
  authors: string[] | null;
  organizationName: string | null;
  teamName: string | null;
};

/** What a juror has given and written. */
export type SheetMarks = {
  points: Readonly<Record<string, number>>;
  comment: string;
  abstained: Abstention | null;
  finishedAt: Date | null;
  /** Asked to look at it once more, and not finished since. */
  isAskedAgain: boolean;
  updatedAt: Date | null;
};

export type SheetView = SheetMarks & {
  contest: Pick<
    JurorContest,
    'id' | 'title' | 'stage' | 'closesAt' | 'judgingUntil' | 'blind' | 'mayJudge'
  > & {
    /** Whether authors are going to read what is written here. */
    showsComments: boolean;
  };
  criteria: Criterion[];
  work: WorkShown;
};

/** Only what is given changes. */
export type SheetChange = { points?: readonly GivenPoints[]; comment?: string };

/**
 * What a juror does. Another's contest is `Refusal('contest-unknown')`, a work that is not theirs to judge
 * `'entry-unknown'`, whatever the reason.
 */
export type JudgingDesk = {
  contests(staff: Staff): Promise<JurorContest[]>;
  works(staff: Staff, contestId: string): Promise<JurorWorks>;
  sheet(staff: Staff, entryId: string): Promise<SheetView>;
  /**
   * Saved as it is typed. Each field is its own: of two tabs the last one to write a field wins, and nothing else of the sheet
   * is touched. `Refusal('contest-stage' | 'contest-judging-over' | 'sheet-finished' | 'sheet-abstained' | 'points-wrong')`.
   */
  save(staff: Staff, entryId: string, change: SheetChange): Promise<SheetMarks>;
  /** Once; again it answers the same. `Refusal('sheet-incomplete', { missing })`. */
  finish(staff: Staff, entryId: string): Promise<SheetMarks>;
  /** `null`: they judge after all. `Refusal('sheet-finished')`. */
  abstain(staff: Staff, entryId: string, why: Abstention | null): Promise<SheetMarks>;
  /** Under a name that tells nothing. */
  file(staff: Staff, entryId: string, fileId: string): Promise<FileContent>;
};
