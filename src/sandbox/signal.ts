/** A list of listeners; `on` gives back the way out. */
export type Signal<T> = { emit(value: T): void; on(listener: (value: T) => void): () => void };

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Resolves with the first value of `check` that is not undefined: at once, or after one of the signal's events.
 * Rejects after `timeoutMs` of real time with what `complaint` says, so that a test names what it waited for.
 */
export function until<T>(
  signal: Signal<unknown>,
  check: () => T | undefined,
  options: { timeoutMs: number; complaint: () => string },
): Promise<T> {
  const first = check();
  if (first !== undefined) return Promise.resolve(first);
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      off();
      clearTimeout(timer);
      act();
    };
    const off = signal.on(() => {
      const found = check();
      if (found !== undefined) finish(() => resolve(found));
    });
    const timer = setTimeout(() => finish(() => reject(new Error(options.complaint()))), options.timeoutMs);
  });
}
