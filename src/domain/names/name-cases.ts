import type { Person } from '../people/person.ts';

export const grammaticalCases = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const;
export type GrammaticalCase = (typeof grammaticalCases)[number];
export type CaseForms = Readonly<Record<GrammaticalCase, string>>;
export type Gender = 'male' | 'female';
export type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;
export const nameParts = ['surname', 'name', 'patronymic'] as const;
export type NamePart = (typeof nameParts)[number];

/** Declines one part of a name by the rules of the language. */
export type NameCases = {
  part(part: NamePart, nominative: string, gender: Gender): CaseForms;
};

/** How the programme declines a name or a post, whatever the rules say. */
export type CaseException = {
  part: NamePart | 'post';
  /** `null`: whatever the gender. */
  gender: Gender | null;
  nominative: string;
  forms: CaseForms;
};

/** What a document says of one person, as the rules would have it or as the clerk has corrected it. */
export type WordedPerson = {
  /** «Фамилия Имя Отчество» or a post in the nominative. */
  nominative: string;
  forms: CaseForms;
  /** The rules leave doubts: the clerk ought to look. */
  isDoubtful: boolean;
};

/** The full name in every case. A person whose gender nobody can tell stays in the nominative. */
export function wordName(
  cases: NameCases,
  exceptions: readonly CaseException[],
  names: Names,
  gender: Gender | null = genderOf(names),
): WordedPerson {
  const parts = nameParts.filter((part) => names[part] !== '');
  const nominative = parts.map((part) => names[part]).join(' ');
  if (gender === null) return { nominative, forms: unchanged(nominative), isDoubtful: true };
  const worded = parts.map((part) => {
    const known = exceptionFor(exceptions, part, names[part], gender);
    return { known: known !== null, forms: known ?? cases.part(part, names[part], gender) };
  });
  const isSure = parts.every((part, at) => worded[at]?.known || isPlain(part, names[part], gender));
  return {
    nominative,
    forms: formsOf((grammaticalCase) => worded.map(({ forms }) => forms[grammaticalCase]).join(' ')),
    isDoubtful: !isSure,
  };
}

/** The programme's exception for exactly this word, the one of the gender before the one of both. */
export function exceptionFor(
  exceptions: readonly CaseException[],
  part: CaseException['part'],
  nominative: string,
  gender: Gender | null,
): CaseForms | null {
  const wanted = nominative.toLowerCase();
  const fitting = exceptions.filter(
    (each) =>
      each.part === part &&
      each.nominative.toLowerCase() === wanted &&
      (each.gender === null || each.gender === gender),
  );
  return (fitting.find(({ gender: own }) => own !== null) ?? fitting[0])?.forms ?? null;
}

export function formsOf(word: (grammaticalCase: GrammaticalCase) => string): CaseForms {
  return {
    genitive: word('genitive'),
    dative: word('dative'),
    accusative: word('accusative'),
    instrumental: word('instrumental'),
    prepositional: word('prepositional'),
  };
}

export function unchanged(nominative: string): CaseForms {
  return formsOf(() => nominative);
}

/** «Иванова А. П.» of a full name in any case; what follows the name is taken for the patronymic. */
export function shortOf(full: string): string {
  const [surname = '', ...given] = full.split(/\s+/u).filter((word) => word !== '');
  const initials = given.slice(0, 2).map((word) => `${word.slice(0, 1)}.`);
  return [surname, ...initials].join('\u00a0');
}

/** Men's names that end as women's do, and women's that end as men's. */
const maleInA = /^(никита|илья|лука|фома|кузьма|савва|данила|гаврила|фока|заза|миша|лёша|саша|женя)$/u;
const femaleInSoft = /^(любовь|нинель|эсфирь|рахиль|юдифь|гузель|асель|айгуль|изабель|адель|николь|мишель)$/u;
const femaleOther = /(гуль|гюль|нур|нисо|нарине|заринэ|элен|ирен|кармен)$/u;

/** By patronymic, then surname, then first name; `null` where none of them tells. */
export function genderOf({ surname, name, patronymic }: Names): Gender | null {
  const middle = patronymic.toLowerCase();
  if (/(ич|оглы|улы)$/u.test(middle)) return 'male';
  if (/(вна|чна|шна|кызы|гызы)$/u.test(middle)) return 'female';
  const last = surname.toLowerCase();
  if (/(ов|ев|ёв|ин|ын|ский|цкий|ской|цкой)$/u.test(last)) return 'male';
  if (/(ова|ева|ёва|ина|ына|ская|цкая|ая)$/u.test(last)) return 'female';
  return genderOfFirstName(name.toLowerCase());
}

function genderOfFirstName(name: string): Gender | null {
  if (name === '') return null;
  if (maleInA.test(name)) return /^(саша|женя)$/u.test(name) ? null : 'male';
  if (femaleInSoft.test(name) || femaleOther.test(name)) return 'female';
  if (/[ая]$/u.test(name)) return 'female';
  return /[бвгджзйклмнпрстфхцчшщ]$/u.test(name) || /ь$/u.test(name) ? 'male' : null;
}

/** Names whose forms leave no doubt: those that end as nearly all do. */
function isPlain(part: NamePart, word: string, gender: Gender): boolean {
  const small = word.toLowerCase();
  if (part === 'patronymic') return /(вич|ьич|вна|чна)$/u.test(small);
  if (part === 'name') {
    if (/[-\s]/u.test(small)) return false;
    return gender === 'female' ? /[аяь]$/u.test(small) : /[бвгджзйклмнпрстфхцчшщья]$/u.test(small);
  }
  return gender === 'female'
    ? /^[а-яё]+(ова|ева|ёва|ина|ына|ская|цкая)$/u.test(small)
    : /^[а-яё]+(ов|ев|ёв|ин|ын|ский|цкий)$/u.test(small);
}
