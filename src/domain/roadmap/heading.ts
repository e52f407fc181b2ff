import type { Day } from '../calendar/day.ts';
import { isDay } from '../calendar/day.ts';
import type { Period } from './deadline/read-deadline.ts';
import { fold, type RoadmapOrder } from './roadmap.ts';

const months = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const year = String.raw`(20\d{2})`;
const date = String.raw`«?"?(\d{1,2})»?"?[\s.]+(\d{1,2}|(?:${months.join('|')})[а-я]*)[\s.]+(\d{4}|\d{2}(?!\d))`;
// Bounded, so that a page of letters stays quick to search.
const number = String.raw`(?:№|(?<!\p{L})N[oº°]?)\s*([\p{L}\d]{1,20}(?:\s?[-–/.]\s?[\p{L}\d]{1,20}){0,4})`;
const dateThenNumber = new RegExp(String.raw`от\s+${date}\s*(?:г\.?|года)?\s*${number}`, 'iu');
const numberThenDate = new RegExp(String.raw`${number}\s+от\s+${date}`, 'iu');
const betweenDays =
  /(\d{2})\.(\d{2})\.(20\d{2})\s*(?:г\.?)?\s*(?:по|до|[-–—])\s*(\d{2})\.(\d{2})\.(20\d{2})/iu;
const titleWords =
  /^(?:(?:муниципальн|программ)\S*\s+)?(?:\S+\s+)?(?:план|дорожн\S+\s+карт|комплекс\s+мер)/iu;

export type Heading = { title: string; order: RoadmapOrder | null; period: Period | null };

/** What stands above the table: the roadmap's title, the order that approved it, the period that the title names. */
export function readHeading(paragraphs: readonly string[]): Heading {
  const lines = paragraphs.map(fold).filter((line) => line !== '');
  const from = titleStart(lines);
  const title = fold(lines.slice(from).join(' '));
  return {
    title,
    order: readOrder(lines.slice(0, from).join(' ')) ?? readOrder(title),
    period: periodOf(title),
  };
}

function titleStart(lines: readonly string[]): number {
  const worded = lines.findIndex((line) => titleWords.test(line) && !dateThenNumber.test(line));
  if (worded !== -1) return worded;
  const mentioned = lines.findLastIndex((line) => /дорожн\S+\s+карт|план\S*\s/iu.test(line));
  return mentioned === -1 ? Math.max(0, lines.length - 1) : mentioned;
}

function readOrder(text: string): RoadmapOrder | null {
  const first = dateThenNumber.exec(text);
  if (first !== null) return orderOf(first[4], first[1], first[2], first[3]);
  const second = numberThenDate.exec(text);
  return second === null ? null : orderOf(second[1], second[2], second[3], second[4]);
}

function orderOf(written = '', day = '', month = '', yearWritten = ''): RoadmapOrder | null {
  const named = months.findIndex((name) => new RegExp(`^${name}`, 'iu').test(month));
  const monthNumber = named === -1 ? Number(month) : named + 1;
  const fullYear = yearWritten.length === 2 ? `20${yearWritten}` : yearWritten;
  const on = `${fullYear}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? { number: written.replace(/\s/gu, ''), on } : null;
}

/**
 * «на 2022 – 2024г.г.», «2022-2024 учебные годы», «на 2023 год», `null` where no year is named. A school year runs from 1 September to 31 May,
 * as in the deadlines.
 */
export function periodOf(title: string): Period | null {
  const days = betweenDays.exec(title);
  if (days !== null) return periodOfDays(days);
  const span = new RegExp(
    String.raw`${year}\s*(?:г{0,2}\.?)?\s*(?:(?:[-–—−/,]|и|по)\s*${year}|[-–—−/]\s*(\d{2})(?![\d.]))`,
    'iu',
  ).exec(title);
  const single =
    new RegExp(String.raw`${year}\s*(?:-?\s*(?:г|уч)|$)`, 'iu').exec(title) ??
    new RegExp(year, 'u').exec(title);
  const years = span === null ? [single?.[1]] : yearsOf(title, span);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined || last < first) return null;
  if (/уч(?:\.|ебн)/iu.test(title)) {
    const end = last === first ? String(Number(last) + 1) : last;
    return { from: `${first}-09-01`, to: `${end}-05-31` };
  }
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

/** «с 01.09.2022 по 31.05.2023». */
function periodOfDays([
  ,
  fromDay = '',
  fromMonth = '',
  fromYear = '',
  toDay = '',
  toMonth = '',
  toYear = '',
]: RegExpExecArray): Period | null {
  const from = `${fromYear}-${fromMonth}-${fromDay}`;
  const to = `${toYear}-${toMonth}-${toDay}`;
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** «2022, 2023, 2024»: a list may go on after its second year. */
function yearsOf(title: string, span: RegExpExecArray): string[] {
  const second = span[2] ?? `20${span[3] ?? ''}`;
  const further = [...title.slice(span.index + span[0].length).matchAll(/^\s*(?:[-–—,]|и)\s*(20\d{2})/gu)];
  return [span[1] ?? '', second, ...further.map((each) => each[1] ?? '')];
}

/** The years that the cells name, for a title that names none. */
export function periodOfCells(deadlines: readonly string[]): Period | null {
  const years = deadlines.flatMap((text) => text.match(/(?<!\d)20\d{2}(?!\d)/gu) ?? []).sort();
  const [first] = years;
  const last = years.at(-1);
  return first === undefined || last === undefined
    ? null
    : { from: `${first}-01-01` as Day, to: `${last}-12-31` as Day };
}
