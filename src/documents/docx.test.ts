import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxLines } from '../../test/helpers/docx-text.ts';
import { checkTags, missingFields } from '../domain/documents/check-tags.ts';
import { fieldsOfKind, templateKinds } from '../domain/documents/fields.ts';
import { defaultTemplates } from '../texts/documents/default-templates.ts';
import { fieldsOf, fillDocx } from './docx.ts';
import { writeDocx } from './write-docx.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const template = (...texts: string[]) => writeDocx({ blocks: texts.map(paragraph) });
const tagsOf = async (bytes: Uint8Array) => {
  const tags = await fieldsOf(bytes);
  if (!Array.isArray(tags)) throw new Error(tags.fault);
  return tags;
};

test('each of our templates asks only for fields there are, and for all that are needed', async () => {
  for (const kind of templateKinds) {
    const tags = await tagsOf(writeDocx(defaultTemplates[kind]));
    expect(tags.length, kind).toBeGreaterThan(3);
    expect(checkTags(fieldsOfKind[kind], tags), kind).toEqual([]);
    expect(missingFields(fieldsOfKind[kind], tags), kind).toEqual([]);
  }
});

test('fields are filled, lists repeated, and choices shown where they hold', async () => {
  const bytes = template(
    'Кому: {Кто}',
    '{#Дела [loopOver: "paragraph"]}{№}) {Текст} — {Кто}{/Дела}',
    '{#Да [loopOver: "paragraph"]}есть{/}',
    '{#Нет [loopOver: "paragraph"]}нет{/}',
  );
  const filled = await fillDocx(bytes, {
    Кто: 'Школа & <ко> "№ 3"\u0001',
    Дела: [
      { '№': '1', Текст: 'раз' },
      { '№': '2', Текст: '{Кто}' },
    ],
    Да: true,
    Нет: false,
  });
  expect(await docxLines(filled)).toEqual([
    'Кому: Школа & <ко> "№ 3"',
    '1) раз — Школа & <ко> "№ 3"',
    '2) {Кто} — Школа & <ко> "№ 3"',
    'есть',
  ]);
});

test('a field that Word has torn into several runs is one field', async () => {
  const parts = unzipSync(template('Кому: {Организация}'));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  const run = '</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>';
  const torn = zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('{Орган', `{Ор${run}ган`)) });
  expect((await tagsOf(torn)).map(({ name }) => name)).toEqual(['Организация']);
  expect(await docxLines(await fillDocx(torn, { Организация: 'Школа' }))).toEqual(['Кому: Школа']);
});

describe('faults of a template', () => {
  const faultsOf = async (...texts: string[]) => {
    const tags = await fieldsOf(template(...texts));
    return Array.isArray(tags) ? checkTags(fieldsOfKind['pair-order'], tags) : tags;
  };

  test('a field nobody knows comes with the one that was meant', async () => {
    expect(
      await faultsOf('{Организацыя}', '{Наставник Вин}', '{Погода на завтра}', '{Погода на завтра}'),
    ).toEqual([
      { code: 'field-unknown', name: 'Организацыя', nearest: 'Организация' },
      { code: 'field-unknown', name: 'Наставник Вин', nearest: 'Наставник вин' },
      { code: 'field-unknown', name: 'Погода на завтра', nearest: null },
    ]);
  });

  test('inside a list its own fields are known, and those around it', async () => {
    expect(
      await faultsOf('{#Пары}{Наставник вин} {Организация}{#Каждый наставляемый}{Наставляемый тв}{/}{/Пары}'),
    ).toEqual([]);
    expect(await faultsOf('{Наставник вин}')).toEqual([
      { code: 'field-outside', name: 'Наставник вин', list: 'Пары' },
    ]);
  });

  test('lists that are not closed, not opened, crossed, or no lists', async () => {
    expect(await faultsOf('{#Пары}{№}')).toEqual([{ code: 'loop-unclosed', name: 'Пары' }]);
    expect(await faultsOf('{/Пары}')).toEqual([{ code: 'loop-unopened', name: 'Пары' }]);
    expect(await faultsOf('{#Пары}{#Пункты}{/Пары}{/Пункты}')).toEqual([
      { code: 'loop-crossed', name: 'Пары' },
      { code: 'loop-crossed', name: 'Пункты' },
    ]);
    expect(await faultsOf('{#Организация}{/}', '{Пары}')).toEqual([
      { code: 'not-a-list', name: 'Организация' },
      { code: 'list-not-repeated', name: 'Пары' },
    ]);
  });

  test('a brace without its other half', async () => {
    expect(await faultsOf('Кому: {Организация')).toEqual({ fault: expect.stringContaining('LoneBrace') });
    expect(await faultsOf('Кому: Организация}')).toEqual({ fault: expect.stringContaining('LoneBrace') });
  });
});

test('what can’t be filled fails by the name of its fault, and the next order is filled', async () => {
  const broken = template('{#Пары}');
  await expect(fillDocx(broken, { Пары: [] })).rejects.toThrow(/DOCX could not be made/u);
  await expect(fillDocx(new Uint8Array([1, 2, 3]), {})).rejects.toThrow('DOCX could not be made');
  expect(await docxLines(await fillDocx(template('{Кто}'), { Кто: 'я' }))).toEqual(['я']);
});

test('the same plan is the same bytes', () => {
  expect(writeDocx(defaultTemplates.consent)).toEqual(writeDocx(defaultTemplates.consent));
});
