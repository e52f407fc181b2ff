let timeZone;

/** The zone that all times on the page are shown in. */
export function setTimeZone(zone) {
  timeZone = zone ?? undefined;
}

const format = (options, at) => new Intl.DateTimeFormat('ru-RU', { ...options, timeZone }).format(at);

export const dayOf = (at) => format({ day: 'numeric', month: 'long', year: 'numeric' }, at);
export const weekdayOf = (at) =>
  format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }, at);
export const timeOf = (at) => format({ hour: '2-digit', minute: '2-digit' }, at);
