/** `waitMs` is 0 when one more may pass now; `take` counts it. Separate, so that two limits are taken together or not at all. */
export type Rate = { waitMs(): number; take(): void };

/** At most `limit` in any stretch of `windowMs`, however it is laid: what the platforms mean by "a second". */
export function createSlidingWindow(limit: number, windowMs: number, elapsed: () => number): Rate {
  const taken: number[] = [];
  return {
    waitMs() {
      const oldest = taken.length < limit ? undefined : taken[taken.length - limit];
      return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - elapsed());
    },
    take() {
      taken.push(elapsed());
      if (taken.length > limit) taken.shift();
    },
  };
}

/** `burst` at once, then one each `intervalMs`. */
export function createBucket(burst: number, intervalMs: number, elapsed: () => number): Rate {
  let level = burst;
  let at = elapsed();
  function refill(): void {
    const now = elapsed();
    level = Math.min(burst, level + (now - at) / intervalMs);
    at = now;
  }
  return {
    waitMs() {
      refill();
      return level >= 1 ? 0 : (1 - level) * intervalMs;
    },
    take() {
      refill();
      level -= 1;
    },
  };
}
