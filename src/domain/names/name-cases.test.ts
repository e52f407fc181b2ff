import { expect, test } from 'vitest';
import { type CaseException, formsOf, genderOf, type NameCases, shortOf, wordName } from './name-cases.ts';

const names = (full: string) => {
  const [surname = '', name = '', patronymic = ''] = full.split(' ');
  return { surname, name, patronymic };
};
/** Puts the case's first letters behind each word. */
const cases: NameCases = {
  part: (_part, word) => formsOf((each) => `${word}-${each.slice(0, 3)}`),
};
const exception = (over: Partial<CaseException>): CaseException => ({
  part: 'surname',
  gender: null,
  nominative: 'Седых',
  forms: formsOf(() => 'Седых'),
  ...over,
});

test('every part is declined, and an exception of the programme stands above the rules', () => {
  const plain = wordName(cases, [], names('Седых Анна Ильинична'));
  expect(plain.forms.dative).toBe('Седых-dat Анна-dat Ильинична-dat');
  expect(plain).toMatchObject({ nominative: 'Седых Анна Ильинична', isDoubtful: true });
  const corrected = wordName(cases, [exception({ nominative: 'седых' })], names('Седых Анна Ильинична'));
  expect(corrected).toMatchObject({ forms: { dative: 'Седых Анна-dat Ильинична-dat' }, isDoubtful: false });
});

test('an exception of the gender goes before one of both, and one of the other part or gender says nothing', () => {
  const exceptions = [
    exception({ gender: 'male', forms: formsOf(() => 'М') }),
    exception({ forms: formsOf(() => 'Б') }),
    exception({ gender: 'female', forms: formsOf(() => 'Ж') }),
    exception({ part: 'name', nominative: 'Анна', gender: 'male', forms: formsOf(() => 'нет') }),
  ];
  expect(wordName(cases, exceptions, names('Седых Анна Ильинична')).forms.dative).toBe(
    'Ж Анна-dat Ильинична-dat',
  );
  expect(wordName(cases, exceptions.slice(1, 2), names('Седых Иван Ильич')).forms.dative).toMatch(/^Б /u);
});

test('whoever could be a man or a woman stays in the nominative, in doubt, until the clerk says', () => {
  const who = names('Ли Саша');
  expect(wordName(cases, [], who)).toEqual({
    nominative: 'Ли Саша',
    forms: formsOf(() => 'Ли Саша'),
    isDoubtful: true,
  });
  expect(wordName(cases, [], who, 'female').forms.dative).toBe('Ли-dat Саша-dat');
});

test('a common name is not in doubt', () => {
  expect(wordName(cases, [], names('Иванов Пётр Ильич')).isDoubtful).toBe(false);
  expect(wordName(cases, [], names('Серова Алия')).isDoubtful).toBe(false);
  expect(wordName(cases, [], names('Мицкевич Анна Ильинична')).isDoubtful).toBe(true);
});

test.each([
  ['Алиев Эльчин Рашид-оглы', 'male'],
  ['Алиева Лейла Рашид-кызы', 'female'],
  ['Черных Ольга', 'female'],
  ['Черных Никита', 'male'],
  ['Смирнов Саша', 'male'],
  ['Волк Нинель', 'female'],
  ['Ким Игорь', 'male'],
  ['Ли Саша', null],
  ['Ли', null],
])('%s is %s', (full, gender) => {
  expect(genderOf(names(full))).toBe(gender);
});

test('the short name keeps its words together', () => {
  expect(shortOf('Ивановой Анны Петровны')).toBe('Ивановой\u00a0А.\u00a0П.');
  expect(shortOf('Алиева Эльчина Рашид оглы')).toBe('Алиева\u00a0Э.\u00a0Р.');
  expect(shortOf('Ким Анна')).toBe('Ким\u00a0А.');
});
