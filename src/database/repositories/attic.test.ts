import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import { buildTaskCity } from '../../../test/helpers/task-city.ts';
import type { Database } from '../sql.ts';
import { createAttic } from './attic.ts';
import { createDialogueBook } from './dialogue-book.ts';
import { createInboxBook } from './inbox-book.ts';
import { createInvitation } from './invitation-book.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('only events handled long ago are forgotten', async () => {
  await database.query(
    `insert into inbox (platform, event_id, chat_key, payload, handled_at) values
       ('vk', 'old', '1', '{}', now() - interval '15 days'),
       ('vk', 'young', '1', '{}', now() - interval '13 days'),
       ('vk', 'open', '1', '{}', null)`,
  );
  expect(await createAttic(database).forgetHandledEvents(14)).toBe(1);
  expect(await database.query('select event_id as event from inbox order by id')).toEqual([
    { event: 'young' },
    { event: 'open' },
  ]);
});

test('deliveries that somebody may ask for stay', async () => {
  const city = await buildTaskCity(database);
  const organizationId = await city.organization('Школа № 3');
  const personId = await city.person('Ушаков Сергей', { [organizationId]: ['head'] });
  const taskId = await city.task({ organizationId, dueOn: '2022-03-25' });
  const rows = await database.query<{ id: string }>(
    `insert into delivery (platform, account_id, chat_id, outgoing, priority, state, settled_at)
     select 'vk', '1', '1', '{}', 0, s.state, now() - s.days * interval '1 day'
     from unnest(array['sent', 'sent', 'failed', 'uncertain', 'expired', 'sent'],
       array[31, 29, 31, 31, 31, 31]) with ordinality s (state, days, n) order by s.n returning id`,
  );
  const ids = rows.map(({ id }) => id);
  await database.query(
    `insert into reminder (task_id, person_id, rule_key, due_on, state, delivery_id)
     values ($1, $2, 'late', '2022-03-28', 'sent', $3)`,
    [taskId, personId, ids[5]],
  );
  expect(await createAttic(database).forgetDeliveries(30)).toBe(2);
  const left = await database.query<{ id: string }>('select id from delivery order by id');
  expect(left.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[3], ids[5]]);
});

test('deliveries of a mailing go, what became of its readers stays', async () => {
  await database.query(
    'delete from delivery where not exists (select from reminder r where r.delivery_id = delivery.id)',
  );
  const city = await buildTaskCity(database);
  const organizationId = await city.organization('Школа № 5');
  const people: string[] = [];
  for (const name of ['Анна', 'Вера'])
    people.push(await city.person(`Ушакова ${name}`, { [organizationId]: ['head'] }));
  const [mailing] = await database.query<{ id: string }>(
    `insert into mailing (programme_id, author_id, title, text, names_others, audience, state, created_at, started_at)
     values ($1, $2, '', 'Семинар', false, '{}', 'sending', now(), now()) returning id`,
    [city.programmeId, people[0]],
  );
  for (const [turn, state] of (['sent', 'queued'] as const).entries()) {
    await database.query(
      `with d as (insert into delivery (platform, account_id, chat_id, outgoing, priority, state, settled_at)
         values ('vk', '1', '1', '{}', 1, 'sent', now() - interval '31 days') returning id)
       insert into mailing_recipient (mailing_id, person_id, state, delivery_id, settled_at)
       select $1, $2, $3, id, case when $3 = 'sent' then now() end from d`,
      [mailing?.id, people[turn], state],
    );
  }
  expect(await createAttic(database).forgetDeliveries(30)).toBe(1);
  expect(
    await database.query('select state, delivery_id is not null as kept from mailing_recipient order by id'),
  ).toEqual([
    { state: 'sent', kept: false },
    { state: 'queued', kept: true },
  ]);
});

test('what people wrote goes out of handled events, which still can’t be handled twice', async () => {
  await database.query('delete from inbox');
  await database.query(
    `insert into inbox (platform, event_id, chat_key, payload, handled_at) values
       ('vk', 'old', '1', '{"text":"Моя жалоба"}', now() - interval '4 days'),
       ('vk', 'young', '1', '{"text":"Спасибо"}', now() - interval '2 days'),
       ('vk', 'open', '1', '{"text":"Вопрос"}', null)`,
  );
  expect(await createAttic(database).blankHandledEvents(3)).toBe(1);
  expect(await createAttic(database).blankHandledEvents(3)).toBe(0);
  expect(await database.query(`select payload->>'text' as text from inbox order by id`)).toEqual([
    { text: null },
    { text: 'Спасибо' },
    { text: 'Вопрос' },
  ]);
  const again = { platform: 'vk', eventId: 'old', chatKey: '1', payload: { text: 'Моя жалоба' } };
  expect(await createInboxBook(database).put([again])).toBe(0);
});

test('traces of buttons and questions go, open conversations stay', async () => {
  await database.query(
    `insert into dialogue (key, state, updated_at)
     select key, '{}', now() - days * interval '1 day' from (values
       ('pressed:vk:1:2', 31), ('pressed:vk:1:3', 29), ('asked:vk:1', 31), ('question:abc', 31),
       ('question:old', 91), ('person:1', 400)) kept (key, days)`,
  );
  const attic = createAttic(database);
  expect(await attic.forgetDialogues(['pressed', 'asked'], 30)).toBe(2);
  expect(await attic.forgetDialogues(['question'], 90)).toBe(1);
  const left = await database.query<{ key: string }>('select key from dialogue order by key');
  expect(left.map(({ key }) => key)).toEqual(['person:1', 'pressed:vk:1:3', 'question:abc']);
});

test('a dialogue written now is young, wherever the programme’s clock stands', async () => {
  const writes: (() => Promise<void>)[] = [];
  await createDialogueBook(database, (write) => writes.push(write)).write('pressed:vk:1:9', { step: 'x' });
  for (const write of writes) await write();
  expect(await createAttic(database).forgetDialogues(['pressed'], 1)).toBe(1);
  expect(await database.query(`select from dialogue where key = 'pressed:vk:1:9'`)).toHaveLength(1);
});

test('old invitations go, used or not, and the chats they linked stay', async () => {
  const city = await buildTaskCity(database);
  const personId = await city.person('Ушаков Сергей', {}, ['vk']);
  const clock = { now: () => new Date('2022-03-18T06:00:00Z') };
  for (let made = 0; made < 3; made += 1) await createInvitation(database, personId, clock);
  const ids = await database.query<{ id: string }>('select id from invitation order by id');
  await database.query(
    `insert into invitation_use (invitation_id, platform, chat_account_id)
     select i.id, 'vk', c.id from invitation i, chat_account c where c.person_id = $1`,
    [personId],
  );
  await database.query(
    `update invitation set created_at = created_at - interval '91 days' where id = any($1)`,
    [[ids[0]?.id, ids[1]?.id]],
  );
  expect(await createAttic(database).forgetInvitations(90)).toBe(2);
  expect(await database.query('select id from invitation')).toEqual([ids[2]]);
  expect(await database.query('select invitation_id as id from invitation_use')).toEqual([ids[2]]);
  expect(await database.query('select from chat_account where person_id = $1', [personId])).toHaveLength(1);
});

test('leases that ran out long ago go', async () => {
  await database.query(
    `insert into lease (name, holder, until_at) values
       ('send:max', 'gone', now() - interval '2 days'), ('send:vk', 'late', now() - interval '1 minute'),
       ('poll:vk', 'well', now() + interval '1 minute')`,
  );
  expect(await createAttic(database).forgetLeases(1)).toBe(1);
  expect(await database.query('select name from lease order by name')).toEqual([
    { name: 'poll:vk' },
    { name: 'send:vk' },
  ]);
});

test('links to the page go two days after, by the clock that made them', async () => {
  const [account] = await database.query<{ id: string }>(
    `insert into chat_account (platform, account_id, chat_id) values ('vk', '900', '900') returning id`,
  );
  await database.query(
    `insert into page_link (secret_hash, chat_account_id, purpose, created_at, expires_at)
     select day, $1, 'privacy', day::timestamptz, day::timestamptz from unnest(array['2022-03-15', '2022-03-17']) day`,
    [account?.id],
  );
  expect(await createAttic(database).forgetPageLinks(new Date('2022-03-16T00:00:00Z'))).toBe(1);
  expect(await database.query('select secret_hash as day from page_link')).toEqual([{ day: '2022-03-17' }]);
});

test('files with somebody’s data go after a week, other documents stay', async () => {
  await database.query('delete from stored_file');
  await database.query(
    `insert into stored_file (name, mime, state, recipe, created_at)
     select kind || days, 'application/pdf', 'wanted', jsonb_build_object('document', kind, 'n', days),
       now() - days * interval '1 day'
     from (values ('dossier', 8), ('dossier', 6), ('base', 8), ('base', 6), ('consent', 8)) made (kind, days)`,
  );
  expect(await createAttic(database).forgetDossiers(7)).toBe(2);
  const left = await database.query<{ name: string }>('select name from stored_file order by id');
  expect(left.map(({ name }) => name)).toEqual(['dossier6', 'base6', 'consent8']);
});

test('a form that a stranger left goes, a person’s stays', async () => {
  await database.query('delete from dialogue');
  await database.query(
    `insert into dialogue (key, state, updated_at) select key, '{}', now() - days * interval '1 day' from (values
       ('form:account:vk:1', 31), ('form-aside:account:vk:1', 31), ('form:account:vk:2', 29), ('form:person:1', 400)
     ) kept (key, days)`,
  );
  expect(await createAttic(database).forgetStrangersForms(30)).toBe(2);
  const left = await database.query<{ key: string }>('select key from dialogue order by key');
  expect(left.map(({ key }) => key)).toEqual(['form:account:vk:2', 'form:person:1']);
});

test('sessions of last month and keys of repeated calls go, newer ones stay', async () => {
  const town = await foundTown(database);
  const person = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  for (const day of ['2022-02-15', '2022-03-15']) {
    await database.query(
      `insert into staff_session (person_id, token_hash, agent, created_at, seen_at) values ($1, $2, '', $2::text::timestamptz, $2::text::timestamptz)`,
      [person.id, day],
    );
    await database.query(
      `insert into idempotent_call (person_id, key, request_hash, at) values ($1, $2, '', $2::text::timestamptz)`,
      [person.id, day],
    );
  }
  const attic = createAttic(database);
  expect(await attic.forgetSessions(new Date('2022-03-01T00:00:00Z'))).toBe(1);
  expect(await attic.forgetCalls(new Date('2022-03-01T00:00:00Z'))).toBe(1);
  expect(await database.query('select token_hash as day from staff_session')).toEqual([
    { day: '2022-03-15' },
  ]);
  expect(await database.query('select key as day from idempotent_call')).toEqual([{ day: '2022-03-15' }]);
});
