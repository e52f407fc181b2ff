import petrovich from 'petrovich';
import {
  formsOf,
  type Gender,
  grammaticalCases,
  type NameCases,
  type NamePart,
  unchanged,
} from '../domain/names/name-cases.ts';
import { nameRules } from './name-rules.ts';

const words = { surname: 'last', name: 'first', patronymic: 'middle' } as const;

/** petrovich with our corrections on top; parts of a double name are declined each on its own. */
export const nameCases: NameCases = {
  part(part, nominative, gender) {
    const pieces = nominative.split('-').map((piece) => formsOfPiece(part, piece, gender));
    return formsOf((grammaticalCase) => pieces.map((forms) => forms[grammaticalCase]).join('-'));
  },
};

function formsOfPiece(part: NamePart, piece: string, gender: Gender) {
  const rule = nameRules.find(
    (each) =>
      each.part === part && (each.gender === undefined || each.gender === gender) && each.ends.test(piece),
  );
  if (rule === undefined) {
    const word = words[part];
    return formsOf((grammaticalCase) => petrovich({ gender, [word]: piece }, grammaticalCase)[word] ?? piece);
  }
  const { ends, forms } = rule;
  if (forms === 'unchanged') return unchanged(piece);
  return formsOf((each) => piece.replace(ends, forms[grammaticalCases.indexOf(each)] ?? ''));
}
