import type { Timed } from './assign-years.ts';
import type { Clause } from './clause.ts';
import type { Item } from './item.ts';
import type { Token } from './lexer.ts';

/** Every standing piece of a cell in its order: the clauses, and what dates and «и далее» say without one. */
export function standingOf(
  items: readonly Item[],
  clauses: readonly Clause[],
  timed: readonly Timed[],
  open: readonly Timed[],
  tokens: readonly Token[],
): Clause[] {
  const found = [
    ...clauses,
    ...periodicOf(items, clauses, timed),
    ...open.map((item) => ongoing(item.start, item.end)),
    ...loneFurther(items, clauses, tokens),
  ];
  return joined(
    found.sort((a, b) => a.start - b.start),
    tokens,
  );
}

function ongoing(start: number, end: number): Clause {
  return { kind: 'ongoing', every: null, repeat: null, further: false, start, end };
}

/** «до 5 числа» says itself that it comes again. */
function periodicOf(items: readonly Item[], clauses: readonly Clause[], timed: readonly Timed[]): Clause[] {
  const sentenceOf = sentences(items);
  const repeated = new Set(
    clauses.filter(({ kind }) => kind === 'recurring').map(({ start }) => sentenceOf(start)),
  );
  return timed.flatMap((item) => {
    if (item.is !== 'dated' || item.periodic === null || repeated.has(sentenceOf(item.start))) return [];
    return [{ ...ongoing(item.start, item.end), kind: 'recurring' as const, every: item.periodic }];
  });
}

/** «2022–2024 гг. и далее»: it goes on, and nothing says how. */
function loneFurther(items: readonly Item[], clauses: readonly Clause[], tokens: readonly Token[]): Clause[] {
  return items.flatMap((item, at) => {
    if (item.is !== 'further' || clauses.some(({ start, end }) => start <= item.start && item.start < end))
      return [];
    const after = items.slice(at + 1);
    const sentence = after.slice(0, after.findIndex(({ is }) => is === 'break') >>> 0);
    const said = sentence.some(({ is }) => ['dated', 'years', 'repeat', 'trigger'].includes(is));
    const joint = tokens[item.start - 1]?.word === 'и' ? 1 : 0;
    return said ? [] : [ongoing(item.start - joint, item.end)];
  });
}

/** The number of the sentence a token stands in. */
export function sentences(items: readonly Item[]): (token: number) => number {
  const breaks = items.filter(({ is }) => is === 'break').map(({ start }) => start);
  return (token) => breaks.filter((place) => place < token).length;
}

/** «с сентября 2022 г., постоянно» is one piece. */
function joined(clauses: readonly Clause[], tokens: readonly Token[]): Clause[] {
  return clauses.reduce<Clause[]>((kept, clause) => {
    const before = kept.at(-1);
    const both = before?.kind === 'ongoing' && clause.kind === 'ongoing';
    const between = tokens.slice(before?.end, clause.start);
    if (!both || between.some(({ kind, word }) => kind !== 'mark' || word === ';' || word === '.'))
      kept.push(clause);
    else before.end = Math.max(before.end, clause.end);
    return kept;
  }, []);
}
