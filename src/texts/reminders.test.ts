import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits, type Message } from '../domain/messages/message.ts';
import { roles } from '../domain/people/person.ts';
import type { TaskCard } from '../domain/tasks/task.ts';
import { type ReminderLine, reminderMessage } from './reminders.ts';

const today = '2022-03-25';
const anna = { surname: 'Кропачева', name: 'Анна', patronymic: 'Игоревна' };

function card(id: string, changes: Partial<TaskCard> = {}): TaskCard {
  return {
    id,
    occurrenceId: '1',
    organizationId: '2',
    roles: ['deputy-head', 'curator'],
    fromOn: null,
    opensOn: null,
    dueOn: today,
    doneAt: null,
    waivedAt: null,
    waivedReason: null,
    withdrawnAt: null,
    itemCode: `1.${id}`,
    itemTitle: `Мероприятие ${id}`,
    expected: '',
    organizationName: 'Школа № 3',
    people: [],
    ...changes,
  };
}

const own = (task: TaskCard): ReminderLine => ({ task, about: 'own' });
const labels = (message: Message) => (message.buttons ?? []).flat().map((button) => button.label);

test('one task comes with its four buttons', () => {
  const message = reminderMessage(anna, [own(card('1'))], today);
  expect(message.text).toContain('Анна Игоревна, здравствуйте!');
  expect(message.text).toContain('сегодня последний день');
  expect(labels(message)).toEqual([
    '✅ Готово',
    '⏰ Напомнить через 3 дня',
    '↩️ Это не ко мне',
    '📋 Все мои задачи',
  ]);
});

test('others who answer are named where the channel may carry names, by their roles elsewhere', () => {
  const shared = own(card('1', { people: ['Бабинцева Наталья Юрьевна', 'Кропачева Анна Игоревна'] }));
  const named = reminderMessage(anna, [shared], today);
  expect(named.text).toContain('Отвечает: Бабинцева Наталья Юрьевна, Кропачева Анна Игоревна');
  const unnamed = reminderMessage(anna, [shared], today, false);
  expect(unnamed.text).toContain('Отвечает: заместитель директора, куратор');
  expect(unnamed.text).not.toContain('Бабинцева');
});

test('who answers alone is not told so', () => {
  const message = reminderMessage(anna, [own(card('1', { people: ['Кропачева Анна Игоревна'] }))], today);
  expect(message.text).not.toContain('Отвечает');
});

test('several tasks are grouped and numbered through', () => {
  const lines = [
    own(card('1', { dueOn: '2022-04-02' })),
    own(card('2', { dueOn: '2022-03-22' })),
    own(card('3')),
    own(card('4', { dueOn: null })),
  ];
  const message = reminderMessage(anna, lines, today);
  expect(message.text).toBe(
    [
      'Анна Игоревна, здравствуйте! Напоминаю о задачах (4).',
      '',
      '⚠️ Срок прошёл:',
      '1. Мероприятие 2 (п. 1.2) — до 22 марта, срок прошёл 3 дня назад',
      '',
      '⏰ Сегодня последний день:',
      '2. Мероприятие 3 (п. 1.3) — до 25 марта, сегодня последний день',
      '',
      '⏳ Впереди:',
      '3. Мероприятие 1 (п. 1.1) — до 2 апреля, осталось 8 дней',
      '',
      '🔁 По мере необходимости — если уже сделано, отметьте:',
      '4. Мероприятие 4 (п. 1.4) — по мере необходимости',
    ].join('\n'),
  );
  expect((message.buttons ?? []).flat().map((button) => ('action' in button ? button.action : ''))).toEqual([
    'task:show:2',
    'task:show:3',
    'task:show:1',
    'task:show:4',
    'tasks',
  ]);
});

test('somebody without a patronymic is greeted by the name alone', () => {
  expect(reminderMessage({ ...anna, name: 'Илья', patronymic: '' }, [own(card('1'))], today).text).toMatch(
    /^Илья, здравствуйте!/,
  );
});

test('whom to appoint is told by organization and counted', () => {
  const lines = [card('1'), card('2'), card('3', { organizationName: 'Школа № 7' })].map(
    (task): ReminderLine => ({ task, about: 'appoint' }),
  );
  expect(reminderMessage(anna, lines, today).text).toBe(
    [
      'Анна Игоревна, здравствуйте!',
      '',
      '👤 Некому напомнить — никто не назначен:',
      '• Школа № 3: назначьте заместителя директора или куратора — 2 задачи',
      '• Школа № 7: назначьте заместителя директора или куратора — 1 задача',
    ].join('\n'),
  );
});

test('what the coordinator watches over names the organization', () => {
  const late = card('2', { dueOn: '2022-03-22' });
  const message = reminderMessage(anna, [own(card('1')), { task: late, about: 'control' }], today);
  expect(message.text).toContain('👀 На контроле, срок прошёл:\n2. Мероприятие 2 (п. 1.2, Школа № 3)');
});

describe('whatever the tasks are', () => {
  const words = fc.string({ unit: fc.constantFrom('а', 'Щ', ' ', '«', '😀', '\n', '–'), maxLength: 3000 });
  const line = fc.record({
    task: fc
      .record({
        id: fc.integer({ min: 1, max: 999_999_999 }).map(String),
        dueOn: fc.option(fc.constantFrom('2022-03-20', today, '2023-01-01')),
        itemTitle: words,
        expected: words,
        organizationName: words,
        organizationId: fc.constantFrom('1', '2'),
        roles: fc.subarray([...roles]),
        people: fc.array(words, { maxLength: 3 }),
      })
      .map((changes) => card('1', changes)),
    about: fc.constantFrom('own', 'control', 'appoint'),
  });

  test('nobody but the reader is named where the channel may not carry names', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const others = lines.map((each) => ({
          ...each,
          task: { ...each.task, people: ['Бабинцева Наталья Юрьевна'] },
        }));
        const message = reminderMessage(anna, others as ReminderLine[], today, false);
        expect(JSON.stringify(message)).not.toContain('Бабинцев');
      }),
      { numRuns: 60 },
    );
  });

  test('the message keeps to the limits of both platforms', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const message = reminderMessage(anna, lines as ReminderLine[], today);
        expect(message.text.length).toBeLessThanOrEqual(limits.text);
        const rows = message.buttons ?? [];
        expect(rows.length).toBeLessThanOrEqual(limits.buttonRows);
        expect(rows.flat().length).toBeLessThanOrEqual(limits.buttons);
        for (const button of rows.flat()) {
          expect(button.label.length).toBeLessThanOrEqual(limits.label);
          const action = 'action' in button ? button.action : '';
          expect(Buffer.byteLength(action)).toBeLessThanOrEqual(limits.actionBytes);
        }
      }),
      { numRuns: 60 },
    );
  });
});
