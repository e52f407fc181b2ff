import { describe, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import { createStoredFileBook } from '../../database/repositories/stored-file-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';

let database: Database;
const now = new Date('2022-03-18T10:00:00+04:00');
const clock = { now: () => now };
let city: Town;
let deputy: Person;
let coordinator: Person;
let talks: ReturnType<typeof conversations>;

const { linked } = townChats(clock, async (fresh) => {
  ({ database, talks, town: city } = fresh);
  deputy = await city.person('Бабинцева Наталья Юрьевна', 'deputy-head', city.school.id);
  coordinator = await city.person('Широбокова Анна Ивановна', 'coordinator', city.office.id);
});

/** The deputy opens the task in a list, says «Готово» and hands in what is given. */
async function finishes(chat: Chat, number: string, ...handsIn: (() => Promise<unknown>)[]): Promise<void> {
  await chat.says('/tasks');
  await chat.presses(number);
  await chat.presses('Готово');
  for (const give of handsIn) await give();
  await chat.presses(handsIn.length === 0 ? 'Пропустить' : 'Это всё');
}

const press = (chat: Chat, action: string, messageId = 'm0') =>
  chat.does({ kind: 'press', action, callbackId: 'c', messageId });

/** As the fetcher does; names that are not given stay with the platform. */
async function fetched(...names: string[]): Promise<void> {
  const files = createStoredFileBook(database);
  const rows = await database.query<{ id: string }>(
    `select id from stored_file where state = 'wanted' and name = any($1) order by id`,
    [names],
  );
  const content = { mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4'), sha256: 'x' };
  for (const { id } of rows) await files.store(id, content);
}

describe.each(['telegram', 'vk'])('a coordinator on %s', (platform) => {
  const other = platform === 'vk' ? 'telegram' : 'vk';

  test('sees what is done, by whom and with what, and opens it with its files', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    await city.task('Приказ о парах', '2022-03-26');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, other);
    await finishes(
      chat,
      '1',
      () => chat.sends(['приказ.pdf', 'фото.jpg', 'скан.pdf']),
      () => chat.says('https://school3.example/order'),
    );
    await finishes(chat, '1');
    await fetched('приказ.pdf', 'фото.jpg');
    await boss.says('Сводка');
    expect(boss.labels()).toEqual(['✅ Что сделано', '⚠️ Просрочено', '📋 Все мои задачи']);
    await boss.presses('Что сделано');
    expect(boss.last()).toContain('Сделано: 2 записи, новые сверху');
    expect(boss.last()).toContain(
      '1. 18 марта — Школа № 3, Бабинцева Н. Ю.\n1.2 Приказ о парах\n📎 без вложений',
    );
    expect(boss.last()).toContain(
      '2. 18 марта — Школа № 3, Бабинцева Н. Ю.\n1.1 Назначение куратора\n📎 «приказ.pdf», «фото.jpg»',
    );
    const list = structuredClone(boss.phone.shown.at(-1));
    await boss.presses('2');
    const [card, files] = boss.phone.shown.slice(-2);
    expect(card?.text).toContain(
      '18 марта, Бабинцева Н. Ю.:\n• «приказ.pdf»\n• «фото.jpg»\n• «скан.pdf» — файл ещё загружается',
    );
    expect(card?.text).toContain('• https://school3.example/order');
    expect(card?.text).toContain('🕓 История:\n18 марта, Бабинцева Н. Ю.: готово');
    expect(files?.files).toHaveLength(2);
    const before = boss.phone.shown.length;
    await boss.presses('2', list);
    expect(boss.phone.shown).toHaveLength(before);
    expect(boss.phone.words.at(-1)).toBe('Эта кнопка уже нажата');
  });

  test('gets a long text whole and many files a handful at a time', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, other);
    const names = Array.from({ length: 7 }, (_, index) => `${index}.pdf`);
    const long = 'слово '.repeat(300).trim();
    await finishes(
      chat,
      '1',
      () => chat.sends(names),
      () => chat.says(long),
    );
    await fetched(...names);
    await boss.says('Сводка');
    await boss.presses('Что сделано');
    await boss.presses('1');
    expect(boss.all()).toContain(`📝 1.1 Назначение куратора\n\n${long}`);
    expect(boss.phone.shown.at(-1)).toMatchObject({ text: '📎 1.1 Назначение куратора (1–5 из 7)' });
    await boss.presses('Ещё файлы');
    expect(boss.last()).toContain('(6–7 из 7)');
    expect(boss.phone.shown.at(-1)?.files).toHaveLength(2);
    expect(boss.labels()).toEqual([]);
  });

  test('sees what is late by organization, page by page', async () => {
    for (let index = 0; index < 6; index += 1) await city.task(`Дело ${index + 1}`, '2022-03-10');
    await city.task('Чужое дело', '2022-03-16', city.otherSchool.id);
    const boss = await linked(coordinator, platform);
    await boss.says('/summary');
    await boss.presses('Просрочено');
    expect(boss.last()).toContain(
      'Просрочено: 7 задач\n\n🏫 Школа № 3\n1. Дело 1 (п. 1.1) — до 10 марта, срок прошёл 8 дней назад (Бабинцева Н. Ю.)',
    );
    expect(boss.labels()).toEqual(['1', '2', '3', '4', '5', 'Дальше →', '📊 Сводка']);
    await boss.presses('Дальше');
    expect(boss.last()).toContain('🏫 Школа № 7');
    expect(boss.last()).toContain(
      '7. Чужое дело (п. 1.7) — до 16 марта, срок прошёл 2 дня назад (никто не назначен)',
    );
    await boss.presses('7');
    expect(boss.last()).toContain('👤 Никто не назначен');
    expect(boss.labels()).toEqual([
      '✅ Готово',
      '🚫 Снять с контроля',
      '✅ Что сделано',
      '⚠️ Просрочено',
      '📋 Все мои задачи',
    ]);
  });

  test('waives a late task with a reason, which stays and is shown', async () => {
    await city.task('Назначение куратора', '2022-03-10');
    const boss = await linked(coordinator, platform);
    await boss.says('/summary');
    await boss.presses('Просрочено');
    await boss.presses('1');
    await boss.presses('Снять с контроля');
    expect(boss.last()).toContain('Почему снимаете с контроля?');
    for (const what of ['👍', ' ']) expect((await boss.says(what)).join()).toContain('Нужна причина словами');
    await boss.says('В школе нет участников');
    expect(boss.last()).toContain('Снято с контроля.');
    expect(boss.last()).toContain('Почему снято: В школе нет участников');
    expect(boss.last()).toContain('Широбокова А. И.: снято с контроля: В школе нет участников');
    expect(boss.labels()).toContain('🔄 Вернуть в работу');
    expect((await boss.says('спасибо')).join()).toContain('Не совсем понял');
    const chat = await linked(deputy, other);
    await chat.says('/tasks');
    expect(chat.last()).toContain('Сейчас у вас нет задач');
  });

  test('may think better of waiving, and an old question takes nothing back', async () => {
    await city.task('Назначение куратора', '2022-03-10');
    const boss = await linked(coordinator, platform);
    await boss.says('/summary');
    await boss.presses('Просрочено');
    await boss.presses('1');
    await boss.presses('Снять с контроля');
    const question = structuredClone(boss.phone.shown.at(-1));
    await boss.presses('Не снимать');
    expect(boss.labels()).toContain('🚫 Снять с контроля');
    expect((await boss.says('просто слова')).join()).toContain('Не совсем понял');
    await boss.presses('Снять с контроля');
    await boss.says('Нет участников');
    await boss.presses('Не снимать', question);
    expect(boss.all()).toContain('Почему снято: Нет участников');
  });

  test('puts a done task back, once: whoever answers for it is told, and what was handed in stays', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, other);
    await finishes(chat, '1', () => chat.says('Куратор назначен'));
    await boss.says('/summary');
    await boss.presses('Что сделано');
    await boss.presses('1');
    await boss.presses('Вернуть в работу');
    expect(boss.last()).toContain('Вернуть задачу в работу?');
    await boss.presses('Нет, оставить');
    await boss.presses('Вернуть в работу');
    const question = structuredClone(boss.phone.shown.at(-1));
    await boss.presses('Да, вернуть');
    await boss.presses('Да, вернуть', question);
    expect(boss.last()).toContain('• Куратор назначен');
    expect(boss.last()).toContain('Широбокова А. И.: возвращено в работу');
    expect(boss.labels()).toContain('🚫 Снять с контроля');
    const told = chat.phone.shown.filter(({ text }) => text.includes('вернул задачу в работу'));
    expect(told).toHaveLength(1);
    await chat.presses('Готово', told[0]);
    await chat.presses('Пропустить');
    await press(boss, 'control:done:1');
    // The old yes must not put back what was done since.
    await boss.presses('Да, вернуть', question);
    expect(await database.query('select from task where done_at is not null')).toHaveLength(1);
  });

  test('opens the card from the message that a task was handed back', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, other);
    await chat.presses('1');
    await chat.presses('Это не ко мне');
    await chat.presses('Да, не ко мне');
    await boss.presses('Открыть задачу');
    expect(boss.last()).toContain('Бабинцева Н. Ю.: «Это не ко мне»');
    expect(boss.labels()).toContain('🚫 Снять с контроля');
  });

  test('is told what has become of a task whose old button is pressed', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const chat = await linked(deputy, other);
    await press(boss, 'control:waive:1');
    await finishes(chat, '1');
    expect((await boss.says('Нет участников')).join()).toContain('Эта задача уже выполнена');
    await press(boss, 'control:open:999');
    expect(boss.phone.words.at(-1)).toBe('Этой задачи у вас уже нет');
    await press(boss, 'control:late:7');
    expect(boss.phone.words.at(-1)).toBe('');
    await press(boss, 'control:nonsense:1');
    expect(boss.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
  });

  test('nobody else gets at any of it', async () => {
    const task = await city.task('Назначение куратора', '2022-03-25');
    const chat = await linked(deputy, platform);
    await finishes(chat, '1', () => chat.says('Тайное слово'));
    const before = chat.phone.shown.length;
    for (const verb of ['open', 'card', 'waive', 'keep', 'reopen', 'return', 'done', 'late']) {
      await press(chat, `control:${verb}:${task}`);
      expect(chat.phone.words.at(-1)).toBe('Это видит только координатор');
    }
    await press(chat, 'control:summary');
    await press(chat, `control:files:${task}:1`);
    expect(
      chat.phone.shown
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Тайное');
    expect(await database.query(`select from task_event where kind in ('waived', 'reopened')`)).toEqual([]);
    const stranger = talks.chat(platform, '777');
    await press(stranger, `control:open:${task}`);
    expect(stranger.all()).toContain('Мы пока не знакомы');
  });

  test('reads in the summary who can’t be reached by the bot', async () => {
    await city.task('Назначение куратора', '2022-03-25');
    const boss = await linked(coordinator, platform);
    const [summary] = await boss.says('Сводка');
    expect(summary).toContain('📵 Не на связи с ботом: 1 человек — Бабинцева Н. Ю. (Школа № 3).');
    await linked(deputy, other);
    expect((await boss.says('Сводка')).join()).not.toContain('Не на связи');
  });
});

test('where names may not be shown, neither names nor what was handed in are', async () => {
  talks = conversations(database, { clock, mayNameOthers: (platform) => platform !== 'telegram' });
  await city.task('Назначение куратора', '2022-03-25');
  await city.task('Приказ о парах', '2022-03-10');
  const boss = await linked(coordinator, 'telegram', talks);
  expect((await boss.says('/summary')).join()).toContain('Не на связи с ботом: 1 человек — Школа № 3.');
  const chat = await linked(deputy, 'telegram', talks);
  await finishes(
    chat,
    '2',
    () => chat.sends(['Бабинцева.pdf']),
    () => chat.says('Назначена Бабинцева'),
  );
  await fetched('Бабинцева.pdf');
  await boss.presses('Что сделано');
  expect(boss.last()).toContain('📎 1 файл, текст');
  await boss.presses('1');
  expect(boss.last()).toContain('18 марта: 1 файл, текст — откройте в другом мессенджере');
  expect(boss.phone.shown.flatMap(({ files }) => files)).toEqual([]);
  await boss.presses('Просрочено');
  await boss.presses('1');
  expect(boss.all()).not.toMatch(/Бабинцева/);
});
