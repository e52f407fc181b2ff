import { fold } from './roadmap.ts';

/** Where things stand in a table; several columns may make up the section, the title or the result. */
export type Columns = {
  width: number;
  code: number | null;
  section: number[];
  title: number[];
  deadline: number;
  responsible: number | null;
  result: number[];
};

type Meaning = 'code' | 'deadline' | 'responsible' | 'result' | 'section' | 'title' | 'other';

// The order decides: «Сроки проведения мероприятия» is about deadlines, «Результат мероприятия» about results.
const meanings: readonly (readonly [Meaning, RegExp])[] = [
  ['code', /^(?:№|n|номер)(?:\s*п\s*[/.\\]?\s*п\.?)?$/iu],
  ['deadline', /срок|дата|период|время/iu],
  ['responsible', /ответствен|исполнител/iu],
  ['result', /результат|документ|показател|продукт|итог/iu],
  ['section', /^(?:наименование\s+)?(?:раздел|этап|направлени|блок|задач)/iu],
  ['title', /мероприяти|наименовани|содержани|деятельност|действи/iu],
  ['other', /примечани|отметк|участник|категори|место|уровень|форма|охват|финанс|объ[её]м|количеств/iu],
];

/** What a heading cell announces; `null` where its words are none of a heading's. */
export function meaningOf(cell: string): Meaning | null {
  const text = fold(cell);
  // A heading is short; a long cell that mentions a deadline is a sentence.
  if (text === '' || text.length > 80) return null;
  return meanings.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** The columns of a heading row, found by their words; `null` for any other row. */
export function columnsOf(row: readonly string[]): Columns | null {
  const found = row.map(meaningOf);
  const where = (meaning: Meaning) => found.flatMap((each, index) => (each === meaning ? [index] : []));
  const [deadline] = where('deadline');
  const [responsible] = where('responsible');
  const title = where('title');
  const section = where('section');
  if (deadline === undefined || (responsible === undefined && where('result').length === 0)) return null;
  // «Задачи» or «Направление» alone is what the rows are about.
  const about = title.length > 0 ? title : section;
  if (about.length === 0) return null;
  return {
    width: row.length,
    code: where('code')[0] ?? null,
    section: title.length > 0 ? section : [],
    title: about,
    deadline,
    responsible: responsible ?? null,
    result: where('result'),
  };
}

/** The row «1 | 2 | 3 | 4» that many orders print under the heading. */
export function isColumnCount(row: readonly string[]): boolean {
  return row.length > 2 && row.every((cell, index) => fold(cell) === String(index + 1));
}
