import { type Day, toDay } from '../../domain/calendar/day.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { PlannedMilestone } from '../../domain/contests/milestones.ts';
import { dayText, windowText } from '../dates.ts';

type Named = Pick<Contest, 'kind' | 'title' | 'startsAt'>;

/**
 * What a task adds to the title of its item: «приём работ до 31 марта 2022», after the contest's name where the item does not
 * say it. Without names of people, as every title.
 */
export function milestoneWords(
  { kind, title, startsAt }: Named,
  planned: PlannedMilestone,
  itemTitle: string,
  timeZone: string,
): string {
  const begins = startsAt === null ? planned.to : toDay(startsAt, timeZone);
  const what = whatToDo(planned, kind === 'event', begins);
  if (bare(itemTitle).includes(bare(title))) return what;
  return `${title.includes('«') ? title : `«${title}»`}, ${what}`;
}

function whatToDo({ milestone, to }: PlannedMilestone, isEvent: boolean, begins: Day): string {
  switch (milestone) {
    case 'entries':
      return `${isEvent ? 'регистрация' : 'приём работ'} до ${dayText(to)}`;
    case 'judging':
      return `работа жюри до ${dayText(to)}`;
    case 'results':
      return `подвести итоги до ${dayText(to)}`;
    case 'event':
      return `провести ${begins < to ? windowText(begins, to) : dayText(to)}`;
  }
}

/** «Конкурс “Мой  наставник”» says «Мой наставник», whatever its quotes. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[«»"“”„]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
