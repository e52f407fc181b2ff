import type { Day } from '../domain/calendar/day.ts';
import type { Button, Message } from '../domain/messages/message.ts';
import { controlAction } from '../domain/tasks/control-action.ts';
import { type TaskCard, taskState } from '../domain/tasks/task.ts';
import { taskAction } from '../domain/tasks/task-action.ts';
import { dayWithWeekday } from './dates.ts';
import { counted, type Forms } from './plural.ts';
import { buttons, words } from './talk.ts';
import { allTasksButton, clip, taskButtons, taskCardText, taskLine } from './tasks.ts';

/** What a phone shows without scrolling far, and one row of numbers. */
export const tasksOnPage = 5;

const lateForms: Forms = ['опаздывает', 'опаздывают', 'опаздывают'];
const fileForms: Forms = ['вложение', 'вложения', 'вложений'];

/** `page` counts from 0. */
export function taskPage(tasks: readonly TaskCard[], today: Day, page: number): Message {
  if (tasks.length === 0) return { text: 'Сейчас у вас нет задач: всё сделано. 🌿', buttons: [] };
  const late = tasks.filter((task) => taskState(task, today) === 'late').length;
  const opening = `Ваших задач: ${tasks.length}${late > 0 ? `, ${counted(late, lateForms)}` : ''}`;
  const first = page * tasksOnPage;
  const shown = tasks.slice(first, first + tasksOnPage);
  const turn: Button[] = [];
  if (page > 0) turn.push({ label: '← Раньше', action: `tasks:${page}` });
  if (first + tasksOnPage < tasks.length) turn.push({ label: 'Дальше →', action: `tasks:${page + 2}` });
  return {
    text: `${opening}\n\n${taskLines(shown, today, first)}\n\nНажмите номер, чтобы открыть задачу.`,
    buttons: [
      shown.map((task, index) => ({ label: String(first + index + 1), action: taskAction('show', task.id) })),
      ...(turn.length > 0 ? [turn] : []),
    ],
  };
}

function taskLines(tasks: readonly TaskCard[], today: Day, first: number): string {
  const several = new Set(tasks.map((task) => task.organizationId)).size > 1;
  return tasks
    .map((task, index) => {
      const mark = taskState(task, today) === 'late' ? '⚠️ ' : '';
      return `${first + index + 1}. ${mark}${taskLine(task, today, { withOrganization: several })}`;
    })
    .join('\n\n');
}

/** «1.2 Назначение куратора», short enough for a sentence. */
export function taskName(task: Pick<TaskCard, 'itemCode' | 'itemTitle'>): string {
  return `${task.itemCode} ${clip(task.itemTitle, 200)}`;
}

export function doneMessage(name: string, standing: boolean): Message {
  return {
    text: `✅ ${standing ? 'Записано ещё раз' : 'Готово'}: ${name}`,
    buttons: [[allTasksButton]],
  };
}

export function askResult(completionId: string): Message {
  return {
    text: 'Отлично! Пришлите результат: текст, фото, файл или ссылку — или нажмите «Пропустить».',
    buttons: [[{ label: 'Пропустить', action: `result:${completionId}` }]],
  };
}

export function resultTaken(names: readonly string[], completionId: string): Message {
  return {
    text: `📎 Принято: ${clip(names.join(', '), 400)}.\nЕсть ещё? Присылайте. Если нет — нажмите «Это всё».`,
    buttons: [[{ label: 'Это всё', action: `result:${completionId}`, tone: 'positive' }]],
  };
}

/** While a result is awaited: what came instead is answered with `reason`, and the way out is shown again. */
export function stillResult(reason: string, name: string, completionId: string): Message {
  return {
    text: `${reason}\n\nЯ жду результат по задаче «${name}» — или нажмите «Это всё».`,
    buttons: [[{ label: 'Это всё', action: `result:${completionId}` }]],
  };
}

export function resultEnded(name: string, count: number): Message {
  const text =
    count === 0 ? `Хорошо, без вложений. ✅ ${name}` : `Спасибо! ✅ ${name}\n📎 ${counted(count, fileForms)}`;
  return { text, buttons: [[allTasksButton]] };
}

export function snoozed(name: string, until: Day): Message {
  return { text: `⏰ Напомню ${dayWithWeekday(until)}: ${name}`, buttons: [[allTasksButton]] };
}

export function snoozedWord(until: Day): string {
  return `Напомню ${dayWithWeekday(until)}`;
}

export function reallyNotMine(name: string, taskId: string): Message {
  return {
    text: `Точно не к вам?\n\n${name}\n\nЕсли да, я передам координатору и больше не буду вам о ней напоминать.`,
    buttons: [
      [{ label: 'Да, не ко мне', action: `hand-back:${taskId}` }],
      [{ label: 'Нет, это моя задача', action: taskAction('show', taskId) }],
    ],
  };
}

export function handedBack(name: string): Message {
  return { text: `↩️ Передал координатору: ${name}\nБольше о ней не напомню.`, buttons: [[allTasksButton]] };
}

/** `who` is empty where the name may not be shown. */
export function handedBackForCoordinator(task: TaskCard, who: string): Message {
  const said = who === '' ? 'Ответ ответственного' : who;
  return {
    text: [
      '↩️ Задачу вернули',
      '',
      taskName(task),
      `🏫 ${task.organizationName}`,
      '',
      `${said}: «Это не ко мне». Решите, пожалуйста, кто за неё отвечает.`,
    ].join('\n'),
    buttons: [[{ label: 'Открыть задачу', action: controlAction({ verb: 'open', taskId: task.id }) }]],
  };
}

/** For those who answer for a task that a coordinator has put back. */
export function reopenedMessage(task: TaskCard, today: Day, mayNameOthers: boolean): Message {
  const about = taskCardText(task, today, { fullName: '', mayNameOthers });
  return {
    text: `🔄 Координатор вернул задачу в работу. Когда будет готово, отметьте ещё раз.\n\n${about}`,
    buttons: taskButtons(task.id),
  };
}

const refusals: Record<string, string> = {
  'task-done': 'Эта задача уже выполнена',
  'task-waived': 'Эту задачу сняли',
  'task-withdrawn': 'Этой задачи больше нет в дорожной карте',
  'task-open': 'Эта задача уже в работе',
  'task-unknown': words.foreignTask,
  'not-coordinator': 'Это видит только координатор',
};

/** `null` for a code that is no refusal of a task. */
export function taskRefused(code: string): string | null {
  return refusals[code] ?? null;
}

export function whichTask(tasks: readonly TaskCard[], today: Day, count: number): Message {
  const what =
    count === 1
      ? 'Получил. К какой задаче это приложить?'
      : `Получил: ${counted(count, fileForms)}. К какой задаче приложить?`;
  const numbers = tasks.map((task, index) => ({ label: String(index + 1), action: `attach:${task.id}` }));
  return {
    text: `${what} Она будет отмечена как выполненная.\n\n${taskLines(tasks, today, 0)}`,
    buttons: [numbers, [{ ...buttons.cancel, label: 'Ни к какой' }]],
  };
}

export function nothingToAttachTo(): string {
  return 'Сейчас у вас нет открытых задач, приложить не к чему. Если это важно, задайте вопрос координатору.';
}

/** What an attached text is called when it is taken. */
export const textResult = 'текст';
export const linkResult = 'ссылка';
