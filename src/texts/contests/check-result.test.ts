import { expect, test } from 'vitest';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { checkResult, closingSoon } from './check-result.ts';
import { deadlineText, untilClose } from './when.ts';

const timeZone = 'Europe/Samara';
const moment = { at: new Date('2022-03-28T06:00:00Z'), timeZone };
const nomination = {
  id: '1',
  position: 1,
  title: 'Мой наставник',
  description: '',
  hashtags: [],
  archivedAt: null,
};
const contest = {
  id: '1',
  kind: 'post',
  title: 'Мой наставник',
  state: 'announced',
  opensAt: new Date('2022-03-01T04:00:00Z'),
  closesAt: new Date('2022-03-31T20:00:00Z'),
  judgingUntil: null,
  nominations: [nomination],
} as unknown as Contest;
const entry = {
  id: '7',
  nominationId: '1',
  state: 'accepted',
  post: { ownerId: 5, postId: 7 },
  findings: [],
  checkTrouble: null,
  reason: '',
} as unknown as Entry;
const labels = (message: { buttons?: { label: string }[][] }) =>
  (message.buttons ?? []).flat().map(({ label }) => label);

test('the end is told by its last day, with the hour where it is in the middle of one', () => {
  expect(deadlineText(contest, moment)).toBe('до 31 марта, осталось 3 дня');
  const noon = { closesAt: new Date('2022-03-31T08:00:00Z') };
  expect(untilClose(noon, moment)).toBe('до 12:00 31 марта');
  expect(deadlineText(noon, { at: new Date('2022-04-01T06:00:00Z'), timeZone })).toBe('приём завершён');
});

test('a work without findings is taken, and may be changed until the end', () => {
  const message = checkResult(entry, contest, moment);
  expect(message.text).toContain('✅ Всё в порядке, работа принята');
  expect(message.text).toContain('Заменить или отозвать работу можно до 31 марта');
  expect(labels(message)).toEqual(['Заменить ссылку', 'Отозвать', 'Открыть работу', '💬 Задать вопрос']);
});

test('what is to be mended stands line by line, with the ways to mend it', () => {
  const findings = [
    { code: 'post-repost', facts: {} },
    { code: 'post-author-unproven', facts: {} },
  ];
  const message = checkResult({ ...entry, state: 'mending', findings }, contest, moment, false);
  expect(message.text).toContain('Посмотрел на вашу работу ещё раз');
  expect(message.text).toMatch(/\n1\. Это репост.*\n2\. Я пока не знаю/);
  expect(labels(message)).toEqual([
    'Подключить ВКонтакте',
    'Проверить ещё раз',
    'Заменить ссылку',
    'Отозвать',
    'Открыть работу',
    '💬 Задать вопрос',
  ]);
});

test('after the end nothing can be mended, and no button says so', () => {
  const findings = [{ code: 'post-deleted', facts: {} }];
  const late = { at: contest.closesAt, timeZone };
  const message = checkResult({ ...entry, state: 'mending', findings }, contest, late, false);
  expect(message.text).toContain('Приём работ закончен');
  expect(labels(message)).toEqual(['Открыть работу', '💬 Задать вопрос']);
});

test('a failure of ours or of VK is said to be none of the author’s', () => {
  const { text } = checkResult({ ...entry, state: 'checking', checkTrouble: 'vk-6' }, contest, moment);
  expect(text).toContain('не ваша ошибка, проверим сами и напишем');
  expect(text).not.toContain('поправить');
});

test('whoever began and did not finish is reminded of what is left to do', () => {
  const draft = closingSoon(contest, { ...entry, state: 'draft' }, 3);
  expect(draft.text).toContain('осталось 3 дня. Вы начали заполнять работу и не отправили её');
  expect(labels(draft)).toEqual(['Продолжить', 'Не буду участвовать']);
  expect(closingSoon(contest, { ...entry, state: 'mending' }, 1).text).toContain('остался 1 день');
  expect(closingSoon(contest, { ...entry, state: 'mending' }, 0).text).toContain('сегодня последний день');
});
