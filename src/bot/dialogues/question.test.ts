import { describe, expect, test } from 'vitest';
import type { Chat } from '../../../test/helpers/conversation.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import { words } from '../../texts/talk.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let town: Town;

const { linked } = townChats(clock, (fresh) => {
  ({ town } = fresh);
});

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  const other = platform === 'vk' ? 'telegram' : 'vk';

  test('whoever has a curator chooses whom to ask, and the curator’s answer comes back', async () => {
    const chat = await linked(await town.person('Юн Ян', 'mentee', town.school.id), platform);
    const curator = await linked(await town.person('Котова Ольга', 'curator', town.school.id), other);
    const boss = await linked(await town.person('Жук Анна', 'coordinator', town.office.id), platform);
    await chat.says('Задать вопрос');
    expect(chat.labels()).toEqual(['Куратору', 'Координатору']);
    await chat.presses('Куратору');
    expect(chat.last()).toContain('Передам куратору');
    await chat.says('Когда встреча?');
    expect(chat.last()).toContain('Как только куратор ответит');
    expect(curator.last()).toContain('Когда встреча?');
    expect(boss.all()).not.toContain('Когда встреча?');
    await curator.presses('Ответить');
    await curator.says('В четверг.');
    expect(chat.last()).toContain('Ответ куратора:\n\nВ четверг.');
    expect(chat.all()).not.toContain('Котова');
  });

  test('a curator answers nothing that was put to the coordinator or in another school', async () => {
    const chat = await linked(await town.person('Юн Ян', 'mentee', town.school.id), platform);
    const curator = await linked(await town.person('Котова Ольга', 'curator', town.school.id), other);
    const stranger = await linked(await town.person('Чужая Нина', 'curator', town.otherSchool.id), platform);
    const boss = await linked(await town.person('Жук Анна', 'coordinator', town.office.id), platform);
    const forges = async (who: Chat, from: Chat) => {
      const [button] = from.holding('Ответить')?.buttons.flat() ?? [];
      const action = button !== undefined && 'action' in button ? button.action : '';
      expect(action).toMatch(/^reply:/);
      await who.does({ kind: 'press', action, callbackId: 'c', messageId: 'm' });
      expect(who.phone.words.at(-1)).toBe(words.oldButton);
    };
    await chat.says('/contact');
    await chat.presses('Координатору');
    await chat.says('Тайна для координатора');
    await forges(curator, boss);
    await chat.says('/contact');
    await chat.presses('Куратору');
    await chat.says('Тайна для куратора');
    await forges(stranger, curator);
    await forges(boss, curator);
  });

  test('where the curator is not in any chat, the coordinator gets the question and the asker knows', async () => {
    const chat = await linked(await town.person('Юн Ян', 'mentee', town.school.id), platform);
    await town.person('Котова Ольга', 'curator', town.school.id);
    const boss = await linked(await town.person('Жук Анна', 'coordinator', town.office.id), platform);
    await chat.says('вопрос');
    await chat.presses('Куратору');
    await chat.says('Есть кто?');
    expect(chat.last()).toContain('куратор пока не в боте, поэтому передал координатору');
    expect(boss.last()).toContain('Есть кто?');
  });
});

test('a curator does not ask themselves', async () => {
  const curator = await linked(await town.person('Котова Ольга', 'curator', town.school.id), 'vk');
  await linked(await town.person('Жук Анна', 'coordinator', town.office.id), 'telegram');
  await curator.says('/contact');
  expect(curator.last()).toContain('Передам координатору');
});

test('«/cancel» gives the question up', async () => {
  const chat = await linked(await town.person('Юн Ян', 'mentee', town.school.id), 'vk');
  await chat.says('/contact');
  expect((await chat.says('/cancel')).join()).toContain('прервали');
  expect((await chat.says('Просто слова')).join()).toContain('Не совсем понял');
});
