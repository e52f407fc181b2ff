import type { CalendarPlan, FeedTask } from '../domain/calendar-feed/calendar-feed.ts';
import { windowText } from './dates.ts';
import { clip } from './tasks.ts';

type Feed = { programmeKey: string; timeZone: string; organizationName: string | null };

/** The tasks as all-day events on their last days. Who answers for them is not said: an address can be passed on. */
export function calendarPlan(feed: Feed, tasks: readonly FeedTask[]): CalendarPlan {
  const { programmeKey, timeZone, organizationName } = feed;
  return {
    name: organizationName === null ? 'Наставник: мои задачи' : `Наставник: ${clip(organizationName, 120)}`,
    timeZone,
    events: tasks.map((task) => ({
      uid: `task-${task.id}.${programmeKey}@nastavnik`,
      sequence: task.revision,
      on: task.dueOn,
      summary: `${task.done ? '✓ ' : ''}${task.itemCode} ${clip(task.itemTitle, 200)}`.trim(),
      description: descriptionOf(task),
      changedAt: task.changedAt,
    })),
  };
}

function descriptionOf({ organizationName, fromOn, dueOn, expected, itemTitle, done }: FeedTask): string {
  return [
    organizationName,
    `Срок: ${windowText(fromOn, dueOn)}`,
    ...(expected === '' ? [] : [`Результат: ${clip(expected, 800)}`]),
    ...(done ? ['Выполнено'] : []),
    ...(itemTitle.length > 200 ? ['', clip(itemTitle, 1200)] : []),
  ].join('\n');
}
