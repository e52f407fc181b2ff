/** Letters; a name of a file is counted in bytes, of which a Cyrillic letter takes two. */
const longest = 90;

/** A name that every system takes, from words of people: «Приказ Школа № 3.docx». */
export function fileNameOf(words: readonly string[], ending: string): string {
  const name = words
    .filter((word) => word !== '')
    .join(' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no system takes them in a name
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\s.]+$/u, '');
  return `${name === '' ? 'Документ' : name}.${ending}`;
}

/** Names of files side by side: the second of the same name gets a number. */
export function apart(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), count);
    return count === 1 ? name : name.replace(/(\.[^.]+)$/u, ` (${count})$1`);
  });
}

export const documentNames = {
  order: (organization: string, number: string | null, id: string) =>
    fileNameOf(['Приказ', number === null ? `(проект ${id})` : `№ ${number}`, organization], 'docx'),
  orders: 'Приказы о закреплении пар.zip',
  base: (base: 'mentors' | 'mentees', day: string) =>
    fileNameOf([base === 'mentors' ? 'База наставников' : 'База наставляемых', day], 'docx'),
  programme: (mentor: string) => fileNameOf(['Персонализированная программа', mentor], 'docx'),
  protocol: (contest: string, number: string | null) =>
    fileNameOf(['Протокол', number === null ? '' : `№ ${number}`, contest], 'docx'),
  resultSheets: (contest: string) => fileNameOf(['Итоги', contest], 'xlsx'),
  consent: (title: string, person: string) => fileNameOf([title, person], 'docx'),
} as const;
