import type { Dated, Found, Item, Mode } from './item.ts';
import type { Token } from './lexer.ts';
import { pointsAt } from './points.ts';
import type { Points } from './rule.ts';
import { calendarYear, joinShapes, type Shape } from './shape.ts';
import { skipEach, skipOwnYear, skipYearWords } from './skip.ts';
import { yearsAt } from './years.ts';

type Lead = { mode: Mode; next: number; word: string };

/** Longer ones first. The words are joined by one space, a comma stands for itself. */
const leads: readonly (readonly [words: string, mode: Mode])[] = [
  ['не позднее чем до', 'until'],
  ['не позднее , чем до', 'until'],
  ['не позднее , чем', 'until'],
  ['не позднее чем', 'until'],
  ['не позднее', 'until'],
  ['не позже', 'until'],
  ['в срок не позднее', 'until'],
  ['в срок до', 'until'],
  ['в срок по', 'until'],
  ['в срок к', 'until'],
  ['в сроки до', 'until'],
  ['в период до', 'until'],
  ['срок до', 'until'],
  ['на период до', 'until'],
  ['до', 'until'],
  ['к', 'until'],
  ['ко', 'until'],
  ['по', 'until'],
  ['в период с', 'since'],
  ['за период с', 'since'],
  ['на период с', 'since'],
  ['в срок с', 'since'],
  ['в сроки с', 'since'],
  ['период с', 'since'],
  ['начиная с', 'since'],
  ['с', 'since'],
  ['со', 'since'],
  ['от', 'since'],
  ['по состоянию на', 'window'],
  ['в течение', 'window'],
  ['в течении', 'window'],
  ['в теч', 'window'],
  ['на протяжении', 'window'],
  ['во время', 'window'],
  ['в дни', 'window'],
  ['в месяц', 'window'],
  ['в период', 'window'],
  ['на период', 'window'],
  ['в срок', 'window'],
  ['в', 'window'],
  ['во', 'window'],
  ['на', 'window'],
  ['за', 'window'],
];
const leadWords = leads.map(([words, mode]) => ({ words: words.split(' '), mode }));

/** The preposition before a date. */
export function leadAt(tokens: readonly Token[], at: number): Lead {
  const found = leadWords.find(({ words }) =>
    words.every((word, offset) => tokens[at + offset]?.word === word),
  );
  if (found === undefined) return { mode: 'window', next: at, word: '' };
  return { mode: found.mode, next: at + found.words.length, word: found.words.join(' ') };
}

/** A date with its preposition, or years with theirs. */
export function datedAt(tokens: readonly Token[], at: number): Item | null {
  const lead = leadAt(tokens, at);
  const start = lead.next > at ? skipEach(tokens, lead.next) : at;
  const years = yearsAt(tokens, start);
  const range = rangeAt(tokens, start, lead);
  if (range !== null) return item(tokens, at, lead, range);
  if (years === null) return null;
  const mode =
    lead.mode === 'since' && years.value.some(({ first, last }) => first !== last)
      ? spanMode(tokens, lead)
      : lead.mode;
  return { is: 'years', groups: years.value, mode, lead: lead.word, start: at, end: years.next };
}

/** «с 2022 по 2024 год» is the span itself, «с 2022/2023 учебного года» has no end. */
function spanMode(tokens: readonly Token[], lead: Lead): Mode {
  const sign = tokens
    .slice(lead.next, lead.next + 4)
    .find(({ word }) => ['-', '/', 'по', 'до'].includes(word))?.word;
  return sign === '/' || sign === '-' ? lead.mode : 'window';
}

function item(tokens: readonly Token[], at: number, lead: Lead, { value, next }: Found<Range>): Item {
  const { shapes, fromYear, year, exact, periodic, ranged } = value;
  const years = year === null ? null : [{ first: year, last: year, school: false }];
  const dated: Dated = {
    is: 'dated',
    shapes,
    fromYear,
    years,
    yearsFirst: false,
    mode: lead.mode === 'since' && ranged ? 'window' : lead.mode,
    exact,
    led: lead.next > at,
    periodic,
  };
  const past = skipOwnYear(tokens, next);
  return { ...dated, start: at, end: tokens[past]?.word === 'включительно' ? past + 1 : past };
}

type Range = Points & { fromYear: number | null };

function rangeAt(tokens: readonly Token[], at: number, lead: Lead): Found<Range> | null {
  const since = lead.mode === 'since';
  const first = pointsAt(tokens, at, since) ?? (since ? yearAsPoints(tokens, at) : null);
  if (first === null) return null;
  const [only] = first.value.shapes;
  const alone = { value: { ...first.value, fromYear: null }, next: first.next };
  if (only === undefined || first.value.shapes.length > 1) return alone;
  const said = first.value.year === null ? null : { value: first.value.year, next: first.next };
  const own = said ?? (followsYear(tokens, at) ? null : yearAt(tokens, first.next));
  const second = endAt(tokens, own?.next ?? first.next, since);
  if (second === null) return only === calendarYear && tokens[at]?.kind === 'year' ? null : alone;
  const range = { value: joinPoints(only, own?.value ?? null, second.value), next: second.next };
  return chained(tokens, only, range);
}

/** «март-апрель-май». */
function chained(tokens: readonly Token[], first: Shape, range: Found<Range>): Found<Range> {
  const more =
    tokens[range.next]?.word === '-' && range.value.year === null ? endAt(tokens, range.next, false) : null;
  if (more === null) return range;
  return chained(tokens, first, {
    value: joinPoints(first, range.value.fromYear, more.value),
    next: more.next,
  });
}

/** «2022 г. – сентябрь, 2023 г. – май»: the year of the first is before it. */
function followsYear(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at - 1]?.word;
  return (
    (sign === '-' || sign === ':') && (tokens[at - 2]?.kind === 'year' || tokens[at - 3]?.kind === 'year')
  );
}

function joinPoints(from: Shape, fromYear: number | null, to: Points): Range {
  const last = to.shapes.at(-1) ?? from;
  return {
    shapes: [joinShapes(from, last)],
    fromYear,
    year: to.year,
    exact: to.exact,
    periodic: null,
    ranged: true,
  };
}

/** «– 31 мая», «по май», and «до мая» where «с» began. */
function endAt(tokens: readonly Token[], at: number, since: boolean): Found<Points> | null {
  const start = tokens[at]?.word === ',' && since ? at + 1 : at;
  const word = tokens[start]?.word;
  if (word !== '-' && word !== 'по' && !(word === 'до' && since)) return null;
  const next = word === '-' && tokens[start + 1]?.word === 'по' ? start + 2 : start + 1;
  const found =
    pointsAt(tokens, skipEach(tokens, next), false) ?? (word === '-' ? null : yearAsPoints(tokens, next));
  return found === null || found.value.periodic !== null || found.value.shapes.length > 1 ? null : found;
}

/** «с 2022 по май 2024», «с сентября 2022 по 2024 год». */
function yearAsPoints(tokens: readonly Token[], at: number): Found<Points> | null {
  const year = yearAt(tokens, at);
  if (year === null) return null;
  const value = { shapes: [calendarYear], year: year.value, exact: false, periodic: null, ranged: false };
  return { value, next: year.next };
}

/** «2022 г.», also after a comma. */
function yearAt(tokens: readonly Token[], at: number): Found<number> | null {
  const start = tokens[at]?.word === ',' ? at + 1 : at;
  const token = tokens[start];
  if (token?.kind !== 'year' || token.number === null) return null;
  return { value: token.number, next: skipYearWords(tokens, start + 1) };
}
