import type { Found, YearGroup } from './item.ts';
import type { Token } from './lexer.ts';
import { schoolYearWords, skipYearWords } from './skip.ts';

type Written = YearGroup & { next: number; named: boolean };

/**
 * Years as they are written: «2022», «2022, 2023 гг.», «2022–2024 годы», «2022/2023 учебный год», «учебный год 2022-23»,
 * «с 2022 по 2024» (from the number on).
 */
export function yearsAt(tokens: readonly Token[], at: number): Found<YearGroup[]> | null {
  const brief = briefSchoolYear(tokens, at);
  if (brief !== null) return brief;
  const after = schoolYearWords(tokens, at);
  if (after > at) {
    const one = writtenAt(tokens, after);
    if (one === null) return null;
    return { value: [asSchoolYear(one)], next: skipYearWords(tokens, one.next) };
  }
  const written = listAt(tokens, at);
  const last = written.at(-1);
  if (last === undefined) return null;
  const next = schoolYearWords(tokens, last.next);
  if (next === last.next) return { value: written.map(plain), next };
  const singles = written.findIndex((group) => group.first !== group.last);
  if (singles > 0)
    return { value: written.slice(0, singles).map(plain), next: written[singles - 1]?.next ?? next };
  return withMoreSchoolYears(tokens, written.map(asSchoolYear), next);
}

/** «22-23 уч. г.» */
function briefSchoolYear(tokens: readonly Token[], at: number): Found<YearGroup[]> | null {
  const [first, sign, last] = tokens.slice(at, at + 3);
  const two = [first, last].every((token) => token?.kind === 'number' && /^\d\d$/.test(token.word));
  if (!two || !/^[-/]$/.test(sign?.word ?? '') || first?.number !== (last?.number ?? 0) - 1) return null;
  const next = schoolYearWords(tokens, at + 3);
  const year = 2000 + (first.number ?? 0);
  return next === at + 3 ? null : { value: [{ first: year, last: year + 1, school: true }], next };
}

/** «2022-2023 уч. г., 2023-2024 уч. г.» */
function withMoreSchoolYears(tokens: readonly Token[], groups: YearGroup[], at: number): Found<YearGroup[]> {
  const next = isJoint(tokens[at]) ? at + 1 : at;
  const more = next > at ? writtenAt(tokens, next) : null;
  if (more === null || more.first === more.last) return { value: groups, next: at };
  const after = schoolYearWords(tokens, more.next);
  return after === more.next
    ? { value: groups, next: at }
    : withMoreSchoolYears(tokens, [...groups, asSchoolYear(more)], after);
}

function listAt(tokens: readonly Token[], at: number): Written[] {
  const found: Written[] = [];
  let next = at;
  for (;;) {
    const one = writtenAt(tokens, next);
    if (one === null) return found;
    found.push(one);
    next = isJoint(tokens[one.next]) ? one.next + 1 : one.next;
    if (next === one.next && one.named) return found;
  }
}

function writtenAt(tokens: readonly Token[], at: number): Written | null {
  const first = tokens[at];
  if (first?.kind !== 'year' || first.number === null) return null;
  const afterFirst = skipYearWords(tokens, at + 1);
  const sign = tokens[afterFirst]?.word;
  const second = tokens[afterFirst + 1];
  if ((sign === '-' || sign === '/' || sign === 'по' || sign === 'до') && second !== undefined) {
    const last = lastYear(first.number, sign, second, tokens[afterFirst + 2]);
    if (last !== null) {
      const next = skipYearWords(tokens, afterFirst + 2);
      return { first: first.number, last, school: sign === '/', next, named: next > afterFirst + 2 };
    }
  }
  return {
    first: first.number,
    last: first.number,
    school: false,
    next: afterFirst,
    named: afterFirst > at + 1,
  };
}

function lastYear(first: number, sign: string, second: Token, after: Token | undefined): number | null {
  if (second.kind === 'year') return second.number;
  const joined = second.tight || after?.sense?.is === 'school';
  const short = second.kind === 'number' && joined && /^\d\d$/.test(second.word) ? second.number : null;
  if (short === null || after?.sense?.is === 'month' || after?.word === '-') return null;
  const last = Math.floor(first / 100) * 100 + short;
  return last > first && (sign === '/' || sign === '-') ? last : null;
}

function plain({ first, last, school }: YearGroup): YearGroup {
  return { first, last, school };
}

/** A school year named by one year begins in it. */
function asSchoolYear({ first, last }: YearGroup): YearGroup {
  return { first, last: last === first ? first + 1 : last, school: true };
}

function isJoint(token: Token | undefined): boolean {
  return token?.word === ',' || token?.word === 'и';
}
