import type { PersonNames } from './judging.ts';
import { hiddenName, publicText } from './public-text.ts';

const placeMark =
  /\[(?:club|public|event)\d+(?::[^\]|]*)?\|[^\]]*\]|@(?:club|public)\d+(?:\s*\([^)\n]*\))?/giu;

/**
 * Words of a work as a blind jury reads them: as on public pages, and without the communities that VK marks, for those are
 * mostly schools. Names are looked for only where one of them may stand, because there are thousands of titles.
 */
export function blindText(text: string, names: readonly PersonNames[]): string {
  const small = text.toLowerCase();
  const hidden = names.filter(({ surname, name }) =>
    [surname, name].some((part) => part !== '' && small.includes(part.toLowerCase().slice(0, 3))),
  );
  return publicText(
    text.replace(placeMark, hiddenName),
    hidden.map((person) => ({ ...person, phone: null })),
  );
}
