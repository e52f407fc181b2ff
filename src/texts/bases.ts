import type { BaseImport, ImportedPerson } from '../domain/bases/base-desk.ts';
import { type Base, formOfBase, importedQuestions } from '../domain/bases/city-base.ts';
import type { CellFault } from '../domain/bases/read-base.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { SheetPlan } from '../domain/files/sheet-plan.ts';
import type { Choice, Question } from '../domain/forms/form.ts';
import { showCode } from '../domain/people/invitation.ts';
import { dayText } from './dates.ts';
import { faultText } from './forms/engine-words.ts';
import { wordsOfForm } from './forms/form-words.ts';
import { fullName } from './people.ts';
import { counted, type Forms } from './plural.ts';

export const baseNames: Record<Base, string> = { mentors: 'Наставники', mentees: 'Наставляемые' };

/** As items 2.1–2.3 of the roadmap name them. */
export const baseTitles: Record<Base, string> = {
  mentors: 'База наставников с перечнем компетенций',
  mentees: 'База наставляемых с перечнем запросов',
};

export const personForms: Forms = ['человек', 'человека', 'человек'];

export function baseFileName(base: Base, day: Day): string {
  return `${baseTitles[base]} ${day}.xlsx`;
}

export function templateFileName(base: Base, day: Day): string {
  return `Шаблон. ${baseFileName(base, day)}`;
}

export const invitationsFileName = 'Приглашения.xlsx';

/** With the file in a chat that may name people. */
export function baseInChat(base: Base): string {
  return `${baseTitles[base]} — в файле. В нём личные данные: не пересылайте его дальше.`;
}

/** Of the columns of the template, by question. */
export function baseHeadings(base: Base): Record<string, string> {
  const { questions } = wordsOfForm(formOfBase[base].key);
  return Object.fromEntries(importedQuestions(base).map(({ key }) => [key, questions[key]?.name ?? key]));
}

/** Options whose words are texts; those that staff keep come from rows. */
export function fixedChoices(base: Base, { key, ...question }: Question): Choice[] {
  if ((question.kind !== 'one-of' && question.kind !== 'many-of') || 'from' in question.options) return [];
  const words = wordsOfForm(formOfBase[base].key).questions[key]?.options ?? {};
  return question.options.values.map((value) => ({ value, label: words[value] ?? value }));
}

/** To be handed out: each line of it lets one person in. */
export function invitationsPlan(stored: readonly ImportedPerson[], lastDay: Day): SheetPlan {
  const platforms = stored[0]?.invitation.links.map((link) => link.name) ?? [];
  return {
    name: 'Приглашения',
    above: [
      `Код можно прислать боту сообщением. Действует до ${dayText(lastDay)} включительно. Раздайте лично: по коду входят от имени человека.`,
    ],
    columns: [
      { heading: 'Строка', width: 8 },
      { heading: 'ФИО', width: 32 },
      { heading: 'Организация', width: 24 },
      { heading: 'Код', width: 16 },
      ...platforms.map((heading) => ({ heading, width: 48 })),
    ],
    rows: stored.map(({ number, person, organizationName, invitation }) => [
      number,
      fullName(person),
      organizationName,
      showCode(invitation.code),
      ...invitation.links.map(({ link }) => link ?? 'бот ещё не запущен'),
    ]),
  };
}

/** «C5: Стаж, лет — нужно число от 0 до 70.» */
export function cellFaultLine(base: Base, fault: CellFault): string {
  const { cell, message } = cellFaultParts(base, fault);
  return `${cell}: ${message}`;
}

export function cellFaultParts(
  base: Base,
  { cell, question, fault }: CellFault,
): { cell: string; message: string } {
  const words = wordsOfForm(formOfBase[base].key).questions[question.key];
  const text =
    fault.code === 'several-organizations'
      ? `Подходит нескольким: ${fault.facts.names}. Уточните, пожалуйста.`
      : faultText({ code: fault.code, facts: fault.facts }, words);
  return { cell, message: `${words?.name ?? question.key} — ${text}` };
}

export function importReport(base: Base, { stored, duplicates, faults }: BaseImport): string {
  return [
    ...faults.map((fault) => cellFaultLine(base, fault)),
    ...duplicates.map(
      ({ number, names }) => `Строка ${number}: ${names} — уже есть в этой организации, пропускаю.`,
    ),
    stored.length > 0
      ? `Внесено: ${counted(stored.length, personForms)}.`
      : faults.length > 0
        ? 'Ничего не внесено. Исправьте ячейки и загрузите файл снова или внесите только верные строки.'
        : 'Вносить нечего.',
  ].join('\n');
}

/** Beside the sheet that was imported. */
export function invitationsFor(file: string): string {
  return `${file.replace(/\.xlsx$/iu, '')} — приглашения.xlsx`;
}

export function invitationsWritten(path: string): string {
  return `Приглашения: ${path}. Раздайте их лично и удалите файл: повторно коды не показать.`;
}

export function baseWritten(path: string): string {
  return `Записано: ${path}.`;
}

export function competencyLine({ value, label }: Choice): string {
  return `${value}  ${label}`;
}

export function competencyArchived(id: string): string {
  return `Компетенция ${id} убрана из списка; в прежних анкетах она осталась.`;
}
