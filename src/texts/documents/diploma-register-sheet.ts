import type { Day } from '../../domain/calendar/day.ts';
import type { DiplomaAward } from '../../domain/diplomas/diploma.ts';
import type { DiplomaLine, DiplomaState } from '../../domain/diplomas/diploma-desk.ts';
import type { SheetPlan } from '../../domain/files/sheet-plan.ts';
import { dayText } from '../dates.ts';
import { diplomaKindNames } from './diploma-sheet.ts';

export const diplomaAwardNames: Readonly<Record<DiplomaAward, string>> = {
  winner: 'победитель',
  laureate: 'лауреат',
  participant: 'участник',
};

const states: Readonly<Record<DiplomaState, string>> = {
  waiting: 'действует, не отправлен',
  told: 'действует, отправлен',
  revoked: 'отозван',
};

export function registerFileName(today: Day, format: 'xlsx' | 'csv'): string {
  return `Реестр дипломов ${today}.${format}`;
}

const columns: readonly { heading: string; width: number; of(line: DiplomaLine): string }[] = [
  { heading: 'Номер', width: 16, of: ({ number }) => number },
  { heading: 'Дата', width: 18, of: ({ issuedOn }) => dayText(issuedOn) },
  { heading: 'Документ', width: 26, of: ({ kind }) => diplomaKindNames[kind] },
  { heading: 'Награда', width: 14, of: ({ award }) => (award === null ? '' : diplomaAwardNames[award]) },
  { heading: 'ФИО', width: 36, of: ({ name }) => name },
  { heading: 'Организация', width: 36, of: ({ organization }) => organization },
  { heading: 'Конкурс', width: 32, of: ({ contest }) => contest },
  { heading: 'Номинация', width: 28, of: ({ nomination }) => nomination },
  { heading: 'Состояние', width: 24, of: ({ state }) => states[state] },
  { heading: 'Почему отозван', width: 32, of: ({ reason }) => reason },
];

/** The register as a sheet. */
export function registerPlan(lines: readonly DiplomaLine[], today: Day): SheetPlan {
  return {
    name: 'Дипломы',
    above: [`По состоянию на ${dayText(today)}.`],
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: lines.map((line) => columns.map(({ of }) => of(line))),
  };
}
