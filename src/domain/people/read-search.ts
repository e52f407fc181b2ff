import { nameKey } from './name-key.ts';

/** What somebody looks for among people: each way to read what they typed, as keys of words (see `nameKey`), and digits of a phone. */
export type PeopleSearch = {
  /** Words of any one of them, all of it, in any order. Empty where no letter was typed. */
  readings: string[][];
  /** Digits of a phone, at least five; `null` for none. */
  digits: string | null;
};

/** Nobody’s name has more words; what follows is not looked for. */
const mostWords = 6;
/** The longest surnames have some thirty letters; slips are looked for at each. */
const longestWord = 40;
const fewestDigits = 5;

const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
const keyboard = new Map([...latin].map((sign, at) => [sign, russian[at] ?? sign]));

/** Typed in Latin letters, it may be a name spelt so or Russian with the keyboard in the other layout: «bdfyjdf». */
export function readSearch(typed: string): PeopleSearch {
  const text = typed.normalize('NFKC').trim();
  const digits = text.replace(/\D/gu, '');
  const readings = [nameKey(text)];
  if (/[a-z]/iu.test(text) && !/\p{Script=Cyrillic}/u.test(text)) {
    readings.push(nameKey([...text].map((sign) => keyboard.get(sign) ?? sign).join('')));
  }
  return {
    readings: readings
      .map((words) => words.slice(0, mostWords).map((word) => word.slice(0, longestWord)))
      .filter((words) => words.length > 0),
    // Of a Russian number the first sign may be 7 or 8: the rest tells it.
    digits: digits.length < fewestDigits ? null : digits.replace(/^[78](?=\d{10}$)/, ''),
  };
}

/** A word with each letter changed with its neighbour: the one slip that leaves too few trigrams to be known by. */
export function swapped(word: string): string[] {
  if (word.length < 4) return [];
  return Array.from({ length: word.length - 1 }, (_, at) => {
    const [before = '', after = ''] = [word[at], word[at + 1]];
    return before === after ? '' : word.slice(0, at) + after + before + word.slice(at + 2);
  }).filter((each) => each !== '');
}

/**
 * The share of trigrams, of both words together, that one wrong letter leaves: of n + 1 trigrams it breaks three and makes
 * three. By the shortest word, not below 0.3, where all sorts of names would do.
 */
export function slipLikeness({ readings }: PeopleSearch): number {
  const shortest = Math.min(...readings.flat().map(({ length }) => length), 20);
  return Math.min(0.6, Math.max(0.3, (shortest - 2) / (shortest + 4) - 0.01));
}
