import type { Day } from '../domain/calendar/day.ts';
import type { TaskEvent, TaskHistory, TaskResult } from '../domain/tasks/task-history.ts';
import { shortDay } from './dates.ts';
import { counted, type Forms } from './plural.ts';
import { clip } from './tasks.ts';

const fileForms: Forms = ['файл', 'файла', 'файлов'];
const entryForms: Forms = ['отметка', 'отметки', 'отметок'];
const shownText = 300;
const shownCompletions = 5;
const shownEvents = 8;
const shownReason = 200;

/** Stands for the names of those who answer for a task where they may not be shown. */
export const somebodyAppointed = 'назначен';

/** «Широбокова А. И.» */
export function shortNameOf(fullName: string): string {
  const [surname = '', ...rest] = fullName.split(' ');
  return [surname, ...rest.map((part) => `${part.slice(0, 1)}.`)].join(' ');
}

/** Whether a card shows only the beginning. */
export function isCut(result: TaskResult): result is Exclude<TaskResult, { kind: 'file' }> {
  return result.kind !== 'file' && wordsOf(result).length > shownText;
}

/** What was handed in, in one line: «приказ.pdf», Куратор назначен. Where that may not be shown, how much it is. */
export function resultsLine(results: readonly TaskResult[], mayNameOthers: boolean): string {
  if (results.length === 0) return 'без вложений';
  return mayNameOthers ? results.map(wordsOf).join(', ').replace(/\s+/gu, ' ') : amount(results);
}

function amount(results: readonly TaskResult[]): string {
  const files = results.filter(({ kind }) => kind === 'file').length;
  const what = files === 0 ? [] : [counted(files, fileForms)];
  return [...what, ...(results.length > files ? ['текст'] : [])].join(', ');
}

function wordsOf(result: TaskResult): string {
  if (result.kind === 'file') return `«${result.name}»`;
  return result.kind === 'link' ? result.url : result.text;
}

/** What was handed in, the newest first. */
export function resultLines({ completions }: TaskHistory, today: Day, mayNameOthers: boolean): string[] {
  const lines = completions.slice(0, shownCompletions).flatMap(({ on, person, results }) => {
    const who = person === null || !mayNameOthers ? '' : `, ${shortNameOf(person)}`;
    const heading = `${shortDay(on, today)}${who}`;
    if (results.length === 0) return [`${heading}: без вложений`];
    if (!mayNameOthers)
      return [`${heading}: ${amount(results)} — откройте в другом мессенджере, здесь показать нельзя`];
    return [`${heading}:`, ...results.map((result) => `• ${resultLine(result)}`)];
  });
  const rest = completions.length - shownCompletions;
  return rest > 0 ? [...lines, `…и ещё ${counted(rest, entryForms)}`] : lines;
}

function resultLine(result: TaskResult): string {
  if (result.kind !== 'file') return clip(wordsOf(result), shownText);
  return `${clip(wordsOf(result), 120)}${fileStates[result.state]}`;
}

export const fileStates = {
  stored: '',
  wanted: ' — файл ещё загружается',
  failed: ' — файл получить не удалось',
} as const;

/** The last steps, in their order. */
export function historyLines({ events }: TaskHistory, today: Day, mayNameOthers: boolean): string[] {
  const told = events.filter(isTold);
  const lines = told
    .slice(-shownEvents)
    .map((event) => eventLine(mayNameOthers ? event : { ...event, person: null }, today, shownReason));
  return told.length > shownEvents ? ['…', ...lines] : lines;
}

export function isTold({ kind }: TaskEvent): boolean {
  return kind in deeds;
}

/** `length`: the most that is shown of a reason. */
export function eventLine(event: TaskEvent, today: Day, length: number): string {
  const who = event.person === null ? '' : `, ${shortNameOf(event.person)}`;
  const deed = deeds[event.kind]?.(event.facts, today) ?? event.kind;
  return `${shortDay(event.on, today)}${who}: ${clip(deed, length)}`;
}

/** What was handed in stands among the results. */
const deeds: Record<string, (facts: TaskEvent['facts'], today: Day) => string> = {
  completed: () => 'готово',
  snoozed: ({ until = '' }, today) => `напомнить ${shortDay(until, today)}`,
  'handed-back': () => '«Это не ко мне»',
  waived: ({ reason = '' }) => `снято с контроля: ${reason}`,
  reopened: () => 'возвращено в работу',
  reminded: ({ told = '0', of = '0' }) => `напоминание сейчас: получают ${told} из ${of}`,
  withdrawn: () => 'дорожную карту исправили, задачи в ней больше нет',
  returned: () => 'задача снова в дорожной карте',
};
