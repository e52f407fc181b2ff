import type { Refusal } from '../domain/refusal.ts';
import { dayText } from './dates.ts';

type Facts = Refusal['facts'];

const faults: Readonly<Record<string, (facts: Facts) => string>> = {
  'task-number-wrong': ({ value }) => `«${value}» — не номер задачи. Номера покажет: nastavnik task list.`,
  'task-unknown': ({ id }) => `Задачи с номером ${id} нет. Все покажет: nastavnik task list.`,
  'task-done': ({ on }) => `Эта задача выполнена ${dayText(String(on))}: снимать с контроля нечего.`,
  'task-waived': ({ reason }) => `Эту задачу уже сняли с контроля: ${oneLine(reason)}.`,
  'task-withdrawn': () => 'Этой задачи больше нет в дорожной карте.',
  'task-open': () => 'Эта задача и так в работе.',
  'reason-empty': () => 'Нужна причина словами: --reason "…".',
  'folder-unusable': ({ path }) =>
    `В папку «${path}» не удаётся записать: нет доступа, места или это не папка.`,
};

/** One line for whoever typed the command; `null` for a refusal that is none of tasks. */
export function taskFault({ code, facts }: Refusal): string | null {
  return faults[code]?.(facts) ?? null;
}

function oneLine(text: string | number | undefined): string {
  return String(text).replace(/\s+/gu, ' ').replace(/\.$/u, '');
}
