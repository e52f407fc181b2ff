import { type Power, type Reach, reachOf } from '../staff/powers.ts';
import type { Staff } from '../staff/staff.ts';

export const errandStates = ['planned', 'running', 'done', 'failed', 'cancelled'] as const;
export type ErrandState = (typeof errandStates)[number];

/** Counts and codes only: what a person may read in a log. */
export type ErrandFacts = Readonly<Record<string, string | number>>;

/** Work too long for one request: somebody of the staff ordered it, the jobs room does it, whoever ordered it looks on. */
export type Errand = {
  id: string;
  programmeId: string;
  kind: string;
  /** What it took to order it. */
  power: Power;
  /** How far that reached then; `null`: the whole city. */
  organizationIds: readonly string[] | null;
  state: ErrandState;
  done: number;
  /** `null` until it is known. */
  total: number | null;
  /** Somebody asked to stop it; it is still running. */
  isStopping: boolean;
  facts: ErrandFacts;
  /** What it made, for whoever ordered it. */
  fileId: string | null;
  /** Code of the refusal that ended it; `broken` for a fault of our own. */
  fault: string | null;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** Whoever could order the same may look on, stop it and take what it made. */
export function maySee(
  staff: Staff,
  errand: Pick<Errand, 'programmeId' | 'power' | 'organizationIds'>,
): boolean {
  const reach = reachOf(staff, errand.power);
  if (reach === null || reach.programmeId !== errand.programmeId) return false;
  const { organizationIds: mine } = reach;
  return mine === null || (errand.organizationIds?.every((id) => mine.includes(id)) ?? false);
}

/** Ids and choices, never names. */
export type ErrandParams = Readonly<Record<string, unknown>>;

export type ErrandOrder = {
  kind: string;
  params: ErrandParams;
  power: Power;
  /** Of whoever orders it, by that power. */
  reach: Reach;
  createdBy: string;
  at: Date;
};

export type ErrandResult = { facts?: ErrandFacts; fileId?: string };

/** The hand of the runner in the work of a kind. */
export type ErrandContext = {
  errandId: string;
  programmeId: string;
  createdBy: string;
  /** How far the last try came, 0 on the first one. */
  resumedAt: number;
  /**
   * Says how far the work is; between two steps, at least every few seconds. Throws `ErrandStopped` when somebody
   * cancelled, the process is to end, or another process has taken over: let it pass.
   */
  progress(done: number, total: number): Promise<void>;
  signal: AbortSignal;
};

/**
 * One kind of long work. After a kill it is run again from the start with the same params, so that every step must be
 * one that may be taken twice: look for what is there before making it. A `Refusal` ends the errand as failed with its
 * code, anything else is tried again.
 */
export type ErrandKind = {
  run(params: ErrandParams, context: ErrandContext): Promise<ErrandResult>;
};
/** By name, such as `orders-zip`. */
export type ErrandKinds = Readonly<Record<string, ErrandKind>>;

export type StopReason = 'cancelled' | 'ending' | 'taken-over';

export class ErrandStopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(reason);
    this.name = 'ErrandStopped';
    this.reason = reason;
  }
}

/** Tries in a row that brought it no further. */
export const mostTries = 4;

/** What becomes of an errand whose try ended with a fault of ours: milliseconds until the next one; `null`: given up. */
export function nextTryIn(tries: number): number | null {
  return tries >= mostTries ? null : 15_000 * 4 ** (tries - 1);
}
