const space = '\u00a0';

/**
 * Spaces that must not be torn at the end of a line: after a short word, before a dash, within «№ 5», «г. Глазов»,
 * «25 марта 2022 г.» and «О. П. Серова».
 */
export function typeset(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<![\p{L}\p{M}\d])(\p{L}{1,2}|для|при|под|над|без) (?=\S)/gu, (all, word: string) =>
      word === word.toLowerCase() || word.length === 1 ? `${word}${space}` : all,
    )
    .replace(/ (?=[—–] )/gu, space)
    .replace(/(№|§) (?=\S)/gu, `$1${space}`)
    .replace(/(?<![\p{L}])(\p{Lu}\.|г\.|ул\.|им\.) ?(?=\p{Lu})/gu, `$1${space}`)
    .replace(
      /(\d) (?=г\.|класс|место|степени|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/gu,
      `$1${space}`,
    )
    .replace(/([IVX]) (?=место|степени)/gu, `$1${space}`);
}
