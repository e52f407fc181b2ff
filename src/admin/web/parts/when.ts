const time = new Intl.DateTimeFormat('ru', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant on the clock of whoever looks. */
export function whenText(at: string): string {
  return time.format(new Date(at));
}
