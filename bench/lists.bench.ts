import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createAdmin } from '../src/admin/admin.ts';
import { createSessionBook } from '../src/database/repositories/staff-session-book.ts';
import type { Database, Sql } from '../src/database/sql.ts';
import { createVault } from '../src/desks/vault.ts';
import { createPanelRoom } from '../src/panel-room.ts';
import { benchDatabase } from './bench-database.ts';
import { seedPeople } from './many-people.ts';
import { silentLog } from './silent-log.ts';

const people = 50_000;
const rounds = 40;
const warmUp = 5;
/** The time of a list through HTTP, as a multiple of that of the bare SQL. */
const most = 1.5;

/** `told`: for comparison; where the database needs hardly any time, what a call costs by itself is most of it. */
type List = { name: string; query: string; told?: true };
const lists: readonly List[] = [
  { name: 'first page        ', query: '' },
  { name: 'search            ', query: '&q=нов' },
  { name: 'search, rare name ', query: '&q=новик', told: true },
  { name: 'search, two words ', query: `&q=${encodeURIComponent('анна новикова')}`, told: true },
  { name: 'search with a slip', query: `&q=${encodeURIComponent('новиковоа')}`, told: true },
];

/** Statements as the desk makes them, seen on their way to the database. */
type Seen = { text: string; params: readonly unknown[] }[];

function watched(database: Database, seen: Seen): Database {
  const noting = (sql: Sql): Sql => ({
    query(text, params = []) {
      // Who calls and where their programme lies is no part of the list.
      if (text.includes('from person')) seen.push({ text, params });
      return sql.query(text, params);
    },
  });
  return {
    ...database,
    ...noting(database),
    transaction: (work) => database.transaction((sql) => work(noting(sql))),
  };
}

/** The same statements on a bare client of PostgreSQL, one after another, with nothing of ours in between. */
async function bare(client: pg.Client, statements: Seen): Promise<number> {
  const began = performance.now();
  for (const { text, params } of statements) await client.query(text, [...params]);
  return performance.now() - began;
}

/** The quickest quarter ends here: what the machine does besides is no part of either. */
const quartile = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN;

/** Signed in over the real API: what a coordinator waits for, and what the database alone needs, in turn. */
export async function run(): Promise<void> {
  const database = await benchDatabase();
  const seen: Seen = [];
  const clock = { now: () => new Date() };
  const admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ parts: {}, oldestInboxSeconds: null, oldestDeliverySeconds: null }),
    webhooks: [],
    store: async () => undefined,
    panel: createPanelRoom({
      database: watched(database, seen),
      clock,
      mayNameOthers: () => true,
      pageUrl: () => null,
      files: { read: async () => null },
      vault: createVault(randomBytes(32)),
      doorClock: clock,
      factorFree: false,
      publicUrl: null,
    }),
    log: silentLog,
  });
  const url = await admin.start();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const cookie = await signIn(database, clock.now());
    for (const { name, query, told = false } of lists) {
      const call = async () => {
        seen.length = 0;
        const began = performance.now();
        const answer = await fetch(`${url}/api/people?size=50${query}`, { headers: { cookie } });
        const body = (await answer.json()) as { total: number };
        if (answer.status !== 200 || body.total === 0) throw new Error(`${name}: ${answer.status}`);
        return { ms: performance.now() - began, total: body.total };
      };
      const ours: number[] = [];
      const theirs: number[] = [];
      let total = 0;
      for (let round = -warmUp; round < rounds; round += 1) {
        const { ms, total: found } = await call();
        const alone = await bare(client, [...seen]);
        total = found;
        if (round < 0) continue;
        ours.push(ms);
        theirs.push(alone);
      }
      report({ name, told }, total, quartile(ours), quartile(theirs));
    }
  } finally {
    await client.end();
    await admin.stop();
    await database.stop();
  }
}

type Reported = { name: string; told: boolean };

function report({ name, told }: Reported, total: number, ours: number, theirs: number): void {
  const ratio = ours / theirs;
  console.log(
    `${name} ${total} of ${people}: ${ours.toFixed(1)} ms over HTTP, ${theirs.toFixed(1)} ms bare SQL, ` +
      `ratio ${ratio.toFixed(2)}${told ? '' : ` (required < ${most})`}`,
  );
  if (!told && ratio >= most) process.exitCode = 1;
}

async function signIn(database: Database, at: Date): Promise<string> {
  const { programmeId } = await seedPeople(database, people);
  const [boss] = await database.query<{ id: string }>(
    `with office as (insert into organization (programme_id, kind, name, short_name)
       values ($1, 'office', 'Управление образования', 'Управление') returning id),
     boss as (insert into person (programme_id, surname, name) values ($1, 'Ушакова', 'Анна') returning id),
     post as (insert into appointment (person_id, organization_id, role)
       select boss.id, office.id, 'coordinator' from boss, office)
     select id::text from boss`,
    [programmeId],
  );
  const session = { personId: boss?.id ?? '', secondFactor: true, agent: 'bench', network: null };
  const { token } = await createSessionBook(database).begin(session, at);
  return `staff=${token}`;
}
