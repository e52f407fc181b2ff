type Stop = () => Promise<unknown> | unknown;

/** What was started, to be stopped in the opposite order; one that fails to stop does not keep the others running. */
export function createClosing() {
  const stops: Stop[][] = [];
  return {
    /** Those that are named in one call are stopped at the same time. */
    onStop(...together: Stop[]): void {
      stops.push(together);
    },
    async stop(): Promise<void> {
      const faults: unknown[] = [];
      for (let group = stops.pop(); group !== undefined; group = stops.pop()) {
        const ends = await Promise.allSettled(group.map(async (stop) => stop()));
        for (const end of ends) if (end.status === 'rejected') faults.push(end.reason);
      }
      if (faults.length === 1) throw faults[0];
      if (faults.length > 1) throw new AggregateError(faults, 'several parts did not stop');
    },
  };
}

export type Closing = ReturnType<typeof createClosing>;
