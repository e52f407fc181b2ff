import type { Day } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import { type ControlAction, controlAction } from '../domain/tasks/control-action.ts';
import type { OrganizationTasks, TaskCard } from '../domain/tasks/task.ts';
import { taskAction } from '../domain/tasks/task-action.ts';
import { type DonePage, type DoneTask, storedFiles, type TaskHistory } from '../domain/tasks/task-history.ts';
import { distanceText, shortDay, untilDay } from './dates.ts';
import { counted, type Forms, taskForms } from './plural.ts';
import { historyLines, isCut, resultLines, resultsLine, shortNameOf } from './results.ts';
import { taskName, tasksOnPage } from './task-talk.ts';
import { allTasksButton, clip, taskCardText } from './tasks.ts';

const entryForms: Forms = ['запись', 'записи', 'записей'];

export const controlButtons = {
  summary: { label: '📊 Сводка', action: controlAction({ verb: 'summary' }) },
  done: { label: '✅ Что сделано', action: controlAction({ verb: 'done', page: 1 }) },
  late: { label: '⚠️ Просрочено', action: controlAction({ verb: 'late', page: 1 }) },
} satisfies Record<string, Button>;

/** Couriers hold the files of a message in memory, twenty megabytes each. */
export const filesAtOnce = 5;

/** «Что сделано». */
export function donePageMessage(
  { total, page, tasks }: DonePage,
  today: Day,
  mayNameOthers: boolean,
): Message {
  if (total === 0)
    return { text: 'Пока ничего не отмечено как сделанное.', buttons: [[controlButtons.summary]] };
  const first = page * tasksOnPage;
  const lines = tasks.map((task, index) => `${first + index + 1}. ${doneLine(task, today, mayNameOthers)}`);
  return {
    text: `✅ Сделано: ${counted(total, entryForms)}, новые сверху\n\n${lines.join('\n\n')}\n\n${openHint}`,
    buttons: listButtons(
      'done',
      page,
      total,
      tasks.map(({ taskId }) => taskId),
    ),
  };
}

function doneLine(task: DoneTask, today: Day, mayNameOthers: boolean): string {
  const who = task.person === null || !mayNameOthers ? '' : `, ${shortNameOf(task.person)}`;
  return [
    `${shortDay(task.on, today)} — ${clip(task.organizationName, 80)}${who}`,
    `${task.itemCode} ${clip(task.itemTitle, 160)}`,
    `📎 ${clip(resultsLine(task.results, mayNameOthers), 160)}`,
  ].join('\n');
}

type LateTask = OrganizationTasks['lateTasks'][number] & { organizationName: string };

/** «Просрочено», organization by organization. `page` counts from 0. */
export function latePageMessage(
  organizations: readonly OrganizationTasks[],
  page: number,
  today: Day,
): Message {
  const late = organizations.flatMap(({ organizationName, lateTasks }) =>
    lateTasks.map((task): LateTask => ({ ...task, organizationName })),
  );
  if (late.length === 0) return { text: 'Просроченного нет. 🎉', buttons: [[controlButtons.summary]] };
  const shownPage = Math.min(page, Math.ceil(late.length / tasksOnPage) - 1);
  const first = shownPage * tasksOnPage;
  const shown = late.slice(first, first + tasksOnPage);
  const lines = shown.map((task, index) => {
    const heading =
      task.organizationName === shown[index - 1]?.organizationName
        ? ''
        : `🏫 ${clip(task.organizationName, 120)}\n`;
    return `${heading}${first + index + 1}. ${lateLine(task, today)}`;
  });
  return {
    text: `⚠️ Просрочено: ${counted(late.length, taskForms)}\n\n${lines.join('\n\n')}\n\n${openHint}`,
    buttons: listButtons(
      'late',
      shownPage,
      late.length,
      shown.map(({ taskId }) => taskId),
    ),
  };
}

function lateLine({ itemCode, itemTitle, dueOn, people }: LateTask, today: Day): string {
  const who = people.length === 0 ? 'никто не назначен' : people.map(shortNameOf).join(', ');
  return `${clip(itemTitle, 160)} (п. ${itemCode}) — ${untilDay(dueOn, today)}, ${distanceText(dueOn, today)} (${clip(who, 80)})`;
}

const openHint = 'Нажмите номер, чтобы открыть задачу.';

function listButtons(
  verb: 'done' | 'late',
  page: number,
  total: number,
  taskIds: readonly string[],
): Button[][] {
  const first = page * tasksOnPage;
  const turn: Button[] = [];
  if (page > 0) turn.push({ label: '← Назад', action: controlAction({ verb, page }) });
  if (first + tasksOnPage < total)
    turn.push({ label: 'Дальше →', action: controlAction({ verb, page: page + 2 }) });
  return [
    taskIds.map((taskId, index) => button('open', taskId, String(first + index + 1))),
    ...(turn.length > 0 ? [turn] : []),
    [controlButtons.summary],
  ];
}

/** However long the rest is. */
const roomForResults = 200;

/** For coordinators: a task with everything that was done about it. */
export function controlCard(
  task: TaskCard,
  history: TaskHistory,
  today: Day,
  mayNameOthers: boolean,
): Message {
  const about = [
    taskCardText(task, today, { fullName: '', mayNameOthers }),
    ...(task.withdrawnAt === null ? [] : ['🗂 В дорожной карте её больше нет']),
    ...(task.people.length === 0 && isOpen(task) ? ['👤 Никто не назначен'] : []),
  ].join('\n');
  const story = section(
    '🕓 История:',
    historyLines(history, today, mayNameOthers),
    Math.min(1000, limits.text - about.length - roomForResults),
  );
  const room = limits.text - about.length - story.length;
  const results = section('📎 Сдано:', resultLines(history, today, mayNameOthers), room);
  return { text: `${about}${results}${story}`, buttons: cardButtons(task) };
}

function isOpen({ doneAt, waivedAt, withdrawnAt }: TaskCard): boolean {
  return doneAt === null && waivedAt === null && withdrawnAt === null;
}

function cardButtons(task: TaskCard): Button[][] {
  const lists = [[controlButtons.done, controlButtons.late], [allTasksButton]];
  if (task.withdrawnAt !== null) return lists;
  if (!isOpen(task)) return [[button('reopen', task.id, '🔄 Вернуть в работу')], ...lists];
  return [
    [{ label: '✅ Готово', action: taskAction('done', task.id), tone: 'positive' }],
    [button('waive', task.id, '🚫 Снять с контроля')],
    ...lists,
  ];
}

/** Whole lines only, the first ones. */
function section(heading: string, lines: readonly string[], room: number): string {
  if (lines.length === 0) return '';
  let text = `\n\n${heading}`;
  for (const line of lines) {
    if (text.length + line.length + 3 > room) return `${text}\n…`;
    text += `\n${line}`;
  }
  return text;
}

function button(
  verb: Exclude<ControlAction['verb'], 'summary' | 'done' | 'late' | 'files'>,
  taskId: string,
  label: string,
): Button {
  return { label, action: controlAction({ verb, taskId }) };
}

/**
 * What a card has no room for: the files, a handful at a time (`page` counts from 0), and with the first ones the long
 * texts. Who wrote them may have named anybody.
 */
export function enclosed(task: TaskCard, history: TaskHistory, page: number): Message[] {
  const texts = page > 0 ? [] : history.completions.flatMap(({ results }) => results.filter(isCut));
  const files = storedFiles(history);
  const first = page * filesAtOnce;
  const shown = files.slice(first, first + filesAtOnce);
  const messages: Message[] = texts.slice(0, longTextsAtOnce).map((result) => ({
    namesOthers: true,
    text: `📝 ${taskName(task)}\n\n${result.kind === 'link' ? result.url : result.text}`,
  }));
  if (shown.length === 0) return messages;
  const count =
    files.length === shown.length ? '' : ` (${first + 1}–${first + shown.length} из ${files.length})`;
  const more = controlAction({ verb: 'files', taskId: task.id, page: page + 2 });
  messages.push({
    text: `📎 ${taskName(task)}${count}`,
    namesOthers: true,
    files: shown.map(({ fileId }) => fileId),
    ...(first + shown.length < files.length ? { buttons: [[{ label: '📎 Ещё файлы', action: more }]] } : {}),
  });
  return messages;
}

const longTextsAtOnce = 3;

export function askWaiver(task: TaskCard): Message {
  return {
    text: [
      'Почему снимаете с контроля? Напишите причину одним сообщением: она останется в истории, а напоминать об этой задаче я перестану.',
      '',
      taskName(task),
      `🏫 ${task.organizationName}`,
    ].join('\n'),
    buttons: [[button('keep', task.id, 'Не снимать')]],
  };
}

/** What came instead of a reason. */
export function stillReason(taskId: string): Message {
  return {
    text: 'Нужна причина словами: почему снимаете задачу с контроля?',
    buttons: [[button('keep', taskId, 'Не снимать')]],
  };
}

export function reallyReopen(task: TaskCard): Message {
  return {
    text: [
      'Вернуть задачу в работу? Ответственным я напишу сразу и снова буду напоминать. Что сдано раньше, останется в истории.',
      '',
      taskName(task),
      `🏫 ${task.organizationName}`,
    ].join('\n'),
    buttons: [[button('return', task.id, 'Да, вернуть')], [button('card', task.id, 'Нет, оставить')]],
  };
}

export const controlWords = {
  waived: 'Снято с контроля',
  reopened: 'Возвращено в работу',
  reason: 'Напишите причину',
} as const;
