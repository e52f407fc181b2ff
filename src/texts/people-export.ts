import type { Day } from '../domain/calendar/day.ts';
import type { SheetPlan } from '../domain/files/sheet-plan.ts';
import type { DetailedLine } from '../domain/people/people-list.ts';
import { statePhrases } from './applications.ts';
import { personForms } from './bases.ts';
import { consentNames } from './consent-names.ts';
import { dayText } from './dates.ts';
import { fullName } from './people.ts';
import { counted } from './plural.ts';
import { roleNames } from './roles.ts';

export function peopleFileName(today: Day): string {
  return `Люди ${today}.xlsx`;
}

/** The list of people as a sheet; `contacts`: with phones. */
export function peoplePlan(lines: readonly DetailedLine[], today: Day, contacts: boolean): SheetPlan {
  const columns = contacts ? allColumns : allColumns.filter(({ heading }) => heading !== phoneHeading);
  return {
    name: 'Люди',
    above: [`По состоянию на ${dayText(today)}, ${counted(lines.length, personForms)}.`],
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: lines.map((line) => columns.map(({ of }) => of(line))),
  };
}

const phoneHeading = 'Телефон';

const allColumns: readonly { heading: string; width: number; of(line: DetailedLine): string | number }[] = [
  { heading: 'ФИО', width: 36, of: fullName },
  {
    heading: 'Роли',
    width: 48,
    of: ({ appointments }) =>
      appointments.map(({ role, organizationName }) => `${roleNames[role]} — ${organizationName}`).join('; '),
  },
  {
    heading: 'Заявки',
    width: 36,
    of: ({ applications }) =>
      applications.map(({ role, state }) => `${roleNames[role]}: ${statePhrases[state]}`).join('; '),
  },
  { heading: 'Год рождения', width: 12, of: ({ birthYear }) => birthYear ?? '' },
  { heading: phoneHeading, width: 18, of: ({ phone }) => phone ?? '' },
  {
    heading: 'Чат',
    width: 20,
    of: ({ channels }) =>
      channels.length === 0
        ? 'нет'
        : channels.map(({ platform, open }) => (open ? platform : `${platform} (закрыт)`)).join(', '),
  },
  {
    heading: 'Нет согласий',
    width: 36,
    of: ({ lacks }) => lacks.map((kind) => consentNames[kind]).join(', '),
  },
];
