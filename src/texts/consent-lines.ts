import type { ConsentGiver, ConsentKind, ConsentText } from '../domain/consents/consent.ts';
import type { ConsentDraft, ConsentLack } from '../domain/consents/consent-book.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { consentNames } from './consent-names.ts';
import { fullName } from './people.ts';
import { counted, dayForms } from './plural.ts';

const giverNames: Record<ConsentGiver, string> = {
  self: 'сам участник',
  representative: 'законный представитель',
};

/** A line for each text; version 0 was never needed yet. */
export function consentTextLine(text: {
  kind: ConsentKind;
  giver: ConsentGiver;
  version: number;
  title: string;
}): string {
  const version = text.version === 0 ? 'ещё не публиковалось' : `версия ${text.version}`;
  return `${text.kind} ${text.giver}  «${text.title}» — ${giverNames[text.giver]}, ${version}`;
}

/** Between the title, the three lines and the document: the same when it is shown and when it is read. */
const cut = '---';

export function draftText({ title, summary, body }: ConsentDraft): string {
  return [title, cut, summary, cut, body].join('\n');
}

/** `null` where a part is missing. Further cuts belong to the document. */
export function readDraft(text: string): ConsentDraft | null {
  const lines = text.split(/\r?\n/u);
  const first = lines.findIndex((line) => line.trim() === cut);
  const second = lines.findIndex((line, at) => at > first && line.trim() === cut);
  if (first < 0 || second < 0) return null;
  const part = (from: number, to?: number) => lines.slice(from, to).join('\n').trim();
  return { title: part(0, first), summary: part(first + 1, second), body: part(second + 1) };
}

export function publishedLine({ title, version, hash }: ConsentText, before: number): string {
  if (version === before)
    return `«${title}»: версия ${version}, документ тот же — спрашивать заново не нужно.`;
  const again = before === 0 ? '' : ' Тех, кто дал прежнее, бот спросит заново; прежнее действует до отзыва.';
  return `«${title}»: версия ${version}, SHA-256 ${hash}.${again}`;
}

export function lackLine({ kinds, organizationName, ...person }: ConsentLack): string {
  const lacked = kinds.map((kind) => consentNames[kind]).join(', ');
  return `${person.personId}  ${fullName(person)} — ${organizationName}: ${lacked}`;
}

export const nobodyLacks = 'У всех участников есть нужные согласия.';

export function settingsText({ operator, retention, privacy }: ProgrammeSettings): string {
  const shown = (value: string) => value || 'не указано';
  return [
    `Оператор персональных данных: ${shown(operator.name)}`,
    `Адрес оператора: ${shown(operator.address)}`,
    `Для обращений: ${shown(operator.contact)}`,
    `Незаконченные анкеты удаляются через ${counted(retention.draftDays, dayForms)}`,
    `Данные вышедших из программы удаляются через ${counted(retention.leftDays, dayForms)}`,
    `Удаление по просьбе: ${counted(privacy.eraseDays, dayForms)}`,
    `Ответ на другие запросы: рабочих дней — ${privacy.answerWorkingDays}`,
    `Снять опубликованное после отзыва согласия: рабочих дней — ${privacy.stopPublishingWorkingDays}`,
  ].join('\n');
}

/** The operator stands in every text, so a change of it is a change of all. */
export const operatorChanged =
  'Сохранено. Оператор назван в каждом согласии: выйдут новые версии, и бот спросит о них тех, кто дал прежние.';
