import { addDays, type Day, dayOfWeek, daysBetween } from '../domain/calendar/day.ts';
import { counted, dayForms, plural } from './plural.ts';

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
const monthsOf = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const monthsIn = [
  'январе',
  'феврале',
  'марте',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августе',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
];

type Parts = { year: string; month: number; day: number };

function parts(day: Day): Parts {
  return { year: day.slice(0, 4), month: Number(day.slice(5, 7)) - 1, day: Number(day.slice(8, 10)) };
}

/** «25 марта». */
function dayAndMonth(day: Day): string {
  const { month, day: date } = parts(day);
  return `${date} ${monthsOf[month] ?? ''}`;
}

/** «25 марта 2022». */
export function dayText(day: Day): string {
  return `${dayAndMonth(day)} ${parts(day).year}`;
}

/** «25 марта 2022, пятница». */
export function dayWithWeekday(day: Day): string {
  return `${dayText(day)}, ${weekdays[dayOfWeek(day) - 1] ?? ''}`;
}

/** «25 марта», with the year where it is not this one. */
export function shortDay(day: Day, today: Day): string {
  return parts(day).year === parts(today).year ? dayAndMonth(day) : dayText(day);
}

/** «до 25 марта», with the year where it is not this one. */
export function untilDay(day: Day, today: Day): string {
  return `до ${shortDay(day, today)}`;
}

/**
 * A window the way people say it: «до 25 марта 2022», «25 марта 2022, пятница», «в октябре 2023»,
 * «в сентябре – октябре 2022», «в 2023 году», «с 1 по 15 сентября 2022».
 */
export function windowText(from: Day | null, to: Day): string {
  if (from === null) return `до ${dayText(to)}`;
  if (from === to) return dayWithWeekday(to);
  const [first, last] = [parts(from), parts(to)];
  const whole = first.day === 1 && parts(addDays(to, 1)).day === 1;
  if (whole) return wholeMonths(first, last);
  const sameYear = first.year === last.year;
  if (sameYear && first.month === last.month) return `с ${first.day} по ${dayText(to)}`;
  return `с ${sameYear ? dayAndMonth(from) : dayText(from)} по ${dayText(to)}`;
}

function wholeMonths(first: Parts, last: Parts): string {
  const wholeYears = first.month === 0 && last.month === 11;
  if (first.year !== last.year) {
    if (wholeYears) return `в ${first.year}–${last.year} годах`;
    return `в ${monthsIn[first.month] ?? ''} ${first.year} – ${monthsIn[last.month] ?? ''} ${last.year}`;
  }
  if (wholeYears) return `в ${first.year} году`;
  if (first.month === last.month) return `в ${monthsIn[first.month] ?? ''} ${first.year}`;
  return `в ${monthsIn[first.month] ?? ''} – ${monthsIn[last.month] ?? ''} ${first.year}`;
}

/** How far the last day is: «остался 1 день», «сегодня последний день», «срок прошёл 3 дня назад». */
export function distanceText(dueOn: Day, today: Day): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'сегодня последний день';
  if (days === -1) return 'срок прошёл вчера';
  if (days < 0) return `срок прошёл ${counted(-days, dayForms)} назад`;
  return `${plural(days, ['остался', 'осталось', 'осталось'])} ${counted(days, dayForms)}`;
}
