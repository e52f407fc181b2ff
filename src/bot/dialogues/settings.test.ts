import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { codeIn } from '../../../test/helpers/registering.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import type { Database } from '../../database/sql.ts';
import { erasing } from '../../texts/settings.ts';
import { words } from '../../texts/talk.ts';

let now: Date;
const clock = { now: () => now };
let database: Database;
let talks: ReturnType<typeof conversations>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  now = new Date('2022-05-18T10:00:00+04:00');
  await emptied(database);
  talks = conversations(database, { clock });
});

async function somebody(platform: string): Promise<Chat> {
  const town = await foundTown(database);
  const person = await town.person('Юн Ян', 'mentee', town.school.id);
  const chat = talks.chat(platform, '1');
  await chat.opens((await createInvitation(database, person.id, clock)).secret);
  return chat;
}

async function wishes() {
  const [row] = await database.query(
    'select write_from as "from", write_to as "to", paused_until::text as paused from person',
  );
  return row;
}

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  test('people say at what hours they want to be written to', async () => {
    const chat = await somebody(platform);
    await chat.says('Настройки');
    expect(chat.last()).toContain('Когда: в любое рабочее время');
    await chat.presses('Когда писать');
    expect(chat.labels()[3]).toBe('✓ В любое рабочее время');
    await chat.presses('После уроков');
    expect(chat.last()).toContain('Когда: после уроков, 15–18');
    expect(await wishes()).toMatchObject({ from: '15:00', to: '18:00' });
    await chat.presses('Когда писать');
    await chat.presses('В любое рабочее время');
    expect(await wishes()).toMatchObject({ from: null, to: null });
  });

  test('a pause has a last day and is ended by hand or by itself', async () => {
    const chat = await somebody(platform);
    await chat.says('/settings');
    await chat.presses('Пауза');
    expect(chat.labels()).toEqual(['На неделю', 'На две недели', 'До 1 сентября', '← Назад']);
    await chat.presses('На неделю');
    expect(chat.last()).toContain('до 25 мая 2022 включительно сам я не пишу');
    expect(await wishes()).toMatchObject({ paused: '2022-05-25' });
    await chat.presses('Снова писать');
    expect(await wishes()).toMatchObject({ paused: null });
    await chat.presses('Пауза');
    await chat.presses('До 1 сентября');
    expect(await wishes()).toMatchObject({ paused: '2022-08-31' });
    now = new Date('2022-09-01T10:00:00+04:00');
    expect((await chat.says('/settings')).join()).not.toContain('Пауза: ');
    await chat.presses('Пауза');
    expect(chat.labels()).not.toContain('До 1 сентября');
    await chat.presses('Назад');
    expect(chat.last()).toContain('Где напоминать');
  });
});

test('whoever has one messenger only is given the way into the other', async () => {
  const chat = await somebody('telegram');
  await chat.says('/settings');
  expect(chat.labels()).toEqual(['Подключить ВКонтакте', '🕘 Когда писать', '⏸ Пауза']);
  await chat.presses('Подключить ВКонтакте');
  const other = talks.chat('vk', '2');
  await other.says(codeIn(chat.last()));
  expect(other.all()).toContain('Теперь мы знакомы и здесь, и там.');
  await chat.says('/settings');
  expect(chat.labels().slice(0, 3)).toEqual(['Telegram', 'ВКонтакте', '✓ Где пишу последним']);
  expect(chat.labels()).not.toContain('Подключить ВКонтакте');
});

test('the silence before an erasure ends only by taking the erasure back', async () => {
  const chat = await somebody('vk');
  await chat.says('/settings');
  await chat.presses('Пауза');
  await chat.presses('На неделю');
  const old = chat.holding('Снова писать')?.buttons.flat().at(-1);
  expect(old).toMatchObject({ action: 'pause:off' });
  await chat.says('/privacy');
  await chat.presses('Удалить меня');
  await chat.presses('Да, удалить');
  const silent = await wishes();
  for (const action of ['pause:off', 'pause:week']) {
    await chat.does({ kind: 'press', action, callbackId: 'c', messageId: '' });
    expect(chat.phone.words.at(-1)).toBe(erasing);
    expect(await wishes()).toEqual(silent);
  }
  expect(chat.labels()).toEqual(['Подключить Telegram', '🕘 Когда писать', '🔒 Мои данные']);
  await chat.presses('Мои данные');
  await chat.presses('Отменить удаление');
  expect(await wishes()).toMatchObject({ paused: '2022-05-25' });
});

test.each(['when:never', 'when:constructor', 'pause:year', 'remind:max', 'settings:x'])(
  'the forged «%s» is an old button and changes nothing',
  async (action) => {
    const chat = await somebody('vk');
    const before = await wishes();
    await chat.does({ kind: 'press', action, callbackId: 'c', messageId: 'm1' });
    expect(chat.phone.words.at(-1)).toBe(words.oldButton);
    expect(await wishes()).toEqual(before);
  },
);
