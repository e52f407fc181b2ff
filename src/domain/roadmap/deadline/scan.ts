import { datedAt } from './dated.ts';
import type { Item, Other } from './item.ts';
import type { Token } from './lexer.ts';
import { repeatAt } from './repeat.ts';
import { isYearWord } from './skip.ts';
import { conditionAt, eventAt } from './trigger.ts';

const marks: Record<string, Other['is']> = {
  ';': 'break',
  '.': 'break',
  '|': 'break',
  '•': 'break',
  ',': 'comma',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};

/** The cell as items in their order. Every token is in exactly one of them. */
export function itemsOf(tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  let at = 0;
  let depth = 0;
  while (at < tokens.length) {
    const item = itemAt(tokens, at, depth);
    if (item.is === 'open') depth += 1;
    if (item.is === 'close') depth = Math.max(0, depth - 1);
    items.push(item);
    at = item.end;
  }
  return items;
}

function itemAt(tokens: readonly Token[], at: number, depth: number): Item {
  const token = tokens[at];
  if (token?.kind === 'mark') return { is: marks[token.word] ?? 'mark', start: at, end: at + 1 };
  if (isNumbering(tokens, at)) return { is: 'break', start: at, end: at + 1 };
  if (depth === 0 && isOrdinal(token) && tokens[at + 1]?.word === ')')
    return { is: 'break', start: at, end: at + 2 };
  return (
    eventAt(tokens, at) ??
    repeatAt(tokens, at) ??
    datedAt(tokens, at) ??
    conditionAt(tokens, at) ?? {
      is: token?.sense?.is === 'further' ? 'further' : 'word',
      start: at,
      end: at + 1,
    }
  );
}

/** The «1» of «1)», the «а» of «а)». */
function isOrdinal(token: Token | undefined): boolean {
  return token?.kind === 'number' || (token?.kind === 'word' && token.word.length === 1);
}

/** «1. Сентябрь 2022 2. Май 2023»: a number with a dot that no word in the genitive follows. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token?.kind !== 'number' || token.end - token.start !== token.word.length + 1) return false;
  const starts =
    before === undefined || before.kind === 'year' || before.kind === 'mark' || isYearWord(before);
  return starts && next?.sense?.is === 'month' && !/[яа]$/.test(next.word);
}
