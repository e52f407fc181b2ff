import { expect, test } from 'vitest';
import { createTargetsOf } from '../roadmap/responsible.ts';
import { type Place, type PlannedOccurrence, planTasks, type StoredTask, wishTasks } from './plan-tasks.ts';

const organizations: Place[] = [
  { id: 'office', kind: 'office' },
  { id: 'school', kind: 'school' },
  { id: 'garden', kind: 'kindergarten' },
  { id: 'union', kind: 'partner' },
];
const targetsOf = createTargetsOf([
  { phrase: 'УО', place: 'office', role: 'coordinator', organizationId: null },
  { phrase: 'Начальник УО', place: 'office', role: 'office-head', organizationId: null },
  { phrase: 'Заместитель директора', place: 'each-organization', role: 'deputy-head', organizationId: null },
  { phrase: 'Куратор', place: 'each-organization', role: 'curator', organizationId: null },
  { phrase: 'Профсоюзный комитет', place: 'partner', role: 'head', organizationId: 'union' },
]);

const occurrence = (responsible: string[], days: Partial<PlannedOccurrence> = {}): PlannedOccurrence => ({
  id: '1',
  itemId: '1',
  itemCode: '1.1',
  from: '2023-05-01',
  to: '2023-05-31',
  responsible,
  milestone: null,
  ...days,
});
const wish = (responsible: string[], days = {}) =>
  wishTasks([occurrence(responsible, days)], organizations, targetsOf);
const placed = (responsible: string[]) =>
  wish(responsible).tasks.map((task) => [task.organizationId, task.roles]);

test('what is in the schools is one task for each, with its roles together', () => {
  expect(placed(['Куратор', 'Заместитель директора'])).toEqual([
    ['school', ['deputy-head', 'curator']],
    ['garden', ['deputy-head', 'curator']],
  ]);
});

test('a standing piece beside dated ones begins once the first of them has ended', () => {
  const days = (of: readonly PlannedOccurrence[]) =>
    wishTasks(of, organizations, targetsOf).tasks.map(({ opensOn, dueOn }) => [opensOn, dueOn]);
  const standing = occurrence(['УО'], { id: '3', from: null, to: null });
  expect(days([occurrence(['УО'], { to: '2023-06-30' }), occurrence(['УО'], { id: '2' }), standing])).toEqual(
    [
      ['2023-05-01', '2023-06-30'],
      ['2023-05-01', '2023-05-31'],
      ['2023-06-01', null],
    ],
  );
  expect(days([occurrence(['УО']), { ...standing, itemId: '2' }])[1]).toEqual([null, null]);
});

test('what is of the office or of a partner is one task', () => {
  expect(placed(['Начальник УО', 'УО', 'Профсоюзный комитет'])).toEqual([
    ['office', ['coordinator', 'office-head']],
    ['union', ['head']],
  ]);
});

test('unknown words and none go to the coordinator of the office', () => {
  expect(wish(['Мэр'])).toMatchObject({
    tasks: [{ organizationId: 'office', roles: ['coordinator'] }],
    unknown: [{ itemCode: '1.1', phrase: 'Мэр' }],
  });
  expect(wish([])).toMatchObject({ tasks: [{ organizationId: 'office' }], unknown: [{ phrase: '' }] });
});

test('a window opens on its first day, «до …» 30 days before, a standing piece never', () => {
  expect(wish(['УО']).tasks).toMatchObject([{ opensOn: '2023-05-01', dueOn: '2023-05-31' }]);
  expect(wish(['УО'], { from: null, to: '2023-03-25' }).tasks).toMatchObject([
    { opensOn: '2023-02-23', dueOn: '2023-03-25' },
  ]);
  expect(wish(['УО'], { from: null, to: null }).tasks).toMatchObject([{ opensOn: null, dueOn: null }]);
});

const { tasks: wished } = wish(['Куратор']);
const asStored = (more: Partial<StoredTask> = {}): StoredTask[] =>
  wished.map((task, index) => ({ ...task, id: `${index + 1}`, withdrawn: false, answered: false, ...more }));
const nothing = { insert: [], update: [], withdraw: [], revive: [] };

test('what is stored as it is wished stays as it is', () => {
  expect(planTasks(wished, [])).toEqual({ ...nothing, insert: wished });
  expect(planTasks(wished, asStored())).toEqual(nothing);
});

test('other roles or days are updated, done tasks too', () => {
  const stored = asStored({ roles: ['head'], answered: true });
  expect(planTasks(wished, stored).update.map(({ id, roles }) => [id, roles])).toEqual([
    ['1', ['curator']],
    ['2', ['curator']],
  ]);
  expect(planTasks(wished, asStored({ dueOn: '2023-06-01' })).update).toHaveLength(2);
});

test('what is no longer wished is withdrawn unless it was answered, and comes back when it is wished again', () => {
  expect(planTasks([], asStored())).toEqual({ ...nothing, withdraw: ['1', '2'] });
  expect(planTasks([], asStored({ answered: true }))).toEqual(nothing);
  expect(planTasks([], asStored({ withdrawn: true }))).toEqual(nothing);
  expect(planTasks(wished, asStored({ withdrawn: true })).revive.map((task) => task.id)).toEqual(['1', '2']);
});
