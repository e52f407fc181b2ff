import { lookAlikes } from '../look-alikes.ts';

const dash = /[\u2010-\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d\u2026÷]/;
const space = /[\s\u00a0\u200b\ufeff]/;
/** In italics some more look alike. */
const looksRussian: Readonly<Record<string, string>> = { ...lookAlikes, n: 'п', r: 'г', u: 'и' };

/**
 * The text as the grammar reads it: small letters, «ё» as «е», one kind of dash and of space, no letter for a zero.
 * Every character stays where it was, so that a place in the result is the same place in the cell.
 */
export function normalise(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) result += character(text.charAt(at));
  return result.replace(/(?<=\d)[оo](?=\d)/g, '0');
}

function character(original: string): string {
  if (original >= 'а' && original <= 'я') return original;
  const small = original.toLowerCase();
  const letter = small.length === 1 ? small : original;
  if (letter === 'ё') return 'е';
  if (dash.test(letter)) return '-';
  return space.test(letter) ? ' ' : letter;
}

/** Latin letters that a typist cannot tell from Russian ones, as the Russian ones. */
export function russified(word: string): string {
  if (!/[a-z]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => looksRussian[letter] ?? letter);
}

/** A pattern of Russian letters that also takes the Latin ones that look like them. */
export function orLatin(pattern: string): string {
  const alike = Object.entries(looksRussian);
  return pattern.replace(/[а-я]/g, (russian) => {
    const latin = alike.filter(([, letter]) => letter === russian).map(([letter]) => letter);
    return `[${russian}${latin.join('')}]`;
  });
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10 };

/** A Roman number up to 12, also in Russian or mistaken letters («ІІ», «Х», «lV»); `null` for anything else. */
export function romanNumber(word: string): number | null {
  if (!/[ivxі]/.test(word)) return null;
  const latin = word.replace(/[іl1]/g, 'i').replace(/х/g, 'x').replace(/[уy]/g, 'v');
  if (!/^[ivx]{1,4}$/.test(latin)) return null;
  const digits = [...latin].map((letter) => romanDigits[letter] ?? 0);
  const value = digits.reduce(
    (sum, digit, at) => (digit < (digits[at + 1] ?? 0) ? sum - digit : sum + digit),
    0,
  );
  return value >= 1 && value <= 12 ? value : null;
}

/** Whether the two words are one slip apart: a letter wrong, missing, too many, or two neighbours swapped. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** White space folded to one space, none at the ends: how pieces of a cell are given back. */
export function folded(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
}
