import { addDays, instantOf, toDay } from '../domain/calendar/day.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { SandboxClock } from './sandbox-clock.ts';

export type Step = 'day' | 'week' | 'next';

/** "To the next deadline" gives up after so many days without a single message. */
const longestSearch = 200;

/**
 * Moves the sandbox's clock the way time really passes: every morning on the way is lived through, so that each
 * day's reminders are sent on their day instead of being merged into one after a jump.
 */
export function createTimeMachine(deps: {
  clock: SandboxClock;
  programme: Pick<Programme, 'timeZone' | 'workFrom'>;
  /** Does what falls due now and answers how many messages that made. */
  live(): Promise<number>;
}) {
  const { clock, programme } = deps;

  async function liveAt(instant: Date): Promise<number> {
    await clock.put(instant);
    return deps.live();
  }

  /** `onProgress` gets how much of the way is behind us, 0 to 1. */
  async function advance(step: Step, onProgress: (share: number) => void): Promise<void> {
    // What is due now leaves before the clock moves: nobody gets Friday's message on Saturday.
    await deps.live();
    const start = clock.now();
    const days = step === 'day' ? 1 : step === 'week' ? 7 : longestSearch;
    const target = new Date(start.getTime() + days * 86_400_000);
    let day = toDay(start, programme.timeZone);
    for (;;) {
      const morning = instantOf(day, programme.workFrom, programme.timeZone);
      day = addDays(day, 1);
      if (morning <= start) continue;
      if (morning > target) break;
      onProgress((morning.getTime() - start.getTime()) / (target.getTime() - start.getTime()));
      const messages = await liveAt(morning);
      if (step === 'next' && messages > 0) return;
    }
    if (step !== 'next') await liveAt(target);
  }

  return { now: () => clock.now(), advance };
}
