import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deskOf } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import { fitOutgoing } from '../../domain/messages/fit.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/people/person.ts';
import { createFormEngine } from '../forms/engine.ts';
import { pressPrivacy, showPrivacy } from './privacy.ts';
import { pressPrivacyOfStranger, showPrivacyForStranger } from './privacy-requests.ts';
import { openTalk, type Talk } from './talk.ts';

let database: Database;
let town: Town;
let her: Person;
let coordinator: Person;
let curator: Person;
let events = 0;
const at = new Date('2022-03-18T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  her = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  coordinator = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  for (const { id } of [her, coordinator, curator]) {
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [accountOf(id), id],
    );
  }
  await database.query(
    `insert into application (person_id, form, role, organization_id, state) values ($1, 'mentor', 'mentor', $2, 'active')`,
    [her.id, town.school.id],
  );
});

const accountOf = (personId: string) => `90${personId}`;

/** One press of an account; what has left since, account by account. */
async function does(
  accountId: string,
  action: string,
  act: (talk: Talk) => unknown,
  { mayNameOthers = true, messageId = `m${events}` } = {},
): Promise<{ accountId: string; outgoing: Outgoing }[]> {
  await database.transaction(async (sql) => {
    const writes: (() => Promise<void>)[] = [];
    const desk = deskOf(sql, (write) => writes.push(write));
    events += 1;
    const event = { kind: 'press', action, callbackId: 'c', messageId } as const;
    const incoming = { platform: 'vk', eventId: `e${events}`, accountId, chatId: accountId, at, event };
    const settings = {
      mayNameOthers: () => mayNameOthers,
      forms: createFormEngine([]),
      pageUrl: 'https://page.example',
    };
    const talk = await openTalk(desk, incoming, at, settings);
    await act(talk);
    await talk.close();
    for (const write of writes) await write();
  });
  const rows = await database.query<{ accountId: string; outgoing: Outgoing }>(
    `update delivery set state = 'sent', settled_at = now() where state = 'planned' returning account_id as "accountId", outgoing`,
  );
  for (const { outgoing } of rows) expect(fitOutgoing(outgoing)).toEqual([outgoing]);
  return rows;
}

type Presses = Parameters<typeof does>[3];

async function presses(person: Person, action: string, options: Presses = {}): Promise<string> {
  let known = false;
  const rows = await does(
    accountOf(person.id),
    action,
    async (talk) => {
      const someone = talk.visitor.person;
      known = someone !== null && (await pressPrivacy({ ...talk, person: someone }, action));
    },
    options,
  );
  said = rows;
  return known ? textsOf(rows, accountOf(person.id)) : 'old button';
}

let said: Awaited<ReturnType<typeof does>> = [];

function textsOf(rows: typeof said, accountId: string): string {
  return rows
    .filter((row) => row.accountId === accountId)
    .map(({ outgoing }) => (outgoing.kind === 'answer' ? '' : outgoing.message.text))
    .filter((text) => text !== '')
    .join('\n');
}
const labels = () =>
  said.flatMap(({ outgoing }) =>
    outgoing.kind === 'answer' ? [] : (outgoing.message.buttons ?? []).flat().map(({ label }) => label),
  );
const one = async (text: string, ...values: unknown[]) =>
  (await database.query<Record<string, unknown>>(text, values))[0];

test('what is stored is told in words, and the way to everything else', async () => {
  const text = await presses(her, 'privacy:show');
  expect(text).toContain('Имя: Бабинцева Наталья Юрьевна');
  expect(text).toContain('Заявки и анкеты: 1 заявка');
  expect(labels()).toEqual(['📄 Всё файлом', 'Мои согласия', 'Исправить', 'Удалить меня']);
  await presses(coordinator, 'privacy:show');
  expect(labels()).toContain('Запросы людей');
});

test('both files are ordered once, with a request that is done', async () => {
  expect(await presses(her, 'privacy:file', { messageId: 'same' })).toContain('PDF');
  await presses(her, 'privacy:file', { messageId: 'same' });
  expect(await database.query('select recipe, name from stored_file order by id')).toEqual([
    {
      recipe: { document: 'dossier', personId: her.id, format: 'pdf', requestId: '1' },
      name: 'moi-dannye.pdf',
    },
    {
      recipe: { document: 'dossier', personId: her.id, format: 'json', requestId: '1' },
      name: 'moi-dannye.json',
    },
  ]);
  expect(await database.query('select kind, state from data_request')).toEqual([
    { kind: 'export', state: 'done' },
  ]);
});

test('asked for again at once they are the same files: nobody fills the rows and the coordinator’s list', async () => {
  for (let press = 0; press < 5; press += 1) await presses(her, 'privacy:file');
  expect(await database.query('select from data_request')).toHaveLength(1);
  expect(await database.query('select from stored_file')).toHaveLength(2);
});

test('whoever wants to be erased is told first what follows', async () => {
  expect(await presses(her, 'privacy:erase')).toContain('28 марта сотру');
  expect(await database.query('select id from data_request')).toEqual([]);
});

test('to be erased means to leave: the curator and the coordinator hear of it, once', async () => {
  expect(await presses(her, 'privacy:erase-yes')).toContain('Отменить можно до 28 марта');
  expect(textsOf(said, accountOf(curator.id))).toBe(
    'Бабинцева Н. Ю., Школа № 3: участие в программе завершено по просьбе участника.',
  );
  expect(textsOf(said, accountOf(coordinator.id))).toContain('удаление: Бабинцева Н. Ю.');
  expect(await one('select state from application')).toEqual({ state: 'left' });
  await presses(her, 'privacy:erase-yes');
  expect(said.filter(({ accountId }) => accountId !== accountOf(her.id))).toEqual([]);
  expect(await database.query('select kind, state from data_request')).toEqual([
    { kind: 'erase', state: 'open' },
  ]);
});

test('who was appointed without an application leaves as well', async () => {
  await database.query('delete from application');
  await presses(her, 'privacy:erase-yes');
  expect(textsOf(said, accountOf(curator.id))).toContain('участие в программе завершено');
  expect(await database.query('select from appointment where ended_at is not null')).toHaveLength(1);
});

test('a change of mind is taken, a second one has nothing to take', async () => {
  await presses(her, 'privacy:erase-yes');
  await presses(her, 'privacy:show');
  expect(labels()).toContain('Отменить удаление');
  expect(await presses(her, 'privacy:keep')).toContain('данные остаются');
  expect(await presses(her, 'privacy:keep')).toBe('');
  expect(await one('select state from data_request')).toEqual({ state: 'cancelled' });
});

test('a coordinator sees requests and has one done at once', async () => {
  await presses(her, 'privacy:erase-yes');
  expect(await presses(coordinator, 'privacy:requests')).toContain(
    '№ 1 — удаление, Бабинцева Н. Ю., срок — 28 марта',
  );
  await presses(coordinator, 'privacy:request:1');
  expect(labels()).toEqual(['Удалить сейчас']);
  expect(await presses(coordinator, 'privacy:erase-now:1')).toContain('стираю');
  expect(await one('select due_on::text as day from data_request')).toEqual({ day: '2022-03-18' });
});

test('forged and old buttons tell nothing and do nothing', async () => {
  await presses(her, 'privacy:erase-yes');
  for (const action of ['privacy:requests', 'privacy:request:1', 'privacy:erase-now:1']) {
    expect(await presses(curator, action)).toBe('old button');
    expect(await presses(her, action)).toBe('old button');
  }
  for (const action of [
    'privacy:',
    'privacy:constructor',
    'privacy:request:2',
    'privacy:request',
    'privacy:requests:1',
    'privacy:erase-now:99999999999999999999',
    'privacy:forget-yes',
  ]) {
    expect(await presses(coordinator, action)).toBe('old button');
  }
  expect(await one('select due_on::text as day from data_request')).toEqual({ day: '2022-03-28' });
});

test('where no personal data may pass, there is a link instead, and nobody is named', async () => {
  const page = { mayNameOthers: false };
  expect(await presses(her, 'privacy:show', page)).not.toContain('Бабинцева');
  expect(JSON.stringify(said)).toContain('https://page.example/go/');
  await presses(her, 'privacy:erase-yes', page);
  expect(JSON.stringify(said)).not.toContain('Бабинцев');
  expect(await presses(coordinator, 'privacy:requests', page)).toContain('№ 1 — удаление, срок');
  expect(await presses(coordinator, 'privacy:request:1', page)).not.toContain('Бабинцев');
});

test('a stranger is told that there is only the account, and has it erased', async () => {
  const shown = await does('777', '', (talk) => showPrivacyForStranger(talk));
  expect(textsOf(shown, '777')).toContain('номер вашего аккаунта');
  await does('777', 'privacy:forget', (talk) => pressPrivacyOfStranger(talk, 'privacy:forget'));
  expect(await one(`select count(*)::int as n from chat_account where account_id = '777'`)).toEqual({ n: 1 });
  await does('777', 'privacy:forget-yes', (talk) => pressPrivacyOfStranger(talk, 'privacy:forget-yes'));
  expect(await one(`select count(*)::int as n from chat_account where account_id = '777'`)).toEqual({ n: 0 });
  const account = accountOf(her.id);
  await does(account, '', async (talk) =>
    expect(await pressPrivacyOfStranger(talk, 'privacy:forget-yes')).toBe(false),
  );
  expect(await one('select person_id as id from chat_account where account_id = $1', account)).toEqual({
    id: her.id,
  });
});

test('the message shown by the command is the one of the button', async () => {
  const rows = await does(accountOf(her.id), '', (talk) => showPrivacy({ ...talk, person: her }));
  expect(textsOf(rows, accountOf(her.id))).toContain('Что я о вас храню');
});
