import type { Found } from './item.ts';
import type { Token } from './lexer.ts';
import type { Every } from './lexicon.ts';
import { jointAt, type Numbers, numbersAt } from './numbers.ts';
import { type Points, points, type Rule } from './rule.ts';
import {
  days,
  decade,
  halfOfMonth,
  halfOfSchoolYear,
  halfYear,
  joinShapes,
  never,
  quarter,
  type Shape,
  shape,
  term,
  week,
  weekdayOf,
} from './shape.ts';
import { schoolYearWords, skipEach, skipYearOfUnit, unitOf } from './skip.ts';
import { yearsAt } from './years.ts';

/** «1 и 15 сентября», «I, III кварталы», «вторая неделя мая», «последняя пятница месяца», «до 5 числа». */
export const numberRule: Rule = (tokens, at, afterSince) => {
  const numbers = numbersAt(tokens, at, afterSince);
  if (numbers === null) return null;
  const joint = jointAt(tokens, numbers.next, afterSince);
  const date = joint === null ? undefined : tokens[joint.next];
  if (joint !== null && date?.date?.day) return daysBeforeDate(numbers.value, joint, date);
  const sense = tokens[numbers.next]?.sense;
  const counted = tokens[at]?.sense;
  if (counted?.is === 'count' && !counted.ordinal) return null;
  const { spans, ranged } = numbers.value;
  if (sense?.is === 'month') {
    const named = monthsAt(tokens, numbers.next);
    const shapes = named.value.flatMap((n) => spans.map(({ from, to }) => shape(days(n, from, n, to))));
    return { value: points(shapes, { exact: true, ranged }), next: named.next };
  }
  const after = numbers.next + 1;
  if (sense?.is === 'weekday')
    return withinMonth(tokens, after, numbers.value, (n, m) => weekdayOf(n, sense.n, m));
  return sense?.is === 'unit' ? ofUnit(tokens, after, numbers.value, sense.unit) : null;
};

/** The month of a day, and more in the genitive: «до 5 числа апреля, июля и октября». */
function monthsAt(tokens: readonly Token[], at: number): Found<number[]> {
  const found: number[] = [];
  let next = at;
  for (;;) {
    const token = tokens[next];
    const more = token?.sense?.is === 'month' && (found.length === 0 || /[яа]$/.test(token.word));
    if (token?.sense?.is !== 'month' || !more) break;
    found.push(token.sense.n);
    next = isJoint(tokens[next + 1]) ? next + 2 : next + 1;
  }
  const past = isJoint(tokens[next - 1]) ? next - 1 : next;
  return { value: found, next: unitOf(tokens[past]) === 'month' ? past + 1 : past };
}

function isJoint(token: Token | undefined): boolean {
  return token?.word === ',' || token?.word === 'и';
}

/** «15–20.10.2023», «1, 15.09». */
function daysBeforeDate(
  numbers: Numbers,
  joint: Found<'range' | 'list'>,
  token: Token,
): Found<Points> | null {
  if (!token.date?.day) return null;
  const { day, month, year } = token.date;
  const spans = numbers.spans.map((span) => ({ ...span }));
  const last = spans.at(-1);
  if (joint.value === 'range' && last !== undefined) last.to = day;
  else spans.push({ from: day, to: day });
  const shapes = spans.map(({ from, to }) => shape(days(month, from, month, to)));
  const ranged = numbers.ranged || joint.value === 'range';
  return { value: points(shapes, { year, exact: true, ranged }), next: joint.next + 1 };
}

function ofUnit(tokens: readonly Token[], at: number, numbers: Numbers, unit: string): Found<Points> | null {
  if (unit === 'quarter') return each(numbers, quarter, skipYearOfUnit(tokens, at));
  if (unit === 'term') return each(numbers, term, skipYearOfUnit(tokens, at));
  if (unit === 'half-year') return halvesAt(tokens, at, numbers);
  if (unit === 'week') return withinMonth(tokens, at, numbers, week);
  if (unit === 'decade') return withinMonth(tokens, at, numbers, decade);
  if (unit === 'date') return datesAt(tokens, at, numbers);
  if (unit === 'half') return withinMonth(tokens, at, numbers, halfOfMonth) ?? halvesAt(tokens, at, numbers);
  return unit === 'day' ? withinMonth(tokens, at, numbers, dayOfMonth) : null;
}

function each(numbers: Numbers, make: (n: number) => Shape | null, next: number): Found<Points> {
  const { spans, ranged } = numbers;
  const shapes = spans.map(({ from, to }) => {
    const [first, last] = [make(from), make(to)];
    return first === null || last === null || from > to ? never : joinShapes(first, last);
  });
  return { value: points(shapes, { ranged }), next };
}

function halvesAt(tokens: readonly Token[], at: number, numbers: Numbers): Found<Points> {
  if (yearsAt(tokens, at) !== null) return each(numbers, halfYear, at);
  const afterSchool = schoolYearWords(tokens, at);
  if (afterSchool > at) return each(numbers, halfOfSchoolYear, afterSchool);
  return each(numbers, halfYear, skipYearOfUnit(tokens, at));
}

/** «… сентября», «… каждого месяца», «… месяца», and nothing beside «ежемесячно». */
function withinMonth(
  tokens: readonly Token[],
  at: number,
  { spans, ranged }: Numbers,
  make: (n: number, month: number) => Shape | null,
): Found<Points> | null {
  const start = skipEach(tokens, at);
  const inMonths = (months: readonly number[]) =>
    months.flatMap((month) =>
      spans.map(({ from, to }) => {
        const [first, last] = [make(from, month), make(to, month)];
        return first === null || last === null ? never : joinShapes(first, last);
      }),
    );
  const named = monthsAt(tokens, start);
  if (named.value.length > 0) return { ...named, value: points(inMonths(named.value), { ranged }) };
  const ofUnit = monthOfUnit(tokens, start);
  if (ofUnit !== null) {
    const { months, periodic } = ofUnit.value;
    return { value: points(inMonths(months), { periodic, ranged }), next: ofUnit.next };
  }
  const ofMonth = unitOf(tokens[start]) === 'month';
  if (!ofMonth && !isMonthlyNear(tokens, at)) return null;
  const value = points(inMonths(everyMonth), { periodic: 'month', ranged });
  return { value, next: ofMonth ? skipNextMonth(tokens, start + 1) : at };
}

const everyMonth = Array.from({ length: 12 }, (_, at) => at + 1);

/** «ежемесячно, в последнюю пятницу». */
function isMonthlyNear(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 8), at + 4);
  const once = near.findIndex(({ sense }) => sense?.is === 'times');
  return near.some(({ sense }, place) => {
    if (sense?.is === 'every') return sense.every === 'month';
    return once >= 0 && place > once && sense?.is === 'unit' && sense.unit === 'month';
  });
}

/** «… последнего месяца квартала», «… первого месяца полугодия»; a quarter where no unit is said. */
function monthOfUnit(
  tokens: readonly Token[],
  at: number,
): Found<{ months: number[]; periodic: Every }> | null {
  const sense = tokens[at]?.sense;
  const nth = sense?.is === 'last' ? 0 : sense?.is === 'count' && sense.ordinal ? sense.n : null;
  if (nth === null || unitOf(tokens[at + 1]) !== 'month') return null;
  const start = skipEach(tokens, at + 2);
  const unit = unitOf(tokens[start]);
  const step = unit === 'half-year' ? 6 : 3;
  const months = Array.from({ length: 12 / step }, (_, unitAt) => unitAt * step + (nth === 0 ? step : nth));
  const periodic = unit === 'half-year' ? unit : 'quarter';
  return {
    value: { months, periodic },
    next: unit === 'quarter' || unit === 'half-year' ? start + 1 : at + 2,
  };
}

function dayOfMonth(n: number, month: number): Shape | null {
  return shape(days(month, n, month, n));
}

/** «15 числа сентября», «в последних числах мая», «до 5 числа», «1, 15 числа каждого месяца, следующего за отчетным». */
function datesAt(tokens: readonly Token[], at: number, numbers: Numbers): Found<Points> | null {
  const vague = /^(?:первы|последни)[ех]$/.test(tokens[at - 2]?.word ?? '');
  const within = withinMonth(tokens, at, numbers, vague ? decade : dayOfMonth);
  if (within !== null)
    return { ...within, value: { ...within.value, exact: within.value.periodic === null } };
  if (numbers.spans.some(({ from, to }) => from > to || to > 31 || from === 0)) return null;
  const shapes = everyMonth.flatMap((month) =>
    numbers.spans.map(({ from, to }) => shape(days(month, from, month, to))),
  );
  return { value: points(shapes, { periodic: 'month', ranged: numbers.ranged }), next: at };
}

/** «месяца, следующего за отчетным кварталом». */
function skipNextMonth(tokens: readonly Token[], at: number): number {
  const start = tokens[at]?.word === ',' ? at + 1 : at;
  if (!/^следующ/.test(tokens[start]?.word ?? '')) return at;
  let next = start + 1;
  while (/^за$|^отчетн/.test(tokens[next]?.word ?? '') || (next > start + 1 && unitOf(tokens[next]) !== null))
    next += 1;
  return /^период/.test(tokens[next]?.word ?? '') ? next + 1 : next;
}
