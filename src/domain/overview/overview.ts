import type { Day } from '../calendar/day.ts';
import type { Platform } from '../people/channel.ts';
import type { RoadmapOrder } from '../roadmap/roadmap.ts';
import type { Staff } from '../staff/staff.ts';
import type { TaskState } from '../tasks/task.ts';
import type { TaskRow } from '../tasks/task-list.ts';

export type StateCounts = Record<TaskState, number>;

/** How many there are, and the first few. */
export type Few<Item> = { total: number; items: Item[] };

export type WaitingApplication = {
  id: string;
  form: string;
  organizationName: string;
  appliedOn: Day;
  /** Full name; `null` where the reader may not see people. */
  person: string | null;
};

/** Answers for open or late tasks and can't be written to. */
export type UnreachablePerson = {
  personId: string;
  person: string | null;
  organizationName: string;
  tasks: number;
};

/** Nobody knows whether it arrived. */
export type UncertainDelivery = { id: string; platform: Platform; on: Day; person: string | null };

export type RoadmapHead = {
  id: string;
  title: string;
  order: RoadmapOrder | null;
  period: { from: Day; to: Day };
};

export type Overview = {
  today: Day;
  /** `null` before the first import. */
  roadmap: RoadmapHead | null;
  counts: StateCounts;
  late: Few<TaskRow>;
  soon: Few<TaskRow>;
  /** `null` for whoever has nothing to do with them. */
  applications: Few<WaitingApplication> | null;
  unreachable: Few<UnreachablePerson>;
  uncertain: Few<UncertainDelivery> | null;
};

export type CellState = TaskState;

/** An item in an organization: all its occurrences there. Where there is none, there is no cell. */
export type ProgressCell = {
  itemId: string;
  organizationId: string;
  state: CellState;
  done: number;
  total: number;
};

export type Progress = {
  roadmap: RoadmapHead | null;
  items: { id: string; code: string; title: string; section: string }[];
  organizations: { id: string; name: string }[];
  cells: ProgressCell[];
};

export type TimelineWindow = {
  from: Day | null;
  to: Day;
  state: CellState | null;
  done: number;
  total: number;
};

export type Timeline = {
  today: Day;
  roadmap: RoadmapHead | null;
  items: { id: string; code: string; title: string; section: string; windows: TimelineWindow[] }[];
};

/** «Срок в ближайшие дни». */
export const soonDays = 14;

/** What there is to see at a glance. `roadmapId: null`: the one of today, else the newest. `Refusal('roadmap-unknown')`. */
export type OverviewDesk = {
  overview(staff: Staff): Promise<Overview>;
  progress(staff: Staff, roadmapId: string | null): Promise<Progress>;
  timeline(staff: Staff, roadmapId: string | null): Promise<Timeline>;
};
