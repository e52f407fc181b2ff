/**
 * When requests of one bot may leave. Platforms count a sliding second where requests arrive, and requests do not all
 * travel equally fast: thirty that left in more than a second may arrive in less. So the gate keeps the last
 * `perSecond` requests and lets one go only when the one `perSecond` before it is sure to have arrived a second before
 * this one can. A request arrived no later than its answer came, less the way back; how much longer than the quickest
 * one it took is therefore added to its second. Steady latency costs nothing, only its variation does.
 *
 * Requests keep some distance as well, so that an answer to a person never waits for a burst of bulk to grow old; a
 * little less than their even share, so that timers that fire late cost nothing.
 *
 * Times are monotonic milliseconds brought by the caller (`performance.now()`): a machine whose wall clock is set
 * back neither stops sending nor floods.
 */
export type Gate = {
  /** Milliseconds until it is worth asking again; 0 means that a request may leave now. */
  waitMs(now: number): number;
  /** Notes that a request leaves now; its answer is noted by calling what comes back. */
  pass(now: number): (answeredAt: number) => void;
  /** The platform told the whole bot to wait (`retry_after`, error 6). */
  pause(ms: number, now: number): void;
};

type Passed = { leftAt: number; answeredAt: number | null };

const windowMs = 1000;
/** The quickest round trip seen is not the quickest there is, and the platform counts by a clock of its own. */
const slackMs = 10;
/** An answer that takes so much longer than others says nothing about when its request arrived. */
const longestExcessMs = 1000;
/** How soon to look again for an answer that decides. */
const lookAgainMs = 4;
const requestsRemembered = 100;

export function createGate({ perSecond }: { perSecond: number }): Gate {
  const distanceMs = (windowMs / perSecond) * 0.9;
  const passed: Passed[] = [];
  const roundTrips: number[] = [];
  let pausedUntil = Number.NEGATIVE_INFINITY;

  /** When the request's place is free again. */
  function freeAt({ leftAt, answeredAt }: Passed, now: number): number {
    const earliest = leftAt + windowMs + slackMs;
    const quickest = roundTrips.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...roundTrips);
    const excess = Math.min(Math.max((answeredAt ?? now) - leftAt - quickest, 0), longestExcessMs);
    if (answeredAt !== null) return earliest + excess;
    const undecided = excess > 0 && excess < longestExcessMs;
    return Math.max(earliest, undecided ? now + lookAgainMs : 0);
  }

  return {
    waitMs(now) {
      const before = passed.length < perSecond ? undefined : passed[passed.length - perSecond];
      const last = passed.at(-1);
      const free = Math.max(
        pausedUntil,
        before === undefined ? now : freeAt(before, now),
        last === undefined ? now : last.leftAt + distanceMs,
      );
      return Math.max(0, free - now);
    },
    pass(now) {
      const request: Passed = { leftAt: now, answeredAt: null };
      passed.push(request);
      if (passed.length > perSecond) passed.shift();
      return (answeredAt) => {
        request.answeredAt = answeredAt;
        roundTrips.push(answeredAt - now);
        if (roundTrips.length > requestsRemembered) roundTrips.shift();
      };
    },
    pause(ms, now) {
      pausedUntil = Math.max(pausedUntil, now + ms);
    },
  };
}
