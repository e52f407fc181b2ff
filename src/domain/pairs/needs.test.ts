import { expect, test } from 'vitest';
import { requestsOf, skillsOf } from './needs.ts';

const labels = new Map([['7', 'Классное руководство']]);

test('what is needed comes out of the list, own words and the sentences of the wishes', () => {
  const answers = {
    requests: { chosen: ['7', '8'], own: ['журнал'] },
    wishes: 'Шумят дети. Не успеваю!\n\n Помогите ',
  };
  expect(requestsOf(answers, labels)).toEqual([
    { text: 'Классное руководство', source: 'chosen', competencyId: '7' },
    { text: 'журнал', source: 'own', competencyId: null },
    { text: 'Шумят дети', source: 'free', competencyId: null },
    { text: 'Не успеваю', source: 'free', competencyId: null },
    { text: 'Помогите', source: 'free', competencyId: null },
  ]);
});

test('what a mentor offers is read from their own questions', () => {
  const answers = { skills: { chosen: [], own: ['хор'] }, offer: null, requests: { chosen: ['7'], own: [] } };
  expect(skillsOf(answers, labels)).toEqual([{ text: 'хор', source: 'own', competencyId: null }]);
});

test('nobody asked, or answers of another shape, are no lines', () => {
  expect(requestsOf({}, labels)).toEqual([]);
  expect(requestsOf({ requests: 'журнал', wishes: 5 }, labels)).toEqual([]);
});

test('a pasted book is cut', () => {
  const lines = skillsOf({ offer: `${'а'.repeat(400)}. `.repeat(30) }, labels);
  expect(lines).toHaveLength(20);
  expect(lines[0]?.text).toHaveLength(300);
});
