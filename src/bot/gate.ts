/**
 * When requests of one bot may leave. Platforms count a sliding second, so the gate keeps the times of the last
 * `perSecond` requests and lets one go only when the one `perSecond` before it is more than a second old; `slackMs`
 * makes up for requests that travel at different speeds. Requests keep some distance as well, so that an answer to a
 * person never waits for a burst of bulk to grow old; a little less than their even share, so that timers that fire
 * late cost nothing.
 *
 * Times are monotonic milliseconds brought by the caller (`performance.now()`): a machine whose wall clock is set
 * back neither stops sending nor floods.
 */
export type Gate = {
  /** Milliseconds until a request may leave; 0 means now. */
  waitMs(now: number): number;
  /** Notes that a request leaves now. */
  pass(now: number): void;
  /** The platform told the whole bot to wait (`retry_after`, error 6). */
  pause(ms: number, now: number): void;
};

export function createGate({ perSecond, slackMs = 25 }: { perSecond: number; slackMs?: number }): Gate {
  const windowMs = 1000 + slackMs;
  const distanceMs = (windowMs / perSecond) * 0.9;
  const passed: number[] = [];
  let pausedUntil = Number.NEGATIVE_INFINITY;

  return {
    waitMs(now) {
      const full = passed.length < perSecond ? undefined : passed[passed.length - perSecond];
      const last = passed.at(-1);
      const free = Math.max(
        pausedUntil,
        full === undefined ? now : full + windowMs,
        last === undefined ? now : last + distanceMs,
      );
      return Math.max(0, free - now);
    },
    pass(now) {
      passed.push(now);
      if (passed.length > perSecond) passed.shift();
    },
    pause(ms, now) {
      pausedUntil = Math.max(pausedUntil, now + ms);
    },
  };
}
