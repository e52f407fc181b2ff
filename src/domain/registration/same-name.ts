type Names = { surname: string; name: string; patronymic: string };

/**
 * Whether two people are called the same, however it was typed: case, ё and е, spaces and dashes make no difference. A
 * patronymic that one of them has not given makes none either: pupils are never asked for it.
 */
export function isSameName(one: Names, other: Names): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a.surname === '' || a.surname !== b.surname || a.name !== b.name) return false;
  return a.patronymic === b.patronymic || a.patronymic === '' || b.patronymic === '';
}

function plain({ surname, name, patronymic }: Names): Names {
  return { surname: plainWord(surname), name: plainWord(name), patronymic: plainWord(patronymic) };
}

function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();
}
