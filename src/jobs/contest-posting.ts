import type { Clock } from '../domain/calendar/clock.ts';
import type { ClaimedPosting, PostingEnd } from '../domain/contests/posting-book.ts';
import type { Log } from '../domain/log.ts';
import type { PostingOutcome, WallPoster } from '../domain/posts/wall-poster.ts';
import type { InContestTransaction } from './contest-books.ts';
import { faultWord } from './fault-word.ts';

type Deps = {
  inTransaction: InContestTransaction;
  clock: Clock;
  log: Log;
  /** `null`: no token may write on the wall, and staff copy the text. */
  poster: WallPoster | null;
};

const minute = 60_000;
const leaseMs = 2 * minute;
/** VK remembers a guid for a while; how long it does not say. What is older than that is not tried again. */
const guidMs = 10 * minute;
const againMs = minute / 2;
const mostDoubts = 4;
const mostTries = 50;

/** Puts announcements and results onto the community's wall, each once. Any number may run at once. */
export function createContestPosting({
  inTransaction,
  clock,
  log,
  poster,
}: Deps): () => Promise<{ posted: number }> {
  return async () => {
    let posted = 0;
    for (;;) {
      const at = clock.now();
      const leasedUntil = new Date(at.getTime() + leaseMs);
      const claimed = await inTransaction(({ posting }) => posting.claim(at, leasedUntil));
      if (claimed === null) return { posted };
      const end = await attempt(poster, claimed, at);
      if (end.state === 'sent') posted += 1;
      const fields = { contestId: claimed.contestId, ...('error' in end && { code: end.error }) };
      if (end.state === 'failed' || end.state === 'uncertain')
        log.error(fields, 'a post of a contest needs somebody');
      await inTransaction(({ posting }) => posting.settle(claimed, end, clock.now()));
    }
  };
}

async function attempt(poster: WallPoster | null, claimed: ClaimedPosting, at: Date): Promise<PostingEnd> {
  const { isDoubtful, lostAt, text, guid } = claimed;
  // Whoever had claimed it died, or nobody was there to go on: too late to rely on the guid.
  if (isDoubtful && lostAt !== null && at.getTime() - lostAt.getTime() > guidMs)
    return { state: 'uncertain', error: 'answer-lost' };
  if (poster === null) return isDoubtful ? { state: 'uncertain', error: 'no-token' } : { state: 'by-hand' };
  try {
    return endOf(await poster.post({ text, guid }), claimed, at);
  } catch (error) {
    // A bug of ours; nobody knows how far it came.
    return endOf({ kind: 'unknown', code: faultWord(error) }, claimed, at);
  }
}

/** What an earlier try may have brought onto the wall stays in doubt, whatever this one says, unless it is there. */
function endOf(outcome: PostingOutcome, { tries, isDoubtful }: ClaimedPosting, at: Date): PostingEnd {
  if (outcome.kind === 'sent') return { state: 'sent', key: outcome.key };
  const error = outcome.code;
  if (outcome.kind === 'refused') return { state: isDoubtful ? 'uncertain' : 'failed', error };
  if (outcome.kind === 'unknown') {
    if (tries >= mostDoubts) return { state: 'uncertain', error };
    return { state: 'claimed', dueAt: new Date(at.getTime() + againMs), error };
  }
  const dueAt = new Date(at.getTime() + outcome.afterMs);
  if (!isDoubtful) return tries < mostTries ? { state: 'planned', dueAt, error } : { state: 'failed', error };
  const isTooLate = tries >= mostDoubts || outcome.afterMs > guidMs;
  return isTooLate ? { state: 'uncertain', error } : { state: 'claimed', dueAt, error };
}
