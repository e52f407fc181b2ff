/** «работа-12.pdf», «работа-12-2.pdf»: tells neither whose it is nor what they called it. */
export function workFileName(entryId: string, number: number, given: string): string {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(given)?.[1]?.toLowerCase();
  const name = `работа-${entryId}${number === 1 ? '' : `-${number}`}`;
  return ending === undefined ? name : `${name}.${ending}`;
}

/** VK writes people and communities as `[id1|Анна]` or `@id1 (Анна)`. */
export function withoutMentions(text: string): string {
  return text
    .replace(/\[(?:id|club|public)\d+\|[^\]\n]*\]/giu, '(упоминание)')
    .replace(/@(?:id|club|public)\d+(?:\s*\([^)\n]*\))?/giu, '(упоминание)');
}
