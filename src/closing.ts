/** What was started, to be stopped in the opposite order; one that fails to stop does not keep the others running. */
export function createClosing() {
  const stops: (() => Promise<unknown> | unknown)[] = [];
  return {
    onStop(stop: () => Promise<unknown> | unknown): void {
      stops.push(stop);
    },
    async stop(): Promise<void> {
      const faults: unknown[] = [];
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
        try {
          await stop();
        } catch (fault) {
          faults.push(fault);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}

export type Closing = ReturnType<typeof createClosing>;
