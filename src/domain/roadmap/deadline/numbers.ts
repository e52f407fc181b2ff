import type { Found } from './item.ts';
import type { Token } from './lexer.ts';

/** A number or a span of them; -1 is «последний». */
export type Span = { from: number; to: number };

export type Numbers = { spans: Span[]; ranged: boolean };

/** «1», «1 и 15», «I, III», «1-2», «первая», «последняя», «первые две», and «1 по 15» where «с» stands before it. */
export function numbersAt(tokens: readonly Token[], at: number, afterSince: boolean): Found<Numbers> | null {
  const first = numberOf(tokens[at]);
  if (first === null) return null;
  const several = /^первы[ех]$/.test(tokens[at]?.word ?? '') ? numberOf(tokens[at + 1]) : null;
  if (several !== null) return { value: { spans: [{ from: 1, to: several }], ranged: true }, next: at + 2 };
  const spans: Span[] = [{ from: first, to: first }];
  let ranged = false;
  let next = at + 1;
  for (;;) {
    const joint = jointAt(tokens, next, afterSince);
    const number = joint === null ? null : numberOf(tokens[joint.next]);
    if (joint === null || number === null) return { value: { spans, ranged }, next };
    const last = spans.at(-1);
    if (joint.value === 'range' && last !== undefined) {
      last.to = number;
      ranged = true;
    } else spans.push({ from: number, to: number });
    next = joint.next + 1;
  }
}

/** A joint of a list: the place after it, and whether it makes a span. */
export function jointAt(
  tokens: readonly Token[],
  at: number,
  afterSince: boolean,
): Found<'range' | 'list'> | null {
  const word = tokens[at]?.word;
  if (word === '-') return { value: 'range', next: at + 1 };
  if ((word === 'по' || word === 'до') && afterSince) return { value: 'range', next: at + 1 };
  if (word === ',' || word === 'и' || word === '/' || word === '+') return { value: 'list', next: at + 1 };
  return null;
}

function numberOf(token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.number;
  if (token?.sense?.is === 'last') return -1;
  return token?.sense?.is === 'count' ? token.sense.n : null;
}
