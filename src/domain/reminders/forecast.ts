import { addDays, type Day } from '../calendar/day.ts';
import { type PlanningTask, planReminders, type WishedReminder } from './plan-reminders.ts';
import type { ReminderRule } from './reminder.ts';

export type Forecast = { day: Day; reminders: Pick<WishedReminder, 'taskId' | 'ruleKey'>[] };

/**
 * What one person would be reminded of day by day, if nothing were done meanwhile. What falls on a day off comes on the next working
 * day; of several turns about one task on one day the latest speaks, as in the sweep.
 */
export function forecastReminders(of: {
  personId: string;
  tasks: readonly PlanningTask[];
  rules: readonly ReminderRule[];
  coordinatorIds: readonly string[];
  today: Day;
  days: number;
  isWorkingDay(day: Day): boolean;
}): Forecast[] {
  const { personId, rules, coordinatorIds, today } = of;
  const tasks = of.tasks.map((task) => ({
    ...task,
    known: task.known.filter((row) => row.personId === personId),
  }));
  const found: Forecast[] = [];
  let waiting = new Map<string, string>();
  for (let ahead = 0; ahead < of.days; ahead += 1) {
    const day = addDays(today, ahead);
    const rows = planReminders({ tasks, rules, coordinatorIds, today: day }).filter(
      (row) => row.personId === personId,
    );
    for (const { taskId, ruleKey, dueOn } of rows) {
      tasks.find(({ id }) => id === taskId)?.known.push({ personId, ruleKey, dueOn });
      waiting.set(taskId, ruleKey);
    }
    if (waiting.size === 0 || !of.isWorkingDay(day)) continue;
    found.push({ day, reminders: [...waiting].map(([taskId, ruleKey]) => ({ taskId, ruleKey })) });
    waiting = new Map();
  }
  return found;
}
