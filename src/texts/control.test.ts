import { expect, test } from 'vitest';
import { fitMessage } from '../domain/messages/fit.ts';
import { limits } from '../domain/messages/message.ts';
import type { TaskCard } from '../domain/tasks/task.ts';
import type { Completion, DoneTask, TaskEvent } from '../domain/tasks/task-history.ts';
import { controlCard, donePageMessage, enclosed, latePageMessage } from './control.ts';

const today = '2022-03-22';
const long = 'Слово '.repeat(2000);
const card: TaskCard = {
  id: '9'.repeat(18),
  occurrenceId: '1',
  organizationId: '2',
  roles: ['deputy-head'],
  fromOn: null,
  opensOn: null,
  dueOn: '2022-03-25',
  doneAt: null,
  waivedAt: new Date(0),
  waivedReason: long,
  withdrawnAt: null,
  itemCode: '1.2',
  itemTitle: long,
  expected: long,
  organizationName: 'Школа № 3',
  people: [long],
};
const completion: Completion = {
  id: '1',
  on: today,
  person: 'Бабинцева Наталья Юрьевна',
  results: [
    { kind: 'text', text: long },
    { kind: 'link', url: `https://example.org/${'a'.repeat(4000)}` },
    ...Array.from({ length: 30 }, (_, index) => ({
      kind: 'file' as const,
      fileId: String(index),
      name: `${'я'.repeat(250)}.pdf`,
      state: (['stored', 'wanted', 'failed'] as const)[index % 3] ?? 'stored',
    })),
  ],
};
const event: TaskEvent = { kind: 'waived', on: today, person: completion.person, facts: { reason: long } };
const history = {
  completions: Array.from({ length: 40 }, () => completion),
  events: Array.from({ length: 40 }, () => event),
};

test('the longest card is one message with something of each part', () => {
  const message = controlCard(card, history, today, true);
  expect(fitMessage(message)).toHaveLength(1);
  expect(message.text).toContain('📎 Сдано:');
  expect(message.text).toContain('🕓 История:');
});

test('the longest pages are one message each', () => {
  const done: DoneTask = {
    ...completion,
    taskId: card.id,
    itemCode: '1.2',
    itemTitle: long,
    organizationName: long,
  };
  const page = { total: 9999, page: 500, tasks: Array.from({ length: 5 }, () => done) };
  expect(fitMessage(donePageMessage(page, today, true))).toHaveLength(1);
  const late = { taskId: card.id, itemCode: '1.2', itemTitle: long, dueOn: '2022-03-01', people: [long] };
  const organization = {
    organizationId: '1',
    organizationName: long,
    done: 0,
    open: 0,
    late: 9,
    waived: 0,
    lateTasks: Array.from({ length: 9 }, () => late),
    unreachable: [],
  };
  expect(fitMessage(latePageMessage([organization, organization], 9, today))).toHaveLength(1);
});

test('what goes along keeps to the limits and may not move to where names are not shown', () => {
  const messages = enclosed(card, history, 0);
  for (const message of messages) {
    expect(message.namesOthers).toBe(true);
    expect((message.files ?? []).length).toBeLessThanOrEqual(limits.files);
    for (const piece of fitMessage(message)) expect(piece.text.length).toBeLessThanOrEqual(limits.text);
  }
  expect(messages).toHaveLength(4);
  expect(enclosed(card, history, 9999)).toEqual([]);
});
