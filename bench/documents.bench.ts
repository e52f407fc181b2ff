import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x';
import { createErrandBook } from '../src/database/repositories/errand-book.ts';
import { createErrandQueue } from '../src/database/repositories/errand-queue.ts';
import { createOrderBook } from '../src/database/repositories/order-book.ts';
import type { Database } from '../src/database/sql.ts';
import { createErrandKinds } from '../src/desks/errand-kinds.ts';
import { createOrderDesk } from '../src/desks/order-desk.ts';
import { ownTemplate } from '../src/desks/template-bytes.ts';
import { machineClock } from '../src/domain/calendar/clock.ts';
import { paperOf } from '../src/domain/documents/order-paper.ts';
import type { PairOrder } from '../src/domain/documents/pair-order.ts';
import { createErrandRunner } from '../src/jobs/errands.ts';
import { orderData } from '../src/texts/documents/order-data.ts';
import { deskDeps, staffAs } from '../test/helpers/panel-server.ts';
import { foundTown } from '../test/helpers/small-town.ts';
import { benchDatabase } from './bench-database.ts';
import { silentLog } from './silent-log.ts';

const orders = 500;
const limitMs = 50;

/** Letters alone; no two of the same name. */
function surname(number: number): string {
  const letters = 'абвгдежиклмнопрстуфх';
  return `Ж${[number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400)].map((each) => letters[each]).join('')}ов`;
}

/** As many organizations with one agreed pair each, and a draft of an order in each. */
async function prepare(database: Database) {
  const town = await foundTown(database);
  const clerk = await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id);
  const staff = staffAs(clerk.id, town.programme.id, [
    { role: 'coordinator', organizationId: town.office.id },
  ]);
  const surnames = Array.from({ length: orders * 2 }, (_, number) => surname(number));
  await database.query(
    `with school as (
       insert into organization (programme_id, kind, name, short_name)
       select $1, 'school', 'МБОУ «Школа № ' || n || '»', 'Школа № ' || n from generate_series(10, $3::int + 9) n returning id),
     people as (
       insert into person (programme_id, surname, name, patronymic)
       select $1, s, 'Иван', 'Петрович' from unnest($2::text[]) s returning id),
     numbered as (select id, row_number() over (order by id) as n from people),
     placed as (select id, row_number() over (order by id) as n from school),
     pairs as (
       insert into pair (programme_id, organization_id, mentor_id, form, state, from_on, to_on, proposed_at, agreed_at)
       select $1, o.id, m.id, 'teacher-teacher', 'agreed', '2026-09-01', '2027-05-31', now(), now()
       from placed o join numbered m on m.n = o.n returning id, mentor_id, organization_id)
     insert into pair_mentee (pair_id, mentor_id, mentee_id)
     select p.id, p.mentor_id, e.id from pairs p join numbered m on m.id = p.mentor_id join numbered e on e.n = m.n + $3`,
    [town.programme.id, surnames, orders],
  );
  const began = performance.now();
  const { ids } = await createOrderDesk(deskDeps(database, machineClock)).createAll(staff, null);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${ids.length} drafts with everybody worded in ${seconds.toFixed(1)} s, ${(ids.length / seconds).toFixed(0)}/s`,
  );
  return { staff, ids, programmeId: town.programme.id };
}

/** How late the event loop is while `work` goes on, in milliseconds. */
async function lateness(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  return { seconds, p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 };
}

async function asErrand(
  database: Database,
  { staff, ids, programmeId }: Awaited<ReturnType<typeof prepare>>,
) {
  await createErrandBook(database).order({
    kind: 'orders-print',
    params: { orderIds: ids },
    power: 'documents:write',
    reach: { programmeId, organizationIds: null },
    createdBy: staff.personId,
    at: machineClock.now(),
  });
  const runner = createErrandRunner({
    queue: createErrandQueue(database),
    kinds: createErrandKinds({ database, clock: machineClock, mayNameOthers: () => false }),
    clock: machineClock,
    log: silentLog,
  });
  const taken = await lateness(() => {
    runner.wake();
    return runner.idle();
  });
  await runner.stop();
  return taken;
}

/** The peer: the same library with the same data on the main thread. */
async function onMainThread(database: Database, ids: readonly string[], programmeId: string) {
  const handler = new TemplateHandler({ plugins: [new LoopPlugin(), new TextPlugin()] });
  const template = Buffer.from(ownTemplate('pair-order'));
  const read: PairOrder[] = [];
  for (const id of ids) {
    const order = await createOrderBook(database).find({ programmeId, organizationIds: null }, id);
    if (order !== null) read.push(order);
  }
  return lateness(async () => {
    for (const order of read) {
      const paper = paperOf(order, { programmeName: 'Город', today: '2026-09-01' });
      await handler.process(template, orderData(paper) as never);
    }
  });
}

/** 500 orders printed as long work while the same process goes on talking to people. */
export async function run(): Promise<void> {
  const database = await benchDatabase({ poolSize: 8 });
  try {
    const prepared = await prepare(database);
    const { seconds, p99, most } = await asErrand(database, prepared);
    const [row] = await database.query<{ prints: number; printed: number; facts: { orders: number } }>(
      `select (select count(*)::int from pair_order_event where kind = 'printed') as prints,
         (select count(*)::int from pair_order where state = 'printed') as printed, facts
       from errand where state = 'done'`,
    );
    console.log(
      `${row?.printed} orders printed and packed in ${seconds.toFixed(1)} s, ${(orders / seconds).toFixed(0)}/s; ` +
        `event loop late p99 ${p99.toFixed(1)} ms, at most ${most.toFixed(1)} ms`,
    );
    const peer = await onMainThread(database, prepared.ids, prepared.programmeId);
    console.log(
      `on the main thread: ${(orders / peer.seconds).toFixed(0)}/s, event loop late p99 ${peer.p99.toFixed(1)} ms, ` +
        `at most ${peer.most.toFixed(1)} ms`,
    );
    console.log(`A : limit of ${limitMs} ms = ${(p99 / limitMs).toFixed(3)} (required at most 1)`);
    const isWhole = row?.prints === orders && row.printed === orders && row.facts.orders === orders;
    if (!isWhole || !(p99 <= limitMs)) process.exitCode = 1;
  } finally {
    await database.stop();
  }
}
