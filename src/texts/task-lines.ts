import type { Day } from '../domain/calendar/day.ts';
import { type TaskCard, taskState } from '../domain/tasks/task.ts';
import type { Completion, TaskHistory, TaskResult } from '../domain/tasks/task-history.ts';
import { dayText } from './dates.ts';
import { eventLine, fileStates, isTold } from './results.ts';
import { taskCardText, taskLine } from './tasks.ts';

/** For the command line: number, place, what, how it stands, whose it is. */
export function taskRow(task: TaskCard, today: Day): string {
  const who = task.people.length === 0 ? 'никто не назначен' : task.people.join(', ');
  return `${task.id}  ${task.organizationName}: ${taskLine(task, today)} [${who}]`;
}

export function noTasks(): string {
  return 'Таких задач нет.';
}

/** A task with all that was done and handed in, nothing shortened. */
export function taskReport(task: TaskCard, { completions, events }: TaskHistory, today: Day): string {
  const state = task.withdrawnAt === null ? taskState(task, today) : 'withdrawn';
  const told = events.filter(isTold).map((event) => eventLine(event, today, Number.POSITIVE_INFINITY));
  return [
    taskCardText(task, today),
    ...(state === 'withdrawn' ? ['🗂 В дорожной карте её больше нет'] : []),
    ...(completions.length === 0 ? [] : ['', '📎 Сдано:', ...completions.flatMap(completionLines)]),
    ...(told.length === 0 ? [] : ['', '🕓 История:', ...told]),
  ].join('\n');
}

function completionLines({ on, person, results }: Completion): string[] {
  const heading = person === null ? dayText(on) : `${dayText(on)}, ${person}`;
  return results.length === 0 ? [`${heading}: без вложений`] : [`${heading}:`, ...results.map(resultText)];
}

function resultText(result: TaskResult): string {
  if (result.kind === 'text') return `• ${result.text.replaceAll('\n', '\n  ')}`;
  return result.kind === 'link' ? `• ${result.url}` : `• «${result.name}»${fileStates[result.state]}`;
}

export function fileSaved(path: string): string {
  return `💾 ${path}`;
}

export function nothingToSave(): string {
  return 'Файлов, которые можно сохранить, у этой задачи нет.';
}

export function waivedLine(task: TaskCard, reason: string): string {
  return `Снято с контроля: ${nameOf(task)}. Причина: ${reason}`;
}

/** `told` and `untold`: how many of those who answer for it have a chat to be told in. */
export function reopenedLine(task: TaskCard, told: number, untold: number): string {
  const rest = untold > 0 ? `, не на связи с ботом: ${untold}` : '';
  return `Возвращено в работу: ${nameOf(task)}. Сообщение получат: ${told}${rest}.`;
}

function nameOf({ id, itemCode, itemTitle, organizationName }: TaskCard): string {
  return `${id}  ${organizationName}: ${itemCode} ${itemTitle}`;
}
