import { expect, test } from 'vitest';
import type { Consent, ConsentText } from '../domain/consents/consent.ts';
import type { ConsentRecord } from '../domain/consents/consent-record.ts';
import type { PdfDocument } from '../domain/files/pdf-document.ts';
import { consentPdf, consentTextPdf } from './consent-document.ts';

const text: ConsentText = {
  id: '5',
  programmeId: '1',
  kind: 'personal-data',
  giver: 'self',
  version: 3,
  title: 'Согласие на обработку',
  summary: 'Коротко.',
  body: '1. Кому\n\nОператор: школа.\nАдрес.\n\n2024. Год был хорошим.\n\n2. Срок и отзыв\n\nДо отзыва.',
  hash: 'ab'.repeat(32),
  publishedAt: new Date('2022-03-01T22:00:00Z'),
};
const consent: Consent = {
  id: '9',
  personId: '1',
  givenBy: '1',
  textId: '5',
  kind: 'personal-data',
  giver: 'self',
  version: 3,
  hash: text.hash,
  current: true,
  way: 'chat',
  scope: {},
  givenAt: new Date('2022-03-18T10:05:00Z'),
  withdrawnAt: null,
};
const record: ConsentRecord = {
  consent,
  text,
  person: { surname: 'Петрова', name: 'Анна', patronymic: 'Ильинична' },
  givenBy: { surname: 'Петрова', name: 'Анна', patronymic: 'Ильинична' },
  relation: null,
  receivedBy: null,
  organizationName: 'Школа № 3',
  evidence: { platform: 'vk', account: '777', event: 'e42', button: 'Даю согласие', hash: text.hash },
  scanName: null,
  timeZone: 'Europe/Samara',
};
const pairsOf = ({ blocks }: PdfDocument) =>
  Object.fromEntries(blocks.flatMap((block) => (block.kind === 'pairs' ? block.rows : [])));
const wordsOf = (document: PdfDocument) => JSON.stringify(document.blocks);

test('a text has its headings, all its words, its version, and room for a signature on paper', () => {
  const document = consentTextPdf(text, 'Europe/Samara');
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(headings).toEqual(['1. Кому', '2. Срок и отзыв', 'Подпись, если согласие даётся на бумаге']);
  for (const part of text.body.split('\n\n')) expect(wordsOf(document)).toContain(JSON.stringify(part));
  expect(document.footer).toContain('Версия 3 от 2 марта 2022');
  expect(Object.keys(pairsOf(document))).not.toContain('Ученик (фамилия, имя, отчество)');
  expect(pairsOf(consentTextPdf({ ...text, giver: 'representative' }, 'UTC'))).toHaveProperty(
    'Ученик (фамилия, имя, отчество)',
  );
});

test('the copy states who, what text, when in the programme’s zone, and how it is proved', () => {
  const document = consentPdf(record);
  expect(pairsOf(document)).toEqual({
    'Кто даёт согласие': 'Петрова Анна Ильинична',
    Организация: 'Школа № 3',
    Документ: 'Согласие на обработку, версия 3',
    'Контрольная сумма (SHA-256)': text.hash,
    Когда: '18 марта 2022, 14:05 (Europe/Samara)',
    Как: 'В чате с ботом программы нажатием кнопки',
    Мессенджер: 'ВКонтакте',
    'Учётная запись': '777',
    'Номер события': 'e42',
    'Слова на кнопке': 'Даю согласие',
    'Номер записи': '9',
  });
  expect(wordsOf(document)).toContain('Даю согласие.');
  expect(wordsOf(document)).not.toContain('отозвано');
});

test('a pupil’s copy names pupil and representative with their relation', () => {
  const givenBy = { surname: 'Орлова', name: 'Вера', patronymic: '' };
  const pairs = pairsOf(
    consentPdf({
      ...record,
      consent: { ...consent, giver: 'representative', givenBy: '2' },
      givenBy,
      relation: 'guardian',
    }),
  );
  expect(pairs).toMatchObject({
    Ученик: 'Петрова Анна Ильинична',
    'Законный представитель': 'Орлова Вера',
    'Кем приходится ученику': 'опекун или попечитель',
  });
});

test('a paper tells who received it; a parent whom nobody knows stands in the original', () => {
  const pairs = pairsOf(
    consentPdf({
      ...record,
      consent: { ...consent, way: 'paper', giver: 'representative' },
      receivedBy: { surname: 'Лебедев', name: 'Олег', patronymic: '' },
      scanName: 'скан.pdf',
      evidence: {},
    }),
  );
  expect(pairs).toMatchObject({
    'Законный представитель': 'указан в письменном оригинале',
    'Оригинал принят': 'Лебедев Олег',
    Скан: 'скан.pdf',
    Как: 'На бумаге, с подписью; оригинал принят организацией',
  });
});

test('a distribution lists in words what, where and on what conditions; a withdrawn one says so', () => {
  const distribution: Consent = {
    ...consent,
    kind: 'distribution',
    scope: { what: ['photo', 'names'], where: ['vk'], conditions: 'Без фамилии' },
    withdrawnAt: new Date('2022-04-01T10:00:00Z'),
  };
  const document = consentPdf({ ...record, consent: distribution });
  expect(pairsOf(document)).toMatchObject({
    'Что можно публиковать': 'Фотографии; Фамилия, имя, отчество',
    Где: 'Сообщество ВКонтакте',
    'Условия и запреты': 'Без фамилии',
  });
  expect(wordsOf(document)).toContain('Согласие отозвано 1 апреля 2022');
  const silent = consentPdf({ ...record, consent: { ...distribution, scope: {} } });
  expect(pairsOf(silent)).toMatchObject({
    'Что можно публиковать': 'не отмечено',
    'Условия и запреты': 'нет',
  });
});
