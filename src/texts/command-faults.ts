import { Refusal } from '../domain/refusal.ts';
import { baseFault } from './base-faults.ts';
import { consentFault } from './consent-faults.ts';
import { peopleFault } from './people-faults.ts';
import { roadmapFault } from './roadmap-faults.ts';
import { taskFault } from './task-faults.ts';

/** One line for whoever typed a command that did not work. */
export function faultLine(error: unknown): string {
  if (error instanceof Refusal)
    return (
      roadmapFault(error) ??
      peopleFault(error) ??
      taskFault(error) ??
      consentFault(error) ??
      baseFault(error) ??
      `Не выполнено: ${error.code}.`
    );
  if (error instanceof Error && error.name === 'CLIError')
    return 'Такой команды нет. Что есть, покажет --help.';
  return `Не удалось: ${oneLine(error instanceof Error ? error.message : String(error))}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
