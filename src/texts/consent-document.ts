import { toDay } from '../domain/calendar/day.ts';
import type { Consent, ConsentText } from '../domain/consents/consent.ts';
import type { ConsentRecord } from '../domain/consents/consent-record.ts';
import type { PdfBlock, PdfDocument } from '../domain/files/pdf-document.ts';
import { dayText } from './dates.ts';
import { distributionWords } from './forms/distribution-words.ts';
import { fullName } from './people.ts';

/** On every document of ours. */
export const pageLine = 'стр. {page} из {pages}';

const relationNames: Record<NonNullable<ConsentRecord['relation']>, string> = {
  parent: 'родитель',
  'adoptive-parent': 'усыновитель',
  guardian: 'опекун или попечитель',
};

const ways: Record<Consent['way'], string> = {
  chat: 'В чате с ботом программы нажатием кнопки',
  page: 'На странице программы нажатием кнопки',
  paper: 'На бумаге, с подписью; оригинал принят организацией',
};

const platformNames: Readonly<Record<string, string>> = { telegram: 'Telegram', vk: 'ВКонтакте' };

/** Names for what is kept as evidence; what has no name is shown by its key. */
const evidenceNames: Readonly<Record<string, string>> = {
  platform: 'Мессенджер',
  account: 'Учётная запись',
  event: 'Номер события',
  message: 'Номер сообщения',
  button: 'Слова на кнопке',
  page: 'Страница',
};

/** The whole text, unsigned: to be read, or to be printed and signed with a pen. */
export function consentTextPdf(text: ConsentText, timeZone: string): PdfDocument {
  return {
    title: text.title,
    blocks: [...bodyBlocks(text.body), ...signatureBlocks(text)],
    footer: versionLine(text, timeZone),
    pageLine,
  };
}

/** The copy for whoever gave it: the text as it was, and the mark that proves the consent. */
export function consentPdf(record: ConsentRecord): PdfDocument {
  const { consent, text, timeZone } = record;
  return {
    title: text.title,
    blocks: [
      ...bodyBlocks(text.body),
      { kind: 'heading', text: 'Отметка о согласии' },
      { kind: 'pairs', rows: [...whoRows(record), ...scopeRows(consent), ...proofRows(record)] },
      { kind: 'paragraph', text: 'Даю согласие.' },
      ...(consent.withdrawnAt === null
        ? []
        : [paragraph(`Согласие отозвано ${instantText(consent.withdrawnAt, timeZone)}.`)]),
    ],
    footer: versionLine(text, timeZone),
    pageLine,
  };
}

/** A line such as «3. Зачем» alone between empty lines is a heading. */
function bodyBlocks(body: string): PdfBlock[] {
  return body
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => ({
      kind: /^\d+(\.\d+)*\.? [^\n]{1,80}[^.;:,\n]$/u.test(text) ? 'heading' : 'paragraph',
      text,
    }));
}

type Row = [name: string, value: string];

const line = '______________________________________';

function signatureBlocks({ giver }: ConsentText): PdfBlock[] {
  const mine: Row[] = [
    ['Фамилия, имя, отчество', line],
    ['Адрес', line],
    ['Документ, удостоверяющий личность', line],
  ];
  const pupils: Row[] = [
    ['Ученик (фамилия, имя, отчество)', line],
    ['Адрес ученика', line],
    ['Документ ученика', line],
    ['Кем прихожусь, чем подтверждается', line],
  ];
  return [
    { kind: 'heading', text: 'Подпись, если согласие даётся на бумаге' },
    {
      kind: 'pairs',
      rows: [...mine, ...(giver === 'representative' ? pupils : []), ['Дата и подпись', line]],
    },
  ];
}

function whoRows({ consent, person, givenBy, relation, organizationName }: ConsentRecord): Row[] {
  const place: Row[] = organizationName === '' ? [] : [['Организация', organizationName]];
  if (consent.giver === 'self') return [['Кто даёт согласие', fullName(person)], ...place];
  const pupil: Row[] = [['Ученик', fullName(person)], ...place];
  // On paper a parent signs whom the programme may not know by name.
  if (consent.givenBy === consent.personId)
    return [...pupil, ['Законный представитель', 'указан в письменном оригинале']];
  const kin: Row[] = relation === null ? [] : [['Кем приходится ученику', relationNames[relation]]];
  return [...pupil, ['Законный представитель', fullName(givenBy)], ...kin];
}

function scopeRows({ kind, scope }: Consent): Row[] {
  if (kind !== 'distribution') return [];
  const { what, where } = distributionWords.questions;
  const worded = (keys: readonly string[] | undefined, words: Readonly<Record<string, string>> = {}) =>
    keys === undefined || keys.length === 0 ? 'не отмечено' : keys.map((key) => words[key] ?? key).join('; ');
  return [
    ['Что можно публиковать', worded(scope.what, what?.options)],
    ['Где', worded(scope.where, where?.options)],
    ['Условия и запреты', scope.conditions?.trim() || 'нет'],
  ];
}

function proofRows(record: ConsentRecord): Row[] {
  const { consent, text, receivedBy, scanName, timeZone } = record;
  const paper: Row[] = [];
  if (receivedBy !== null) paper.push(['Оригинал принят', fullName(receivedBy)]);
  if (scanName !== null) paper.push(['Скан', scanName]);
  return [
    ['Документ', `${text.title}, версия ${text.version}`],
    ['Контрольная сумма (SHA-256)', text.hash],
    ['Когда', instantText(consent.givenAt, timeZone)],
    ['Как', ways[consent.way]],
    ...paper,
    ...evidenceRows(record.evidence),
    ['Номер записи', consent.id],
  ];
}

/** The sum of the text stands above already. */
function evidenceRows({ hash: _, ...evidence }: ConsentRecord['evidence']): Row[] {
  return Object.entries(evidence).map(([key, value]) => [
    evidenceNames[key] ?? key,
    key === 'platform' ? (platformNames[value] ?? value) : value,
  ]);
}

function versionLine({ version, hash, publishedAt }: ConsentText, timeZone: string): string {
  return `Версия ${version} от ${dayText(toDay(publishedAt, timeZone))}, SHA-256 ${hash.slice(0, 16)}…`;
}

/** «18 марта 2022, 14:05 (Europe/Samara)». */
function instantText(at: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat('ru', { timeZone, timeStyle: 'short' }).format(at);
  return `${dayText(toDay(at, timeZone))}, ${time} (${timeZone})`;
}

function paragraph(text: string): PdfBlock {
  return { kind: 'paragraph', text };
}
