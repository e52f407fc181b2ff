import { appRole } from './app-role.ts';
import { migrations } from './migrations/all.ts';
import type { Sql } from './sql.ts';

/** What tells whether a database is fit to keep a city's programme. */
export type Vitals = {
  version: string;
  /** `server_version_num`: 180004 is 18.4. */
  versionNumber: number;
  fsync: boolean;
  synchronousCommit: boolean;
  fullPageWrites: boolean;
  /** Migrations of ours that it has not seen yet. */
  pending: number;
  /** How far its clock is ahead of ours, half of the round trip allowed for. */
  skewMs: number;
  /** Time zones of its programmes that it has no rules for. */
  unknownZones: string[];
  zones: string[];
  /** The index that a search for people forgives slips by; `null` before there are people. */
  forgivesSlips: boolean | null;
  /** The program works as a role of its own, which can't change what the audit holds. */
  walled: boolean;
};

export async function readVitals(sql: Sql): Promise<Vitals> {
  const setting = async (name: string) =>
    (await sql.query<{ value: string }>('select current_setting($1) as value', [name]))[0]?.value ?? '';
  const zones = await zonesOf(sql);
  return {
    version: await setting('server_version'),
    versionNumber: Number(await setting('server_version_num')),
    fsync: (await setting('fsync')) === 'on',
    synchronousCommit: (await setting('synchronous_commit')) !== 'off',
    fullPageWrites: (await setting('full_page_writes')) === 'on',
    pending: await pendingMigrations(sql),
    skewMs: await skewOf(sql),
    zones,
    forgivesSlips: (await exists(sql, 'known_apart')) ? await exists(sql, 'person_name_trigrams') : null,
    walled:
      (await sql.query(`select from pg_roles where rolname = $1 and current_user = rolname`, [appRole]))
        .length > 0,
    unknownZones: await unknownZonesOf(sql, zones),
  };
}

async function exists(sql: Sql, table: string): Promise<boolean> {
  const [row] = await sql.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table]);
  return row?.found ?? false;
}

/** How many migrations of ours the database has not seen yet. */
export async function pendingMigrations(sql: Sql): Promise<number> {
  return migrations.length - (await appliedMigrations(sql));
}

async function appliedMigrations(sql: Sql): Promise<number> {
  if (!(await exists(sql, 'migration'))) return 0;
  const names = migrations.map((migration) => migration.name);
  const [row] = await sql.query<{ applied: number }>(
    'select count(distinct name)::int as applied from migration where name = any($1)',
    [names],
  );
  return row?.applied ?? 0;
}

async function zonesOf(sql: Sql): Promise<string[]> {
  if (!(await exists(sql, 'programme'))) return [];
  const rows = await sql.query<{ zone: string }>(
    'select distinct time_zone as zone from programme order by 1',
  );
  return rows.map((row) => row.zone);
}

async function unknownZonesOf(sql: Sql, zones: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ zone: string }>(
    `select zone from unnest($1::text[]) zone where zone not in (select name from pg_timezone_names)`,
    [zones],
  );
  return rows.map((row) => row.zone);
}

async function skewOf(sql: Sql): Promise<number> {
  const before = Date.now();
  const [row] = await sql.query<{ at: Date }>('select clock_timestamp() as at');
  const middle = (before + Date.now()) / 2;
  return Math.round((row?.at.getTime() ?? middle) - middle);
}
