/** Events kept for long polls. `ts` counts every event there ever was; the oldest are forgotten beyond `length`. */
export function createHistory<T>(length: number, firstTs: number) {
  let kept: T[] = [];
  let forgotten = firstTs;
  return {
    ts: () => forgotten + kept.length,
    /** From here on nothing is forgotten. */
    oldestTs: () => forgotten,
    push(event: T): void {
      kept.push(event);
      if (kept.length <= length) return;
      kept.shift();
      forgotten += 1;
    },
    /** What came after `ts`; undefined when some of it is forgotten. */
    after: (ts: number): T[] | undefined => (ts < forgotten ? undefined : kept.slice(ts - forgotten)),
    forget(): void {
      forgotten += kept.length;
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
