import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../domain/calendar/clock.ts';
import type { Log } from '../domain/log.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import type { PostReader } from '../domain/posts/post-reader.ts';
import type { WallPoster } from '../domain/posts/wall-poster.ts';
import type { InContestTransaction } from './contest-books.ts';
import { createContestChecks } from './contest-checks.ts';
import { createContestEvents } from './contest-events.ts';
import { createContestFinding } from './contest-finding.ts';
import { createContestNotices } from './contest-notices.ts';
import { createContestPosting } from './contest-posting.ts';
import { faultWord } from './fault-word.ts';

type Deps = {
  inTransaction: InContestTransaction;
  clock: Clock;
  log: Log;
  posts: PostReader | null;
  poster: WallPoster | null;
  /** The programme's own community on VK, positive. */
  community: number | null;
  mayNameOthers?: MayNameOthers;
  panelUrl?: () => string | null;
};

export type ContestRounds = {
  /** All that is due in contests; answers how many messages that made. One part's trouble leaves the others alone. */
  round(): Promise<{ sent: number }>;
  /** Looks at what was just handed in; answers how many messages that made. */
  checkNew(): Promise<number>;
};

export function createContestRounds(deps: Deps): ContestRounds {
  const { log } = deps;
  const checks = createContestChecks(deps);
  const [posting, finding, notices, events] = [
    createContestPosting(deps),
    createContestFinding(deps),
    createContestNotices(deps),
    createContestEvents(deps),
  ];
  /** Each answers how many messages it made. */
  const parts: Record<string, () => Promise<number>> = {
    async posting() {
      await posting();
      return 0;
    },
    async finding() {
      await finding();
      return 0;
    },
    checks: async () => (await checks.check()).told,
    notices: async () => (await notices()).sent,
    events: async () => (await events()).sent,
  };
  return {
    async round() {
      let sent = 0;
      for (const [part, run] of Object.entries(parts)) {
        try {
          sent += await run();
        } catch (error) {
          log.error({ part, fault: faultWord(error) }, 'a round of contests could not go on');
        }
      }
      return { sent };
    },
    checkNew: async () => (await checks.checkNew()).told,
  };
}

export type Waker = {
  /** Returns at once; many calls in a short while are one. */
  wake(): void;
  /** When what was asked for is done. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Does something soon after it was asked for, one at a time and no more often than every `gapMs`. Faults are logged. */
export function createWaker(
  work: () => Promise<unknown>,
  { log, gapMs = 100 }: { log: Log; gapMs?: number },
): Waker {
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function run(): Promise<void> {
    while (isAsked && !ending.signal.aborted) {
      isAsked = false;
      await work().catch((error: unknown) =>
        log.error({ fault: faultWord(error) }, 'what was handed in could not be looked at yet'),
      );
      await pause(gapMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
    running = null;
  }

  return {
    wake() {
      if (ending.signal.aborted) return;
      isAsked = true;
      running ??= run();
    },
    async idle() {
      await running;
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
