import { describe, expect, test } from 'vitest';
import { contestIn } from '../../../test/helpers/contest-town.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import type { Database } from '../../database/sql.ts';
import type { ContestTerms } from '../../domain/contests/terms.ts';

const middle = new Date('2022-03-20T10:00:00+04:00');
let now = middle;
const clock = { now: () => now };
let database: Database;
let town: Town;

const chats = townChats(clock, async (fresh) => {
  now = middle;
  ({ database, town } = fresh);
  await database.query(
    `insert into setting (key, value) values ('bot:vk', '{"link": "https://vk.me/nastavnik?ref="}'),
       ('bot:telegram', '{"link": "https://t.me/nastavnik_bot?start="}') on conflict (key) do nothing`,
  );
});

const event = (terms: Partial<ContestTerms['event']> = {}, rest: Partial<ContestTerms> = {}) =>
  contestIn(database, town.programme.id, {
    kind: 'event',
    title: 'Интеллектуальная игра',
    startsAt: new Date('2022-04-02T14:00:00+04:00'),
    endsAt: new Date('2022-04-02T17:00:00+04:00'),
    terms: {
      event: {
        place: 'ДК «Россия»',
        link: 'https://meet.example.org/7',
        seats: 1,
        waitingList: true,
        ...terms,
      },
      ...rest,
    },
  });
const someone = async (names: string, platform = 'vk') =>
  chats.linked(await town.person(names, 'mentee', town.school.id), platform);
const states = async () =>
  (await database.query<{ state: string }>('select state from contest_entry order by id')).map(
    ({ state }) => state,
  );
const enter = async (chat: Awaited<ReturnType<typeof someone>>, button = 'Записаться') => {
  await chat.says('/contests');
  await chat.presses('Интеллектуальная игра');
  await chat.presses(button);
};

describe.each(['telegram', 'vk'])('in %s', (platform) => {
  test('somebody registers, reads when and where, and refuses', async () => {
    await event({ seats: 20 });
    const chat = await someone('Котова Анна Ильинична', platform);
    await chat.says('Конкурсы');
    expect(chat.last()).toContain('Идёт запись:\n• «Интеллектуальная игра» — 2 апреля в 14:00');
    await chat.presses('Интеллектуальная игра');
    expect(chat.last()).toContain('🗓 2 апреля, 14:00–17:00\n📍 ДК «Россия»\n✍️ Запись до 23:00 31 марта');
    expect(chat.last()).toContain('Свободных мест: 20');
    expect(chat.last()).not.toContain('meet.example.org');
    await chat.presses('Записаться');
    expect(chat.last()).toContain('✅ Вы записаны: «Интеллектуальная игра»');
    expect(chat.last()).toContain('https://meet.example.org/7');
    await chat.says('Конкурсы');
    expect(chat.last()).toContain('Вы записаны:\n• «Интеллектуальная игра»');
    await chat.presses('Интеллектуальная игра');
    await chat.presses('Моя запись');
    await chat.presses('Отказаться');
    await chat.presses('Да');
    expect(chat.last()).toContain('Вы больше не записаны на «Интеллектуальная игра»');
    expect(await states()).toEqual(['withdrawn']);
  });
});

test('whoever finds no seat waits, and has it the moment somebody refuses, even after the close', async () => {
  await event();
  const [first, second, third] = [
    await someone('Котова Анна'),
    await someone('Белов Иван'),
    await someone('Гусева Яна'),
  ];
  await enter(first);
  await enter(second, 'В лист ожидания');
  await enter(third, 'В лист ожидания');
  expect(third.last()).toContain('Ваша очередь — 2');
  now = new Date('2022-04-02T13:59:00+04:00');
  await first.presses('Отказаться');
  await first.presses('Да');
  expect(await states()).toEqual(['withdrawn', 'accepted', 'waitlisted']);
  expect(second.last()).toContain('🎉 Для вас освободилось место');
  expect(third.last()).not.toContain('🎉');
  const holding = second.holding('Моя запись');
  await second.presses('Моя запись', holding);
  now = new Date('2022-04-02T14:00:00+04:00');
  await second.presses('Отказаться');
  await second.presses('Да');
  expect(second.last()).toContain('Событие уже началось');
  expect(await states()).toEqual(['withdrawn', 'accepted', 'waitlisted']);
});

test('nobody registers from the very second of the close on, nor twice, nor where nobody may wait', async () => {
  const contest = await event({ waitingList: false });
  const [first, second] = [await someone('Котова Анна'), await someone('Белов Иван')];
  await enter(first);
  await first.does({ kind: 'press', action: `contest:enter:${contest.id}`, callbackId: 'c', messageId: '' });
  expect(first.last()).toContain('Вы уже записаны');
  await second.says('/contests');
  await second.presses('Интеллектуальная игра');
  expect(second.labels()).not.toContain('Записаться');
  await second.does({ kind: 'press', action: `contest:enter:${contest.id}`, callbackId: 'c', messageId: '' });
  expect(second.last()).toContain('Свободных мест не осталось');
  now = contest.closesAt;
  await second.does({ kind: 'press', action: `contest:enter:${contest.id}`, callbackId: 'c', messageId: '' });
  expect(second.last()).toContain('Запись на событие закончена');
  expect(await states()).toEqual(['accepted']);
});

test('a team takes a seat for each of its members, and frees them all', async () => {
  await event({ seats: 2 }, { team: { allowed: true, least: 2, most: 5 } });
  const [first, second, third] = [
    await someone('Котова Анна'),
    await someone('Белов Иван'),
    await someone('Гусева Яна'),
  ];
  await enter(first, 'Записать команду');
  await first.says('Совы');
  expect(first.last()).toContain('https://vk.me/nastavnik?ref=team-');
  expect(first.all()).toContain('Команда «Совы», человек: 1');
  const code = /team-[\w-]{16}/.exec(first.last())?.[0] ?? '';
  await second.opens(code);
  expect(second.last()).toContain('Вас зовут в команду');
  expect(second.last()).toContain('📍 ДК «Россия»');
  await second.presses('Вступить в команду');
  expect(second.last()).toContain('✅ Вы записаны');
  expect(first.last()).toContain('В вашу команду на «Интеллектуальная игра» вступил');
  await third.opens(code);
  await third.presses('Вступить в команду');
  expect(third.last()).toContain('Свободных мест не осталось');
  await enter(third, 'В лист ожидания');
  await first.presses('Моя запись');
  await first.presses('Отказаться');
  expect(first.last()).toContain('Снять с записи всю команду');
  await first.presses('Да');
  expect(second.last()).toContain('Вашу команду сняли с записи');
  expect(third.last()).toContain('🎉');
  expect(await states()).toEqual(['withdrawn', 'accepted']);
});

test('a member who leaves frees one seat', async () => {
  await event({ seats: 2 }, { team: { allowed: true, least: 1, most: 5 } });
  const [first, second, third] = [
    await someone('Котова Анна'),
    await someone('Белов Иван'),
    await someone('Гусева Яна'),
  ];
  await enter(first, 'Записать команду');
  await first.says('Совы');
  await second.says(/team-[\w-]{16}/.exec(first.last())?.[0] ?? '');
  await second.presses('Вступить в команду');
  await enter(third, 'В лист ожидания');
  await second.presses('Отказаться');
  expect(second.last()).toContain('Выйти из команды');
  await second.presses('Да');
  expect(await states()).toEqual(['accepted', 'accepted']);
  expect(first.last()).toContain('Из вашей команды');
});

test('the ticket and the calendar file are documents for whoever has a seat, and for nobody else', async () => {
  await event({ seats: 20 });
  const [first, second] = [await someone('Котова Анна'), await someone('Белов Иван')];
  await enter(first);
  await first.presses('Мой билет');
  expect(first.last()).toContain('назовите фамилию');
  await first.presses('В календарь', first.holding('Мой билет'));
  expect(first.last()).toContain('для вашего календаря');
  const [row] = await database.query<{ recipe: unknown }>('select recipe from stored_file where name = $1', [
    'событие.ics',
  ]);
  expect(row?.recipe).toMatchObject({ document: 'event-calendar' });
  await second.does({ kind: 'press', action: 'event:calendar:1', callbackId: 'c', messageId: '' });
  expect(second.all()).not.toContain('для вашего календаря');
});
