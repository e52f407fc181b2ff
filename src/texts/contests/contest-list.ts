import { toDay } from '../../domain/calendar/day.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import { openNominations } from '../../domain/contests/entering.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import { shortDay } from '../dates.ts';
import { counted, type Forms } from '../plural.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { contestAction } from './actions.ts';
import { deadlineText, instantText, type Moment, untilClose } from './when.ts';

export const myEntriesButton: Button = { label: '📝 Мои работы', action: 'contest:mine' };
export const contestsButton: Button = { label: 'Все конкурсы', action: 'contest:all' };
export const namingsButton: Button = { label: 'Меня называют в работах', action: 'contest:namings' };

const workForms: Forms = ['работа', 'работы', 'работ'];
/** The last row is for one's own. */
const shownContests = limits.buttonRows - 2;

/** `running`: announced ones, those that take works now and those that will. */
export function contestList(
  running: readonly Contest[],
  { own, namings, events }: { own: number; namings: number; events: readonly Contest[] },
  moment: Moment,
): Message {
  const isOwn = ({ id }: Contest) => events.some((each) => each.id === id);
  const now = running.filter((contest) => stageOf(contest, moment.at) === 'open' && !isOwn(contest));
  const open = now.filter(({ kind }) => kind !== 'event');
  const taking = now.filter(({ kind }) => kind === 'event');
  const soon = running.filter((contest) => stageOf(contest, moment.at) === 'announced');
  const today = toDay(moment.at, moment.timeZone);
  const lines = [
    ...(open.length > 0 ? ['Сейчас принимаем работы:'] : []),
    ...open.map((contest) => `• «${clip(contest.title, 200)}» — ${deadlineText(contest, moment)}`),
    ...(taking.length > 0 ? [...(open.length > 0 ? [''] : []), 'Идёт запись:'] : []),
    ...taking.map((contest) => `• «${clip(contest.title, 200)}»${begins(contest, moment)}`),
    ...(events.length > 0 ? [...(now.length > 0 ? [''] : []), 'Вы записаны:'] : []),
    ...events.map((contest) => `• «${clip(contest.title, 200)}»${begins(contest, moment)}`),
    ...(soon.length > 0 ? [...(now.length + events.length > 0 ? [''] : []), 'Скоро:'] : []),
    ...soon.map(
      ({ title, opensAt, kind }) =>
        `• «${clip(title, 200)}» — ${kind === 'event' ? 'запись' : 'приём'} с ${shortDay(toDay(opensAt, moment.timeZone), today)}`,
    ),
  ];
  const text =
    lines.length > 0 ? `🏆 Конкурсы\n\n${lines.join('\n')}` : 'Сейчас конкурсов нет. Объявим — напишу.';
  return {
    text: own > 0 ? `${text}\n\nУ вас ${counted(own, workForms)}.` : text,
    buttons: [
      ...[...events, ...now, ...soon]
        .slice(0, shownContests)
        .map((contest): Button[] => [
          { label: clip(contest.title, limits.label), action: contestAction('show', contest.id) },
        ]),
      ...(own > 0 ? [[myEntriesButton]] : []),
      ...(namings > 0 ? [[namingsButton]] : []),
      ...(own === 0 && namings === 0 ? [[buttons.ask]] : []),
    ],
  };
}

/** « — 25 октября в 14:00». */
function begins({ startsAt }: Contest, moment: Moment): string {
  return startsAt === null ? '' : ` — ${instantText(startsAt, moment)}`;
}

/** One contest as a participant reads it; `fits`: whether this person may take part. */
export function contestCard(contest: Contest, fits: boolean, moment: Moment): Message {
  const stage = stageOf(contest, moment.at);
  const today = toDay(moment.at, moment.timeZone);
  const nominations = openNominations(contest);
  const { terms, resultsOn } = contest;
  const lines = [
    `🏆 «${clip(contest.title, 300)}»`,
    ...(contest.summary === '' ? [] : ['', clip(contest.summary, 1500)]),
    '',
    stage === 'announced'
      ? `🗓 Приём работ с ${shortDay(toDay(contest.opensAt, moment.timeZone), today)} ${untilClose(contest, moment)}`
      : `🗓 Приём работ ${deadlineText(contest, moment)}`,
    ...(resultsOn === null ? [] : [`Итоги: ${shortDay(resultsOn, today)}`]),
    ...(nominations.length > 1 ? ['', 'Номинации:', ...nominations.map(nominationLine)] : []),
    ...(contest.kind === 'post' && nominations.length === 1
      ? tagLine(contest, nominations[0]?.id ?? '')
      : []),
    ...(terms.team.allowed ? [`Можно командой, до ${terms.team.most} человек.`] : []),
    ...(fits
      ? []
      : ['', 'Этот конкурс для других участников программы. Если это ошибка, напишите координатору.']),
  ];
  const rows: Button[][] = [];
  if (stage === 'open' && fits) {
    rows.push([{ label: 'Участвовать', action: contestAction('enter', contest.id), tone: 'primary' }]);
  }
  if (contest.regulationsFileId !== null) {
    rows.push([{ label: 'Положение (файл)', action: contestAction('rules', contest.id) }]);
  }
  return { text: lines.join('\n'), buttons: [...rows, [contestsButton, buttons.ask]] };
}

function nominationLine({ title, description }: Contest['nominations'][number]): string {
  return `• «${clip(title, 150)}»${description === '' ? '' : ` — ${clip(description, 200)}`}`;
}

/** «Хештеги: #МойНаставник #Глазов». */
function tagLine(contest: Contest, nominationId: string): string[] {
  const tags = hashtagsOf(contest, nominationId);
  return tags.length === 0 ? [] : [`Хештеги: ${tags.join(' ')}`];
}

/** All that a post of this nomination needs. */
export function hashtagsOf({ nominations, terms }: Contest, nominationId: string): string[] {
  const own = nominations.find(({ id }) => id === nominationId)?.hashtags ?? [];
  return [...new Set([...own, ...terms.hashtags].map((tag) => `#${tag.trim().replace(/^#/, '')}`))];
}

export function regulations(contest: Contest): Message {
  return {
    text: `Положение конкурса «${clip(contest.title, 300)}»`,
    files: contest.regulationsFileId === null ? [] : [contest.regulationsFileId],
  };
}

/** `action` of one nomination's button, by its id. */
export function chooseNomination(contest: Contest, action: (nominationId: string) => string): Message {
  const nominations = openNominations(contest).slice(0, limits.buttonRows);
  return {
    text: ['Выберите номинацию.', '', ...nominations.map(nominationLine)].join('\n'),
    buttons: nominations.map(({ id, title }) => [{ label: clip(title, limits.label), action: action(id) }]),
  };
}
