const letters: readonly (readonly [string, string])[] = [
  ['абвгдежзийклмнопрстуфхцчшщъыьэюя', '0123456789abcdefghijklmnopqrstuv'],
  ['ёӝӟӥӧӵ', '5678en'],
  ['abcdefghijklmnopqrstuvwxyz', '01m45k3l89abcdefaghij22lr7'],
];

const signs = new Map(
  letters.flatMap(([known, sign]) => [...known].map((each, at) => [each, sign[at] ?? ''])),
);

/**
 * The words of a name as they are looked up and sorted by: each letter is one sign (`0`–`9`, `a`–`v`) whose order is the
 * alphabet's, so that any server sorts and finds Russian names whatever its locale. Case makes no difference, ё is е,
 * Udmurt letters are the Russian ones beside them, Latin ones what they sound like; all else parts words. The column
 * `person.name_key` holds the same with a space before each word.
 */
export function nameKey(words: string): string[] {
  const key = [...words.toLowerCase()].map((letter) => signs.get(letter) ?? ' ').join('');
  return key.split(' ').filter((word) => word !== '');
}
