import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createPostgresBackend, type PgPool, Queue, runMigrations, Worker } from 'bullmq';
import { openQueuePool } from '../src/database/queue-pool.ts';
import { createOutbox } from '../src/database/repositories/delivery-outbox.ts';
import { createRoundBooks } from '../src/database/repositories/round-books.ts';
import { cardsById } from '../src/database/repositories/task-cards.ts';
import type { Database } from '../src/database/sql.ts';
import type { InTransaction } from '../src/jobs/rounds.ts';
import { createSweep } from '../src/jobs/sweep.ts';
import { reminderMessage } from '../src/texts/reminders.ts';
import { benchDatabase } from './bench-database.ts';
import { silentLog } from './silent-log.ts';

const people = 500;
const tasksOfEach = 20;
const due = people * tasksOfEach;
const today = '2022-03-11';
/** Six hours after the working day began and everything fell due. */
const now = new Date(`${today}T15:00:00+04:00`);

type Run = { ms: number; heapMb: number; messages: number };

/** 500 schools with one deputy head each and the same 20 items: 10,000 tasks, two weeks before their last day. */
async function prepare(database: Database): Promise<void> {
  await database.query(
    `with p as (insert into programme (key, name) values ('bench', 'bench') returning id),
     o as (insert into organization (programme_id, kind, name, short_name)
       select p.id, 'school', 'Школа № ' || n, 'Школа № ' || n from p, generate_series(1, $1::int) n
       returning id, programme_id),
     h as (insert into person (programme_id, surname, name, patronymic)
       select programme_id, 'Новикова', 'Анна', 'Ивановна' from o returning id),
     numbered as (select o.id as organization_id, h.id as person_id
       from (select id, row_number() over (order by id) n from o) o
       join (select id, row_number() over (order by id) n from h) h using (n)),
     a as (insert into appointment (person_id, organization_id, role)
       select person_id, organization_id, 'deputy-head' from numbered),
     c as (insert into chat_account (platform, account_id, chat_id, person_id)
       select 'telegram', person_id, person_id, person_id from numbered),
     r as (insert into roadmap (programme_id, title, period_from, period_to, source_hash)
       select id, 'Дорожная карта', '2022-01-01', '2024-12-31', '-' from p returning id),
     i as (insert into roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
       select r.id, 'Раздел', '1.' || n, 'Разработка и утверждение положения о наставничестве', n, '', '{}', 'Приказ'
       from r, generate_series(1, $2::int) n returning id),
     w as (insert into occurrence (item_id, to_on) select id, '2022-03-25' from i returning id)
     insert into task (occurrence_id, organization_id, roles, due_on)
     select w.id, o.id, '{deputy-head}', '2022-03-25' from w, o`,
    [people, tasksOfEach],
  );
  await database.query('analyze');
}

/** Rows first: one sweep plans what is missing, merges and orders one message for each person. */
async function sweepOnce(database: Database): Promise<void> {
  const inTransaction: InTransaction = (work) =>
    database.transaction((sql) => work({ ...createRoundBooks(sql), syncTasks: async () => undefined }));
  const report = await createSweep({ inTransaction, clock: { now: () => now }, log: silentLog })();
  if (report.planned !== due || report.sent !== due) throw new Error(`swept ${JSON.stringify(report)}`);
}

/** One delayed job per reminder: after the downtime all are due at once, and each looks its task up and sends. */
async function jobEach(database: Database): Promise<void> {
  const pool = openQueuePool(database.url) as unknown as PgPool;
  const client = await pool.connect();
  await runMigrations(client).finally(() => client.release());
  const queue = new Queue('peer', { connection: pool }, createPostgresBackend);
  const tasks = await database.query<{ taskId: string; personId: string }>(
    `select t.id as "taskId", a.person_id as "personId" from task t join appointment a using (organization_id)`,
  );
  for (let from = 0; from < tasks.length; from += 1000) {
    await queue.addBulk(
      tasks.slice(from, from + 1000).map((data) => ({
        name: 'remind',
        data,
        opts: { delay: 1, jobId: `remind-${data.taskId}-${data.personId}`, removeOnComplete: true },
      })),
    );
  }
  let left = tasks.length;
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(
      'peer',
      async ({ data }: { data: { taskId: string; personId: string } }) => {
        await database.transaction(async (sql) => {
          const [task] = await cardsById(sql, [data.taskId]);
          if (task === undefined || task.doneAt !== null) return;
          await createOutbox(sql).put([
            {
              platform: 'telegram',
              accountId: data.personId,
              chatId: data.personId,
              personId: data.personId,
              priority: 'bulk',
              outgoing: {
                kind: 'send',
                message: reminderMessage(
                  { surname: 'Иванова', name: 'Анна', patronymic: 'Ивановна' },
                  [{ task, about: 'own' }],
                  today,
                ),
              },
            },
          ]);
        });
      },
      { connection: pool, concurrency: 10 },
      createPostgresBackend,
    );
    worker.on('failed', (_job, error) => reject(error));
    worker.on('completed', () => {
      left -= 1;
      if (left === 0) void worker.close().then(resolve, reject);
    });
  });
  await queue.close();
  await pool.end();
}

async function measured(database: Database, work: (database: Database) => Promise<void>): Promise<Run> {
  await database.query('truncate reminder, delivery cascade');
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }, 20);
  const began = performance.now();
  await work(database);
  const ms = performance.now() - began;
  clearInterval(sampler);
  const [row] = await database.query<{ count: number }>('select count(*)::int as count from delivery');
  return { ms, heapMb: (peak - before) / 2 ** 20, messages: row?.count ?? 0 };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const contenders = [
  { name: 'rows, one sweep      ', work: sweepOnce },
  { name: 'one delayed job each ', work: jobEach },
];

export async function run(): Promise<void> {
  const database = await benchDatabase({ poolSize: 10 });
  try {
    await prepare(database);
    const runs = contenders.map(() => [] as Run[]);
    for (let round = 0; round < 2; round++) {
      for (const [index, { name, work }] of contenders.entries()) {
        const result = await measured(database, work);
        runs[index]?.push(result);
        console.log(
          `${name} ${result.ms.toFixed(0)} ms, heap +${result.heapMb.toFixed(1)} MB, ${result.messages} messages`,
        );
      }
    }
    const mean = (index: number, of: (result: Run) => number) => {
      const values = (runs[index] ?? []).map(of);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const ratio = (of: (result: Run) => number) => (mean(0, of) / mean(1, of)).toFixed(3);
    console.log(
      `planning ${due} due reminders: time ratio ${ratio((r) => r.ms)}, heap ratio ${ratio((r) => r.heapMb)}, ` +
        `messages ratio ${ratio((r) => r.messages)} (smaller is better)`,
    );
  } finally {
    await database.stop();
  }
}
