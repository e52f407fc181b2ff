const time = new Intl.DateTimeFormat('ru', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' });

/** An instant on the clock of whoever looks. */
export function whenText(at: string): string {
  return time.format(new Date(at));
}

/** «5 октября 2026 г.», the day of an instant where the browser is. */
export function dayOf(instant: string): string {
  return day.format(new Date(instant));
}

/** Of a calendar day, the same wherever the browser is. */
export function calendarDay(value: string): string {
  const [year = 0, month = 1, date = 1] = value.split('-').map(Number);
  return day.format(new Date(year, month - 1, date));
}
