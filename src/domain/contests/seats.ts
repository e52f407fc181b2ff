import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { ContestAct } from './stage.ts';
import { stageOf } from './stage.ts';

type Event = Pick<Contest, 'state' | 'opensAt' | 'closesAt' | 'startsAt'>;

/**
 * When people register for an event and refuse. `Refusal('event-closed', { stage })` but from the opening until just before
 * the close; `'event-begun'` for refusing once it has begun, or where it does not take place.
 */
export function checkEventTime(act: ContestAct, event: Event, at: Date): void {
  const stage = stageOf(event, at);
  if (act === 'enter' && stage !== 'open') throw new Refusal('event-closed', { stage });
  if (act === 'withdraw-entry' && !isAhead(event, at)) throw new Refusal('event-begun');
}

/** It takes place, and has not begun: seats may still change hands. */
export function isAhead({ state, startsAt }: Event, at: Date): boolean {
  return state === 'announced' && startsAt !== null && at < startsAt;
}

export type Waiting = { entryId: string; members: number };

/** `null`: as many as come. */
export function seatsLeft({ terms }: Pick<Contest, 'terms'>, seated: number): number | null {
  const { seats } = terms.event;
  return seats === null ? null : Math.max(0, seats - seated);
}

/** Who moves up: in the order of the list whoever fits into what is left, a team only as a whole. */
export function movingUp(free: number | null, waiting: readonly Waiting[]): Waiting[] {
  let left = free ?? Number.POSITIVE_INFINITY;
  return waiting.filter(({ members }) => {
    if (members > left) return false;
    left -= members;
    return true;
  });
}
