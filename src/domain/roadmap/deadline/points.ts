import type { Found } from './item.ts';
import type { Token } from './lexer.ts';
import { numberRule } from './numbered.ts';
import { jointAt } from './numbers.ts';
import { type Points, points, type Rule } from './rule.ts';
import {
  calendarYear,
  days,
  halfYear,
  holidays,
  joinShapes,
  months,
  type Part,
  partOf,
  quarter,
  type Shape,
  schoolYear,
  seasons,
  shape,
  term,
} from './shape.ts';
import { isYearWord, schoolYearWords, skipEach, skipYearWords, unitOf } from './skip.ts';
import { yearsAt } from './years.ts';

/** The stretches that begin at this token, without «до», «в» and the years after them. */
export function pointsAt(tokens: readonly Token[], at: number, afterSince: boolean): Found<Points> | null {
  for (const rule of rules) {
    const found = rule(tokens, at, afterSince);
    if (found !== null && found.value.shapes.length > 0) return found;
  }
  return null;
}

const dateRule: Rule = (tokens, at) => {
  const date = tokens[at]?.date;
  if (!date) return null;
  const { day, month, year } = date;
  const stretch = day === null ? months(month, month) : days(month, day, month, day);
  const next = year === null ? at + 1 : skipYearWords(tokens, at + 1);
  return { value: points([shape(stretch)], { year, exact: day !== null }), next };
};

const monthRule: Rule = (tokens, at) => {
  const start = unitOf(tokens[at]) === 'month' && tokens[at + 1]?.sense?.is === 'month' ? at + 1 : at;
  const sense = tokens[start]?.sense;
  if (sense?.is !== 'month') return null;
  const next = unitOf(tokens[start + 1]) === 'month' ? start + 2 : start + 1;
  return { value: points([shape(months(sense.n, sense.n))]), next };
};

/** «начало мая», «в начале и в конце учебного года». */
const partRule: Rule = (tokens, at) => {
  const parts: Part[] = [];
  let next = at;
  let ranged = false;
  for (;;) {
    const token = tokens[next];
    if (token?.sense?.is === 'part') {
      parts.push(token.sense.part);
      next += 1;
    } else if (parts.length > 0 && (token?.word === 'и' || token?.word === ',' || token?.word === '-')) {
      const after = tokens[next + 1]?.word === 'в' ? next + 2 : next + 1;
      if (tokens[after]?.sense?.is !== 'part') break;
      ranged ||= token?.word === '-';
      next = after;
    } else break;
  }
  if (parts.length === 0) return null;
  const whole = wholeAt(tokens, skipEach(tokens, next));
  if (whole === null) return null;
  const { shapes } = whole.value;
  const periodic = whole.value.periodic ?? (tokens[next]?.sense?.is === 'each' ? 'year' : null);
  const stretches = shapes.flatMap((each) => parts.map((part) => partOf(each, part)));
  const [first, last] = [stretches[0], stretches.at(-1)];
  const joins = ranged && shapes.length === 1 && first !== undefined && last !== undefined;
  const value = points(joins ? [joinShapes(first, last)] : stretches, { periodic });
  return { value, next: whole.next };
};

/** What has a beginning and an end. Years are left for whoever reads on. */
function wholeAt(tokens: readonly Token[], at: number): Found<Points> | null {
  if (yearsAt(tokens, at) !== null) return { value: points([eitherYear]), next: at };
  const found = pointsAt(tokens, at, false);
  if (found !== null && !found.value.exact) return found;
  const unit = unitOf(tokens[at]);
  if (unit === 'year') return { value: points([calendarYear]), next: at + 1 };
  const periodic = unit === null ? null : periodicWhole(unit);
  return periodic === null ? null : { value: periodic, next: at + 1 };
}

/** «2022 год» or «2022/2023 учебный год»: the years that follow tell. */
const eitherYear: Shape = { ...calendarYear, inSchoolYear: schoolYear };

function periodicWhole(unit: string): Points | null {
  const numbers = [1, 2, 3, 4];
  if (unit === 'month')
    return points(
      Array.from({ length: 12 }, (_, at) => shape(months(at + 1, at + 1))),
      { periodic: 'month' },
    );
  if (unit === 'quarter') return points(numbers.map(quarter), { periodic: 'quarter' });
  if (unit === 'half-year') return points(numbers.map(halfYear), { periodic: 'half-year' });
  return unit === 'term' ? points(numbers.map(term), { periodic: 'quarter' }) : null;
}

/** «в течение учебного года», «год», «весь календарный год». */
const yearRule: Rule = (tokens, at) => {
  const start = skipEach(tokens, at);
  const afterSchool = schoolYearWords(tokens, start);
  if (afterSchool > start) return { value: points([schoolYear]), next: afterSchool };
  const token = tokens[start];
  const named = token?.sense?.is === 'calendar' ? start + 1 : start;
  const bare = named === start && start === at;
  if (!isYearWord(tokens[named]) || (bare && !/^год/.test(token?.word ?? ''))) return null;
  return { value: points([calendarYear]), next: named + 1 };
};

/** «осень», «осенне-зимний период», «осенние и весенние каникулы». */
const seasonRule: Rule = (tokens, at) => {
  const sense = tokens[at]?.sense;
  if (sense?.is !== 'season') return null;
  if (!sense.adjective) return { value: points([seasons[sense.n - 1] ?? null]), next: at + 1 };
  const spans = [{ from: sense.n, to: sense.n }];
  let next = at + 1;
  let ranged = false;
  for (;;) {
    const joint = jointAt(tokens, next, false);
    const other = joint === null ? undefined : tokens[joint.next]?.sense;
    if (joint === null || other?.is !== 'season' || !other.adjective) break;
    const last = spans.at(-1);
    if (joint.value === 'range' && last !== undefined) last.to = other.n;
    else spans.push({ from: other.n, to: other.n });
    ranged ||= joint.value === 'range';
    next = joint.next + 1;
  }
  const noun = tokens[next];
  const ofHolidays = noun?.sense?.is === 'holidays';
  if (!ofHolidays && !/^(?:период|врем|месяц)/.test(noun?.word ?? '')) return null;
  const list = ofHolidays ? holidays : seasons;
  const shapes = spans.map(({ from, to }) => {
    const [first, last] = [list[from - 1], list[to - 1]];
    return first === undefined || last === undefined ? null : joinShapes(first, last);
  });
  return { value: points(shapes, { ranged }), next: next + 1 };
};

const rules: readonly Rule[] = [dateRule, monthRule, partRule, numberRule, seasonRule, yearRule];
