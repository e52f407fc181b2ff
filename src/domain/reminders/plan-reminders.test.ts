import { describe, expect, test } from 'vitest';
import { horizonOf, type PlanningTask, planReminders } from './plan-reminders.ts';
import { defaultRules } from './rules.ts';

function task(changes: Partial<PlanningTask> = {}): PlanningTask {
  return {
    id: '1',
    opensOn: '2022-03-01',
    dueOn: '2022-03-25',
    period: { from: '2022-01-01', to: '2024-12-31' },
    holderIds: ['10'],
    handedBackIds: [],
    known: [],
    ...changes,
  };
}

function plan(today: string, changes: Partial<PlanningTask> = {}, coordinatorIds = ['99']) {
  return planReminders({ tasks: [task(changes)], rules: defaultRules, coordinatorIds, today });
}

const keys = (rows: { ruleKey: string }[]) => rows.map((row) => row.ruleKey);

test('the weekly turns of tasks that ended on different days fall on the same Mondays', () => {
  const weekly = (dueOn: string) =>
    plan('2022-04-20', { dueOn }).find((row) => row.ruleKey.startsWith('late-weekly'));
  expect(weekly('2022-03-25')).toMatchObject({ ruleKey: 'late-weekly:3', dueOn: '2022-04-18' });
  expect(weekly('2022-03-29')).toMatchObject({ ruleKey: 'late-weekly:2', dueOn: '2022-04-18' });
  expect(weekly('2022-04-08')).toMatchObject({ ruleKey: 'late-weekly:1', dueOn: '2022-04-18' });
  expect(weekly('2022-04-09')).toBeUndefined();
});

describe('of one task', () => {
  test.each([
    ['2022-02-28', []],
    ['2022-03-01', ['opens']],
    ['2022-03-11', ['opens', '14-days']],
    ['2022-03-18', ['opens', '14-days', '7-days']],
    ['2022-03-24', ['opens', '14-days', '7-days', '1-day']],
    ['2022-03-25', ['opens', '14-days', '7-days', '1-day', 'on-the-day']],
    ['2022-03-27', ['opens', '14-days', '7-days', '1-day', 'on-the-day']],
  ])('on %s these turns have come: %j', (today, expected) => {
    expect(keys(plan(today))).toEqual(expected);
  });

  test('three days after the end the coordinator is told as well', () => {
    const late = plan('2022-03-28').filter((row) => row.ruleKey === 'late');
    expect(late).toEqual([
      { taskId: '1', personId: '10', ruleKey: 'late', dueOn: '2022-03-28' },
      { taskId: '1', personId: '99', ruleKey: 'late', dueOn: '2022-03-28' },
    ]);
  });

  test('then every week has a turn of its own, and only the latest is planned', () => {
    const weekly = (today: string, known: PlanningTask['known'] = []) =>
      plan(today, { known }).filter((row) => row.ruleKey.startsWith('late-weekly'));
    expect(keys(weekly('2022-04-03'))).toEqual([]);
    expect(weekly('2022-04-04')).toEqual([
      { taskId: '1', personId: '10', ruleKey: 'late-weekly:1', dueOn: '2022-04-04' },
    ]);
    expect(keys(weekly('2022-04-10'))).toEqual(['late-weekly:1']);
    expect(keys(weekly('2022-06-01'))).toEqual(['late-weekly:9']);
  });

  test('a window without a first day has no turn at its opening', () => {
    expect(keys(plan('2022-03-18', { opensOn: null }))).toEqual(['14-days', '7-days']);
  });
});

test('what exists is not wished again, nor an earlier turn after the clock went back', () => {
  const known = [
    { personId: '10', ruleKey: 'late-weekly:9', dueOn: '2022-05-30' },
    ...plan('2022-06-01').map(({ personId, ruleKey, dueOn }) => ({ personId, ruleKey, dueOn })),
  ];
  expect(plan('2022-06-01', { known })).toEqual([]);
  expect(plan('2022-04-04', { known })).toEqual([]);
  expect(keys(plan('2022-06-06', { known }))).toEqual(['late-weekly:10']);
});

test('whoever is appointed later gets rows of their own', () => {
  const known = plan('2022-03-11').map(({ personId, ruleKey, dueOn }) => ({ personId, ruleKey, dueOn }));
  const rows = plan('2022-03-11', { holderIds: ['10', '11'], known });
  expect(rows.map((row) => row.personId)).toEqual(['11', '11']);
});

test('who gave the task back is left alone, also as a coordinator', () => {
  expect(plan('2022-03-28', { holderIds: ['10', '11'], handedBackIds: ['10', '99'] })).toSatisfy(
    (rows: { personId: string }[]) => rows.length > 0 && rows.every((row) => row.personId === '11'),
  );
});

test('a coordinator who answers for the task gets one row, not two', () => {
  const late = plan('2022-03-28', { holderIds: ['99'] }).filter((row) => row.ruleKey === 'late');
  expect(late).toHaveLength(1);
});

describe('a task that nobody holds', () => {
  test('is brought to the coordinator, in one turn a week', () => {
    const rows = plan('2022-03-16', { holderIds: [] });
    expect(rows).toEqual([
      { taskId: '1', personId: '99', ruleKey: 'appoint:2022-03-14', dueOn: '2022-03-14' },
    ]);
    const known = rows.map(({ personId, ruleKey, dueOn }) => ({ personId, ruleKey, dueOn }));
    expect(plan('2022-03-20', { holderIds: [], known })).toEqual([]);
    expect(keys(plan('2022-03-21', { holderIds: [], known }))).toEqual(['appoint:2022-03-21']);
  });

  test('waits while it is still far away', () => {
    expect(plan('2022-02-01', { holderIds: [] })).toEqual([]);
  });
});

describe('a standing item', () => {
  const standing = { opensOn: null, dueOn: null };

  test.each([
    ['2022-01-01', 'quarterly:2022-1', '2022-01-01'],
    ['2022-03-31', 'quarterly:2022-1', '2022-01-01'],
    ['2022-04-01', 'quarterly:2022-2', '2022-04-01'],
    ['2024-12-31', 'quarterly:2024-4', '2024-10-01'],
  ])('on %s has the nudge %s', (today, ruleKey, dueOn) => {
    expect(plan(today, standing)).toEqual([{ taskId: '1', personId: '10', ruleKey, dueOn }]);
  });

  test('is not nudged outside the period of the roadmap', () => {
    expect(plan('2021-12-31', standing)).toEqual([]);
    expect(plan('2025-01-01', standing)).toEqual([]);
  });
});

test('the horizon reaches as far ahead as the earliest rule', () => {
  expect(horizonOf(defaultRules, '2022-03-01')).toBe('2022-03-15');
  expect(horizonOf([], '2022-03-01')).toBe('2022-03-01');
});
