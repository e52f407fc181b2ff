import { addDays, type Day, daysBetween, makeDay, monthOf, yearOf } from '../calendar/day.ts';
import { mondayOf } from '../calendar/working-time.ts';
import type { Task } from '../tasks/task.ts';
import type { Reminder, ReminderRule } from './reminder.ts';
import { appointKey } from './rules.ts';

export type WishedReminder = Pick<Reminder, 'taskId' | 'personId' | 'ruleKey' | 'dueOn'>;

/** An unsettled task as planning needs it. */
export type PlanningTask = Pick<Task, 'id' | 'opensOn' | 'dueOn'> & {
  /** The roadmap's period: standing items are nudged within it. */
  period: { from: Day; to: Day };
  /** Whoever holds its roles now. */
  holderIds: readonly string[];
  /** Those who said «Это не ко мне». */
  handedBackIds: readonly string[];
  /** Rows that exist already, in whatever state. */
  known: readonly Pick<Reminder, 'personId' | 'ruleKey' | 'dueOn'>[];
};

export type Planning = {
  tasks: readonly PlanningTask[];
  rules: readonly ReminderRule[];
  coordinatorIds: readonly string[];
  today: Day;
};

/**
 * The rows that ought to exist by today and do not: never one for a later day, so that whatever changes until then
 * (roles, rules, the roadmap) needs no rewriting. Of a repeating rule only the latest turn, and none where a later
 * one was planned before the clock went back.
 */
export function planReminders({ tasks, rules, coordinatorIds, today }: Planning): WishedReminder[] {
  return tasks.flatMap((task) => {
    const turns = rules.flatMap((rule) => {
      const turn = turnOf(rule, task, today);
      return turn === null ? [] : [{ ...turn, audience: rule.audience }];
    });
    const wished = turns.flatMap(({ audience, ...turn }) =>
      audienceOf(task, audience, coordinatorIds).map((personId) => ({ taskId: task.id, personId, ...turn })),
    );
    if (turns.length > 0 && task.holderIds.length === 0) {
      const turn = { ruleKey: appointKey(mondayOf(today)), dueOn: mondayOf(today) };
      wished.push(...coordinatorIds.map((personId) => ({ taskId: task.id, personId, ...turn })));
    }
    return wished.filter((wish) => !isKnown(task.known, wish));
  });
}

/** The first day, counted from today, on which a task with this last day can have a turn of any of the rules. */
export function horizonOf(rules: readonly ReminderRule[], today: Day): Day {
  return addDays(today, Math.max(0, ...rules.map((rule) => -rule.offsetDays)));
}

type Turn = { ruleKey: string; dueOn: Day };

function turnOf(rule: ReminderRule, task: PlanningTask, today: Day): Turn | null {
  if (rule.anchor === 'quarter') return task.dueOn === null ? quarterTurn(rule, task, today) : null;
  const anchor = rule.anchor === 'opens' ? task.opensOn : task.dueOn;
  if (anchor === null) return null;
  const earliest = addDays(anchor, rule.offsetDays);
  // All late tasks of a person come up on the same day of the week: one message instead of one a day.
  const first = rule.repeatDays === 7 ? mondayOf(addDays(earliest, 6)) : earliest;
  if (first > today) return null;
  if (rule.repeatDays === null) return { ruleKey: rule.key, dueOn: first };
  const repeats = Math.floor(daysBetween(first, today) / rule.repeatDays);
  return { ruleKey: `${rule.key}:${repeats + 1}`, dueOn: addDays(first, repeats * rule.repeatDays) };
}

function quarterTurn(rule: ReminderRule, { period, opensOn }: PlanningTask, today: Day): Turn | null {
  const reached = addDays(today, -rule.offsetDays);
  const quarter = Math.ceil(monthOf(reached) / 3);
  const start = makeDay(yearOf(reached), quarter * 3 - 2, 1);
  if (start === null || start < (opensOn ?? period.from) || start > period.to) return null;
  return { ruleKey: `${rule.key}:${yearOf(reached)}-${quarter}`, dueOn: addDays(start, rule.offsetDays) };
}

function audienceOf(
  task: PlanningTask,
  audience: ReminderRule['audience'],
  coordinatorIds: readonly string[],
): string[] {
  const people = new Set(task.holderIds);
  if (audience === 'responsible-and-coordinator') for (const id of coordinatorIds) people.add(id);
  for (const id of task.handedBackIds) people.delete(id);
  return [...people];
}

function isKnown(known: PlanningTask['known'], wish: WishedReminder): boolean {
  const base = ruleOf(wish.ruleKey);
  return known.some(
    ({ personId, ruleKey, dueOn }) =>
      personId === wish.personId &&
      (ruleKey === wish.ruleKey || (ruleOf(ruleKey) === base && base !== ruleKey && dueOn >= wish.dueOn)),
  );
}

/** The rule's own key, without the number of the turn. */
function ruleOf(ruleKey: string): string {
  const colon = ruleKey.indexOf(':');
  return colon === -1 ? ruleKey : ruleKey.slice(0, colon);
}
