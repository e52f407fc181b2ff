import type { Item, Repeat } from './item.ts';
import type { Token } from './lexer.ts';
import type { Every, Unit } from './lexicon.ts';
import { schoolYearWords, unitOf } from './skip.ts';

/** «ежегодно», «каждый квартал», «не реже 1 раза в полугодие», «2 раза в год», «по четвергам». */
export function repeatAt(tokens: readonly Token[], at: number): Item | null {
  return everyWord(tokens, at) ?? everyUnit(tokens, at) ?? timesIn(tokens, at) ?? byUnits(tokens, at);
}

function repeat(every: Every | null, start: number, end: number, ofSchoolYear = false): Item {
  const found: Repeat = { is: 'repeat', every, ofSchoolYear };
  return { ...found, start, end };
}

function everyWord(tokens: readonly Token[], at: number): Item | null {
  const sense = tokens[at]?.sense;
  return sense?.is === 'every' ? repeat(sense.every, at, at + 1) : null;
}

/** «каждый год», «каждые три месяца», «в каждом квартале», «каждый четверг». */
function everyUnit(tokens: readonly Token[], at: number): Item | null {
  const start = ['в', 'во', 'за', 'на'].includes(tokens[at]?.word ?? '') ? at + 1 : at;
  if (tokens[start]?.sense?.is !== 'each') return null;
  const next = tokens[start + 1]?.sense;
  if (next?.is === 'weekday') return repeat('week', at, start + 2);
  if (next?.is === 'month') return repeat('year', at, start + 1);
  const counted = tokens[start + 1]?.number ?? null;
  const noun = unitAt(tokens, counted === null ? start + 1 : start + 2);
  if (noun === null || (counted !== null && unitOf(tokens[noun.end - 1]) === 'date')) return null;
  return periodOf(1, counted ?? 1, noun.unit, at, noun.end, noun.ofSchoolYear);
}

/** «не реже одного раза в год», «раз в полгода», «1-2 раза в месяц», «дважды в год». */
function timesIn(tokens: readonly Token[], at: number): Item | null {
  const lead = limitAt(tokens, at);
  const often = tokens[lead]?.sense?.is === 'often' ? tokens[lead].sense.n : null;
  const first = often ?? tokens[lead]?.number ?? null;
  const ranged = first !== null && tokens[lead + 1]?.word === '-' && tokens[lead + 2]?.number !== null;
  const times = first === null || often !== null ? lead : lead + (ranged ? 3 : 1);
  const past = often !== null ? lead + 1 : tokens[times]?.sense?.is === 'times' ? times + 1 : null;
  if (past === null) return null;
  const joint = jointEnd(tokens, past);
  if (joint === null) return null;
  const counted = unitOf(tokens[joint]) === null ? (tokens[joint]?.number ?? null) : null;
  const noun = unitAt(tokens, counted === null ? joint : joint + 1);
  return noun === null
    ? null
    : periodOf(first ?? 1, counted ?? 1, noun.unit, at, noun.end, noun.ofSchoolYear);
}

/** Past «в», «за», «в течение». */
function jointEnd(tokens: readonly Token[], at: number): number | null {
  if (!['в', 'во', 'за', '/', 'на'].includes(tokens[at]?.word ?? '')) return null;
  return /^течени[еи]$/.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
}

/** Past «не реже», «не менее», «как минимум». */
function limitAt(tokens: readonly Token[], at: number): number {
  if (
    tokens[at]?.word === 'не' &&
    /^(?:реже|менее|чаще|более|меньше|ранее)$/.test(tokens[at + 1]?.word ?? '')
  ) {
    const comma = tokens[at + 2]?.word === ',' ? at + 3 : at + 2;
    return tokens[comma]?.word === 'чем' ? comma + 1 : comma;
  }
  if (tokens[at]?.word === 'по' && tokens[at + 1]?.number !== null && tokens[at + 2]?.sense?.is === 'times')
    return at + 1;
  if (tokens[at]?.word === 'как' && tokens[at + 1]?.word === 'минимум') return at + 2;
  return tokens[at]?.word === 'минимум' ? at + 1 : at;
}

/** «по полугодиям», «по четвергам». */
function byUnits(tokens: readonly Token[], at: number): Item | null {
  if (tokens[at]?.word !== 'по') return null;
  const noun = tokens[at + 1];
  if (noun?.sense?.is === 'weekday' && /[ая]м$/.test(noun.word)) return repeat('week', at, at + 2);
  const unit = noun?.sense?.is === 'unit' && /[ая]м$/.test(noun.word) ? noun.sense.unit : null;
  return unit === null ? null : periodOf(1, 1, unit, at, at + 2, unit === 'term');
}

function unitAt(
  tokens: readonly Token[],
  at: number,
): { unit: Unit; end: number; ofSchoolYear: boolean } | null {
  const afterSchool = schoolYearWords(tokens, at);
  if (afterSchool > at + 1) return { unit: 'year', end: afterSchool, ofSchoolYear: true };
  const start = tokens[at]?.sense?.is === 'calendar' || tokens[at]?.sense?.is === 'school' ? at + 1 : at;
  const sense = tokens[start]?.sense;
  if (sense?.is !== 'unit') return null;
  const next = start + 1;
  if (sense.unit === 'half-year' || sense.unit === 'term') {
    const afterYear = schoolYearWords(tokens, next);
    return { unit: sense.unit, end: afterYear, ofSchoolYear: sense.unit === 'term' || afterYear > next };
  }
  return { unit: sense.unit, end: next, ofSchoolYear: false };
}

const lengthInMonths: Partial<Record<Unit, number>> = {
  year: 12,
  'half-year': 6,
  quarter: 3,
  term: 3,
  trimester: 4,
  month: 1,
};
const byMonths: Record<number, Every> = { 12: 'year', 6: 'half-year', 4: 'year', 3: 'quarter', 1: 'month' };

/** How often «`times` раз в `count` `unit`» is; a rate between two kinds is the rarer one. */
function periodOf(
  times: number,
  count: number,
  unit: Unit,
  start: number,
  end: number,
  ofSchoolYear: boolean,
): Item {
  const length = lengthInMonths[unit];
  if (length === undefined) {
    return repeat(unit === 'week' && count === 1 ? 'week' : null, start, end, ofSchoolYear);
  }
  const months = (length * count) / Math.max(1, times);
  if (unit === 'trimester' || months > 12) return repeat(null, start, end, ofSchoolYear);
  if (count > 1) return repeat(byMonths[months] ?? null, start, end, ofSchoolYear);
  const every = months <= 1 ? 'month' : months <= 3 ? 'quarter' : months === 6 ? 'half-year' : 'year';
  return repeat(every, start, end, ofSchoolYear);
}
