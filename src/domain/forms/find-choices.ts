import type { Choice } from './form.ts';
import { isSlipOf } from './typing-slip.ts';

/**
 * The one option somebody means by its label, its number in the list («2», «2.») or an unambiguous beginning; `null` for
 * none and for several. Numbers count only where no label has digits of its own.
 */
export function choiceMeant(choices: readonly Choice[], words: string): Choice | null {
  const typed = plain(words);
  if (typed === '') return null;
  const same = choices.filter(({ label }) => plain(label) === typed);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  if (/^\d+$/.test(typed) && !choices.some(({ label }) => /\d/.test(label))) {
    return choices[Number(typed) - 1] ?? null;
  }
  const begun = choices.filter(({ label }) => plain(label).startsWith(typed));
  return begun.length === 1 && /\p{L}/u.test(typed) ? (begun[0] ?? null) : null;
}

/** Options that hold the beginning of each typed word; slips are forgiven where there would be nothing else. */
export function findChoices(choices: readonly Choice[], words: string): Choice[] {
  const wanted = plain(words).split(' ');
  const holding = (isMeant: (known: string, typed: string) => boolean) =>
    choices.filter(({ label }) => {
      const tokens = plain(label).split(' ');
      return wanted.every((typed) => tokens.some((known) => isMeant(known, typed)));
    });
  const strictly = holding((known, typed) => known.startsWith(typed));
  return strictly.length > 0
    ? strictly
    : holding((known, typed) => known.startsWith(typed) || isSlipOf(known, typed));
}

/** Letters and digits alone, for comparing. */
function plain(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  return (words.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).join(' ');
}
