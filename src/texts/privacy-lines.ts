import type { Outdated, RequestCard } from '../domain/privacy/privacy-book.ts';
import { dayText } from './dates.ts';
import { fullName } from './people.ts';
import { counted } from './plural.ts';
import { kindNames, stateNames } from './privacy.ts';

/** What the command line says about requests and retention. */

export function requestLine(request: RequestCard): string {
  const who =
    fullName(request) === '' ? `человек ${request.personId}` : `${fullName(request)} (${request.personId})`;
  return `${request.id}  ${kindNames[request.kind]} — ${who}, до ${dayText(request.dueOn)}: ${stateNames[request.state]}`;
}

export function noRequests(): string {
  return 'Открытых запросов нет.';
}

const people = ['человек', 'человека', 'человек'] as const;
const drafts = ['черновик', 'черновика', 'черновиков'] as const;

/** Ids only: the list itself is no place for names. */
export function outdatedText(outdated: Outdated): string {
  const { drafts: old, left } = outdated;
  const list = (ids: readonly string[]) => (ids.length === 0 ? '' : ` (${[...new Set(ids)].join(', ')})`);
  return [
    `Незаконченные заявки: ${counted(old.length, drafts)}${list(old.map(({ personId }) => personId))}.`,
    `Давно ушли: ${counted(left.length, people)}${list(left)}.`,
  ].join('\n');
}

export function nothingErasedYet(): string {
  return 'Ничего не удалено: это только показ.';
}

export function erasedText(count: number): string {
  return `Удалены данные: ${counted(count, people)}.`;
}

export function eraseQuestion(names: string): string {
  return `${names}: данные удалятся без возврата. Повторите команду с --yes.`;
}
