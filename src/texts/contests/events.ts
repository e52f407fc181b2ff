import { toDay } from '../../domain/calendar/day.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { isAhead } from '../../domain/contests/seats.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import type { Button, Message } from '../../domain/messages/message.ts';
import type { LinkedInvitation } from '../../domain/people/invitation.ts';
import type { Person } from '../../domain/people/person.ts';
import { shortDay } from '../dates.ts';
import { shortName } from '../people.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { contestAction, eventAction } from './actions.ts';
import { contestsButton } from './contest-list.ts';
import { deadlineText, type Moment, spanText, untilClose } from './when.ts';

/** What the chat says of events: games, forums, meetings. */

export const eventWords = {
  registered: 'Записал',
  waiting: 'Вы в листе ожидания',
  refused: 'Место освободил',
  joined: 'Вы в команде',
} as const;

export const titleOf = ({ title }: Pick<Contest, 'title'>) => `«${clip(title, 200)}»`;

/** When and where; the link is for those who come. */
export function whenAndWhere(contest: Contest, moment: Moment, comes: boolean): string[] {
  const { startsAt, endsAt, terms } = contest;
  const { place, link } = terms.event;
  return [
    ...(startsAt === null || endsAt === null ? [] : [`🗓 ${spanText(startsAt, endsAt, moment)}`]),
    ...(place === '' ? [] : [`📍 ${clip(place, 300)}`]),
    ...(comes && link !== '' ? [`🔗 ${link}`] : []),
  ];
}

/** `own`: of whoever reads; `left`: `null` where seats are not counted. */
export function eventCard(
  contest: Contest,
  { fits, own, left }: { fits: boolean; own: Entry | null; left: number | null },
  moment: Moment,
): Message {
  const stage = stageOf(contest, moment.at);
  const { team, event } = contest.terms;
  const rows: Button[][] = [];
  const isFull = left === 0 && !event.waitingList;
  if (own !== null)
    rows.push([{ label: 'Моя запись', action: eventAction('show', own.id), tone: 'primary' }]);
  else if (stage === 'open' && fits && !isFull) {
    const label = left === 0 ? 'В лист ожидания' : 'Записаться';
    rows.push([{ label, action: contestAction('enter', contest.id), tone: 'primary' }]);
    if (team.allowed)
      rows.push([{ label: 'Записать команду', action: contestAction('as-team', contest.id) }]);
  }
  if (contest.regulationsFileId !== null)
    rows.push([{ label: 'Положение (файл)', action: contestAction('rules', contest.id) }]);
  const lines = [
    `🎟 ${titleOf(contest)}`,
    ...(contest.summary === '' ? [] : ['', clip(contest.summary, 1500)]),
    '',
    ...whenAndWhere(contest, moment, own?.state === 'accepted'),
    signingUp(contest, moment),
    ...(stage === 'open' ? seatsLine(left, event.waitingList) : []),
    ...(team.allowed ? [`Можно командой: от ${team.least} до ${team.most} человек.`] : []),
    ...(fits
      ? []
      : ['', 'Это событие для других участников программы. Если это ошибка, напишите координатору.']),
  ];
  return { text: lines.join('\n'), buttons: [...rows, [contestsButton, buttons.ask]] };
}

function signingUp(contest: Contest, moment: Moment): string {
  const stage = stageOf(contest, moment.at);
  if (stage === 'cancelled') return 'Событие отменено.';
  if (stage === 'announced') {
    const opens = shortDay(toDay(contest.opensAt, moment.timeZone), toDay(moment.at, moment.timeZone));
    return `✍️ Запись с ${opens} ${untilClose(contest, moment)}`;
  }
  return stage === 'open' ? `✍️ Запись ${deadlineText(contest, moment)}` : '✍️ Запись закончена.';
}

function seatsLine(left: number | null, waitingList: boolean): string[] {
  if (left === null) return [];
  if (left > 0) return [`Свободных мест: ${left}`];
  return [
    waitingList
      ? 'Мест не осталось, но можно встать в лист ожидания: если кто-то откажется, напишу.'
      : 'Мест не осталось.',
  ];
}

type Shown = {
  members: readonly (Person & { role: 'author' | 'member' })[];
  isAuthor: boolean;
  /** In the waiting list, from 1; `null` for whoever has a seat. */
  turn: number | null;
};

export function registrationCard(
  entry: Entry,
  contest: Contest,
  { members, isAuthor, turn }: Shown,
  moment: Moment,
  mayName: boolean,
): Message {
  const isSeated = entry.state === 'accepted';
  const isCancelled = contest.state === 'cancelled';
  const state = isSeated
    ? `✅ Вы записаны: ${titleOf(contest)}`
    : `⏳ Вы в листе ожидания: ${titleOf(contest)}${turn === null ? '' : `. Ваша очередь — ${turn}`}`;
  const { startsAt } = contest;
  const ahead = isAhead(contest, moment.at);
  const isOpen = stageOf(contest, moment.at) === 'open';
  const rows: Button[][] = [];
  if (isSeated && !isCancelled) {
    rows.push([
      { label: '🎫 Мой билет', action: eventAction('ticket', entry.id), tone: 'primary' },
      { label: '📅 В календарь', action: eventAction('calendar', entry.id) },
    ]);
  }
  if (isAuthor && entry.teamName !== null && isOpen && members.length < contest.terms.team.most)
    rows.push([{ label: 'Пригласить в команду', action: eventAction('call', entry.id) }]);
  if (ahead) rows.push([{ label: 'Отказаться', action: eventAction('refuse', entry.id), tone: 'negative' }]);
  return {
    text: [
      isCancelled ? `Событие ${titleOf(contest)} отменено.` : state,
      '',
      ...whenAndWhere(contest, moment, isSeated),
      ...teamLines(entry, contest, members, mayName),
      ...(ahead && startsAt !== null
        ? ['', 'Не сможете прийти — откажитесь, чтобы место досталось другим.']
        : []),
    ].join('\n'),
    buttons: [...rows, [contestsButton, buttons.ask]],
  };
}

function teamLines(entry: Entry, contest: Contest, members: Shown['members'], mayName: boolean): string[] {
  if (entry.teamName === null) return [];
  const { least, most } = contest.terms.team;
  const name = mayName ? ` «${clip(entry.teamName, 100)}»` : '';
  return [
    '',
    `👥 Команда${name}, человек: ${members.length} (нужно от ${least} до ${most})`,
    ...(mayName ? members.map((each) => `• ${shortName(each)}`) : []),
  ];
}

export function askEventTeam(again = false): Message {
  return {
    text: again
      ? 'Название нужно словами, до 100 знаков. Как называется команда?'
      : 'Как называется ваша команда? Место займут все, кто в неё вступит.',
    buttons: [[buttons.cancel]],
  };
}

export function eventTeamLinks(
  contest: Contest,
  links: LinkedInvitation['links'],
  code: string,
  moment: Moment,
): Message {
  const reached = links.flatMap(({ name, link }) => (link === null ? [] : [`${name}: ${link}`]));
  return {
    text: [
      `Перешлите это тем, кого зовёте в команду на ${titleOf(contest)}. Вступить можно ${untilClose(contest, moment)}, пока есть места.`,
      '',
      ...reached,
      ...(reached.length === 0 ? [`Код, который нужно прислать боту: ${code}`] : []),
    ].join('\n'),
    secret: true,
  };
}

/** For whoever has opened the link. `author`: empty where the name may not be said. */
export function eventTeamInvitation(
  entry: Entry,
  contest: Contest,
  { author, joinAction }: { author: string; joinAction: string },
  moment: Moment,
  mayName: boolean,
): Message {
  const name = mayName && entry.teamName !== null ? ` «${clip(entry.teamName, 100)}»` : '';
  const who = author === '' ? '' : ` Зовёт ${author}.`;
  return {
    text: [
      `Вас зовут в команду${name} на ${titleOf(contest)}.${who} Вступить?`,
      '',
      ...whenAndWhere(contest, moment, false),
    ].join('\n'),
    buttons: [
      [{ label: 'Вступить в команду', action: joinAction, tone: 'positive' }],
      [{ ...buttons.cancel, label: 'Не сейчас' }],
    ],
  };
}

export function reallyRefuse(entry: Entry, contest: Contest, isAuthor: boolean): Message {
  const isTeam = entry.teamName !== null;
  const what = isTeam && isAuthor ? 'Снять с записи всю команду' : isTeam ? 'Выйти из команды' : 'Отказаться';
  const back =
    entry.state === 'accepted' ? ' Место достанется тем, кто ждёт; вернуть его может не получиться.' : '';
  return {
    text: `${what}: ${titleOf(contest)}?${back}`,
    buttons: [
      [{ label: 'Да', action: eventAction('refused', entry.id), tone: 'negative' }],
      [{ label: 'Нет, оставить', action: eventAction('show', entry.id) }],
    ],
  };
}

export function refusedSeat(contest: Contest): Message {
  return { text: `Вы больше не записаны на ${titleOf(contest)}.`, buttons: [[contestsButton]] };
}

export function eventTicket(contest: Contest, file: string, moment: Moment): Message {
  return {
    text: [
      `🎫 Ваш билет: ${titleOf(contest)}. Покажите его на входе, можно прямо с экрана.`,
      '',
      ...whenAndWhere(contest, moment, true),
    ].join('\n'),
    files: [file],
    secret: true,
  };
}

export function noTicket(contest: Contest): Message {
  return { text: `Билет на ${titleOf(contest)} не нужен: на входе назовите фамилию, вы в списке.` };
}

export function eventCalendar(contest: Contest, file: string): Message {
  return { text: `📅 ${titleOf(contest)} для вашего календаря: откройте файл.`, files: [file] };
}
