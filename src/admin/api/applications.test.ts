import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applicants } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type Caller, type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';

const now = new Date('2026-10-05T08:00:00Z');
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Caller;
let curator: Caller;
let own: Person;
let people: ReturnType<typeof applicants>;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  panel = await panelServer(database, { now: () => now });
  people = applicants(database, town);
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  own = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  coordinator = await panel.signedIn(boss.id);
  curator = await panel.signedIn(own.id);
});
beforeEach(() => database.query('delete from delivery'));
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

const told = async (personId: string) =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery where person_id = $1 order by id`,
      [personId],
    )
  ).map(({ text }) => text);

test('a curator sees who waits in their school, with answers in words, and nobody else’s', async () => {
  const mentor = await people.applied('Бабинцева Наталья Юрьевна', {
    answers: { post: 'учитель', years: 12 },
  });
  await people.applied('Чужая Инна Львовна', { organizationId: town.otherSchool.id });
  const head = await people.applied('Главный Пётр Ильич', { role: 'head' }, 'staff');
  const listed = await curator.get('/api/applications?state=applied');
  expect(listed.body.items.map(({ person }: { person: Person }) => person.surname)).toEqual(['Бабинцева']);
  expect((await coordinator.get('/api/applications?state=applied&q=глав')).body.total).toBe(1);
  const { body, status } = await curator.get(`/api/applications/${mentor.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    may: ['confirmed', 'declined', 'left'],
    steps: [{ kind: 'begun' }, { kind: 'applied' }],
  });
  expect(body.answers).toContainEqual({ name: 'Должность', said: 'учитель' });
  expect((await curator.get(`/api/applications/${head.id}`)).status).toBe(404);
});

test('the applicant hears of a decision, and who decides second is told that it is decided', async () => {
  const card = await people.applied('Решаемая Ольга Павловна');
  const path = `/api/applications/${card.id}/decision`;
  const first = await curator.post(path, { to: 'declined', reason: 'Нет стажа' });
  expect(first).toMatchObject({ status: 200, body: { state: 'declined', may: [] } });
  expect(await told(card.personId)).toEqual([expect.stringContaining('заявку отклонили')]);
  expect(await coordinator.post(path, { to: 'confirmed' })).toMatchObject({
    status: 409,
    body: { code: 'state-passed', title: 'Это уже сделал кто-то другой' },
  });
  const [noted] = await database.query<{ action: string; after: object; organization: string }>(
    'select action, after, organization_id as organization from audit where subject_id = $1',
    [card.id],
  );
  expect(noted).toEqual({
    action: 'application.declined',
    after: { state: 'declined' },
    organization: town.school.id,
  });
});

test('confirming appoints and tells; whoever took their consent back is not confirmed', async () => {
  const card = await people.applied('Верная Ирина Львовна');
  expect((await curator.post(`/api/applications/${card.id}/decision`, { to: 'confirmed' })).status).toBe(200);
  expect(await people.rolesOf(card.personId)).toEqual(['mentor']);
  expect(await told(card.personId)).toEqual([expect.stringContaining('заявка подтверждена')]);
  const gone = await people.applied('Бывшая Ирина Львовна');
  await database.query('update consent set withdrawn_at = now() where person_id = $1', [gone.personId]);
  expect(await curator.post(`/api/applications/${gone.id}/decision`, { to: 'confirmed' })).toMatchObject({
    status: 409,
    body: { code: 'consent-missing' },
  });
});

test('nobody decides their own', async () => {
  const mine = await people.applied('Рябова Ксения Олеговна', { duplicateOf: own.id });
  const joined = await coordinator.post(`/api/applications/${mine.id}/join`);
  expect(joined).toMatchObject({ status: 200, body: { person: { id: own.id }, double: null } });
  expect(await curator.post(`/api/applications/${mine.id}/decision`, { to: 'confirmed' })).toMatchObject({
    status: 403,
    body: { code: 'own-application' },
  });
});

test('a double is joined by whoever could appoint to all that the known person is, and the accounts hear of it', async () => {
  const known = await town.person('Двойная Рада Львовна', 'mentor', town.school.id);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '55', '55', $1)`,
    [known.id],
  );
  const card = await people.applied('Двойная Рада Львовна', { duplicateOf: known.id });
  expect((await curator.get(`/api/applications/${card.id}`)).body.double.id).toBe(known.id);
  expect((await curator.post(`/api/applications/${card.id}/join`)).status).toBe(200);
  expect(await told(known.id)).toEqual([
    expect.stringContaining('подключён ещё один аккаунт'),
    expect.stringContaining('записи о вас объединены'),
  ]);
  expect(await curator.post(`/api/applications/${card.id}/join`)).toMatchObject({
    body: { code: 'not-a-double' },
  });
  const head = await town.person('Важная Рада Львовна', 'head', town.school.id);
  const claimed = await people.applied('Важная Рада Львовна', { duplicateOf: head.id });
  expect(await curator.post(`/api/applications/${claimed.id}/join`)).toMatchObject({
    status: 403,
    body: { code: 'may-not-stand-for' },
  });
  expect((await curator.post(`/api/applications/${claimed.id}/keep-apart`)).body.double).toBeNull();
});
