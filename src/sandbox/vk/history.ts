export type Numbered<T> = { ts: number; event: T };

/**
 * Events kept for long polls, each by its `ts`; the oldest are forgotten beyond `length`. `before` is what an earlier run
 * left, its numbers at most `firstTs`.
 */
export function createHistory<T>(
  length: number,
  firstTs: number,
  before: { forgottenTs: number; events: readonly Numbered<T>[] } | undefined,
) {
  let kept = [...(before?.events ?? [])];
  let forgotten = before?.forgottenTs ?? firstTs;
  let last = firstTs;

  const after = (ts: number) => kept.slice(kept.findLastIndex((one) => one.ts <= ts) + 1);
  return {
    ts: () => last,
    /** From here on nothing is forgotten. */
    oldestTs: () => forgotten,
    push(event: T): void {
      last += 1;
      kept.push({ ts: last, event });
      if (kept.length > length) forgotten = kept.shift()?.ts ?? forgotten;
    },
    /** What came after `ts`; undefined when some of it is forgotten. */
    after: (ts: number): Numbered<T>[] | undefined => (ts < forgotten ? undefined : after(ts)),
    forget(): void {
      forgotten = last;
      kept = [];
    },
  };
}

/** Long polls that wait; all wake together. */
export function createSleepers() {
  const wakes = new Set<() => void>();
  return {
    wake(): void {
      for (const wake of [...wakes]) wake();
    },
    sleep: (ms: number, gone: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          wakes.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        wakes.add(wake);
        gone.addEventListener('abort', wake);
      }),
  };
}
