import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import type { Vitals } from '../database/vitals.ts';
import { readVitals } from '../database/vitals.ts';
import { probeRedis } from '../jobs/redis-probe.ts';
import type { Finding } from '../texts/doctor.ts';
import { findingLine } from '../texts/doctor.ts';
import { databaseFindings, monitorFindings, nodeFinding, queueFindings } from './doctor-findings.ts';

const healthy: Vitals = {
  version: '18.4',
  versionNumber: 180_004,
  fsync: true,
  synchronousCommit: true,
  fullPageWrites: true,
  pending: 0,
  skewMs: 3,
  walled: true,
  zones: ['Europe/Samara'],
  unknownZones: [],
  forgivesSlips: true,
};
const levels = (findings: Finding[]) => findings.map((finding) => finding.level);
const ill = (change: Partial<Vitals>) =>
  databaseFindings({ ...healthy, ...change }, true).filter((finding) => finding.level !== 'ok');

describe('doctor', () => {
  it('finds nothing wrong with a healthy database', () => {
    expect(new Set(levels(databaseFindings(healthy, true)))).toEqual(new Set(['ok']));
  });

  it.each<[string, Partial<Vitals>, Finding['level'], RegExp]>([
    ['an old server', { version: '14.1', versionNumber: 140_001 }, 'FAIL', /14\.1.*15 или новее/],
    ['missing tables', { pending: 2 }, 'warn', /миграций: 2.*nastavnik migrate/],
    ['data at risk', { fsync: false }, 'FAIL', /fsync выключен.*включите fsync/],
    ['torn pages', { fullPageWrites: false }, 'FAIL', /full_page_writes/],
    ['early commits', { synchronousCommit: false }, 'warn', /synchronous_commit/],
    ['no role of its own', { walled: false }, 'warn', /триггеры.*CREATEROLE/],
    ['a clock slightly off', { skewMs: -5_500 }, 'warn', /на 5,5 с.*NTP/],
    ['a clock far off', { skewMs: 90_000 }, 'FAIL', /на 90 с/],
    ['a search that forgives nothing', { forgivesSlips: false }, 'warn', /pg_trgm/],
    ['a zone unknown to the database', { unknownZones: ['Europe/Nowhere'] }, 'FAIL', /PostgreSQL.*Nowhere/],
    ['a zone unknown to Node.js', { zones: ['Europe/Nowhere'] }, 'FAIL', /Node\.js.*Nowhere/],
  ])('tells %s with its cure, on one line', (_name, change, level, line) => {
    const [finding, ...others] = ill(change);
    expect(finding?.level).toBe(level);
    expect(finding?.cure).toBeTruthy();
    expect(findingLine(finding!)).toMatch(line);
    expect(findingLine(finding!)).not.toContain('\n');
    expect(others).toEqual([]);
  });

  it('compares versions of Node.js as numbers', () => {
    expect(nodeFinding('20.19.0', '>=20.19').level).toBe('ok');
    expect(nodeFinding('22.2.0', '>=20.19').level).toBe('ok');
    expect(nodeFinding('20.9.0', '>=20.19').level).toBe('FAIL');
    expect(nodeFinding('18.20.0', '>=20.19').level).toBe('FAIL');
  });

  it('reads the state of a real database', async () => {
    const database = await testDatabase();
    await database.query(
      `insert into programme (key, name, time_zone) values ('a', 'А', 'Europe/Samara'), ('b', 'Б', 'Mars/Base')`,
    );
    await database.query(`delete from migration where id = (select max(id) from migration)`);
    const vitals = await readVitals(database);
    await database.stop();
    expect(vitals).toMatchObject({
      pending: 1,
      zones: ['Europe/Samara', 'Mars/Base'],
      unknownZones: ['Mars/Base'],
    });
    expect(vitals.versionNumber).toBeGreaterThan(150_000);
    expect(Math.abs(vitals.skewMs)).toBeLessThan(60_000);
  });

  it('tells whether the running program is ready, and whether others may look at it', () => {
    const metrics = { host: '127.0.0.1', port: 9464 };
    expect(levels(monitorFindings(metrics, null))).toEqual(['ok']);
    expect(levels(monitorFindings(metrics, true))).toEqual(['ok']);
    expect(levels(monitorFindings(metrics, false))).toEqual(['FAIL']);
    expect(levels(monitorFindings({ ...metrics, host: '0.0.0.0' }, true))).toEqual(['ok', 'warn']);
    expect(levels(monitorFindings(null, null))).toEqual(['warn']);
  });

  it('says when Redis is not there, and what is wrong with one that is', async () => {
    const gone = await probeRedis('redis://127.0.0.1:1');
    expect(levels(queueFindings(gone))).toEqual(['FAIL']);
    const careless = queueFindings({
      reachable: true,
      faults: [
        { code: 'no-appendonly', words: '' },
        { code: 'evicts', words: '' },
        { code: 'unknown', words: '' },
      ],
    });
    expect(levels(careless)).toEqual(['FAIL', 'FAIL', 'warn']);
    expect(levels(queueFindings({ reachable: true, faults: [] }))).toEqual(['ok']);
    expect(levels(queueFindings(null))).toEqual(['ok']);
  });
});
