import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createErrandQueue } from '../database/repositories/errand-queue.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createErrandRunner } from '../jobs/errands.ts';
import { createContestDesk } from './contest-desk.ts';
import { createErrandDesk } from './errand-desk.ts';
import { createErrandKinds } from './errand-kinds.ts';
import { createMaterialsErrand } from './materials-errand.ts';

let database: Database;
let town: Town;
let staff: Staff;
let now: Date;
const clock = { now: () => now };
const afterwards = new Date('2022-04-12T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  now = afterwards;
  const { id } = await town.person('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
  staff = staffAs(id, town.programme.id, [{ role: 'coordinator', organizationId: town.office.id }]);
});

const deps = () => deskDeps(database, clock);
const desk = () => createContestDesk(deps());
const letters = 'абвгдежзиклмнопрст';
const file = (name: string) => ({ name, bytes: new TextEncoder().encode(`%PDF-1.7 ${name}`) });
const addFile = async (contestId: string, name: string) => {
  const { files } = await desk().addFile(staff, contestId, 'material', file(name));
  return files.find((each) => each.name === name)?.id ?? '';
};

/** Somebody with an accepted entry of their own. */
async function guest(
  contestId: string,
  index: number,
  { attended = true, platform = 'vk' }: { attended?: boolean; platform?: 'vk' | 'telegram' | null } = {},
): Promise<string> {
  const { id } = await town.person(`Гость${letters[index]} Анна Петровна`, 'mentor', town.school.id);
  if (platform !== null) await chat(id, platform);
  const entry = await entryIn(database, { contestId, personId: id });
  if (attended)
    await database.query(
      `update contest_member set attended_at = $2, attendance_way = 'list' where entry_id = $1`,
      [entry.id, afterwards],
    );
  return id;
}
const chat = (personId: string, platform: 'vk' | 'telegram' = 'vk') =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)`,
    [platform, `9${personId}`, personId],
  );

async function send(contestId: string, namesOthers = false) {
  const { id } = await desk().sendMaterials(staff, contestId, { namesOthers });
  const mayNameOthers = (platform: string) => platform === 'vk';
  const runner = createErrandRunner({
    queue: createErrandQueue(database),
    kinds: createErrandKinds({ database, clock, mayNameOthers }),
    clock,
    log: notedLog(),
  });
  runner.wake();
  await runner.idle();
  await runner.stop();
  return createErrandDesk(deps()).get(staff, id);
}

const deliveries = () =>
  database.query<{ personId: string; text: string; files: string[] | null }>(
    `select person_id::text as "personId", outgoing->'message'->>'text' as text, outgoing->'message'->'files' as files
     from delivery order by id`,
  );
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

test('whoever came gets the files once, a new file goes alone, and who did not come gets nothing', async () => {
  const { id } = await contestIn(database, town.programme.id, { kind: 'event', title: 'Игра' });
  const came = await guest(id, 0);
  await guest(id, 1, { attended: false });
  const first = await addFile(id, 'Презентация.pdf');
  expect(await send(id)).toMatchObject({ state: 'done', facts: { told: 1, unreachable: 0 } });
  expect(await deliveries()).toEqual([
    { personId: came, text: 'Спасибо, что были на «Игра»! Материалы для участников:', files: [first] },
  ]);
  expect(await send(id)).toMatchObject({ state: 'done', facts: { told: 1, unreachable: 0 } });
  expect(await deliveries()).toHaveLength(1);
  const second = await addFile(id, 'Вопросы.pdf');
  const late = await guest(id, 2);
  await send(id);
  expect((await deliveries()).slice(1).map(({ personId, files }) => [personId, files])).toEqual([
    [came, [second]],
    [late, [first, second]],
  ]);
});

test('a team with an accepted work gets them, and eleven files are two messages', async () => {
  const { id } = await contestIn(database, town.programme.id, { kind: 'work' });
  const author = await guest(id, 0, { attended: false });
  const mate = (await town.person('Коллега Анна Петровна', 'mentor', town.school.id)).id;
  await chat(mate);
  await database.query(
    `insert into contest_member (entry_id, person_id, joined_at) select id, $2, now() from contest_entry where contest_id = $1`,
    [id, mate],
  );
  const rejected = await guest(id, 1);
  await database.query(`update contest_entry set state = 'rejected' where person_id = $1`, [rejected]);
  const files: string[] = [];
  for (const letter of letters.slice(0, 11)) files.push(await addFile(id, `${letter}.pdf`));
  await send(id);
  expect((await deliveries()).map(({ personId, files: sent }) => [personId, sent])).toEqual([
    [author, files.slice(0, 10)],
    [author, files.slice(10)],
    [mate, files.slice(0, 10)],
    [mate, files.slice(10)],
  ]);
});

test('whoever has no chat gets them with a later sending; files with names go to no foreign messenger', async () => {
  const { id } = await contestIn(database, town.programme.id, { kind: 'event', title: 'Форум' });
  const later = await guest(id, 0, { platform: null });
  const abroad = await guest(id, 1, { platform: 'telegram' });
  const material = await addFile(id, 'Итоги.pdf');
  expect((await send(id, true)).facts).toEqual({ told: 1, unreachable: 1 });
  await chat(later);
  expect((await send(id, true)).facts).toEqual({ told: 2, unreachable: 0 });
  const sent = await deliveries();
  expect(sent.map(({ personId, files }) => [personId, files])).toEqual([
    [abroad, null],
    [later, [material]],
  ]);
  expect(sent[0]?.text).toContain('попросите их у координатора');
});

test('dying in the middle it leaves no notice without its message, and goes on with the others', async () => {
  const { id } = await contestIn(database, town.programme.id, { kind: 'event' });
  for (let index = 0; index < 8; index += 1) await guest(id, index);
  const fileIds = [await addFile(id, 'а.pdf'), await addFile(id, 'б.pdf')];
  const context = {
    ...{ errandId: '1', programmeId: town.programme.id, createdBy: '1', resumedAt: 0 },
    signal: new AbortController().signal,
    progress: async () => undefined,
  };
  const run = (from: Database) =>
    createMaterialsErrand({ database: from, clock, mayNameOthers: () => true }).run(
      { contestId: id, fileIds, namesOthers: false },
      context,
    );
  const count = async () =>
    (
      await database.query<{ notices: number; deliveries: number }>(
        `select (select count(*) from contest_notice)::int as notices, (select count(*) from delivery)::int as deliveries`,
      )
    )[0];
  for (let queries = 1; queries < 13; queries += 1) {
    expect(await code(run(dyingAfter(queries)))).toBe('Error');
    const now = await count();
    expect(now?.notices).toBe(2 * (now?.deliveries ?? 0));
  }
  expect((await run(database)).facts).toEqual({ told: 8, unreachable: 0 });
  await Promise.all([run(database), run(database)]);
  expect(await count()).toEqual({ notices: 16, deliveries: 8 });
});

test('it is refused without files, before the event, and where nothing more is done', async () => {
  const event = await contestIn(database, town.programme.id, { kind: 'event' });
  expect(await code(desk().sendMaterials(staff, event.id, { namesOthers: true }))).toBe('materials-none');
  await addFile(event.id, 'Игра.pdf');
  now = new Date('2022-03-31T18:59:59Z');
  expect(await code(desk().sendMaterials(staff, event.id, { namesOthers: true }))).toBe('contest-stage');
  expect((await desk().get(staff, event.id)).may['send-materials']).toBe(false);
  now = new Date('2022-03-31T19:00:00Z');
  expect((await desk().get(staff, event.id)).may['send-materials']).toBe(true);
  const { id } = await desk().sendMaterials(staff, event.id, { namesOthers: true });
  expect((await desk().sendMaterials(staff, event.id, { namesOthers: true })).id).toBe(id);
  await database.query(`update contest set state = 'cancelled' where id = $1`, [event.id]);
  expect(await code(desk().sendMaterials(staff, event.id, { namesOthers: true }))).toBe('contest-stage');
});

test('a file that is taken away while its message waits still goes out', async () => {
  const { id } = await contestIn(database, town.programme.id, { kind: 'event' });
  await guest(id, 0);
  const waiting = await addFile(id, 'а.pdf');
  await send(id);
  const other = await addFile(id, 'б.pdf');
  await desk().removeFile(staff, id, waiting);
  await desk().removeFile(staff, id, other);
  const kept = await database.query<{ id: string }>('select id::text from stored_file order by id');
  expect(kept).toEqual([{ id: waiting }]);
});

/** A database whose process dies at the query after so many. */
function dyingAfter(queries: number): Database {
  let left = queries;
  const guarded = (sql: Sql): Sql => ({
    async query(text, params) {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return sql.query(text, params);
    },
  });
  return {
    ...database,
    query: guarded(database).query,
    transaction: (work) => database.transaction((sql) => work(guarded(sql))),
  };
}
