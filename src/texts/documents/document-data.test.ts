import { describe, expect, test } from 'vitest';
import type { DocumentData } from '../../domain/documents/document-data.ts';
import { type Field, fieldsOfKind, templateKinds } from '../../domain/documents/fields.ts';
import type { PaperPerson } from '../../domain/documents/order-paper.ts';
import { formsOf } from '../../domain/names/name-cases.ts';
import { baseData } from './base-data.ts';
import { consentData } from './consent-data.ts';
import { apart, documentNames, fileNameOf } from './file-names.ts';
import { inventedData } from './invented.ts';
import { orderData } from './order-data.ts';
import { postOf } from './posts.ts';
import { programmeData } from './programme-data.ts';
import { listed, signatureOf } from './worded-people.ts';

const person = (name: string, post = 'учитель'): PaperPerson => ({
  name: { nominative: name, forms: formsOf((each) => `${name} ${each}`) },
  post: { nominative: post, forms: formsOf((each) => `${post} ${each}`) },
});
const place = {
  organizationName: 'Школа',
  organizationShortName: 'Шк',
  programmeName: 'Город',
  today: '2026-09-01',
};
const pair = {
  mentor: person('Иванова Анна Петровна'),
  mentees: [person('Петров Иван Ильич'), person('Серова Яна Львовна')],
  form: 'teacher-teacher',
  fromOn: '2026-09-01',
  toOn: '2027-05-31',
  goal: 'Освоиться',
};
const entry = {
  person: { surname: 'Иванова', name: 'Анна', patronymic: 'Петровна', phone: null, birthYear: 1990 },
  organizationName: 'Шк',
  state: null,
  answers: { post: 'учитель' },
  lacking: [],
  pairs: [
    {
      surname: 'Серова',
      name: 'Яна',
      patronymic: '',
      state: 'active',
      fromOn: '2026-09-01',
      toOn: '2027-05-31',
      result: 'да',
    },
  ],
} as const;

const samples: Record<(typeof templateKinds)[number], DocumentData> = {
  'pair-order': orderData({
    ...place,
    number: null,
    orderedOn: null,
    basis: 'В целях',
    points: ['Раз'],
    pairs: [pair],
    control: person('Седых Ирина'),
    signer: null,
  }),
  'personal-programme': programmeData({
    place,
    pair,
    programme: {
      tasks: ['Узнать'],
      activities: [{ what: 'Встреча', fromOn: null, toOn: '2026-10-01' }],
      results: 'Умеет',
    },
    head: person('Данилова Ольга Петровна', 'директор'),
  }),
  'mentor-base': baseData('mentors', place, [entry], new Map()),
  'mentee-base': baseData('mentees', place, [entry], new Map()),
  consent: consentData(
    { title: 'Согласие', body: 'Раз\n\nДва', giver: 'self', version: 2 },
    {
      fullName: 'Иванова Анна',
      organizationName: 'Школа',
      programmeName: 'Город',
      publishedOn: '2026-09-01',
    },
  ),
};

/** Names of fields and of those within lists. */
const shapeOf = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, list }) => [name, ...shapeOf(list ?? []).map((each) => `${name}/${each}`)]).sort();
const shapeIn = (data: DocumentData): string[] =>
  Object.entries(data)
    .flatMap(([name, value]) => [
      name,
      ...(Array.isArray(value)
        ? shapeIn((value as DocumentData[])[0] ?? {}).map((each) => `${name}/${each}`)
        : []),
    ])
    .sort();

describe.each(templateKinds)('%s', (kind) => {
  test('is filled with every field a template may ask for, and with no other', () => {
    expect(shapeIn(samples[kind])).toEqual(shapeOf(fieldsOfKind[kind]));
    expect(shapeIn(inventedData(kind))).toEqual(shapeOf(fieldsOfKind[kind]));
  });
});

test('whoever signs is named by the initials first, whoever is acquainted each once', () => {
  expect(signatureOf('Данилова Ольга Петровна')).toBe('О.\u00a0П.\u00a0Данилова');
  const twice = orderData({
    ...place,
    number: '5',
    orderedOn: '2026-09-02',
    basis: '',
    points: [],
    pairs: [pair, pair],
    control: null,
    signer: null,
  });
  expect(twice.Ознакомлены).toHaveLength(3);
  expect(twice['Дата приказа']).toBe('2 сентября 2026 г.');
  expect(twice.Пункты).toEqual([{ '№': '3', Текст: expect.stringContaining('оставляю за собой') }]);
});

test('people are listed as people write', () => {
  expect(listed(['А'])).toBe('А');
  expect(listed(['А', 'Б', 'В'])).toBe('А, Б и В');
});

test.each([
  [{ post: 'Учитель физики', className: '', role: 'head', organizationKind: 'school' }, 'учитель физики'],
  [{ post: 'ИКТ-координатор', className: '', role: null, organizationKind: 'school' }, 'ИКТ-координатор'],
  [{ post: '', className: '9А', role: null, organizationKind: 'school' }, 'ученица 9А класса'],
  [{ post: '', className: '9А класс', role: null, organizationKind: 'school' }, 'ученица 9А класса'],
  [{ post: '', className: '21', role: null, organizationKind: 'college' }, 'студентка 21 группы'],
  [{ post: '', className: '', role: 'head', organizationKind: 'kindergarten' }, 'заведующий'],
  [{ post: '', className: '', role: 'deputy-head', organizationKind: 'school' }, 'заместитель директора'],
  [{ post: '', className: '', role: null, organizationKind: 'school' }, ''],
])('the post of %j is «%s»', (known, post) => {
  expect(postOf(known, 'female')).toBe(post);
});

test('names of files fit every system and tell files apart', () => {
  expect(documentNames.order('Школа № 3', '45/1-од', '7')).toBe('Приказ № 45 1-од Школа № 3.docx');
  expect(fileNameOf(['../..\\a:b*"<>|?\u0000'], 'docx')).toBe('.. .. a b.docx');
  expect(new TextEncoder().encode(fileNameOf(['Ж'.repeat(500)], 'docx')).length).toBeLessThan(255);
  expect(fileNameOf([' . '], 'pdf')).toBe('Документ.pdf');
  expect(apart(['а.docx', 'А.docx', 'б.docx'])).toEqual(['а.docx', 'А (2).docx', 'б.docx']);
});
