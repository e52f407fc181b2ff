import { isOneEdit } from '../domain/forms/typing-slip.ts';
import { type Word, wordOfStem } from './words.ts';

/** Shorter words have too many neighbours to be guessed. */
const guessedFrom = 5;

/**
 * Mends words that none of the known ones is: the word that is meant is one slip away, has the same first letter and is the nearest
 * by its beginning. As it was where there is none.
 */
export function createMender(known: Iterable<string>): (word: Word) => Word {
  const stems = new Set(known);
  const byLetter = new Map<string, string[]>();
  for (const stem of stems) {
    const same = byLetter.get(stem[0] ?? '');
    if (same === undefined) byLetter.set(stem[0] ?? '', [stem]);
    else same.push(stem);
  }
  return (word) => {
    if (word.stem.length < guessedFrom || word.isLight || stems.has(word.stem)) return word;
    let best = { stem: '', shared: 0 };
    for (const stem of byLetter.get(word.stem[0] ?? '') ?? []) {
      if (!isOneEdit(stem, word.stem)) continue;
      const shared = sharedLength(stem, word.stem);
      if (shared > best.shared) best = { stem, shared };
    }
    return best.stem === '' ? word : wordOfStem(best.stem);
  };
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
