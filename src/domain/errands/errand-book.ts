import type { Errand, ErrandFacts, ErrandOrder, ErrandParams, ErrandResult } from './errand.ts';

/** Whose errands are asked for: of one person, or (`null`) of the whole programme. */
export type ErrandScope = { programmeId: string; createdBy: string | null };

/** The side of whoever orders and looks on. Bound to one transaction. */
export type ErrandBook = {
  order(order: ErrandOrder): Promise<Errand>;
  /** The newest first, `from` counted from 0. */
  list(scope: ErrandScope, page: { from: number; size: number }): Promise<{ items: Errand[]; total: number }>;
  find(scope: ErrandScope, id: string): Promise<Errand | null>;
  /** One that nobody has begun is over at once, a running one is asked to stop; `null` where it is over already. */
  cancel(id: string, at: Date): Promise<Errand | null>;
};

export type ClaimedErrand = Errand & { params: ErrandParams; tries: number };

/** Who works on an errand now; the lease runs by the database's clock. */
export type ErrandHold = { id: string; holder: string };

/** The runner's side; each call is its own transaction, and any number of processes may call. */
export type ErrandQueue = {
  /** Takes the oldest one that waits, or whose holder let the lease run out (it died). */
  claim(kinds: readonly string[], holder: string, leaseMs: number, at: Date): Promise<ClaimedErrand | null>;
  /** Keeps the lease, and notes how far it is; `lost` where somebody else holds it now. */
  hold(
    hold: ErrandHold,
    leaseMs: number,
    progress?: { done: number; total: number },
  ): Promise<'held' | 'stopping' | 'lost'>;
  /** These three do nothing where somebody else holds it now. */
  finish(hold: ErrandHold, state: 'done' | 'cancelled', result: ErrandResult, at: Date): Promise<void>;
  fail(hold: ErrandHold, fault: string, facts: ErrandFacts, at: Date): Promise<void>;
  /** For somebody to take after `ms`. `isTried`: it was a try that failed, not a process that ended. */
  putBack(hold: ErrandHold, ms: number, isTried: boolean): Promise<void>;
};
