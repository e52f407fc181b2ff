import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { type DueReminder, mergeReminders, type Recipient } from './merge-reminders.ts';
import { type PlanningTask, planReminders } from './plan-reminders.ts';
import { defaultRules, isAppoint, snoozeKey } from './rules.ts';

const person: Recipient = {
  coordinates: false,
  paused: false,
  reachable: true,
  toldToday: false,
  askedThisWeek: false,
};

function row(id: string, changes: Partial<DueReminder> = {}): DueReminder {
  return {
    id,
    taskId: '1',
    ruleKey: '7-days',
    dueOn: '2022-03-18',
    task: 'open',
    answers: true,
    standing: false,
    unheld: false,
    handedBack: false,
    snoozedUntil: null,
    recordedOn: null,
    ...changes,
  };
}

test('of several turns of one task the latest is sent, the others are superseded', () => {
  const merged = mergeReminders(
    person,
    [
      row('1', { ruleKey: '14-days', dueOn: '2022-03-11' }),
      row('2', { ruleKey: '7-days', dueOn: '2022-03-18' }),
      row('3', { taskId: '2', ruleKey: 'opens', dueOn: '2022-03-01' }),
    ],
    '2022-03-18',
  );
  expect(merged.send.map(({ id }) => id)).toEqual(['2', '3']);
  expect(merged.skip).toEqual([{ id: '1', reason: 'superseded' }]);
});

test.each<[string, Partial<DueReminder>, Partial<Recipient>]>([
  ['withdrawn', { task: 'withdrawn' }, {}],
  ['waived', { task: 'waived' }, {}],
  ['settled', { task: 'done' }, {}],
  ['settled', { recordedOn: '2022-03-18' }, {}],
  ['outdated', { standing: true, dueOn: '2022-03-03' }, {}],
  ['handed-back', { handedBack: true }, {}],
  ['moved', { answers: false }, {}],
  ['appointed', { ruleKey: 'appoint:2022-03-14' }, { coordinates: true }],
  ['postponed', { snoozedUntil: '2022-03-21' }, {}],
  ['paused', {}, { paused: true }],
  ['no-channel', {}, { reachable: false }],
])('a row is skipped as %s where %j, %j', (reason, changes, recipient) => {
  expect(mergeReminders({ ...person, ...recipient }, [row('1', changes)], '2022-03-18')).toEqual({
    send: [],
    skip: [{ id: '1', reason }],
  });
});

test('a standing task recorded before the nudge is nudged', () => {
  expect(mergeReminders(person, [row('1', { recordedOn: '2022-03-17' })], '2022-03-18').send).toHaveLength(1);
});

test('a coordinator is told of a late task without answering for it', () => {
  expect(
    mergeReminders({ ...person, coordinates: true }, [row('1', { answers: false })], '2022-03-18').send,
  ).toHaveLength(1);
});

test('what comes after today’s message waits for tomorrow', () => {
  expect(mergeReminders({ ...person, toldToday: true }, [row('1')], '2022-03-18')).toEqual({
    send: [],
    skip: [],
  });
});

test('whom to appoint is asked once a week, other tasks go on', () => {
  const rows = [
    row('1', { ruleKey: 'appoint:2022-03-14', unheld: true, answers: false }),
    row('2', { taskId: '2', answers: false }),
  ];
  const coordinator = { ...person, coordinates: true };
  expect(mergeReminders(coordinator, rows, '2022-03-18').send).toHaveLength(2);
  expect(
    mergeReminders({ ...coordinator, askedThisWeek: true }, rows, '2022-03-18').send.map(({ id }) => id),
  ).toEqual(['2']);
});

describe('whatever the clock and the people do', () => {
  type Row = { id: string; taskId: string; personId: string; ruleKey: string; dueOn: Day; state: string };
  const start = '2022-03-01';
  const people = ['10', '11', '99'];

  const steps = fc.array(
    fc.record({
      jump: fc.integer({ min: -20, max: 40 }),
      person: fc.constantFrom(...people),
      task: fc.constantFrom('1', '2', '3', '4'),
      act: fc.constantFrom(
        'nothing',
        'nothing',
        'done',
        'snooze',
        'give back',
        'leave',
        'come',
        'lose channel',
      ),
    }),
    { minLength: 1, maxLength: 25 },
  );

  test('nothing is sent twice, a person has one message a day, and every row ends sent or with a reason', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        const world = createWorld();
        for (const step of plan) {
          world.act(step.act, step.person, step.task);
          world.moveClock(step.jump);
          world.sweep();
          world.sweep();
        }
      }),
      { numRuns: 300 },
    );
  });

  function createWorld() {
    let today = start;
    const rows: Row[] = [];
    const unique = new Set<string>();
    const told = new Map<string, Set<Day>>();
    const asked = new Set<string>();
    const done = new Set<string>();
    const back = new Set<string>();
    const away = new Set<string>();
    const mute = new Set<string>();
    const windows: Record<string, [Day | null, Day | null]> = {
      1: [null, '2022-03-25'],
      2: ['2022-03-01', '2022-03-31'],
      3: [null, null],
      4: ['2022-04-01', '2022-04-01'],
    };
    // Task 4 belongs to nobody unless person 11 comes.
    const holders = (task: string) => (task === '4' ? ['11'] : ['10', '11']).filter((id) => !away.has(id));

    return {
      moveClock(days: number) {
        today = addDays(today, days);
      },
      act(act: string, who: string, task: string) {
        if (act === 'done' && task !== '3') done.add(task);
        if (act === 'give back') back.add(`${task} ${who}`);
        if (act === 'leave') away.add(who);
        if (act === 'come') away.delete(who);
        if (act === 'lose channel') mute.add(who);
        if (act === 'snooze')
          insert({
            taskId: task,
            personId: who,
            ruleKey: snoozeKey(addDays(today, 3)),
            dueOn: addDays(today, 3),
          });
      },
      sweep() {
        const tasks = Object.entries(windows)
          .filter(([id]) => !done.has(id))
          .map(
            ([id, [opensOn, dueOn]]): PlanningTask => ({
              id,
              opensOn,
              dueOn,
              period: { from: '2022-01-01', to: '2024-12-31' },
              holderIds: holders(id),
              handedBackIds: people.filter((who) => back.has(`${id} ${who}`)),
              known: rows.filter((each) => each.taskId === id),
            }),
          );
        const wished = planReminders({ tasks, rules: defaultRules, coordinatorIds: ['99'], today });
        for (const wish of wished) expect(insert(wish), JSON.stringify(wish)).toBe(true);
        for (const who of people) mergeFor(who);
      },
    };

    function insert(wish: Omit<Row, 'id' | 'state'>): boolean {
      const key = `${wish.taskId} ${wish.personId} ${wish.ruleKey}`;
      if (unique.has(key)) return false;
      unique.add(key);
      rows.push({ ...wish, id: String(rows.length + 1), state: 'planned' });
      return true;
    }

    function mergeFor(who: string) {
      const due = rows.filter(
        (each) => each.personId === who && each.state === 'planned' && each.dueOn <= today,
      );
      const week = `${who} ${today.slice(0, 7)}`;
      const days = told.get(who) ?? new Set();
      const recipient = {
        coordinates: who === '99',
        paused: false,
        reachable: !mute.has(who),
        toldToday: days.has(today),
        askedThisWeek: asked.has(week),
      };
      const merged = mergeReminders(
        recipient,
        due.map((each) => dueRow(each, who)),
        today,
      );
      const ended = [...merged.send.map(({ id }) => id), ...merged.skip.map(({ id }) => id)];
      expect(new Set(ended).size).toBe(ended.length);
      for (const { id } of merged.skip) settle(id, 'skipped');
      for (const { id } of merged.send) settle(id, 'sent');
      expect(new Set(merged.send.map(({ taskId }) => taskId)).size).toBe(merged.send.length);
      if (merged.send.length > 0) {
        expect(days.has(today)).toBe(false);
        told.set(who, days.add(today));
      }
      if (merged.send.some((each) => isAppoint(each.ruleKey))) asked.add(week);
      const waiting = due.filter((each) => each.state === 'planned');
      if (!recipient.toldToday) expect(waiting.every((each) => isAppoint(each.ruleKey))).toBe(true);
    }

    function settle(id: string, state: string) {
      const found = rows[Number(id) - 1]!;
      expect(found.state).toBe('planned');
      found.state = state;
    }

    function dueRow(each: Row, who: string): DueReminder {
      const snoozes = rows.filter(
        (other) =>
          other.taskId === each.taskId &&
          other.personId === who &&
          other.ruleKey.startsWith('snooze:') &&
          other.state === 'planned' &&
          other.dueOn > today,
      );
      return {
        ...each,
        task: done.has(each.taskId) ? 'done' : 'open',
        answers: holders(each.taskId).includes(who),
        standing: false,
        unheld: holders(each.taskId).length === 0,
        handedBack: back.has(`${each.taskId} ${who}`),
        snoozedUntil:
          snoozes
            .map((other) => other.dueOn)
            .sort()
            .at(-1) ?? null,
        recordedOn: null,
      };
    }
  }
});
