import type { AuditLine } from '../../domain/audit/audit-desk.ts';
import type { SheetPlan } from '../../domain/files/sheet-plan.ts';

/** What was done, by the code of the action. Those of other topics are shown by their code until they are put here. */
const actions: Readonly<Record<string, string>> = {
  'session.begun': 'Вход в панель',
  'session.ended': 'Вход завершён',
  'session.others-ended': 'Завершены остальные входы',
  'session.all-ended': 'Завершены все входы сотрудника',
  'second-factor.enrolled': 'Подключён код из приложения',
  'second-factor.recovered': 'Вход по запасному коду',
  'second-factor.recovery-renewed': 'Выданы новые запасные коды',
  'second-factor.reset': 'Сброшен код из приложения',
  'second-factor.all-forgotten': 'Сброшены коды из приложения у всех',
  'token.made': 'Создан токен программы',
  'token.revoked': 'Отозван токен программы',
  'staff.appointed': 'Назначена роль',
  'staff.dismissed': 'Снята роль',
  'staff.link-made': 'Выписана ссылка для администратора',
  'person.invited': 'Выписано приглашение в чат',
  'competency.added': 'Добавлена компетенция',
  'competency.changed': 'Изменена компетенция',
  'synonym.added': 'Добавлена группа синонимов',
  'synonym.changed': 'Изменена группа синонимов',
  'audit.exported': 'Выгружен журнал',
};

const vias = { panel: 'панель', token: 'программа', cli: 'командная строка' } as const;

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
  emptyHint: 'Здесь появится каждое изменение, сделанное в панели, программой или из командной строки.',
  before: 'было',
  after: 'стало',
  nothing: '—',
} as const;

export function actionName(action: string): string {
  return actions[action] ?? action;
}

/** For a choice: the topic of each action there is a word for, and the actions themselves. */
export const knownActions: readonly { value: string; label: string }[] = Object.entries(actions).map(
  ([value, label]) => ({ value, label }),
);

export function whoDid({ personId, personName }: Pick<AuditLine, 'personId' | 'personName'>): string {
  if (personId === null) return auditWords.nobody;
  return personName === '' ? `№ ${personId}, ${auditWords.erased}` : personName;
}

export function whence({ via, network }: Pick<AuditLine, 'via' | 'network'>): string {
  return network === null ? vias[via] : `${vias[via]}, ${network}`;
}

/** «role: curator; dueOn: 2022-03-25». */
export function factsLine(facts: Readonly<Record<string, unknown>> | null): string {
  if (facts === null) return '';
  return Object.entries(facts)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
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
      line.subjectKind,
      line.subjectId,
      line.organizationName ?? '',
      factsLine(line.before),
      factsLine(line.after),
    ]),
  };
}
