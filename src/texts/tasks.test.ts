import { expect, test } from 'vitest';
import { limits, type Message } from '../domain/messages/message.ts';
import type { TaskCard } from '../domain/tasks/task.ts';
import { clip, taskCardMessage, taskLine } from './tasks.ts';

const today = '2022-03-22';

function card(changes: Partial<TaskCard> = {}): TaskCard {
  return {
    id: '7',
    occurrenceId: '1',
    organizationId: '2',
    roles: ['deputy-head'],
    fromOn: null,
    opensOn: null,
    dueOn: '2022-03-25',
    doneAt: null,
    waivedAt: null,
    waivedReason: null,
    withdrawnAt: null,
    itemCode: '1.2',
    itemTitle: 'Назначение куратора',
    expected: 'Приказ',
    organizationName: 'Школа № 3',
    people: ['Бабинцева Наталья Юрьевна'],
    ...changes,
  };
}

const labels = (message: Message) => (message.buttons ?? []).map((row) => row.map((button) => button.label));

test('a line says what, until when and how long that is', () => {
  expect(taskLine(card(), today)).toBe('Назначение куратора (п. 1.2) — до 25 марта, осталось 3 дня');
  expect(taskLine(card({ dueOn: '2022-03-20' }), today, { withOrganization: true })).toBe(
    'Назначение куратора (п. 1.2, Школа № 3) — до 20 марта, срок прошёл 2 дня назад',
  );
  expect(taskLine(card({ opensOn: '2022-05-01', dueOn: '2022-05-31' }), today)).toBe(
    'Назначение куратора (п. 1.2) — до 31 мая, начало 1 мая',
  );
  expect(taskLine(card({ opensOn: '2022-09-01', dueOn: null }), today)).toBe(
    'Назначение куратора (п. 1.2) — начало 1 сентября',
  );
  expect(taskLine(card({ dueOn: null }), today)).toBe('Назначение куратора (п. 1.2) — по мере необходимости');
});

test('a card offers what can be done about an open task, and only the list for a settled one', () => {
  expect(labels(taskCardMessage(card(), today)).flat()).toHaveLength(4);
  expect(labels(taskCardMessage(card({ doneAt: new Date(0) }), today))).toEqual([['📋 Все мои задачи']]);
  // «До 25 марта» opens some time before; the card says it the order's way.
  const until = card({ fromOn: null, opensOn: '2022-02-23' });
  expect(taskCardMessage(until, today).text).toContain('Срок: до 25 марта 2022 — осталось 3 дня');
  const month = card({ fromOn: '2022-03-01', opensOn: '2022-03-01', dueOn: '2022-03-31' });
  expect(taskCardMessage(month, today).text).toContain('Срок: в марте 2022 — осталось 9 дней');
});

test('a card names who answers to everybody but themselves, and only where it may', () => {
  const reader = { fullName: 'Бабинцева Наталья Юрьевна', mayNameOthers: true };
  expect(taskCardMessage(card(), today, reader).text).not.toContain('Отвечает');
  const coordinator = { ...reader, fullName: 'Тихонова Марина Сергеевна' };
  expect(taskCardMessage(card(), today, coordinator).text).toContain('Отвечает: Бабинцева Наталья Юрьевна');
  const unnamed = taskCardMessage(card(), today, { ...coordinator, mayNameOthers: false });
  expect(unnamed.text).toContain('Отвечает: заместитель директора');
  expect(unnamed.text).not.toContain('Бабинцева');
});

test('the longest card fits into a message', () => {
  const long = 'Слово '.repeat(2000);
  const text = taskCardMessage(
    card({ itemTitle: long, expected: long, people: [long], waivedReason: long, waivedAt: new Date(0) }),
    today,
  ).text;
  expect(text.length).toBeLessThanOrEqual(limits.text);
});

test('a text is cut at a word', () => {
  expect(clip('одно слово и ещё', 12)).toBe('одно слово…');
  expect(clip('коротко', 12)).toBe('коротко');
  expect(clip('оченьдлинноеслово', 8)).toBe('оченьдл…');
  expect(clip('слово😀😀', 7)).toBe('слово…');
});
