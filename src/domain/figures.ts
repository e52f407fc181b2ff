import type { Platform } from './people/channel.ts';

/** How it stands with the work, counted from the rows; no names, no ids. */
export type Figures = {
  inbox: { waiting: number; oldestSeconds: number };
  deliveries: {
    platform: Platform;
    /** May leave now, or is under way. */
    due: number;
    oldestDueSeconds: number;
    uncertain: number;
  }[];
  /** Unsettled ones with a last day. */
  tasks: { late: number; dueIn14Days: number; open: number };
  remindersWaiting: number;
  mailingReadersWaiting: number;
  errands: { planned: number; running: number };
  files: { wanted: number };
  /** Works in running contests: due to be looked at, and waiting because they could not be. Late by the programme's clock. */
  checks: { due: number; troubled: number; lateSeconds: number };
  /** What goes onto the community's wall: waiting, and in doubt. */
  wallPosts: { waiting: number; uncertain: number };
};
