import type { Gender } from '../names/name-cases.ts';

/** A piece of a line of a design. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: string }
  /** In the order in which they stand: for him, for her, where nobody can tell. */
  | { kind: 'choice'; words: readonly string[] }
  /** Left out where a field in it is empty. */
  | { kind: 'optional'; pieces: readonly Piece[] };

/**
 * Reads a line as staff write it: `{Кто дат}` is a field, `{принял|приняла|принимает}` a choice by gender, `[, {Город}]` a
 * part that is left out where its field is empty. `null` for a brace or bracket without its other half.
 */
export function readLine(text: string): Piece[] | null {
  const tokens = text.match(/\{[^{}[\]]*\}|[[\]]|[^{}[\]]+|[{}]/gu) ?? [];
  const line: Piece[] = [];
  let optional: Piece[] | null = null;
  for (const token of tokens) {
    if (token === '{' || token === '}') return null;
    if (token === '[') {
      if (optional !== null) return null;
      optional = [];
    } else if (token === ']') {
      if (optional === null) return null;
      line.push({ kind: 'optional', pieces: optional });
      optional = null;
    } else (optional ?? line).push(pieceOf(token));
  }
  return optional === null ? line : null;
}

function pieceOf(token: string): Piece {
  if (!token.startsWith('{')) return { kind: 'text', text: token };
  const inside = token.slice(1, -1);
  if (inside.includes('|')) return { kind: 'choice', words: inside.split('|') };
  return { kind: 'field', name: inside.trim().replace(/\s+/gu, ' ') };
}

/**
 * The line with its fields filled in; `''` where a field outside of `[…]` is empty: such a line has nothing to say. What is
 * filled in is never read again. Commas that were to part it from what is missing go.
 */
export function fillLine(
  pieces: readonly Piece[],
  values: Readonly<Record<string, string>>,
  gender: Gender | null,
): string {
  const filled = filledPieces(pieces, values, gender);
  return (filled ?? '').replace(/\s+/gu, ' ').replace(/^[\s,;]+|[\s,;]+$/gu, '');
}

function filledPieces(
  pieces: readonly Piece[],
  values: Readonly<Record<string, string>>,
  gender: Gender | null,
): string | null {
  let line = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') line += piece.text;
    else if (piece.kind === 'choice') line += piece.words[genderPlace(gender)] ?? '';
    else if (piece.kind === 'optional') line += filledPieces(piece.pieces, values, gender) ?? '';
    else {
      const value = Object.hasOwn(values, piece.name) ? (values[piece.name]?.trim() ?? '') : '';
      if (value === '') return null;
      line += value;
    }
  }
  return line;
}

function genderPlace(gender: Gender | null): number {
  if (gender === null) return 2;
  return gender === 'male' ? 0 : 1;
}
