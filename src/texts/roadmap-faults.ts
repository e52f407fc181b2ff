import type { Refusal } from '../domain/refusal.ts';
import type { RoadmapWarning } from '../domain/roadmap/roadmap.ts';
import { dayText } from './dates.ts';

type Facts = Refusal['facts'];

const faults: Readonly<Record<string, (facts: Facts) => string>> = {
  'flag-unknown': ({ flag }) => `Неизвестный параметр «${flag}». Что можно указать, покажет --help.`,
  'flag-missing': ({ flag }) => `Не указан параметр --${flag}.`,
  'day-wrong': ({ flag, value }) => `Параметр --${flag}: «${value}» — не дата вида 2022-01-31.`,
  'period-backwards': ({ from, to }) => `Начало периода (${from}) позже его конца (${to}).`,
  'text-missing': () => 'Не указан текст срока: дайте его параметром или подайте строки на стандартный ввод.',
  'input-too-big': ({ megabytes }) => `На стандартный ввод подано больше ${megabytes} МБ.`,
  'argument-extra': ({ value }) =>
    `Лишний параметр «${value}»: если в значении есть пробелы, возьмите его в кавычки.`,
  'file-not-named': () => 'Не указан файл дорожной карты.',
  'file-missing': ({ path }) => `Файла «${path}» нет.`,
  'file-is-directory': ({ path }) => `«${path}» — папка, а нужен файл.`,
  'file-unreadable': ({ path }) =>
    `Файл «${path}» не удаётся прочитать: нет доступа или это не обычный файл.`,
  'file-empty': ({ path }) => `Файл «${path}» пуст.`,
  'file-too-big': ({ path, megabytes }) =>
    `Файл «${path}» больше ${megabytes} МБ: это не похоже на дорожную карту.`,
  'document-broken': () => 'Файл повреждён: его не удаётся распаковать. Сохраните документ заново.',
  'document-too-big': () =>
    'Документ слишком велик внутри: в распакованном виде он больше, чем бывают дорожные карты.',
  'document-encrypted': () => 'Документ защищён паролем. Снимите пароль и сохраните его заново.',
  'document-old-office': () =>
    'Это старый формат Office (.doc, .xls). Сохраните документ как .docx или .xlsx.',
  'document-pdf': () => 'Это PDF: таблица из него не читается надёжно. Нужен .docx, .xlsx или текст.',
  'document-picture': () => 'Это картинка. Нужен .docx, .xlsx или текст.',
  'document-rtf': () => 'Это RTF. Сохраните документ как .docx.',
  'document-archive': () => 'Это архив. Распакуйте его и укажите сам документ.',
  'document-unknown': () => 'Это не документ Word и не таблица Excel. Нужен .docx, .xlsx или текст.',
  'document-not-text': () => 'Содержимое файла — не текст, не .docx и не .xlsx.',
  'roadmap-no-table': () =>
    'В файле нет таблицы дорожной карты: нужны столбцы с мероприятиями, сроками и ответственными (или результатом).',
  'roadmap-no-items': () => 'В таблице нет ни одного мероприятия.',
  'roadmap-no-period': () =>
    'Ни заголовок, ни сроки не называют года. Укажите период: --from 2022-01-01 --to 2024-12-31.',
  'programme-none': () =>
    'Программы ещё нет. Создайте её вместе с импортом: --programme КЛЮЧ --name "Название".',
  'programme-several': ({ keys }) => `Программ несколько (${keys}): укажите нужную — --programme КЛЮЧ.`,
  'programme-unknown': ({ key }) => `Программы «${key}» нет. Чтобы создать её, добавьте --name "Название".`,
  'programme-key-wrong': ({ key }) =>
    `Ключ программы «${key}»: только латинские строчные буквы, цифры и дефис.`,
  'place-wrong': ({ value }) => `--place «${value}»: бывает each-organization, office или partner.`,
  'role-wrong': ({ value, roles }) => `--role «${value}»: бывает ${roles}.`,
  'partner-unknown': ({ value }) => `Партнёра «${value}» нет: укажите его название — --organization "…".`,
  'phrase-missing': () => 'Не указаны слова, которые нужно объяснить.',
};

/** One line for whoever typed the command; `null` for a refusal that is none of the roadmap's. */
export function roadmapFault({ code, facts }: Refusal): string | null {
  return faults[code]?.(facts) ?? null;
}

/** The wording of the command-line contract: other programs read it. */
export function warningLine(warning: RoadmapWarning): string {
  switch (warning.code) {
    case 'code-twice':
      return `code ${warning.item} stands ${warning.times === 2 ? 'twice' : `${warning.times} times`}`;
    case 'no-code':
      return `no code: ${warning.title}`;
    case 'no-deadline':
      return `no deadline in ${warning.item}`;
    case 'no-responsible':
      return `nobody responsible for ${warning.item}`;
    case 'unparsed':
      return `deadline of ${warning.item} not understood in full`;
    case 'no-order':
      return 'no order number and date found';
    case 'no-title':
      return 'no title found';
    case 'period-guessed':
      return `period ${warning.from}..${warning.to} taken from the deadlines: the title names no years`;
    case 'row-unread':
      return `cells without a place: ${warning.text}`;
  }
}

/** The same for the coordinator. */
export function warningText(warning: RoadmapWarning): string {
  switch (warning.code) {
    case 'code-twice':
      return `Номер ${warning.item} стоит у разных мероприятий (${warning.times}): они различаются по названию.`;
    case 'no-code':
      return `Без номера: «${warning.title}».`;
    case 'no-deadline':
      return `${warning.item}: срок не указан, задач не будет.`;
    case 'no-responsible':
      return `${warning.item}: ответственный не указан, задача у координатора управления.`;
    case 'unparsed':
      return `${warning.item}: срок понят не весь.`;
    case 'no-order':
      return 'Номер и дата приказа над таблицей не найдены.';
    case 'no-title':
      return 'Заголовок над таблицей не найден.';
    case 'period-guessed':
      return `Заголовок не называет лет. Период взят из сроков: с ${dayText(warning.from)} по ${dayText(warning.to)}.`;
    case 'row-unread':
      return `Не нашлось места для: «${warning.text}».`;
  }
}
