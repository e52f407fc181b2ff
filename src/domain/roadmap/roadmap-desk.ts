import type { Day } from '../calendar/day.ts';
import type { ContestStage } from '../contests/stage.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { RoadmapHead, StateCounts, TimelineWindow } from '../overview/overview.ts';
import type { Staff } from '../staff/staff.ts';
import type { Completion, TaskEvent } from '../tasks/task-history.ts';
import type { NamedTarget, Target } from './responsible.ts';

export type RoadmapSummary = RoadmapHead & {
  items: number;
  counts: StateCounts;
  /** The one that pages show unless another is asked for. */
  current: boolean;
};

export const itemSorts = ['place', 'due', 'title'] as const;
export type ItemSort = (typeof itemSorts)[number];

/** An item with how far it is in the reader's organizations. */
export type ItemRow = {
  id: string;
  roadmapId: string;
  section: string;
  code: string;
  title: string;
  /** In the order's words. */
  deadline: string;
  responsible: string[];
  expected: string;
  /** Pieces of the deadline that nobody has understood. */
  unparsed: string[];
  /** The staff have said what the deadline means. */
  corrected: boolean;
  counts: StateCounts;
  /** The nearest last day of what is not settled. */
  nextDueOn: Day | null;
};

export type ItemView = ItemRow & {
  roadmap: RoadmapHead;
  windows: TimelineWindow[];
  standing: string[];
  /** Held for it, newest first; none for whoever may not see contests. */
  contests: { id: string; title: string; stage: ContestStage }[];
  meanings: { phrase: string; targets: NamedTarget[] | null }[];
  /** Newest first, the last fifty of each. */
  completions: (Completion & { taskId: string; organizationName: string })[];
  events: (TaskEvent & { taskId: string; organizationName: string })[];
};

/** Words of the column «Ответственные исполнители» with what they mean. */
export type ResponsibleWord = {
  phrase: string;
  targets: NamedTarget[];
  /** Nobody has explained them: their tasks stand with the coordinator. */
  unknown: boolean;
  /** Numbers of the items that have them. */
  items: string[];
  /** To change the meaning upon. */
  version: string;
};

export type TaskChangeCounts = { inserted: number; updated: number; withdrawn: number; revived: number };

export type RoadmapDesk = {
  /** Newest first. */
  roadmaps(staff: Staff): Promise<RoadmapSummary[]>;
  /** `roadmapId: null`: the one of today. `Refusal('roadmap-unknown')`. */
  items(staff: Staff, roadmapId: string | null, query: ListQuery<ItemSort>): Promise<Page<ItemRow>>;
  /** `Refusal('item-unknown')`. */
  item(staff: Staff, itemId: string): Promise<ItemView>;
  words(staff: Staff): Promise<ResponsibleWord[]>;
  /**
   * Says what words mean, however they are spelled, and brings the tasks in line. `version` of what was seen before: throws `Outdated`.
   * `Refusal('phrase-unknown' | 'partner-unknown' | 'targets-none')`.
   */
  explain(
    staff: Staff,
    phrase: string,
    targets: readonly Target[],
    version: string,
  ): Promise<{ word: ResponsibleWord; tasks: TaskChangeCounts }>;
};
