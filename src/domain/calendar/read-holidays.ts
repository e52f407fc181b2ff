import { addDays, type Day, daysBetween, makeDay } from './day.ts';

export type HolidayDay = { day: Day; working: boolean; name: string };
/** `line` counts from 1. */
export type HolidayFault = {
  line: number;
  text: string;
  fault: 'no-day' | 'other-year' | 'no-name' | 'too-long';
};

const date = String.raw`(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?|(\d{4})-(\d{2})-(\d{2})`;
const line = new RegExp(String.raw`^(?:${date})(?:\s*(?:[-–—]|по)\s*(?:${date}))?[\s;,:.–—-]*(.*)$`, 'u');
const working = /^(?:рабочий(?:\s+день)?|working)[\s;,:.–—-]*/iu;
const longest = 31;

/**
 * Days that differ from their weekday, one line each: `01.01 – 08.01 Новогодние каникулы`, `01.11.2027 рабочий Перенос с 3 ноября`,
 * `2027-06-12 День России`. Without a year: of the year asked for. A later line about a day wins.
 */
export function readHolidays(text: string, year: number): { days: HolidayDay[]; faults: HolidayFault[] } {
  const days = new Map<Day, HolidayDay>();
  const faults: HolidayFault[] = [];
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const typed = raw.trim();
    if (typed === '') continue;
    const read = readLine(typed, year);
    if (typeof read === 'string') faults.push({ line: index + 1, text: typed.slice(0, 200), fault: read });
    else for (const each of read) days.set(each.day, each);
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), faults };
}

function readLine(typed: string, year: number): HolidayDay[] | HolidayFault['fault'] {
  const found = line.exec(typed);
  if (found === null) return 'no-day';
  const first = dayOf(found.slice(1, 7), year);
  const hasLast = found.slice(7, 13).some((part) => part !== undefined);
  const last = hasLast ? dayOf(found.slice(7, 13), year) : first;
  if (first === null || last === null) return 'no-day';
  if (!first.startsWith(`${year}-`) || !last.startsWith(`${year}-`)) return 'other-year';
  const length = daysBetween(first, last);
  if (length < 0) return 'no-day';
  if (length >= longest) return 'too-long';
  const rest = found[13] ?? '';
  const name = rest.replace(working, '').trim();
  if (name === '') return 'no-name';
  if (name.length > 200) return 'too-long';
  const isWorking = working.test(rest);
  return Array.from({ length: length + 1 }, (_, ahead) => ({
    day: addDays(first, ahead),
    working: isWorking,
    name,
  }));
}

function dayOf(parts: readonly (string | undefined)[], year: number): Day | null {
  const [day, month, own, isoYear, isoMonth, isoDay] = parts;
  if (isoYear !== undefined) return makeDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  return makeDay(own === undefined ? year : Number(own), Number(month), Number(day));
}
