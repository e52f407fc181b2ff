import { type Day, makeDay, yearOf } from '../calendar/day.ts';

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/**
 * «15.03.2022», «15/3/22», «15 марта 2022 г.», «2022-03-15». A year of two digits is of the hundred years that end with
 * the present one. `null` for what is no day.
 */
export function readDate(words: string, today: Day): Day | null {
  const text = words.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found =
    /^(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2}|[а-я]+)\.?(?:\s*[./-]\s*|\s+)(\d{4}|\d{2})(?:\s*(?:г\.?|года?))?$/.exec(
      text,
    );
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  const monthNumber = /^\d/.test(month)
    ? Number(month)
    : months.findIndex((name) => month.startsWith(name)) + 1;
  return makeDay(wholeYear(year, today), monthNumber, Number(day));
}

function wholeYear(year: string, today: Day): number {
  if (year.length === 4) return Number(year);
  const now = yearOf(today);
  const near = now - (now % 100) + Number(year);
  return near > now ? near - 100 : near;
}
