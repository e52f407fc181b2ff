import type { Meters } from './admin/monitor/meters.ts';
import { createMonitor, type Parts } from './admin/monitor/monitor.ts';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import { readFigures } from './database/repositories/figures.ts';
import type { Database } from './database/sql.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { PartHealth } from './domain/health.ts';
import type { Log } from './domain/log.ts';

type Health = ReadonlyMap<string, () => Promise<PartHealth>>;

/** Resolves with the address it listens on; `null` where nobody is to ask, or the usual port is taken. */
export async function startMonitor(deps: {
  config: Pick<Config, 'metrics'>;
  database: Database;
  clock: Clock;
  health: Health;
  meters: Meters;
  log: Log;
  closing: Closing;
}): Promise<string | null> {
  const { config, database, clock, health, meters, log, closing } = deps;
  if (config.metrics === null) return null;
  const monitor = createMonitor({
    ...config.metrics,
    parts: () => partsOf(health),
    figures: () => readFigures(database, clock.now()),
    meters,
    log,
  });
  await monitor.start();
  closing.onStop(monitor.stop);
  return monitor.url();
}

export async function partsOf(health: Health): Promise<Parts> {
  const parts: Parts = {};
  for (const [name, check] of health) {
    parts[name] = await check().catch(() => ({ ok: false, words: 'does not answer' }));
  }
  return parts;
}
