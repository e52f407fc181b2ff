import type { AuditLine } from '../../domain/audit/audit-desk.ts';
import type { SheetPlan } from '../../domain/files/sheet-plan.ts';
import { dayText } from '../dates.ts';
import { actionNames, factNames, subjectNames } from './audit-names.ts';
import { valueNames } from './audit-values.ts';

const vias = { panel: 'панель', token: 'программа', chat: 'чат', cli: 'командная строка' } as const;

export const auditWords = {
  title: 'Журнал',
  hint: 'Кто, что и когда изменил. Записи нельзя ни поправить, ни удалить — даже программе. Имён и телефонов в них нет: только номера, коды и даты.',
  caption: 'Записи журнала',
  at: 'Когда',
  who: 'Кто',
  nobody: 'командная строка',
  erased: 'данные удалены',
  action: 'Что сделано',
  anyAction: 'Любое действие',
  subject: 'С чем',
  subjectId: 'Номер',
  organization: 'Организация',
  change: 'Было → стало',
  whence: 'Откуда',
  from: 'С дня',
  to: 'По день',
  exportXlsx: 'Выгрузить XLSX',
  exportCsv: 'Выгрузить CSV',
  empty: 'Записей пока нет',
  emptyHint:
    'Здесь появится каждое изменение, которое сотрудник сделает в панели, программой с токеном, в чате или командой на сервере.',
  before: 'было',
  after: 'стало',
  nothing: '—',
  yes: 'да',
  no: 'нет',
} as const;

/** One that has no words yet is shown by its code. */
export function actionName(action: string): string {
  return actionNames.get(action) ?? action;
}

/** «человек № 39». */
export function subjectName({
  subjectKind,
  subjectId,
}: Pick<AuditLine, 'subjectKind' | 'subjectId'>): string {
  const kind = subjectNames.get(subjectKind) ?? subjectKind;
  return /^\d+$/.test(subjectId) ? `${kind} № ${subjectId}` : `${kind} ${valueName(subjectId)}`;
}

/** For a choice: the actions there is a word for. */
export const knownActions: readonly { value: string; label: string }[] = [...actionNames].map(
  ([value, label]) => ({ value, label }),
);

export function whoDid({ personId, personName }: Pick<AuditLine, 'personId' | 'personName'>): string {
  if (personId === null) return auditWords.nobody;
  return personName === '' ? `№ ${personId}, ${auditWords.erased}` : personName;
}

export function whence({ via, network }: Pick<AuditLine, 'via' | 'network'>): string {
  return network === null ? vias[via] : `${vias[via]}, ${network}`;
}

/** «роль: куратор; срок: 25 марта 2022». */
export function factsLine(facts: Readonly<Record<string, unknown>> | null): string {
  if (facts === null) return '';
  return Object.entries(facts)
    .map(([key, value]) => `${factNames.get(key) ?? key}: ${valueName(value)}`)
    .join('; ');
}

function valueName(value: unknown): string {
  if (value === null || value === '') return auditWords.nothing;
  if (typeof value === 'boolean') return value ? auditWords.yes : auditWords.no;
  if (Array.isArray(value)) return value.length === 0 ? auditWords.nothing : value.map(valueName).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(value)) return dayText(value);
  return valueNames.get(value) ?? value;
}

export function auditSheet(lines: readonly AuditLine[], timeZone: string): SheetPlan {
  const time = new Intl.DateTimeFormat('ru', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const headings: [string, number][] = [
    ['№', 10],
    [auditWords.at, 20],
    [auditWords.who, 30],
    [auditWords.whence, 24],
    [auditWords.action, 30],
    [auditWords.subject, 16],
    [auditWords.subjectId, 12],
    [auditWords.organization, 24],
    ['Было', 40],
    ['Стало', 40],
  ];
  return {
    name: auditWords.title,
    above: [],
    columns: headings.map(([heading, width]) => ({ heading, width })),
    rows: lines.map((line) => [
      Number(line.id),
      time.format(line.at),
      whoDid(line),
      whence(line),
      actionName(line.action),
      subjectNames.get(line.subjectKind) ?? line.subjectKind,
      line.subjectId,
      line.organizationName ?? '',
      factsLine(line.before),
      factsLine(line.after),
    ]),
  };
}
