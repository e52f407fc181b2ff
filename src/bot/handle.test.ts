import { describe, expect, test } from 'vitest';
import { conversations, deskOf } from '../../test/helpers/conversation.ts';
import type { Town } from '../../test/helpers/small-town.ts';
import { townChats } from '../../test/helpers/town-chats.ts';
import { createInvitation } from '../database/repositories/invitation-book.ts';
import type { Database } from '../database/sql.ts';
import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import { showCode } from '../domain/people/invitation.ts';
import type { Person } from '../domain/people/person.ts';
import { createApology } from './handle.ts';

const day = 86_400_000;
let database: Database;
let now: Date;
const clock = { now: () => now };
let city: Town;
let deputy: Person;
let coordinator: Person;
let talks: ReturnType<typeof conversations>;

const { linked } = townChats(clock, async (fresh) => {
  ({ database, talks, town: city } = fresh);
  now = new Date('2022-03-18T10:00:00+04:00');
  deputy = await city.person('Бабинцева Наталья Юрьевна', 'deputy-head', city.school.id);
  coordinator = await city.person('Широбокова Анна Ивановна', 'coordinator', city.office.id);
});

const preferred = async () => {
  const [row] = await database.query<{ platform: string | null }>(
    'select remind_platform as platform from person where id = $1',
    [deputy.id],
  );
  return row?.platform;
};

const results = () =>
  database.query<{ kind: string; text: string | null; name: string | null }>(
    `select r.kind, r.text, f.name from task_result r left join stored_file f on f.id = r.file_id order by r.id`,
  );

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  const other = platform === 'vk' ? 'telegram' : 'vk';

  test('an invitation by link greets by name and role, shows the menu and what waits', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    expect(chat.phone.shown[0]?.text).toContain('Здравствуйте, Наталья Юрьевна!');
    expect(chat.phone.shown[0]?.text).toContain('заместитель директора — Школа № 3');
    expect(chat.phone.menu).toEqual([
      ['Мои задачи', 'Конкурсы'],
      ['Обо мне', 'Задать вопрос'],
      ['Настройки', 'Помощь'],
    ]);
    expect(chat.last()).toContain('Назначение куратора');
  });

  test('an invitation by code links, however it is typed', async () => {
    const { code } = await createInvitation(database, deputy.id, clock);
    const chat = talks.chat(platform, '1');
    const [reply] = await chat.says(` ${showCode(code).toLowerCase().replaceAll('-', ' ')} `);
    expect(reply).toContain('Здравствуйте, Наталья Юрьевна!');
  });

  test('the same invitation links both platforms, and the person chooses where to be reminded', async () => {
    const { secret, code } = await createInvitation(database, deputy.id, clock);
    await talks.chat(platform, '1').opens(secret);
    const told = async () =>
      (
        await database.query<{ platform: string }>(
          `select platform from delivery where outgoing->'message'->>'text' like '%подключён ещё один чат%'`,
        )
      ).map((row) => row.platform);
    expect(await told()).toEqual([]);
    const second = talks.chat(other, '1');
    await second.says(code);
    expect(await told()).toEqual([platform]);
    expect(second.last()).toContain('Где напоминать');
    await second.presses(other === 'vk' ? 'ВКонтакте' : 'Telegram');
    expect(await preferred()).toBe(other);
    expect(second.last()).toContain(`Где напоминать: ${other === 'vk' ? 'ВКонтакте' : 'Telegram'}`);
    await second.presses('Где пишу последним');
    expect(await preferred()).toBeNull();
  });

  test('once more with one’s own invitation is no fault', async () => {
    const { secret } = await createInvitation(database, deputy.id, clock);
    const chat = talks.chat(platform, '1');
    await chat.opens(secret);
    expect((await chat.opens(secret)).join()).toContain('уже знакомы');
  });

  test('an invitation that was used, has expired, is somebody else’s or unknown is told kindly', async () => {
    const { secret } = await createInvitation(database, deputy.id, clock);
    const chat = talks.chat(platform, '1');
    await chat.opens(secret);
    expect((await talks.chat(platform, '2').opens(secret)).join()).toContain('уже вошли с другого аккаунта');
    const foreign = await createInvitation(database, coordinator.id, clock);
    expect((await chat.opens(foreign.secret)).join()).toContain('другому человеку');
    expect((await talks.chat(platform, '3').opens('A'.repeat(22))).join()).toContain('нет');
    now = new Date(now.getTime() + 14 * day);
    expect((await talks.chat(platform, '3').opens(foreign.secret)).join()).toContain('больше не действует');
  });

  test('at night a coordinator is told in the morning, while whoever acts is answered at once', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, platform);
    now = new Date('2022-03-18T23:00:00+04:00');
    await chat.says('/tasks');
    await chat.presses('1');
    await chat.presses('Это не ко мне');
    await chat.presses('Да, не ко мне');
    expect(chat.last()).toContain('Передал координатору');
    const waits = await database.query<{ hours: number }>(
      `select round(extract(epoch from not_before - created_at) / 3600)::int as hours
       from delivery where not_before > created_at + interval '1 minute'`,
    );
    expect(waits).toEqual([{ hours: 9 }]);
    expect(boss.last()).toContain('Задачу вернули');
  });

  test('the eleventh code within an hour is not tried, and an hour later the right one is', async () => {
    const { code } = await createInvitation(database, deputy.id, clock);
    const chat = talks.chat(platform, '1');
    for (let tried = 0; tried < 10; tried += 1) await chat.says('2222-2222-2');
    expect((await chat.says(code)).join()).toContain('Слишком много попыток');
    now = new Date(now.getTime() + 61 * 60_000);
    expect((await chat.says(code)).join()).toContain('Здравствуйте, Наталья Юрьевна!');
  });

  test('a task is done with a file, a link and words, all of it kept', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    expect(chat.labels()).toEqual([
      '✅ Готово',
      '⏰ Напомнить через 3 дня',
      '↩️ Это не ко мне',
      '📋 Все мои задачи',
    ]);
    const card = chat.phone.shown.at(-1);
    await chat.presses('Готово');
    expect(card?.text).toContain('✅ Готово: 1.1 Назначение куратора');
    expect(chat.last()).toContain('Пришлите результат');
    await chat.sends(['приказ.pdf', 'фото.jpg']);
    expect(chat.last()).toContain('«приказ.pdf», «фото.jpg»');
    await chat.says('https://school3.example/order');
    await chat.says('Куратор назначен');
    await chat.presses('Это всё');
    expect(chat.last()).toContain('4 вложения');
    expect(await results()).toMatchObject([
      { kind: 'file', name: 'приказ.pdf' },
      { kind: 'file', name: 'фото.jpg' },
      { kind: 'link', text: 'https://school3.example/order' },
      { kind: 'text', text: 'Куратор назначен' },
    ]);
    await chat.presses('Все мои задачи');
    expect(chat.all()).toContain('Сейчас у вас нет задач');
  });

  test('the result may be skipped', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    await chat.presses('Готово');
    await chat.presses('Пропустить');
    expect(chat.last()).toContain('без вложений');
    expect((await chat.says('спасибо')).join()).toContain('Не совсем понял');
    expect(await results()).toEqual([]);
  });

  test('a document sent without pressing anything is attached to the task they choose', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    await city.task('Приказ о парах', '2022-03-26');
    const chat = await linked(deputy, platform);
    await chat.sends(['первый.pdf']);
    await chat.sends(['второй.pdf'], 'подпись');
    expect(chat.last()).toContain('К какой задаче');
    await chat.presses('2');
    expect(chat.all()).toContain('✅ Готово: 1.2 Приказ о парах');
    expect((await results()).map((each) => each.name ?? each.text)).toEqual([
      'первый.pdf',
      'второй.pdf',
      'подпись',
    ]);
  });

  test('what can’t be a result gets a kind word and loses nothing', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    await chat.presses('Готово');
    for (const what of ['voice', 'sticker', 'location', 'forwarded', 'edited', 'dice']) {
      expect((await chat.does({ kind: 'other', what })).join()).toContain('Я жду результат');
    }
    expect((await chat.does({ kind: 'contact', phone: '1', own: true })).join()).toContain('Я жду результат');
    expect((await chat.says('👍👍👍')).join()).toContain('Я жду результат');
    await chat.says('Мои задачи');
    const long = 'слово '.repeat(900).trim();
    await chat.says(long);
    expect(await results()).toMatchObject([{ kind: 'text', text: long }]);
  });

  test('a button pressed twice counts once, also for a standing task', async () => {
    const standing = await city.task('Мероприятия', null);
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    const card = structuredClone(chat.phone.shown.at(-1));
    await chat.presses('Готово', card);
    await chat.presses('Готово', card);
    expect(chat.phone.words.at(-1)).toContain('Уже записано');
    const completions = () =>
      database
        .query('select from task_completion where task_id = $1', [standing])
        .then((rows) => rows.length);
    expect(await completions()).toBe(1);
    await chat.presses('Пропустить');
    await chat.says('/tasks');
    await chat.presses('1');
    await chat.presses('Готово');
    expect(await completions()).toBe(2);
  });

  test('an old button says that the task is done, a foreign one that it is not here, a forged one that it is old', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const foreign = await city.task('Чужая', '2022-03-25', city.otherSchool.id);
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    const card = structuredClone(chat.phone.shown.at(-1));
    await chat.presses('Готово');
    await chat.presses('Напомнить через 3 дня', card);
    expect(chat.phone.words.at(-1)).toBe('Эта задача уже выполнена');
    const press = (action: string) => chat.does({ kind: 'press', action, callbackId: 'c', messageId: 'm0' });
    await press(`task:done:${foreign}`);
    expect(chat.phone.words.at(-1)).toBe('Этой задачи у вас уже нет');
    await press('form:next:7');
    expect(chat.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
    expect(chat.last()).toContain('Сейчас у вас нет задач');
  });

  test('a task is put off for three days', async () => {
    const task = await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    await chat.presses('Напомнить через 3 дня');
    expect(chat.last()).toContain('⏰ Напомню 21 марта 2022, понедельник: 1.1 Назначение куратора');
    expect(
      await database.query('select due_on::text as on from reminder where task_id = $1', [task]),
    ).toEqual([{ on: '2022-03-21' }]);
  });

  test('a task that is not theirs goes to the coordinator after one question, once', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, other);
    const chat = await linked(deputy, platform);
    await chat.presses('1');
    await chat.presses('Это не ко мне');
    expect(chat.last()).toContain('Точно не к вам?');
    await chat.presses('Нет, это моя задача');
    expect(chat.labels()).toContain('✅ Готово');
    await chat.presses('Это не ко мне');
    const asked = structuredClone(chat.phone.shown.at(-1));
    await chat.presses('Да, не ко мне', asked);
    await chat.presses('Да, не ко мне', asked);
    expect(chat.last()).toContain('Передал координатору');
    const told = boss.phone.shown.filter(({ text }) => text.includes('Задачу вернули'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('1.1 Назначение куратора\n🏫 Школа № 3');
    expect(told[0]?.text).toContain('Бабинцева Н. Ю.: «Это не ко мне»');
    await boss.presses('Открыть задачу');
    expect(boss.last()).toContain('Назначение куратора');
  });

  test('a long list has pages', async () => {
    for (let index = 0; index < 12; index += 1) await city.task(`Дело ${index + 1}`, '2022-04-01');
    const chat = await linked(deputy, platform);
    expect(chat.labels()).toEqual(['1', '2', '3', '4', '5', 'Дальше →']);
    await chat.presses('Дальше');
    expect(chat.labels()).toEqual(['6', '7', '8', '9', '10', '← Раньше', 'Дальше →']);
    await chat.presses('Дальше');
    expect(chat.labels()).toEqual(['11', '12', '← Раньше']);
    await chat.presses('12');
    expect(chat.last()).toContain('Дело 12');
  });

  test('somebody unknown asks, a coordinator answers, and neither sees the other’s account', async () => {
    const boss = await linked(coordinator, other);
    const chat = talks.chat(platform, '777');
    expect((await chat.says('Здравствуйте')).join()).toContain('Мы пока не знакомы');
    await chat.presses('Задать вопрос');
    expect((await chat.does({ kind: 'other', what: 'voice' })).join()).toContain('только слова');
    await chat.says('Как мне получить приглашение?');
    expect(chat.last()).toContain('Передал');
    expect(boss.last()).toContain('Как мне получить приглашение?');
    await boss.presses('Ответить');
    await boss.says('Напишите мне, из какой вы школы.');
    expect(boss.last()).toContain('Ответ передан');
    expect(chat.last()).toContain('Напишите мне, из какой вы школы.');
    await boss.presses('Ответить');
    expect(boss.phone.words.at(-1)).toBe('На этот вопрос уже ответили');
    expect(boss.all()).not.toContain('777');
    expect(chat.all()).not.toContain('Широбокова');
  });

  test('a coordinator sees the summary, a deputy head does not', async () => {
    await city.task('Назначение куратора', '2022-03-10');
    const boss = await linked(coordinator, platform);
    expect(boss.phone.menu[0]).toEqual(['Мои задачи', 'Сводка']);
    const [summary] = await boss.says('Сводка');
    expect(summary).toContain('Школа № 3');
    expect(summary).toContain('Бабинцева Н. Ю.');
    const chat = await linked(deputy, other);
    expect((await chat.says('/summary')).join()).toContain('Сводку видит координатор');
  });

  test('whoever forbids to be written to is no channel, and whoever writes again is one', async () => {
    const chat = await linked(deputy, platform);
    const closed = () => database.query('select from chat_account where closed_at is not null');
    await chat.does({ kind: 'deny' });
    expect(await closed()).toHaveLength(1);
    expect((await chat.does({ kind: 'allow' })).join()).toContain('могу вам писать');
    expect(await closed()).toHaveLength(0);
  });
});

test('where names may not be shown, none but the reader’s own is', async () => {
  talks = conversations(database, { clock, mayNameOthers: (platform) => platform !== 'telegram' });
  await city.task('Назначение куратора', '2022-03-10');
  await city.person('Сидоров Пётр', 'deputy-head', city.school.id);
  const boss = await linked(coordinator, 'telegram', talks);
  const chat = await linked(deputy, 'telegram', talks);
  await chat.presses('1');
  expect(chat.last()).not.toContain('Сидоров');
  await chat.presses('Это не ко мне');
  await chat.presses('Да, не ко мне');
  await chat.says('/help');
  await chat.presses('Задать вопрос');
  await chat.says('Кому передать?');
  expect(boss.last()).toContain('Школа № 3');
  await boss.says('/summary');
  expect(boss.last()).toContain('(назначен)');
  expect(boss.all()).not.toMatch(/Бабинцева|Сидоров/);
});

test('a dialogue begun on one platform goes on on the other', async () => {
  await city.task('Назначение куратора', '2022-03-25');
  const chat = await linked(deputy, 'telegram');
  const other = await linked(deputy, 'vk');
  await chat.presses('1');
  await chat.presses('Готово');
  await other.sends(['приказ.pdf']);
  expect(other.last()).toContain('«приказ.pdf»');
});

test('a sixth question within a day is not passed on', async () => {
  const boss = await linked(coordinator, 'vk');
  const chat = talks.chat('vk', '5');
  await chat.says('?');
  for (let asked = 0; asked < 6; asked += 1) {
    await chat.presses('Задать вопрос');
    await chat.says(`Вопрос ${asked}`);
  }
  expect(chat.last()).toContain('уже пять');
  expect(boss.all()).not.toContain('Вопрос 5');
});

test('with no coordinator in any chat a question is not taken', async () => {
  const chat = talks.chat('vk', '5');
  await chat.opens('');
  await chat.presses('Задать вопрос');
  await chat.says('Есть кто?');
  expect(chat.last()).toContain('передать некому');
});

test('a client without callback buttons is answered by messages', async () => {
  const task = await city.task('Назначение куратора', '2022-03-25');
  const chat = await linked(deputy, 'vk');
  const press = (action: string) => chat.does({ kind: 'press', action, callbackId: '', messageId: '' });
  expect((await press(`task:done:${task}`)).join()).toContain('✅ Готово');
  expect((await press(`task:done:${task}`)).join()).toContain('выполнено');
  expect((await press('result:99')).join()).toContain('Уже записано');
});

test('logs name nobody', async () => {
  const chat = await linked(deputy, 'vk');
  await chat.says('Тайный вопрос');
  expect(talks.log.notes.length).toBeGreaterThan(0);
  expect(JSON.stringify(talks.log.notes)).not.toMatch(/Тайный|Бабинцева|Наталья/);
});

test('whoever could not be answered is told so once, and their button does not hang', async () => {
  const sent: DeliveryOrder[] = [];
  const event = { kind: 'press', action: 'tasks', callbackId: 'c', messageId: 'm1' } as const;
  await database.transaction(async (sql) => {
    const outbox = {
      put: async (orders: readonly DeliveryOrder[]) => orders.map((each) => String(sent.push(each))),
    };
    const desk = { ...deskOf(sql, () => undefined), outbox };
    await createApology({ clock })(desk, {
      platform: 'vk',
      eventId: '1',
      accountId: '1',
      chatId: '1',
      at: now,
      event,
    });
  });
  expect(sent.map(({ outgoing }) => outgoing.kind)).toEqual(['answer', 'send']);
  expect(sent[0]?.expiresInMs).toBeGreaterThan(0);
});
