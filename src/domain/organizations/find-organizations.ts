import { isSlipOf } from '../forms/typing-slip.ts';
import type { Organization } from './organization.ts';

/**
 * Organizations meant by any part of a name, a number or another way to write it: «шк 15», «сш15», «гимназия». One that is
 * called exactly so wins over those that merely contain it; several results mean that the words are ambiguous. Slips of
 * typing («гимнзия») are forgiven only where nothing is called as it was typed.
 */
export function findOrganizations(organizations: readonly Organization[], words: string): Organization[] {
  const wanted = tokensOf(words);
  if (wanted.length === 0) return [];
  const exactly = organizations.filter((each) =>
    namesOf(each).some((name) => tokensOf(name).join(' ') === wanted.join(' ')),
  );
  if (exactly.length > 0) return exactly;
  const meant = (isMeant: (known: string, token: string) => boolean) =>
    organizations.filter((each) => {
      const tokens = namesOf(each).flatMap(tokensOf);
      return wanted.every((token) => tokens.some((known) => isMeant(known, token)));
    });
  const strictly = meant(matches);
  return strictly.length > 0
    ? strictly
    : meant((known, token) => matches(known, token) || isSlipOf(known, token));
}

function namesOf({ name, shortName, aliases }: Organization): string[] {
  return [shortName, name, ...aliases];
}

/** A number is the whole number: «1» is not school 11. */
function matches(known: string, token: string): boolean {
  return /^\d+$/.test(token) ? known === token : known.startsWith(token);
}

const abbreviations: Record<string, string> = {
  шк: 'школа',
  сш: 'школа',
  сош: 'школа',
  оош: 'школа',
  дс: 'сад',
  дошк: 'сад',
  садик: 'сад',
  гимн: 'гимназия',
};

/** «Школа №15» → школа, 15. */
function tokensOf(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/д\/с/g, 'дс');
  // NFKC turns «№» into «No».
  return (words.replace(/no(?=\s*\d)/g, ' ').match(/\p{L}+|\d+/gu) ?? []).map((word) =>
    Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word,
  );
}
