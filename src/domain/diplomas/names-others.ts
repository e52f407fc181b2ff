/**
 * Whether the words of a paper that its reader chose (a work's title, a team's name) may name somebody else: a capital within a
 * sentence, an initial, or the stem of a surname that the programme knows. Rather too often than too seldom: what it finds is kept from
 * messengers that may not carry names.
 */
export function mayNameSomebody(words: readonly string[], surnames: readonly string[]): boolean {
  const text = words.join('. ');
  if (/[^.!?…«"„(\s][\s«"„(]+\p{Lu}\p{Ll}/u.test(text) || /\p{Lu}\.\s*\p{Lu}/u.test(text)) return true;
  const small = text.toLowerCase();
  return surnames.some((surname) => small.includes(stemOf(surname)));
}

function stemOf(surname: string): string {
  const small = surname.toLowerCase();
  return small.slice(0, Math.max(Math.min(4, small.length), small.length - 2));
}
