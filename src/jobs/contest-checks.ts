import type { Clock } from '../domain/calendar/clock.ts';
import type { ClaimedCheck } from '../domain/contests/check-book.ts';
import type { Log } from '../domain/log.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { keyText } from '../domain/posts/post.ts';
import type { PostLooks, PostReader, PostTrouble } from '../domain/posts/post-reader.ts';
import type { InContestTransaction } from './contest-books.ts';
import { settleChecks } from './contest-settling.ts';
import { faultWord } from './fault-word.ts';

export type CheckReport = { looked: number; waiting: number; told: number; frozen: number };

export type ContestCheckDeps = {
  inTransaction: InContestTransaction;
  clock: Clock;
  log: Log;
  /** `null`: there is no token to read posts with. Everything waits, visibly. */
  posts: PostReader | null;
  /** The programme's own community on VK, positive. */
  community: number | null;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
  /** 0–1; spreads what several processes try again. */
  chance?: () => number;
};

/** So many posts at once: a look asks why the absent ones are gone with one call more, however many it looks at. */
const portion = 2000;
const leaseMs = 10 * 60_000;
/** In one transaction. */
const chunk = 100;
const graceMs = 6 * 3_600_000;

const noToken: PostTrouble = { code: 'no-token', kind: 'token', retryAfterMs: 10 * 60_000 };

/**
 * Looks at the posts that are due and tells what became of them. No call leaves while a transaction is open: entries are
 * leased, looked at, and settled only where nobody touched them meanwhile. Any number may run at once.
 */
export function createContestChecks(deps: ContestCheckDeps): {
  /** Those that nobody has looked at yet. */
  checkNew(): Promise<CheckReport>;
  /** All that is due, and the end of what has closed. */
  check(): Promise<CheckReport>;
} {
  const { inTransaction, clock } = deps;
  let restUntil = 0;

  async function run(what: 'new' | 'any', report: CheckReport): Promise<void> {
    for (;;) {
      const at = clock.now();
      if (at.getTime() < restUntil) return;
      const leasedUntil = new Date(at.getTime() + leaseMs);
      const claimed = await inTransaction(({ checks }) => checks.claim(what, at, leasedUntil, portion));
      if (claimed.length === 0) return;
      const looked = await lookAt(deps, claimed);
      await settleAll(deps, claimed, looked, at, report);
      const stop = [...looked.troubles.values()].find(({ kind }) => kind === 'rate' || kind === 'token');
      if (stop === undefined) continue;
      // By the programme's clock: a sandbox that is moved on need not wait.
      restUntil = clock.now().getTime() + stop.retryAfterMs;
      return;
    }
  }

  return {
    async checkNew() {
      const report = emptyReport();
      await run('new', report);
      return report;
    },
    async check() {
      const report = emptyReport();
      const at = clock.now();
      const leasedBefore = new Date(at.getTime() + leaseMs);
      const closing = await inTransaction(({ checks }) => checks.callIn(at, leasedBefore));
      await run('any', report);
      for (const contestId of closing) {
        const isFrozen = await inTransaction(({ checks }) => checks.freeze(contestId, clock.now(), graceMs));
        if (isFrozen) report.frozen += 1;
      }
      return report;
    },
  };
}

function emptyReport(): CheckReport {
  return { looked: 0, waiting: 0, told: 0, frozen: 0 };
}

async function lookAt(
  { posts, log }: ContestCheckDeps,
  claimed: readonly ClaimedCheck[],
): Promise<PostLooks> {
  const keys = claimed.map(({ key }) => key);
  if (posts === null) {
    return { looks: new Map(), troubles: new Map(keys.map((key) => [keyText(key), noToken])) };
  }
  const looked = await posts.look(keys);
  const codes = new Map<string, { kind: PostTrouble['kind']; entries: number }>();
  for (const { code, kind } of looked.troubles.values())
    codes.set(code, { kind, entries: (codes.get(code)?.entries ?? 0) + 1 });
  for (const [code, { kind, entries }] of codes) {
    // Nobody but an operator can mend these; the others pass.
    if (kind === 'token' || kind === 'ours') log.error({ code, entries }, 'VK does not let us look at posts');
    else log.warn({ code, entries }, 'some posts could not be looked at');
  }
  return looked;
}

async function settleAll(
  deps: ContestCheckDeps,
  claimed: readonly ClaimedCheck[],
  looked: PostLooks,
  at: Date,
  report: CheckReport,
): Promise<void> {
  const { inTransaction, log, chance = Math.random } = deps;
  const luck = chance();
  const settle = async (some: readonly ClaimedCheck[]) => {
    const done = await inTransaction((books) => settleChecks(books, deps, some, { looked, at, luck }));
    report.looked += done.looked;
    report.waiting += done.waiting;
    report.told += done.told;
  };
  for (let from = 0; from < claimed.length; from += chunk) {
    const some = claimed.slice(from, from + chunk);
    try {
      await settle(some);
    } catch (error) {
      log.warn({ entries: some.length, fault: faultWord(error) }, 'checks are settled one by one');
      for (const one of some) {
        // One entry's trouble must not silence the others; its lease runs out, and it is tried again.
        await settle([one]).catch((fault: unknown) =>
          log.error({ entryId: one.entryId, fault: faultWord(fault) }, 'a check could not be settled'),
        );
      }
    }
  }
}
