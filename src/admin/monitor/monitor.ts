import { faultOf } from '../../domain/delivery/fault.ts';
import type { Figures } from '../../domain/figures.ts';
import type { PartHealth } from '../../domain/health.ts';
import type { Log } from '../../domain/log.ts';
import { type Admin, createServer } from '../admin.ts';
import type { Meters } from './meters.ts';
import { monitorRoutes } from './monitor.route.ts';

export type Parts = Record<string, PartHealth>;

type MonitorDeps = {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Somebody chose this port: one that is taken is a fault, where the usual one would be done without. */
  chosen: boolean;
  parts(): Promise<Parts>;
  figures(): Promise<Figures>;
  meters: Meters;
  log: Log;
  patienceMs?: number;
};

/** Health and figures for the operator's machines, on a port of their own that nobody publishes. */
export function createMonitor(deps: MonitorDeps): Pick<Admin, 'url' | 'stop'> & { start(): Promise<void> } {
  const { host, port, chosen, log, meters, patienceMs = 3000 } = deps;
  const app = createServer(log);
  const parts = () => within(deps.parts(), patienceMs);
  const figures = remembered(() => within(deps.figures(), patienceMs));
  app.register(monitorRoutes({ parts, meters, figures: () => figures().catch(() => null) }));
  let url: string | null = null;

  return {
    async start() {
      try {
        url = await app.listen({ host, port });
      } catch (error) {
        const taken = (error as { code?: unknown }).code === 'EADDRINUSE';
        if (chosen || !taken) throw error;
        // A second process on one machine: it works, but is not looked at.
        log.warn({ port, fault: faultOf(error).code }, 'The port of the metrics is taken: set METRICS_PORT');
      }
    },
    url: () => url,
    stop: () => app.close(),
  };
}

const freshMs = 5000;

/** Asked by many at once or often, the rows are counted once in a few seconds. */
function remembered<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: { at: number; answer: Promise<T> } | null = null;
  return () => {
    const now = performance.now();
    if (asked === null || now - asked.at > freshMs) asked = { at: now, answer: read() };
    return asked.answer;
  };
}

/** Rejects where there is no answer in time: whoever looks has to learn that. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new Error('no answer in time')), ms);
      }),
    ]);
  } finally {
    clearTimeout(late);
  }
}
