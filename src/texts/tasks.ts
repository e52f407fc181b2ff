import type { Day } from '../domain/calendar/day.ts';
import { type Button, limits, type Message } from '../domain/messages/message.ts';
import { type TaskCard, taskState } from '../domain/tasks/task.ts';
import { allTasksAction, taskAction } from '../domain/tasks/task-action.ts';
import { distanceText, shortDay, untilDay, windowText } from './dates.ts';
import { counted, taskForms } from './plural.ts';
import { roleNames } from './roles.ts';

export const allTasksButton: Button = { label: '📋 Все мои задачи', action: allTasksAction };

/** More than these get no button of their own: a keyboard shared by both platforms has ten. */
const numberedTasks = 8;
const numbersInRow = 4;
const shownTitle = 160;

/** How a task stands: «осталось 3 дня», «срок прошёл 2 дня назад», «выполнено 21 марта 2022». */
export function taskStanding(
  task: Pick<TaskCard, 'opensOn' | 'dueOn' | 'doneAt' | 'waivedAt'>,
  today: Day,
): string {
  const state = taskState(task, today);
  if (state === 'done') return 'выполнено';
  if (state === 'waived') return 'снято';
  if (state === 'upcoming' && task.opensOn !== null) return `начало ${shortDay(task.opensOn, today)}`;
  if (task.dueOn === null) return 'по мере необходимости';
  return distanceText(task.dueOn, today);
}

/** «Разработка положения (п. 1.3) — до 25 марта, осталось 3 дня»: made for numbered lists. */
export function taskLine(task: TaskCard, today: Day, { withOrganization = false } = {}): string {
  const when = task.dueOn === null ? '' : `${untilDay(task.dueOn, today)}, `;
  const where = withOrganization ? `, ${task.organizationName}` : '';
  return `${clip(task.itemTitle, shownTitle)} (п. ${task.itemCode}${where}) — ${when}${taskStanding(task, today)}`;
}

/** Whose chat a card is shown in, and whether it may name others there. */
export type CardReader = { fullName: string; mayNameOthers: boolean };
const anybody: CardReader = { fullName: '', mayNameOthers: true };

/** Everything about one task, line by line. */
export function taskCardText(task: TaskCard, today: Day, reader = anybody): string {
  const when =
    task.dueOn === null
      ? 'по мере необходимости'
      : `${windowText(task.fromOn, task.dueOn)} — ${taskStanding(task, today)}`;
  const lines = [
    `${mark(task, today)} ${task.itemCode} ${clip(task.itemTitle, 1200)}`,
    '',
    `🏫 ${task.organizationName}`,
    `🗓 Срок: ${when}`,
  ];
  if (task.expected !== '') lines.push(`📄 Результат: ${clip(task.expected, 800)}`);
  if (!answersAlone(task, reader)) lines.push(`👤 Отвечает: ${clip(answering(task, reader), 600)}`);
  if (task.waivedReason !== null) lines.push(`Почему снято: ${clip(task.waivedReason, 400)}`);
  return lines.join('\n');
}

/** Nobody else answers for it: there is nobody the reader would have to be told of. */
function answersAlone({ people }: TaskCard, reader: CardReader): boolean {
  return people.every((name) => name === reader.fullName);
}

function answering({ people, roles }: TaskCard, { mayNameOthers }: CardReader): string {
  return mayNameOthers ? people.join(', ') : roles.map((role) => roleNames[role]).join(', ');
}

/** The task with what can be done about it. A settled one has nothing left but the list. */
export function taskCardMessage(task: TaskCard, today: Day, reader = anybody): Message {
  const settled = task.doneAt !== null || task.waivedAt !== null || task.withdrawnAt !== null;
  return {
    text: taskCardText(task, today, reader),
    buttons: settled ? [[allTasksButton]] : taskButtons(task.id),
  };
}

/** What can be done about one unsettled task. */
export function taskButtons(taskId: string): Button[][] {
  return [
    [{ label: '✅ Готово', action: taskAction('done', taskId), tone: 'positive' }],
    [{ label: '⏰ Напомнить через 3 дня', action: taskAction('later', taskId) }],
    [{ label: '↩️ Это не ко мне', action: taskAction('not-mine', taskId) }],
    [allTasksButton],
  ];
}

/** Buttons «1» … «8» that open the cards, in rows. */
export function numberButtons(taskIds: readonly string[]): Button[][] {
  const buttons = taskIds.map((id, index) => ({ label: String(index + 1), action: taskAction('show', id) }));
  return Array.from({ length: Math.ceil(buttons.length / numbersInRow) }, (_, row) =>
    buttons.slice(row * numbersInRow, (row + 1) * numbersInRow),
  );
}

/**
 * Groups of lines, numbered through, as many as a message and its buttons hold; the rest is counted: «и ещё 5 задач».
 * `shown` is the number of the last line.
 */
export function numbered(
  opening: string,
  groups: readonly { heading: string; lines: readonly string[] }[],
  closing: string,
): { text: string; shown: number } {
  const total = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const room = limits.text - opening.length - closing.length - 60;
  let body = '';
  let shown = 0;
  for (const { heading, lines } of groups) {
    for (const [index, line] of lines.entries()) {
      const piece = `${index === 0 && heading !== '' ? `\n\n${heading}` : ''}\n${shown + 1}. ${line}`;
      if (shown === numberedTasks || body.length + piece.length > room) return finish();
      body += piece;
      shown += 1;
    }
  }
  return finish();

  function finish() {
    const rest = total > shown ? `\n\n…и ещё ${counted(total - shown, taskForms)}` : '';
    return { text: `${opening}${body}${rest}${closing === '' ? '' : `\n\n${closing}`}`, shown };
  }
}

/** Cut at a word, with an ellipsis. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half an emoji is no text: neither the database nor the platforms take it.
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function mark(task: TaskCard, today: Day): string {
  const state = taskState(task, today);
  if (state === 'done' || state === 'waived') return '✅';
  if (state === 'standing') return '🔁';
  if (state === 'late') return '⚠️';
  return state === 'upcoming' ? '🗓' : '⏳';
}
