import type { BaseImport } from '../domain/bases/base-desk.ts';
import type { Base } from '../domain/bases/city-base.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Refusal } from '../domain/refusal.ts';
import { baseFileName, baseTitles, importReport } from './bases.ts';

/** The bases as spreadsheets: what the staff page says about them, and the chat, which only hands them out. */
export const basesWords = {
  ofCity: 'Показаны все, кто участвует в программе города.',
  ofOwn: 'Показаны все, кто участвует от ваших организаций.',
  export: 'Скачать базу (XLSX)',
  inTitle: 'Внести людей из таблицы',
  template: 'Скачать пустой шаблон (XLSX)',
  how: 'Каждому, кого внесём, выпишем приглашение. Кто уже есть в своей организации, того пропустим.',
  file: 'Заполненный шаблон (XLSX, до 5 МБ)',
  onlyGood: 'Внести верные строки, даже если в других есть ошибки',
  upload: 'Загрузить',
  faults: 'Не всё заполнено верно',
  fix: 'Исправленные строки можно загрузить и потом: кто уже внесён, второй раз не попадёт.',
  left: 'Не внесено:',
  takeGood: 'Внести только верные строки',
  stored: 'Таблица загружена',
  invitations: 'Приглашения',
  save: 'Скачать приглашения (XLSX)',
  once: 'Сохраните их сейчас: на этой странице коды видны единственный раз. Раздавайте лично — по коду входят от имени человека.',
  columns: { number: 'Строка', name: 'ФИО', organization: 'Организация', code: 'Код' },
} as const;

export function templateFileName(base: Base, day: Day): string {
  return `Шаблон. ${baseFileName(base, day)}`;
}

/** With the file in a chat that may name people. */
export function baseInChat(base: Base): string {
  return `${baseTitles[base]} — в файле. В нём личные данные: не пересылайте его дальше.`;
}

export const invitationsFileName = 'Приглашения.xlsx';

/** The last line sums up, those before are about cells and rows. */
export function importLines(base: Base, result: BaseImport): { about: string[]; sum: string } {
  const lines = importReport(base, result).split('\n');
  return { about: lines.slice(0, -1), sum: lines.at(-1) ?? '' };
}

const faults: Readonly<Record<string, (facts: Refusal['facts']) => string>> = {
  'file-missing': () => 'Выберите файл с таблицей.',
  'document-broken': () => 'Это не таблица XLSX, или она повреждена. Сохраните её как «Книга Excel (.xlsx)».',
  'document-too-big': () =>
    'Таблица слишком большая: подойдёт файл до 5 МБ и до 1000 строк. Разделите её, пожалуйста.',
  'document-encrypted': () => 'Таблица закрыта паролем. Снимите его и загрузите снова.',
  'base-columns-missing': ({ names }) =>
    `В таблице не хватает столбцов: ${names}. Возьмите шаблон и перенесите данные в него.`,
};

/** Why a spreadsheet is not read; `null` for a refusal that is none of its own. */
export function sheetFault({ code, facts }: Pick<Refusal, 'code' | 'facts'>): string | null {
  return faults[code]?.(facts) ?? null;
}
