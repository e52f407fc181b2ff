import { type Day, toDay } from '../../domain/calendar/day.ts';
import type { ContestKind } from '../../domain/contests/contest.ts';
import type { ContestSettings } from '../../domain/contests/contest-settings.ts';
import { contestLimits } from '../../domain/contests/contest-settings.ts';
import { dayText } from '../dates.ts';

type Told = Pick<
  ContestSettings,
  'title' | 'summary' | 'announcement' | 'opensAt' | 'closesAt' | 'startsAt' | 'terms' | 'nominations'
>;

/** What a contest is announced with, unless staff have written their own: for the wall and for messages alike. */
export function announcementText(kind: ContestKind, contest: Told, timeZone: string): string {
  if (contest.announcement !== '') return contest.announcement;
  const lines = [
    kind === 'event' ? `Приглашаем: ${contest.title}` : `Начинаем конкурс: ${contest.title}`,
    contest.summary,
    nominationLines(contest),
    whenLine(kind, contest, timeZone),
    placeLine(kind, contest),
    kind === 'event'
      ? 'Записаться можно у бота программы: команда «Конкурсы» в меню.'
      : 'Участвовать можно через бота программы: команда «Конкурсы» в меню.',
  ];
  const text = lines.filter((line) => line !== '').join('\n\n');
  return text.length <= contestLimits.announcement
    ? text
    : `${text.slice(0, contestLimits.announcement - 1)}…`;
}

function nominationLines({ nominations, terms }: Told): string {
  const live = nominations.filter(({ archived }) => !archived);
  if (live.length === 0) return terms.hashtags.join(' ');
  const lines = live.map(
    ({ title, hashtags }) =>
      `— ${[title, [...terms.hashtags, ...hashtags].join(' ')].filter(Boolean).join(': ')}`,
  );
  return [live.length === 1 ? 'Номинация:' : 'Номинации:', ...lines].join('\n');
}

function whenLine(kind: ContestKind, { opensAt, closesAt, startsAt }: Told, timeZone: string): string {
  const day = (instant: Date): Day => toDay(instant, timeZone);
  const taking = `${kind === 'event' ? 'Запись' : 'Приём работ'} с ${dayText(day(opensAt))} по ${dayText(day(closesAt))} включительно.`;
  if (startsAt === null) return taking;
  const time = new Intl.DateTimeFormat('ru', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    startsAt,
  );
  return `Когда: ${dayText(day(startsAt))}, ${time}. ${taking}`;
}

function placeLine(kind: ContestKind, { terms: { event } }: Told): string {
  if (kind !== 'event') return '';
  return [event.place === '' ? '' : `Где: ${event.place}.`, event.link].filter(Boolean).join(' ');
}
