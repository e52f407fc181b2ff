import type { DocumentData } from '../../domain/documents/document-data.ts';
import { caseMarks } from '../../domain/documents/fields.ts';
import type { PaperPerson } from '../../domain/documents/order-paper.ts';
import {
  type CaseForms,
  type GrammaticalCase,
  grammaticalCases,
  shortOf,
} from '../../domain/names/name-cases.ts';

type Worded = PaperPerson['name'];

const nobody: PaperPerson = {
  name: { nominative: '', forms: emptyForms() },
  post: { nominative: '', forms: emptyForms() },
};

/** The fields of `personFields(who)`. */
export function personData(who: string, person: PaperPerson | null): DocumentData {
  const { name, post } = person ?? nobody;
  const ways: [way: string, of: (word: (worded: Worded) => string) => string][] = [
    ['', (word) => word(name)],
    ['кратко', (word) => (word(name) === '' ? '' : shortOf(word(name)))],
    ['должность', (word) => word(post)],
    ['с должностью', (word) => joined(word(post), word(name))],
  ];
  return Object.fromEntries(
    ways.flatMap(([way, of]) => [
      [fieldName(who, way, ''), of(({ nominative }) => nominative)],
      ...grammaticalCases.map((each) => [
        fieldName(who, way, caseMarks[each]),
        of(({ forms }) => forms[each]),
      ]),
    ]),
  );
}

/** The fields of `peopleFields(who)`. */
export function peopleData(who: string, people: readonly PaperPerson[]): DocumentData {
  return Object.fromEntries(
    grammaticalCases.flatMap((each) => [
      [fieldName(who, '', caseMarks[each]), listed(people.map(({ name }) => name.forms[each]))],
      [
        fieldName(who, 'с должностью', caseMarks[each]),
        listed(people.map((person) => withPost(person, each))),
      ],
    ]),
  );
}

/** «учителя математики Иванову Анну Петровну»: the post first, so that no commas are needed. */
export function withPost({ name, post }: PaperPerson, grammaticalCase: GrammaticalCase): string {
  return joined(post.forms[grammaticalCase], name.forms[grammaticalCase]);
}

/** «О. П. Серова», as under a signature. */
export function signatureOf(nominative: string): string {
  const [surname = '', ...given] = nominative.split(/\s+/u).filter((word) => word !== '');
  const initials = given.slice(0, 2).map((word) => `${word.slice(0, 1)}.`);
  return [...initials, surname].join('\u00a0').trim();
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** «А», «А и Б», «А, Б и В». */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} и ${words.at(-1)}`;
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function fieldName(...words: readonly string[]): string {
  return joined(...words);
}

function emptyForms(): CaseForms {
  return { genitive: '', dative: '', accusative: '', instrumental: '', prepositional: '' };
}
