import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentGivers, consentKinds } from './consent.ts';
import { fillDraft, tidyDraft } from './fill-text.ts';
import { seedTexts } from './seed-texts.ts';

const operator = { name: 'Управление', address: 'ул. Мира, 1', contact: '' };
const programme = { name: 'Наставник' };
const drafts = consentKinds.flatMap((kind) => consentGivers.map((giver) => ({ kind, giver })));

test.each(drafts)('the default text of $kind by $giver names what the law asks for', ({ kind, giver }) => {
  const draft = seedTexts[kind][giver];
  expect(tidyDraft(draft)).toEqual(draft);
  const { title, body, summary } = fillDraft(draft, { operator }, programme);
  for (const word of [operator.name, operator.address, programme.name, 'Даю согласие', '/privacy'])
    expect(body).toContain(word);
  for (const heading of ['Кто даёт согласие', 'Кому', 'Какие данные', 'Кто ещё обрабатывает', 'Срок и отзыв'])
    expect(body).toMatch(new RegExp(`^\\d+\\. ${heading}`, 'mu'));
  expect(body.includes('законный представитель')).toBe(giver === 'representative');
  expect(title.includes('ученика')).toBe(giver === 'representative' || kind === 'pupil-media');
  expect(summary.split('\n').every((line) => line.length <= 120)).toBe(true);
});

test('distribution names places, conditions and three working days, and joins no other consent', () => {
  for (const giver of consentGivers) {
    expect(seedTexts.distribution[giver].body).toMatch(/Условия и запреты[\s\S]*трёх рабочих дней/u);
    expect(seedTexts['personal-data'][giver].body).toContain('Публиковать данные это согласие не разрешает');
  }
});

test('what an operator is called is never read as a placeholder', () => {
  const draft = { title: 'А {operator}', summary: 'Б', body: '{address} {contact}' };
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(name.trim() !== '');
      const filled = fillDraft(draft, { operator: { ...operator, name } }, programme);
      expect(filled.title).toBe(`А ${name.trim()}`);
      expect(filled.body).toBe('ул. Мира, 1 ул. Мира, 1');
    }),
  );
});

test('a draft tidied twice is tidied once', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(text.replaceAll('\u0000', '').trim() !== '');
      const once = tidyDraft({ title: 'А', summary: 'Б', body: `${text}\r\n  \r\nя` });
      expect(tidyDraft(once)).toEqual(once);
    }),
  );
});
