const spelled: Readonly<Record<string, number>> = {
  ноль: 0,
  один: 1,
  одна: 1,
  одного: 1,
  два: 2,
  две: 2,
  двух: 2,
  три: 3,
  трех: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  сто: 100,
};
/** Parts and larger numbers, which are written in digits. */
const unread = /полов|полтор|полгод|четверт|двести|триста|(?:четыр|пят|шест|сем|вос|девят)\p{L}*сот|тысяч/u;

/**
 * The one whole number in «5», «5 лет», «около 5 лет», «двадцать пять»; `null` for none, several or a fraction: «5,5»,
 * «от 3 до 5».
 */
export function readNumber(words: string): number | null {
  const text = words.toLowerCase().replaceAll('ё', 'е').trim();
  const digits = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (digits.length > 0) {
    const [only = ''] = digits;
    return digits.length === 1 && /^\d{1,9}$/.test(only) && !/[-−]\s*\d/.test(text) ? Number(only) : null;
  }
  if (unread.test(text)) return null;
  const numbers = (text.match(/\p{L}+/gu) ?? []).flatMap((word) =>
    Object.hasOwn(spelled, word) ? (spelled[word] ?? []) : [],
  );
  const [first, second, ...more] = numbers;
  if (first === undefined || more.length > 0) return null;
  if (second === undefined) return first;
  return first >= 20 && second > 0 && second < 10 ? first + second : null;
}
