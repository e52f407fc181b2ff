import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deskOf } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import { distributionForm } from '../../domain/consents/distribution-form.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Button, Message, Outgoing } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { wordsOfForm } from '../../texts/forms/form-words.ts';
import { pressConsents } from '../dialogues/consents.ts';
import { openTalk } from '../dialogues/talk.ts';
import { distributionHooks } from './distribution-hooks.ts';
import { createFormEngine } from './engine.ts';

const at = new Date('2026-03-16T10:00:00+04:00');
const forms = createFormEngine([distributionHooks]);

let database: Database;
let town: Town;
let mentor: Person;
let said: Message[];
let events = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования города Н.', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  mentor = await town.person('Широбокова Анна Ильинична', 'mentor', town.school.id);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', 'a', 'a', $1)`,
    [mentor.id],
  );
  said = [];
});

async function does(event: IncomingEvent): Promise<void> {
  events += 1;
  await database.transaction(async (sql) => {
    const writes: (() => Promise<void>)[] = [];
    const desk = deskOf(sql, (write) => writes.push(write));
    const incoming = { platform: 'vk', eventId: `e${events}`, accountId: 'a', chatId: 'a', at, event };
    const talk = await openTalk(desk, incoming, at, { mayNameOthers: () => true, forms, pageUrl: null });
    const known = { ...talk, person: mentor };
    const done =
      event.kind === 'press'
        ? (await forms.press(talk, event.action)) || (await pressConsents(known, event.action))
        : await forms.hear(talk, event);
    expect(done).toBe(true);
    await talk.close();
    for (const write of writes) await write();
  });
  const rows = await database.query<{ outgoing: Outgoing }>(
    `with gone as (update delivery set state = 'sent', settled_at = now() where state = 'planned' returning *)
     select outgoing from gone order by id`,
  );
  for (const { outgoing } of rows) if (outgoing.kind !== 'answer') said.push(outgoing.message);
}

const press = (action: string) =>
  does({ kind: 'press', action, callbackId: `c${events}`, messageId: `m${events}` });

async function presses(label: string): Promise<void> {
  const all = said.flatMap(({ buttons = [] }) => buttons.flat());
  const button = all.findLast((each): each is Extract<Button, { action: string }> =>
    'action' in each ? each.label.includes(label) : false,
  );
  if (button === undefined) throw new Error(`no button «${label}»: ${said.at(-1)?.text}`);
  await press(button.action);
}

const scopes = () =>
  database.query<{ scope: object; live: boolean }>(
    `select scope, withdrawn_at is null as live from consent where person_id = $1 order by id`,
    [mentor.id],
  );

async function allowed(): Promise<void> {
  await press(`consent:ask:distribution:${mentor.id}`);
  expect(said.at(-1)?.text).toContain('Что можно публиковать?');
  for (const label of ['Фамилия, имя', 'Фотографии', 'Готово']) await presses(label);
  for (const label of ['Сообщество ВКонтакте', 'Готово']) await presses(label);
  await does({ kind: 'text', text: 'Без фамилии в заголовке' });
  await presses('Даю согласие');
}

test('what may be published where is asked first, then agreed to, and the copy comes', async () => {
  await allowed();
  await presses(wordsOfForm('distribution').finish);
  expect(await scopes()).toEqual([
    {
      live: true,
      scope: { what: ['names', 'photo'], where: ['vk'], conditions: 'Без фамилии в заголовке' },
    },
  ]);
  expect(said.at(-1)?.files).toHaveLength(1);
  expect(await database.query(`select from dialogue where key like 'form:%'`)).toEqual([]);
});

test('whoever changes their mind under the summary agrees anew, to what stands there then', async () => {
  await allowed();
  await presses('Изменить');
  await presses('Где публикуем');
  for (const label of ['Сайт организации', 'Готово']) await presses(label);
  await presses('Даю согласие');
  await presses(wordsOfForm('distribution').finish);
  const [before, now] = await scopes();
  expect(before?.live).toBe(false);
  expect(now).toMatchObject({ live: true, scope: { where: expect.arrayContaining(['organization-site']) } });
});

test('what was allowed stands there already, to be changed', async () => {
  await allowed();
  await presses(wordsOfForm('distribution').finish);
  said = [];
  await press(`consent:ask:distribution:${mentor.id}`);
  expect(said.at(-1)?.text).toContain('Сообщество ВКонтакте');
  await presses('Изменить');
  await presses('Что публикуем');
  for (const label of ['Видео', 'Готово', 'Даю согласие']) await presses(label);
  await presses(wordsOfForm('distribution').finish);
  expect(await scopes()).toMatchObject([
    { live: false },
    { live: true, scope: { what: ['names', 'photo', 'video'], where: ['vk'] } },
  ]);
});

test('a newer text asks for nothing but the agreement', async () => {
  await allowed();
  await presses(wordsOfForm('distribution').finish);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования и спорта', address: 'ул. Школьная, 1', contact: '' },
  });
  await press(`consent:ask:distribution:${mentor.id}`);
  await presses('Даю согласие');
  await presses(wordsOfForm('distribution').finish);
  const [before, now] = await scopes();
  expect(now?.scope).toEqual(before?.scope);
});

test('a run about somebody one does not speak for goes nowhere', async () => {
  const other = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  const run = { facts: { personId: other.id }, answers: {} };
  await database.transaction(async (sql) => {
    const event = { kind: 'text', text: '' } as const;
    const incoming = { platform: 'vk', eventId: 'x', accountId: 'a', chatId: 'a', at, event };
    const desk = deskOf(sql, () => undefined);
    const talk = await openTalk(desk, incoming, at, { mayNameOthers: () => true, forms, pageUrl: null });
    const made = { form: 'distribution', version: 1, step: 'agreement', editing: false, paused: false };
    const asked = distributionHooks.consents?.of(talk, { ...made, page: 0, search: '', ...run }, 'agreement');
    await expect(asked).rejects.toMatchObject({ code: 'may-not-decide' });
  });
});

test('every question and option of the form has its words', () => {
  const words = wordsOfForm('distribution');
  for (const question of distributionForm.questions) {
    const said = words.questions[question.key];
    expect(said, question.key).toBeDefined();
    if ('options' in question && 'values' in question.options) {
      expect(Object.keys(said?.options ?? {})).toEqual(question.options.values);
    }
  }
});
