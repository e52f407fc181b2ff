import type { ConsentGiver } from '../domain/consents/consent.ts';
import type { ConsentDraft } from '../domain/consents/consent-book.ts';
import { longestEraseDays } from '../domain/privacy/due.ts';
import type { SettingName } from '../domain/programme/check-settings.ts';
import type { Refusal } from '../domain/refusal.ts';

export const staffSections = {
  '/staff': 'Заявки',
  '/staff/consents': 'Кто не дал согласие',
  '/staff/bases': 'Базы',
  '/staff/texts': 'Тексты согласий',
  '/staff/list': 'Компетенции',
  '/staff/settings': 'Настройки программы',
} as const;
export type StaffPath = keyof typeof staffSections;

export const staffWords = {
  nav: 'Разделы сотрудника',
  done: 'Записано.',
  nobodyLacks: 'Все согласия на месте.',
  lacks: 'Не хватает',
  scan: 'Скан или фото подписанного согласия (PDF, JPG, PNG — до 20 МБ)',
  received: 'Оригинал получен',
  version: (version: number) => (version === 0 ? 'ещё не публиковался' : `версия ${version}`),
  edit: 'Изменить',
  title: 'Заголовок',
  summary: 'Коротко, в трёх строках: это видят в чате',
  body: 'Весь текст',
  placeholders:
    'Подстановки: {operator} — оператор, {address} — его адрес, {contact} — куда писать, {programme} — название программы.',
  again: 'Новая версия попросит согласие заново у всех, кто давал прежнюю. Прежнее до тех пор действует.',
  preview: 'Посмотреть',
  publish: 'Опубликовать',
  previewTitle: 'Так это увидят люди',
  notPublished: 'Текст не принят — написанное осталось в полях',
  competencyName: 'Новая компетенция',
  add: 'Добавить',
  archive: 'Убрать из списка',
  unnamed: 'Напишите название.',
  archived: 'То, что уже выбрано в анкетах, останется.',
  save: 'Сохранить',
  wrong: 'Проверьте: допустимые границы указаны в подписи.',
} as const;

export const giverNames: Record<ConsentGiver, string> = {
  self: 'даёт сам человек',
  representative: 'даёт законный представитель',
};

export const settingLabels: Record<SettingName, string> = {
  name: 'Оператор персональных данных: полное название',
  address: 'Адрес оператора',
  contact: 'Куда писать об отзыве согласия (почта или адрес)',
  draftDays: 'Неоконченные анкеты хранить, дней (от 1 до 3650)',
  leftDays: 'Данные выбывших хранить, дней (от 1 до 3650)',
  eraseDays: `Удалять по просьбе через, дней (от 1 до ${longestEraseDays})`,
  answerWorkingDays: 'Отвечать на прочие запросы за, рабочих дней (от 1 до 10)',
  stopPublishingWorkingDays: 'Снимать опубликованное после отзыва за, рабочих дней (от 1 до 3)',
};

/** `field`: where it is wrong; `null` for what is wrong elsewhere. */
export type DraftFault = { field: keyof ConsentDraft | null; text: string };

const draftFaults: Readonly<Record<string, (facts: Refusal['facts']) => string>> = {
  'placeholder-unknown': ({ name }) =>
    `Подстановку {${name}} мы не знаем. Можно: {operator}, {address}, {contact}, {programme}.`,
  'operator-unknown': () =>
    'Сначала назовите оператора персональных данных и его адрес в разделе «Настройки программы».',
  'text-empty': () => 'Здесь нужен текст.',
  'text-too-long': ({ max }) => `Слишком длинно: поместится ${max} знаков.`,
};

/** Why a text of a consent is not taken; `null` for a refusal that is none of its own. */
export function draftFault({ code, facts }: Pick<Refusal, 'code' | 'facts'>): DraftFault | null {
  const text = draftFaults[code]?.(facts);
  const field = (['title', 'summary', 'body'] as const).find((each) => each === facts.field) ?? null;
  return text === undefined ? null : { field, text };
}
