import type { Day } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import type { OrganizationTasks } from '../domain/tasks/task.ts';
import { controlButtons } from './control.ts';
import { dayWithWeekday, distanceText } from './dates.ts';
import { counted, type Forms, plural, taskForms } from './plural.ts';
import { shortNameOf, somebodyAppointed } from './results.ts';
import { allTasksButton, clip } from './tasks.ts';

const personForms: Forms = ['человек', 'человека', 'человек'];

/** How the programme stands, with what is late by organization: weekly, and whenever the coordinator asks. */
export function summaryMessage(organizations: readonly OrganizationTasks[], today: Day): Message {
  const opening = `📊 Сводка на ${dayWithWeekday(today)}\n\n${totals(organizations)}`;
  const late = organizations.filter((each) => each.late > 0);
  const settled = organizations.filter((each) => each.late === 0);
  const absent = absentees(organizations);
  if (late.length === 0) return { text: `${opening}\n\nПросроченного нет. 🎉${absent}`, buttons };
  const calm = settled.length === 0 ? '' : `\n\n✅ Без просрочек: ${clip(namesOf(settled), 600)}`;
  const closing = `${calm}${absent}`;
  const body = fitted(
    late.map((each) => section(each, today)),
    limits.text - opening.length - closing.length - 60,
  );
  return { text: `${opening}${body}${closing}`, buttons };
}

const buttons: Button[][] = [[controlButtons.done, controlButtons.late], [allTasksButton]];

const shownAbsent = 8;

/** Whom to invite, organization by organization. */
function absentees(organizations: readonly OrganizationTasks[]): string {
  const absent = organizations.flatMap(({ organizationName, unreachable }) =>
    unreachable.map((name) => ({ name, organizationName })),
  );
  if (absent.length === 0) return '';
  const shown = absent.slice(0, shownAbsent);
  const places = [...new Set(shown.map((each) => each.organizationName))].map((place) => {
    const names = shown.filter((each) => each.organizationName === place && each.name !== '');
    const who = names.map(({ name }) => shortNameOf(name)).join(', ');
    return who === '' ? clip(place, 60) : `${who} (${clip(place, 60)})`;
  });
  const rest = absent.length > shown.length ? ' и другие' : '';
  return `\n\n📵 Не на связи с ботом: ${counted(absent.length, personForms)} — ${places.join(', ')}${rest}. Пригласите их, пожалуйста.`;
}

/** For a chat that may not carry the names of others. */
export function withoutNames(organization: OrganizationTasks): OrganizationTasks {
  const lateTasks = organization.lateTasks.map((task) => ({
    ...task,
    people: task.people.length === 0 ? [] : [somebodyAppointed],
  }));
  return { ...organization, lateTasks, unreachable: organization.unreachable.map(() => '') };
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
    const who = task.people.length === 0 ? 'никто не назначен' : task.people.map(shortNameOf).join(', ');
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
