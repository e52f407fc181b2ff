import { expect, test } from 'vitest';
import { limits } from '../domain/messages/message.ts';
import type { OrganizationTasks } from '../domain/tasks/task.ts';
import { summaryMessage, withoutNames } from './summary.ts';

const today = '2022-03-28';

function school(name: string, late: number, changes: Partial<OrganizationTasks> = {}): OrganizationTasks {
  return {
    organizationId: name,
    organizationName: name,
    done: 2,
    open: 3,
    late,
    waived: 0,
    lateTasks: Array.from({ length: late }, (_, index) => ({
      taskId: String(index),
      itemCode: '1.2',
      itemTitle: 'Назначение куратора',
      dueOn: '2022-03-25',
      people: index === 0 ? ['Широбокова Анна Игоревна'] : [],
    })),
    unreachable: [],
    ...changes,
  };
}

test('the summary says what is late, by organization, and who has nothing late', () => {
  expect(summaryMessage([school('Школа № 2', 2), school('Школа № 3', 0)], today).text).toBe(
    [
      '📊 Сводка на 28 марта 2022, понедельник',
      '',
      'Задачи: выполнено 4, в работе 6, просрочено 2.',
      '',
      '⚠️ Школа № 2: просрочены 2 задачи, выполнено 2',
      '• 1.2 Назначение куратора — срок прошёл 3 дня назад (Широбокова А. И.)',
      '• 1.2 Назначение куратора — срок прошёл 3 дня назад (никто не назначен)',
      '',
      '✅ Без просрочек: Школа № 3',
    ].join('\n'),
  );
});

test('nothing late is good news', () => {
  expect(summaryMessage([school('Школа № 3', 0, { waived: 1 })], today).text).toMatch(
    /снято 1\.\n\nПросроченного нет/,
  );
});

test('hundreds of organizations fit into one message', () => {
  const many = Array.from({ length: 200 }, (_, index) => school(`Школа № ${index}`, index % 3 === 0 ? 0 : 7));
  const { text } = summaryMessage(many, today);
  expect(text.length).toBeLessThanOrEqual(limits.text);
  expect(text).toMatch(/…и ещё организаций: \d+/);
});

test('those who can’t be reached are named with their school, the first of them', () => {
  const absent = (name: string, count: number) =>
    school(name, 0, {
      unreachable: Array.from({ length: count }, (_, index) => `Иванова${index} Анна Юрьевна`),
    });
  expect(summaryMessage([absent('Школа № 2', 1), absent('Школа № 3', 2)], today).text).toContain(
    '📵 Не на связи с ботом: 3 человека — Иванова0 А. Ю. (Школа № 2), Иванова0 А. Ю., Иванова1 А. Ю. (Школа № 3). Пригласите',
  );
  const many = Array.from({ length: 200 }, (_, index) => absent(`Школа № ${index}`, 3));
  const { text } = summaryMessage([...many, school('Школа № 999', 7)], today);
  expect(text).toContain('600 человек — ');
  expect(text).toContain(' и другие. Пригласите');
  expect(text.length).toBeLessThanOrEqual(limits.text);
  expect(summaryMessage([absent('Школа № 2', 2)].map(withoutNames), today).text).toContain(
    '2 человека — Школа № 2. Пригласите',
  );
});
