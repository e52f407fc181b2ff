import { toDay } from '../domain/calendar/day.ts';
import type { Dossier } from '../domain/privacy/privacy-book.ts';
import { dayText } from './dates.ts';
import { counted, type Forms } from './plural.ts';
import { clip } from './tasks.ts';

type Section = { title: string; forms: Forms };

const records: Forms = ['запись', 'записи', 'записей'];
const messages: Forms = ['сообщение', 'сообщения', 'сообщений'];
const pairs: Forms = ['пара', 'пары', 'пар'];
const orders: Forms = ['приказ', 'приказа', 'приказов'];
const marks: Forms = ['отметка', 'отметки', 'отметок'];
const works: Forms = ['работа', 'работы', 'работ'];
const diplomas: Forms = ['документ', 'документа', 'документов'];

/** Every table that the dossier may have, in the words of people. */
const sections: Readonly<Record<string, Section>> = {
  person: { title: 'Имя и контакты', forms: records },
  chat_account: { title: 'Аккаунты в мессенджерах', forms: ['аккаунт', 'аккаунта', 'аккаунтов'] },
  appointment: { title: 'Роли в организациях', forms: ['роль', 'роли', 'ролей'] },
  application: { title: 'Заявки и анкеты', forms: ['заявка', 'заявки', 'заявок'] },
  application_event: { title: 'История заявок', forms: records },
  'application_event:acted': { title: 'Мои шаги в заявках', forms: records },
  'application:resembles': { title: 'Похожие заявки', forms: ['заявка', 'заявки', 'заявок'] },
  'application:decided': { title: 'Мои решения по заявкам', forms: ['решение', 'решения', 'решений'] },
  representation: { title: 'Законные представители', forms: records },
  consent: { title: 'Согласия', forms: ['согласие', 'согласия', 'согласий'] },
  'consent:handled': { title: 'Согласия, которые я отмечал(а)', forms: ['согласие', 'согласия', 'согласий'] },
  consent_text: { title: 'Изданные мной тексты согласий', forms: ['текст', 'текста', 'текстов'] },
  data_request: { title: 'Запросы о данных', forms: ['запрос', 'запроса', 'запросов'] },
  'data_request:settled': { title: 'Закрытые мной запросы', forms: ['запрос', 'запроса', 'запросов'] },
  task: { title: 'Задачи, которые я закрыл(а)', forms: ['задача', 'задачи', 'задач'] },
  task_completion: { title: 'Отметки «Готово»', forms: ['отметка', 'отметки', 'отметок'] },
  task_result: { title: 'Сданные результаты', forms: ['результат', 'результата', 'результатов'] },
  task_event: { title: 'Действия с задачами', forms: ['действие', 'действия', 'действий'] },
  roadmap_draft: {
    title: 'Дорожные карты, которые я готовил(а)',
    forms: ['черновик', 'черновика', 'черновиков'],
  },
  deadline_correction: {
    title: 'Сроки, которые я исправил(а)',
    forms: ['исправление', 'исправления', 'исправлений'],
  },
  calendar_feed: { title: 'Подписки на календарь', forms: ['подписка', 'подписки', 'подписок'] },
  pair: { title: 'Наставнические пары', forms: pairs },
  'pair:proposed': { title: 'Пары, которые я предложил(а)', forms: pairs },
  pair_mentee: { title: 'Кто в моих парах', forms: records },
  pair_agreement: { title: 'Ответы на предложения пар', forms: ['ответ', 'ответа', 'ответов'] },
  'pair_agreement:recorded': {
    title: 'Ответы на бумаге, которые я записал(а)',
    forms: ['ответ', 'ответа', 'ответов'],
  },
  pair_meeting: { title: 'Встречи пар', forms: ['встреча', 'встречи', 'встреч'] },
  pair_event: { title: 'История моих пар', forms: records },
  'pair_event:acted': { title: 'Мои действия с парами', forms: ['действие', 'действия', 'действий'] },
  pair_order_person: { title: 'Как меня называют в приказах', forms: records },
  pair_order: { title: 'Приказы, которые я готовил(а), подписываю или контролирую', forms: orders },
  pair_order_event: { title: 'Мои действия с приказами', forms: ['действие', 'действия', 'действий'] },
  document_template: {
    title: 'Шаблоны документов, которые я загрузил(а)',
    forms: ['шаблон', 'шаблона', 'шаблонов'],
  },
  name_case_exception: { title: 'Склонения, которые я запомнил(а)', forms: records },
  contest_entry: { title: 'Мои конкурсные работы и записи на события', forms: works },
  'contest_entry:named': { title: 'Работы, где я указан(а) наставником', forms: works },
  'contest_entry:decided': { title: 'Мои решения по конкурсным работам', forms: works },
  contest_entry_file: { title: 'Файлы конкурсных работ', forms: ['файл', 'файла', 'файлов'] },
  contest_member: { title: 'Участие в конкурсах и событиях', forms: records },
  'contest_member:marked': { title: 'Кого я отметил(а) на событиях', forms: marks },
  contest_snapshot: { title: 'Публикации, какими мы их видели', forms: records },
  contest_counters: { title: 'Лайки, репосты и комментарии к публикациям', forms: records },
  contest_result: { title: 'Итоги конкурсов', forms: ['итог', 'итога', 'итогов'] },
  'contest_sheet:about': { title: 'Что жюри написало о моих работах', forms: records },
  contest_juror: { title: 'Конкурсы, где я в жюри', forms: ['конкурс', 'конкурса', 'конкурсов'] },
  contest_sheet: { title: 'Мои листы оценки', forms: ['лист', 'листа', 'листов'] },
  contest_score: { title: 'Мои баллы', forms: ['оценка', 'оценки', 'оценок'] },
  contest_notice: { title: 'Уведомления о конкурсах', forms: records },
  contest: { title: 'Конкурсы, которые я создал(а)', forms: ['конкурс', 'конкурса', 'конкурсов'] },
  diploma: { title: 'Дипломы, благодарности и сертификаты', forms: diplomas },
  'diploma:issued': { title: 'Дипломы, которые я выдал(а)', forms: diplomas },
  'diploma:revoked': { title: 'Дипломы, которые я отменил(а)', forms: diplomas },
  diploma_template: {
    title: 'Шаблоны дипломов, которые я сделал(а)',
    forms: ['шаблон', 'шаблона', 'шаблонов'],
  },
  mailing: { title: 'Рассылки, которые я писал(а)', forms: ['рассылка', 'рассылки', 'рассылок'] },
  mailing_recipient: { title: 'Рассылки, которые я получал(а)', forms: ['рассылка', 'рассылки', 'рассылок'] },
  known_apart: { title: 'Отметки «это разные люди»', forms: marks },
  'known_apart:decided': { title: 'Мои отметки «это разные люди»', forms: marks },
  errand: { title: 'Долгая работа, которую я заказывал(а)', forms: ['работа', 'работы', 'работ'] },
  staff_session: { title: 'Сеансы в панели', forms: ['сеанс', 'сеанса', 'сеансов'] },
  audit: { title: 'Мои изменения в журнале', forms: records },
  idempotent_call: { title: 'Повторяемые запросы к панели', forms: ['запрос', 'запроса', 'запросов'] },
  stored_file: { title: 'Файлы', forms: ['файл', 'файла', 'файлов'] },
  inbox: { title: 'Что я получил от вас', forms: messages },
  delivery: { title: 'Что я вам писал', forms: messages },
  dialogue: { title: 'Незаконченные разговоры', forms: records },
  reminder: { title: 'Напоминания', forms: ['напоминание', 'напоминания', 'напоминаний'] },
  weekly_summary: { title: 'Недельные сводки', forms: ['сводка', 'сводки', 'сводок'] },
  invitation: { title: 'Приглашения', forms: ['приглашение', 'приглашения', 'приглашений'] },
  invitation_use: { title: 'Входы по приглашениям', forms: ['вход', 'входа', 'входов'] },
  sign_in: { title: 'Входы в панель', forms: ['вход', 'входа', 'входов'] },
  second_factor: { title: 'Второй шаг входа', forms: records },
  recovery_code: { title: 'Запасные коды входа', forms: ['код', 'кода', 'кодов'] },
  api_token: { title: 'Токены программ', forms: ['токен', 'токена', 'токенов'] },
  administrator_link: { title: 'Ссылки администратора', forms: ['ссылка', 'ссылки', 'ссылок'] },
  page_link: { title: 'Ссылки на страницу программы', forms: ['ссылка', 'ссылки', 'ссылок'] },
};

const sectionNames = Object.keys(sections);

export function sectionTitle(name: string): string {
  return sections[name]?.title ?? name;
}

/** In the order of the list above. */
export function sectionsOf(dossier: Dossier): string[] {
  const rank = (name: string) =>
    (sectionNames.indexOf(name) + sectionNames.length + 1) % (sectionNames.length + 1);
  return Object.keys(dossier).sort((a, b) => rank(a) - rank(b));
}

/** What is stored in words: the person’s own data, then how much there is of the rest. */
export function dossierLines(dossier: Dossier): string[] {
  const rest = sectionsOf(dossier).filter((name) => name !== 'person' && name in sections);
  return [
    ...ownLines(dossier.person?.[0] ?? {}),
    ...rest.map(
      (name) =>
        `• ${sectionTitle(name)}: ${counted(dossier[name]?.length ?? 0, sections[name]?.forms ?? records)}`,
    ),
  ];
}

function ownLines(person: Readonly<Record<string, unknown>>): string[] {
  const text = (column: string) => String(person[column] ?? '');
  const name = [text('surname'), text('name'), text('patronymic')].filter((part) => part !== '').join(' ');
  return [
    ['Имя', name],
    ['Телефон', text('phone')],
    ['Год рождения', text('birth_year')],
  ].flatMap(([what, value]) => (value === '' ? [] : [`• ${what}: ${value}`]));
}

/** Columns that people may want to read; all others keep their names, which the JSON has, too. */
const columnNames: Readonly<Record<string, string>> = {
  surname: 'Фамилия',
  name: 'Имя, название',
  patronymic: 'Отчество',
  phone: 'Телефон',
  birth_year: 'Год рождения',
  platform: 'Мессенджер',
  account_id: 'Аккаунт',
  role: 'Роль',
  since: 'С',
  state: 'Состояние',
  form: 'Анкета',
  answers: 'Ответы',
  payload: 'Сообщение',
  outgoing: 'Сообщение',
  kind: 'Вид',
  way: 'Как дано',
  scope: 'Объём',
  evidence: 'Подтверждение',
  given_at: 'Дано',
  withdrawn_at: 'Отозвано',
  created_at: 'Создано',
  received_at: 'Получено',
  due_on: 'Срок',
  at: 'Когда',
  facts: 'Подробности',
  size: 'Размер, байт',
  text: 'Текст',
};

export function columnTitle(column: string): string {
  return columnNames[column] ?? column;
}

/** One value as a person reads it; empty for what is not there. */
export function valueText(value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return `${dayText(toDay(value, timeZone))}, ${clockTime(value, timeZone)}`;
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value !== 'object') return clip(String(value), longestValue);
  return clip(wordsIn(value) ?? JSON.stringify(value), longestValue);
}

const longestValue = 500;

/** Of a message as a platform or the outbox keeps it, what was said. */
function wordsIn(value: object): string | null {
  if ('text' in value && typeof value.text === 'string' && value.text !== '') return value.text;
  for (const part of Object.values(value)) {
    const found = typeof part === 'object' && part !== null ? wordsIn(part) : null;
    if (found !== null) return found;
  }
  return null;
}

function clockTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('ru', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

export const dossierTitle = 'Сведения о персональных данных';

export function dossierIntro(day: string): string {
  return `Всё, что хранит о вас система «Наставник» на ${dayText(day)}. Полный перечень полей — в файле JSON; секретные хеши ссылок и содержимое файлов в него не входят.`;
}

export function moreRows(rest: number): string {
  return `…и ещё ${counted(rest, records)}: они есть в файле JSON.`;
}
