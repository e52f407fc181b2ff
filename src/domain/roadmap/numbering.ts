import { fold } from './roadmap.ts';

// «1.1.», «3.2.Организация», «3.3 Проведение», «12)»; never the beginning of a date («25.03.2022», «01.09»).
const severalLevels =
  /^([1-9]\d{0,2}(?:\.[1-9]\d{0,2})+)(?:[.)]\s*|\s+|$)(?!\d{4}\b|[-–—]\s*\d)(?=[^\d.]|$)/u;
const oneLevel = /^([1-9]\d{0,2})[.)]\s*(?=[^\d\s]|$)/u;
const roman = /^(?:[IVXІХ]+|раздел|этап|блок)(?:[.)]|\s)/iu;

/** Takes the number off the front of a title: `{ code: '', title }` where there is none. */
export function splitCode(cell: string): { code: string; title: string } {
  const text = fold(cell);
  const found = severalLevels.exec(text) ?? oneLevel.exec(text);
  if (found === null) return { code: '', title: text };
  return { code: found[1] ?? '', title: text.slice(found[0].length).trim() };
}

/** The cell of a column «№»: «1.1.», «12», «1.2)», without its final point; `''` for anything else. */
export function codeOf(cell: string): string {
  const found = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?$/u.exec(fold(cell).replaceAll(' ', ''));
  return found?.[1] ?? '';
}

export function hasSeveralLevels(cell: string): boolean {
  return severalLevels.test(fold(cell));
}

/** Could a new row begin with this cell? */
export function looksNumbered(cell: string): boolean {
  const text = fold(cell);
  return (
    severalLevels.test(text) || oneLevel.test(text) || (roman.test(text) && !/квартал|полугоди/iu.test(text))
  );
}
