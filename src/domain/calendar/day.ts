/**
 * A calendar day, `YYYY-MM-DD`. Strings of this shape sort and compare as days do, so `<` and `===` are the comparison.
 * Integer arithmetic only (days since 1970-01-01, proleptic Gregorian): no time zone can shift a day.
 */
export type Day = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `null` for a day the calendar does not have (31 February) or a year outside 1–9999. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > lengthOfMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function isDay(text: string): text is Day {
  const found = shape.exec(text);
  return found !== null && makeDay(Number(found[1]), Number(found[2]), Number(found[3])) !== null;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(lengthOfMonth(year, month), 2)}`;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The day it is at this instant in the zone. */
export function toDay(instant: Date, timeZone: string): Day {
  const { year, month, day } = wallClock(instant, timeZone);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The instant at which the zone's clocks show this day and `HH:MM`. Where clocks are put forward over that time, the
 * instant just as far behind the jump; where they are put back, the first of the two.
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  const [hours = '0', minutes = '0'] = time.split(':');
  const wished = toNumber(day) * dayMs + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const early = wished - offsetAt(new Date(wished - dayMs), timeZone);
  if (early + offsetAt(new Date(early), timeZone) === wished) return new Date(early);
  const late = wished - offsetAt(new Date(wished + dayMs), timeZone);
  return new Date(late + offsetAt(new Date(late), timeZone) === wished ? late : early);
}

const dayMs = 86_400_000;

function offsetAt(instant: Date, timeZone: string): number {
  const wall = wallClock(instant, timeZone);
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: Date, timeZone: string) {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Days since 1970-01-01 by counting years from March, so that the leap day is the last of its year.
function toNumber(day: Day): number {
  const year = yearOf(day) - (monthOf(day) <= 2 ? 1 : 0);
  const month = (monthOf(day) + 9) % 12;
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * month + 2) / 5) + dayOfMonth(day) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function fromNumber(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const calendarMonth = month < 10 ? month + 3 : month - 9;
  const year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(calendarMonth, 2)}-${pad(day, 2)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
