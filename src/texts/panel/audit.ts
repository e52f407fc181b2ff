import type { AuditLine } from '../../domain/audit/audit-desk.ts';
import type { SheetPlan } from '../../domain/files/sheet-plan.ts';

/** What was done, by the code of the action. */
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
  'person.unlinked': 'Отвязаны чаты',
  'person.added': 'Добавлен человек',
  'person.edited': 'Изменены данные человека',
  'person.appointed': 'Назначена роль в организации',
  'person.dismissed': 'Снята роль в организации',
  'person.paused': 'Пауза в напоминаниях',
  'person.merged': 'Объединены записи двух людей',
  'person.kept-apart': 'Записаны разными людьми',
  'people.exported': 'Выгружен список людей',
  'application.confirmed': 'Заявка подтверждена',
  'application.declined': 'Заявка отклонена',
  'application.active': 'Приступил(а) к работе',
  'application.on-leave': 'Отпуск',
  'application.left': 'Завершено участие',
  'application.joined': 'Заявка объединена с известным человеком',
  'application.kept-apart': 'Заявка: это разные люди',
  'organization.added': 'Добавлена организация',
  'organization.edited': 'Изменена организация',
  'base.exported': 'Выгружена база',
  'base.import-ordered': 'Заказано внесение базы',
  'consent.received': 'Принято согласие на бумаге',
  'consent.printed': 'Напечатано согласие',
  'consent-text.published': 'Опубликован текст согласия',
  'data-request.fulfilled': 'Исполнен запрос о данных',
  'delivery.sent-again': 'Сообщение отправлено ещё раз',
  'pair.proposed': 'Предложена пара',
  'pair.answered-on-paper': 'Записан ответ на бумаге',
  'pair.withdrawn': 'Отозвано предложение пары',
  'pair.started': 'Пара начала работу',
  'pair.completed': 'Пара завершена',
  'pair.ended': 'Пара завершена досрочно',
  'pair.replaced': 'Заменён наставник',
  'pair.edited': 'Изменены срок или цель пары',
  'pair.programme-edited': 'Изменена программа пары',
  'pair.met': 'Записана встреча',
  'order.drafted': 'Составлен проект приказа',
  'order.edited': 'Изменён приказ',
  'order.name-corrected': 'Исправлено имя в приказе',
  'order.printed': 'Напечатан приказ',
  'order.registered': 'Внесены номер и дата приказа',
  'order.renumbered': 'Исправлены номер и дата приказа',
  'order.scanned': 'Приложен скан приказа',
  'order.cancelled': 'Отменён приказ',
  'template.uploaded': 'Загружен шаблон документа',
  'template.archived': 'Шаблон документа убран или возвращён',
  'name-exception.forgotten': 'Забыто особое склонение',
  'roadmap.imported': 'Загружена дорожная карта',
  'roadmap.rolled-over': 'Дорожная карта перенесена на следующий период',
  'responsible-words.explained': 'Объяснены слова об ответственных',
  'task.completed': 'Задача отмечена сделанной',
  'task.waived': 'Задача снята с контроля',
  'task.reopened': 'Задача возвращена в работу',
  'task.reminded': 'Напомнили о задаче',
  'calendar-feed.opened': 'Открыта подписка на календарь',
  'calendar-feed.renewed': 'Новый адрес подписки на календарь',
  'calendar-feed.revoked': 'Отменена подписка на календарь',
  'mailing.created': 'Создана рассылка',
  'mailing.changed': 'Изменена рассылка',
  'mailing.copied': 'Сделана копия рассылки',
  'mailing.removed': 'Удалён черновик рассылки',
  'mailing.file-added': 'К рассылке приложен файл',
  'mailing.file-removed': 'Из рассылки убран файл',
  'mailing.start': 'Рассылка отправлена',
  'mailing.pause': 'Рассылка приостановлена',
  'mailing.resume': 'Рассылка продолжена',
  'mailing.stop': 'Рассылка остановлена',
  'mailing.retry': 'Рассылка повторена тем, кому не дошло',
  'programme.changed': 'Изменены настройки программы',
  'reminder-rule.added': 'Добавлено правило напоминаний',
  'reminder-rule.changed': 'Изменено правило напоминаний',
  'reminder-rule.removed': 'Удалено правило напоминаний',
  'holiday.set': 'Записан выходной или рабочий день',
  'holiday.removed': 'Убран выходной или рабочий день',
  'holidays.imported': 'Внесён список выходных дней',
  'errand.cancelled': 'Остановлена долгая работа',
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
  emptyHint: 'Здесь появится каждое изменение, сделанное в панели или программой с токеном.',
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
