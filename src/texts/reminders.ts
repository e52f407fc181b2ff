import type { Day } from '../domain/calendar/day.ts';
import { limits, type Message } from '../domain/messages/message.ts';
import type { Person, Role } from '../domain/people/person.ts';
import type { DueConsent } from '../domain/reminders/consent-reminders.ts';
import { type TaskCard, taskState } from '../domain/tasks/task.ts';
import { withConsents } from './consent-reminder.ts';
import { fullName } from './people.ts';
import { counted, taskForms } from './plural.ts';
import {
  allTasksButton,
  type CardReader,
  clip,
  numberButtons,
  numbered,
  taskButtons,
  taskCardText,
  taskLine,
} from './tasks.ts';

/** A task somebody is reminded of: their own, one they watch over, or one that nobody can be reminded of. */
export type ReminderLine = { task: TaskCard; about: 'own' | 'control' | 'appoint' };

const headings = {
  late: '⚠️ Срок прошёл:',
  today: '⏰ Сегодня последний день:',
  ahead: '⏳ Впереди:',
  standing: '🔁 По мере необходимости — если уже сделано, отметьте:',
  control: '👀 На контроле, срок прошёл:',
} as const;
type Group = keyof typeof headings;
const groupOrder: readonly Group[] = ['late', 'today', 'ahead', 'standing', 'control'];

type Addressee = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** Everything one person is reminded of on one day: one message. `mayNameOthers`: whether its channel may carry names. */
export function reminderMessage(
  person: Addressee,
  lines: readonly ReminderLine[],
  today: Day,
  mayNameOthers = true,
  consents: readonly DueConsent[] = [],
): Message {
  if (lines.length === 0) {
    return withConsents({ text: greeting(person), buttons: [] }, consents, mayNameOthers);
  }
  return withConsents(aboutTasks(person, lines, today, mayNameOthers), consents, mayNameOthers);
}

function aboutTasks(
  person: Addressee,
  lines: readonly ReminderLine[],
  today: Day,
  mayNameOthers: boolean,
): Message {
  const tasks = lines.filter((line) => line.about !== 'appoint');
  const vacant = lines.filter((line) => line.about === 'appoint').map((line) => line.task);
  const [only] = tasks;
  if (only !== undefined && lines.length === 1) {
    return aboutOne(person, only, today, { fullName: fullName(person), mayNameOthers });
  }
  if (only === undefined) {
    return { text: `${greeting(person)}\n\n${vacancies(vacant)}`, buttons: [[allTasksButton]] };
  }
  const groups = grouped(tasks, today);
  const { text, shown } = numbered(
    `${greeting(person)} Напоминаю о задачах (${tasks.length}).`,
    groups.map(({ heading, lines: each }) => ({ heading, lines: each.map((line) => line.text) })),
    vacant.length === 0 ? '' : vacancies(vacant),
  );
  const ids = groups.flatMap((group) => group.lines.map((line) => line.taskId));
  return { text, buttons: [...numberButtons(ids.slice(0, shown)), [allTasksButton]] };
}

/** «Анна Игоревна, здравствуйте!» */
export function greeting(person: Pick<Person, 'name' | 'patronymic'>): string {
  return `${[person.name, person.patronymic].filter((part) => part !== '').join(' ')}, здравствуйте!`;
}

function aboutOne(person: Addressee, line: ReminderLine, today: Day, reader: CardReader): Message {
  const why = line.about === 'control' ? 'На контроле — срок прошёл:' : 'Напоминаю о задаче:';
  return {
    text: `${greeting(person)} ${why}\n\n${taskCardText(line.task, today, reader)}`,
    buttons: taskButtons(line.task.id),
  };
}

function grouped(lines: readonly ReminderLine[], today: Day) {
  const several = new Set(lines.map((line) => line.task.organizationId)).size > 1;
  return groupOrder.flatMap((group) => {
    const members = lines.filter((line) => groupOf(line, today) === group).sort(byLastDay);
    if (members.length === 0) return [];
    const withOrganization = several || group === 'control';
    return {
      heading: headings[group],
      lines: members.map(({ task }) => ({
        taskId: task.id,
        text: taskLine(task, today, { withOrganization }),
      })),
    };
  });
}

function groupOf({ task, about }: ReminderLine, today: Day): Group {
  if (about === 'control') return 'control';
  const state = taskState(task, today);
  if (state === 'standing' || state === 'late') return state;
  return task.dueOn === today ? 'today' : 'ahead';
}

function byLastDay(one: ReminderLine, other: ReminderLine): number {
  return (one.task.dueOn ?? '9999') < (other.task.dueOn ?? '9999') ? -1 : 1;
}

const appointees: Record<Role, string> = {
  coordinator: 'координатора',
  'office-head': 'начальника Управления образования',
  'office-deputy-head': 'заместителя начальника Управления образования',
  head: 'руководителя',
  'deputy-head': 'заместителя директора',
  curator: 'куратора',
  'association-head': 'руководителя ШМО',
  mentor: 'наставника',
  mentee: 'наставляемого',
  administrator: 'администратора',
  viewer: 'наблюдателя',
  jury: 'члена жюри',
};

const shownVacancies = 10;

/** «Школа № 11: назначьте куратора или заместителя директора — 3 задачи», organization by organization. */
function vacancies(tasks: readonly TaskCard[]): string {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const whom = task.roles.map((role) => appointees[role]).join(' или ');
    const line = `• ${clip(task.organizationName, 80)}: назначьте ${whom}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) => `${line} — ${counted(count, taskForms)}`);
  const rest = lines.length > shownVacancies ? [`…и ещё ${lines.length - shownVacancies}`] : [];
  const shown = [...lines.slice(0, shownVacancies), ...rest].join('\n');
  return clip(`👤 Некому напомнить — никто не назначен:\n${shown}`, limits.text / 2);
}
