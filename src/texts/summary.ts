import type { Day } from '../domain/calendar/day.ts';
import { limits, type Message } from '../domain/messages/message.ts';
import type { OrganizationTasks } from '../domain/tasks/task.ts';
import { dayWithWeekday, distanceText } from './dates.ts';
import { counted, plural, taskForms } from './plural.ts';
import { allTasksButton, clip } from './tasks.ts';

/** Stands for the names of those who answer for a task where they may not be shown. */
const somebodyAppointed = 'назначен';

/** How the programme stands, with what is late by organization: weekly, and whenever the coordinator asks. */
export function summaryMessage(organizations: readonly OrganizationTasks[], today: Day): Message {
  const opening = `📊 Сводка на ${dayWithWeekday(today)}\n\n${totals(organizations)}`;
  const late = organizations.filter((each) => each.late > 0);
  const settled = organizations.filter((each) => each.late === 0);
  if (late.length === 0) {
    return { text: `${opening}\n\nПросроченного нет. 🎉`, buttons: [[allTasksButton]] };
  }
  const closing = settled.length === 0 ? '' : `\n\n✅ Без просрочек: ${clip(namesOf(settled), 600)}`;
  const body = fitted(
    late.map((each) => section(each, today)),
    limits.text - opening.length - closing.length - 60,
  );
  return { text: `${opening}${body}${closing}`, buttons: [[allTasksButton]] };
}

/** For a chat that may not carry the names of others. */
export function withoutNames(organization: OrganizationTasks): OrganizationTasks {
  const lateTasks = organization.lateTasks.map((task) => ({
    ...task,
    people: task.people.length === 0 ? [] : [somebodyAppointed],
  }));
  return { ...organization, lateTasks };
}

function totals(organizations: readonly OrganizationTasks[]): string {
  const sum = (of: (each: OrganizationTasks) => number) =>
    organizations.reduce((total, each) => total + of(each), 0);
  const [done, open, late, waived] = [
    sum((o) => o.done),
    sum((o) => o.open),
    sum((o) => o.late),
    sum((o) => o.waived),
  ];
  const parts = [`выполнено ${done}`, `в работе ${open}`, `просрочено ${late}`];
  if (waived > 0) parts.push(`снято ${waived}`);
  return `Задачи: ${parts.join(', ')}.`;
}

const shownLate = 5;

function section(organization: OrganizationTasks, today: Day): string {
  const lines = organization.lateTasks.slice(0, shownLate).map((task) => {
    const who = task.people.length === 0 ? 'никто не назначен' : task.people.map(shortName).join(', ');
    return `• ${task.itemCode} ${clip(task.itemTitle, 90)} — ${distanceText(task.dueOn, today)} (${clip(who, 80)})`;
  });
  const rest = organization.lateTasks.length - lines.length;
  if (rest > 0) lines.push(`• …и ещё ${counted(rest, taskForms)}`);
  const overdue = plural(organization.late, ['просрочена', 'просрочены', 'просрочено']);
  return `⚠️ ${organization.organizationName}: ${overdue} ${counted(organization.late, taskForms)}, выполнено ${organization.done}\n${lines.join('\n')}`;
}

/** Whole sections only; the organizations that no longer fit are counted. */
function fitted(sections: readonly string[], room: number): string {
  let text = '';
  for (const [index, each] of sections.entries()) {
    if (text.length + each.length + 2 > room)
      return `${text}\n\n…и ещё организаций: ${sections.length - index}`;
    text += `\n\n${each}`;
  }
  return text;
}

function namesOf(organizations: readonly OrganizationTasks[]): string {
  return organizations.map((each) => each.organizationName).join(', ');
}

/** «Широбокова А. И.» */
function shortName(fullName: string): string {
  const [surname = '', ...rest] = fullName.split(' ');
  return [surname, ...rest.map((part) => `${part.slice(0, 1)}.`)].join(' ');
}
