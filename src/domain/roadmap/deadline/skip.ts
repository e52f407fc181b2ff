import type { Token } from './lexer.ts';
import type { Unit } from './lexicon.ts';

/** «г.», «гг.», «г.г.», «года», «годы». */
export function skipYearWords(tokens: readonly Token[], at: number): number {
  let next = at;
  while (isYearWord(tokens[next]) && next < at + 3) next += 1;
  return next;
}

export function isYearWord(token: Token | undefined): boolean {
  return token?.sense?.is === 'unit' && token.sense.unit === 'year' && token.word !== 'лет';
}

/** Past «учебный год», «уч. г.», or `at` where they do not stand. */
export function schoolYearWords(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.word === 'у.' && tokens[at + 1]?.word === 'г') return at + 2;
  return token?.sense?.is === 'school' ? skipYearWords(tokens, at + 1) : at;
}

/** «каждого», «текущего», «нового», «весь». */
export function skipEach(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const skips =
    token?.sense?.is === 'each' ||
    token?.sense?.is === 'current' ||
    /^(?:весь|вс[ея]го|круглый)$/.test(token?.word ?? '');
  return skips ? skipEach(tokens, at + 1) : at;
}

/** «… календарного года», «… текущего года». */
export function skipYearOfUnit(tokens: readonly Token[], at: number): number {
  const start = tokens[at]?.sense?.is === 'calendar' ? at + 1 : skipEach(tokens, at);
  return isYearWord(tokens[start]) ? start + 1 : at;
}

export function unitOf(token: Token | undefined): Unit | null {
  return token?.sense?.is === 'unit' ? token.sense.unit : null;
}

/** «… текущего (учебного) года», «… года, следующего за отчетным»: what says no more than any year. */
export function skipOwnYear(tokens: readonly Token[], at: number): number {
  const words = tokens.slice(at, at + 5).map(({ word }) => word);
  const following = /^года (?:, )?следующего за отчетн[а-я]+(?: годом)?/.exec(words.join(' '))?.[0];
  if (following !== undefined) return at + following.split(' ').length;
  if (tokens[at]?.sense?.is !== 'current') return at;
  const afterSchool = schoolYearWords(tokens, at + 1);
  if (afterSchool > at + 1) return afterSchool;
  return isYearWord(tokens[at + 1]) ? at + 2 : at;
}
