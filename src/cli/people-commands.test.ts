import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { testDatabase } from '../../test/helpers/database.ts';
import { takeInvitation } from '../database/repositories/invitation-book.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import type { Database } from '../database/sql.ts';
import { readCode, readLink } from '../domain/people/invitation.ts';
import { organizationCommand } from './organization.command.ts';
import { personCommand } from './person.command.ts';
import { programmeCommand } from './programme.command.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  await nastavnik(programmeCommand, 'add', 'glazov', '--name', 'Наставничество', '--zone', 'Europe/Samara');
  await nastavnik(
    organizationCommand,
    'add',
    'Управление образования города',
    '--kind',
    'office',
    '--alias',
    'УО, офис',
  );
  for (const number of [3, 13]) {
    const name = `МБОУ «Средняя школа № ${number}»`;
    await nastavnik(organizationCommand, 'add', name, '--short', `Школа № ${number}`);
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.stop();
});

test('organizations are listed with all their names, the office first', async () => {
  const lines = (await nastavnik(organizationCommand, 'list')).trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('(УО, офис)');
});

test('somebody new is entered, appointed and invited by one command', async () => {
  const args = ['invite', 'Иванова Мария Петровна', '--role', 'deputy-head', '--organization', 'шк 3'];
  const first = await nastavnik(personCommand, ...args);
  expect(first).toContain('Telegram: ссылка появится');
  await database.query(
    `insert into setting (key, value) values ('bot:telegram', '{"link":"https://t.me/glazov_bot?start="}'),
     ('bot:vk', '{"link":"https://vk.me/club1?ref="}')`,
  );
  const second = await nastavnik(personCommand, ...args);
  const link = /https:\/\/t\.me\S+/.exec(second)?.[0] ?? '';
  const code = /Код: (\S+)/.exec(second)?.[1] ?? '';
  expect(second).toContain('https://vk.me/club1?ref=');
  const [person, ...others] = await database.query<{ id: string }>('select id from person');
  expect(others).toEqual([]);
  const at = new Date();
  const visit = async (platform: string) =>
    (await createPeopleBook(database).visitor(platform, '1', '1', at)).account;
  expect(await takeInvitation(database, await visit('telegram'), readLink(link) ?? '', at)).toBe(person?.id);
  expect(await takeInvitation(database, await visit('vk'), readCode(code) ?? '', at)).toBe(person?.id);
  expect(await nastavnik(personCommand, 'list')).toContain(
    'Иванова Мария Петровна: заместитель директора — Школа № 3 [telegram, vk]',
  );
});

test('a person is added, appointed by number or name, and dismissed', async () => {
  const added = await nastavnik(personCommand, 'add', 'Сидоров Пётр');
  const id = /номер (\d+)/.exec(added)?.[1] ?? '';
  await nastavnik(personCommand, 'appoint', id, '--role', 'куратор', '--organization', '13');
  await nastavnik(personCommand, 'appoint', 'Сидоров Пётр', '--role', 'coordinator', '--organization', 'УО');
  expect(await nastavnik(personCommand, 'list')).toContain(
    'Сидоров Пётр: куратор — Школа № 13; муниципальный координатор — Управление образования города',
  );
  await nastavnik(personCommand, 'dismiss', id, '--role', 'curator', '--organization', '13');
  expect(await nastavnik(personCommand, 'list')).not.toContain('куратор — Школа № 13');
});

describe('a wrongly forwarded invitation', () => {
  const at = new Date();
  let id: string;

  const visit = async (platform: string, account: string) =>
    (await createPeopleBook(database).visitor(platform, account, account, at)).account;
  const invited = async () => {
    const code = /Код: (\S+)/.exec(await nastavnik(personCommand, 'invite', id))?.[1] ?? '';
    return readCode(code) ?? '';
  };
  const linked = async () =>
    (await createPeopleBook(database).accountsOf(id)).accounts.map(({ platform }) => platform).sort();
  const use = async (platform: string, account: string, code: string) =>
    takeInvitation(database, await visit(platform, account), code, at);

  beforeEach(async () => {
    const added = await nastavnik(personCommand, 'add', 'Чирков Олег Степанович');
    id = /номер (\d+)/.exec(added)?.[1] ?? '';
  });

  test('is cured: the chats are taken away, the invitation is void, and a new one links the right chat', async () => {
    const code = await invited();
    await use('telegram', `wrong${id}`, code);
    await database.query(
      `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, state)
       select 'telegram', account_id, account_id, $1, '{}', 1, state
       from (values ('wrong' || $1::bigint, 'planned'), ('wrong' || $1::bigint, 'sent'), ('own', 'planned'))
         d (account_id, state)`,
      [id],
    );
    await database.query(`update person set remind_platform = 'telegram' where id = $1`, [id]);
    expect(await nastavnik(personCommand, 'unlink', id)).toBe(
      `Чирков Олег Степанович (${id}): чат отвязан (telegram), прежние приглашения больше не действуют.\n`,
    );
    expect(await linked()).toEqual([]);
    expect(await database.query('select state from delivery where person_id = $1 order by id', [id])).toEqual(
      [{ state: 'expired' }, { state: 'sent' }, { state: 'planned' }],
    );
    expect(await database.query('select remind_platform from person where id = $1', [id])).toEqual([
      { remind_platform: null },
    ]);
    for (const platform of ['telegram', 'vk']) {
      await expect(use(platform, `wrong${id}`, code)).rejects.toThrow('invitation-expired');
    }
    await use('telegram', `right${id}`, await invited());
    expect(await linked()).toEqual(['telegram']);
  });

  test('may have one messenger taken away only; with none there the invitations are void all the same', async () => {
    const code = await invited();
    await use('telegram', `t${id}`, code);
    await use('vk', `v${id}`, code);
    await nastavnik(personCommand, 'unlink', id, '--platform', 'vk');
    expect(await linked()).toEqual(['telegram']);
    const open = await invited();
    expect(await nastavnik(personCommand, 'unlink', id, '--platform', 'vk')).toContain(
      'привязанного чата не было',
    );
    await expect(use('vk', `v${id}`, open)).rejects.toThrow('invitation-expired');
  });

  test('is void as soon as a new one is made', async () => {
    const [first, second] = [await invited(), await invited()];
    await expect(use('vk', `v${id}`, first)).rejects.toThrow('invitation-expired');
    expect(await use('vk', `v${id}`, second)).toBe(id);
  });
});

test.each([
  [personCommand, ['unlink'], 'Не указано'],
  [personCommand, ['unlink', '999999'], 'Человека с номером 999999 нет'],
  [personCommand, ['unlink', 'Сидоров Пётр', '--platform', 'max'], 'бывает telegram, vk'],
  [personCommand, ['invite'], 'Не указано'],
  [personCommand, ['invite', '999999'], 'Человека с номером 999999 нет'],
  [personCommand, ['invite', 'Никто', '--role', 'head', '--organization', 'шк 3'], 'нужны фамилия, имя'],
  [personCommand, ['invite', 'Новый Иван', '--role', 'king', '--organization', 'шк 3'], 'бывает coordinator'],
  [personCommand, ['invite', 'Новый Иван', '--role', 'head'], 'параметр --organization'],
  [personCommand, ['invite', 'Новый Иван', '--role', 'head', '--organization', 'шк 99'], 'нет. Все покажет'],
  [
    personCommand,
    ['invite', 'Новый Иван', '--role', 'head', '--organization', 'школа'],
    'подходит нескольким: Школа № 13, Школа № 3',
  ],
  [
    personCommand,
    ['invite', 'Новый Иван', '--role', 'coordinator', '--organization', 'шк 3'],
    'только в управлении',
  ],
  [personCommand, ['dismiss', 'Сидоров Пётр', '--role', 'mentor', '--organization', '3'], 'Такой роли'],
  [organizationCommand, ['add', 'МБОУ «Средняя школа № 3»'], 'уже есть'],
  [organizationCommand, ['add', 'Второе', '--kind', 'office'], 'второго быть не может'],
  [organizationCommand, ['add', 'Замок', '--kind', 'castle'], 'бывает office, school'],
  [organizationCommand, ['list', '--programme', 'izhevsk'], '«izhevsk» нет'],
  [programmeCommand, ['add', 'glazov', '--name', 'Ещё раз'], 'уже есть'],
  [programmeCommand, ['add', 'Глазов', '--name', 'Ключ'], 'только латинские строчные'],
  [programmeCommand, ['add', 'luna', '--name', 'Луна', '--zone', 'Moon/Base'], 'Часового пояса'],
])('%# a wrong command is refused with one line', async (command, args, words) => {
  expect(await refusal(command, ...args)).toContain(words);
});

test('a refused invitation leaves nobody half entered', async () => {
  const found = await database.query("select from person where surname = 'Новый'");
  expect(found).toEqual([]);
});
