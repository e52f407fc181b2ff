import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import { createDocumentMaker, createDocumentShelf } from '../../document-maker.ts';
import { readSheets } from '../../documents/read-sheet.ts';
import type { Role } from '../../domain/people/person.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let town: Town;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  await town.person('Ближнев Лев Ильич', 'mentor', town.school.id);
  await town.person('Дальнев Лев Ильич', 'mentor', town.otherSchool.id);
});

async function chatOf(role: Role, mayNameOthers = true): Promise<Chat> {
  const { id } = await town.person(
    'Лаптева Нина Павловна',
    role,
    (role === 'coordinator' ? town.office : town.school).id,
  );
  const talks = conversations(database, {
    clock,
    mayNameOthers: () => mayNameOthers,
    pageUrl: 'https://page.example.org',
  });
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('telegram', $1, $1, $2)`,
    [id, id],
  );
  return talks.chat('telegram', id);
}

const ordered = () =>
  database.query<{ id: string; name: string }>('select id, name from stored_file order by id');

test('a curator gets the base of their organization as a file, once for each press', async () => {
  const chat = await chatOf('curator');
  await chat.says('/applications');
  await chat.presses('База наставников');
  expect(chat.last()).toContain('не пересылайте');
  await pressesAction(chat, 'apply:base:mentors');
  const [file, ...others] = await ordered();
  expect(file?.name).toBe('База наставников с перечнем компетенций 2022-03-18.xlsx');
  expect(others).toEqual([]);
  const shelf = createDocumentShelf({ database, maker: createDocumentMaker({ database, clock }) });
  const content = await shelf.read(file?.id ?? '');
  const text = JSON.stringify(await readSheets(content?.bytes ?? new Uint8Array()));
  expect(text).toContain('Ближнев');
  expect(text).not.toContain('Дальнев');
});

test('where no names may be said the base is at the panel', async () => {
  const chat = await chatOf('curator', false);
  await chat.says('/applications');
  expect(chat.labels().join()).not.toContain('База');
  await pressesAction(chat, 'apply:base:mentees');
  expect(chat.last()).toContain('Войдите в панель');
  expect(await ordered()).toEqual([]);
});

test('a whole city’s base leaves through the panel alone, whichever button asks for it', async () => {
  const chat = await chatOf('coordinator');
  await chat.says('/applications');
  expect(chat.labels()).toEqual(['🗂 Базы в панели']);
  await chat.presses('Базы в панели');
  expect(chat.last()).toContain('Базы скачивают в панели');
  await pressesAction(chat, 'apply:base:mentors');
  expect(chat.labels()).toEqual(['Открыть панель']);
  expect(await ordered()).toEqual([]);
});

test('a curator who is made a viewer of the city gets no base in the chat any more', async () => {
  const chat = await chatOf('curator');
  await database.query(
    `insert into appointment (person_id, role, organization_id)
     select person_id, 'viewer', $1 from appointment where role = 'curator'`,
    [town.office.id],
  );
  await pressesAction(chat, 'apply:base:mentors');
  expect(chat.labels()).toEqual(['Открыть панель']);
  expect(await ordered()).toEqual([]);
});

test('nobody but staff gets a base, whatever they press', async () => {
  const chat = await chatOf('mentor');
  await pressesAction(chat, 'apply:base:mentors');
  await pressesAction(chat, 'apply:base:pupils');
  expect(await ordered()).toEqual([]);
});
