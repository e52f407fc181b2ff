import type { Vitals } from '../database/vitals.ts';
import type { RedisState } from '../jobs/redis-probe.ts';
import { doctorWords, type Finding } from '../texts/doctor.ts';

const oldestPostgres = 150_000;
const tolerableSkewMs = 2_000;
const defaultZone = 'Europe/Samara';

/** @param wanted the `engines.node` of package.json, `>=20.19` */
export function nodeFinding(version: string, wanted: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.replace(/^\D+/, '').split('.').map(Number);
  const isNew = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return isNew ? doctorWords.node(version) : doctorWords.nodeOld(version, wanted);
}

export function databaseFindings(vitals: Vitals, embedded: boolean): Finding[] {
  const isOld = vitals.versionNumber < oldestPostgres;
  return [
    isOld ? doctorWords.databaseOld(vitals.version) : doctorWords.database(vitals.version, embedded),
    vitals.pending > 0 ? doctorWords.pending(vitals.pending) : doctorWords.migrated,
    ...durabilityFindings(vitals),
    vitals.walled ? doctorWords.walled : doctorWords.notWalled,
    Math.abs(vitals.skewMs) > tolerableSkewMs
      ? doctorWords.clockOff(vitals.skewMs)
      : doctorWords.clock(vitals.skewMs),
    ...zoneFindings(vitals),
    ...(vitals.forgivesSlips === false ? [doctorWords.searchStrict] : []),
  ];
}

function durabilityFindings({ fsync, fullPageWrites, synchronousCommit }: Vitals): Finding[] {
  const findings = [
    ...(fsync ? [] : [doctorWords.notDurable('fsync')]),
    ...(fullPageWrites ? [] : [doctorWords.notDurable('full_page_writes')]),
    ...(synchronousCommit ? [] : [doctorWords.commitsLate]),
  ];
  return findings.length > 0 ? findings : [doctorWords.durable];
}

function zoneFindings({ zones, unknownZones }: Vitals): Finding[] {
  const used = zones.length > 0 ? zones : [defaultZone];
  const findings = [
    ...used.filter((zone) => !isKnownHere(zone)).map((zone) => doctorWords.zoneUnknown(zone, 'Node.js')),
    ...unknownZones.map((zone) => doctorWords.zoneUnknown(zone, 'PostgreSQL')),
  ];
  return findings.length > 0 ? findings : [doctorWords.zones(used)];
}

function isKnownHere(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('ru', { timeZone }));
  } catch {
    return false;
  }
}

/** @param state null where no Redis is set */
export function queueFindings(state: RedisState | null): Finding[] {
  if (!state) return [doctorWords.queueInPostgres];
  if (!state.reachable) return [doctorWords.redisGone(state.why)];
  if (state.faults.length === 0) return [doctorWords.queueInRedis];
  return state.faults.map((fault) => doctorWords.redis[fault.code]);
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** @param ready what `/health/ready` answered; null where nobody listens */
export function monitorFindings(
  metrics: { host: string; port: number } | null,
  ready: boolean | null,
): Finding[] {
  if (metrics === null) return [doctorWords.monitorOff];
  const address = `http://${metrics.host}:${metrics.port}`;
  const state =
    ready === null
      ? doctorWords.monitorIdle(address)
      : ready
        ? doctorWords.monitorReady(address)
        : doctorWords.monitorUnready(address);
  return loopback.includes(metrics.host) ? [state] : [state, doctorWords.monitorOpen(metrics.host)];
}
