import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { LinkedInvitation } from '../../domain/people/invitation.ts';
import type { Person } from '../../domain/people/person.ts';
import { shortName } from '../people.ts';
import { registrationRows } from '../registration.ts';
import { buttons } from '../talk.ts';
import { clip } from '../tasks.ts';
import { entryAction } from './actions.ts';
import { entryButton, inContest } from './check-result.ts';
import { type Moment, untilClose } from './when.ts';

type Member = Person & { role: 'author' | 'member' };

export function teamCard(
  entry: Entry,
  contest: Contest,
  members: readonly Member[],
  mayName: boolean,
): Message {
  const { least, most } = contest.terms.team;
  const name = mayName && entry.teamName !== null ? ` «${clip(entry.teamName, 100)}»` : '';
  const lines = [
    `👥 Команда${name}, человек: ${members.length} (нужно от ${least} до ${most})`,
    ...(mayName
      ? members.map((each) => `• ${shortName(each)}${each.role === 'author' ? ' — подал(а) работу' : ''}`)
      : []),
  ];
  return {
    text: lines.join('\n'),
    buttons: [
      ...(members.length < most
        ? [
            [
              {
                label: 'Пригласить в команду',
                action: entryAction('call-team', entry.id),
                tone: 'primary' as const,
              },
            ],
          ]
        : []),
      [entryButton(entry)],
    ],
  };
}

export function teamLinks(
  contest: Contest,
  links: LinkedInvitation['links'],
  code: string,
  moment: Moment,
): Message {
  const reached = links.flatMap(({ name, link }) => (link === null ? [] : [`${name}: ${link}`]));
  return {
    text: [
      `Перешлите это тем, кого зовёте в команду на конкурс «${clip(contest.title, 200)}». Вступить можно ${untilClose(contest, moment)}.`,
      '',
      ...reached,
      ...(reached.length === 0 ? [`Код, который нужно прислать боту: ${code}`] : []),
    ].join('\n'),
    secret: true,
  };
}

/** For whoever has opened the link. `author`: empty where the name may not be said. */
export function teamInvitation(
  entry: Entry,
  contest: Contest,
  { author, joinAction }: { author: string; joinAction: string },
  mayName: boolean,
): Message {
  const name = mayName && entry.teamName !== null ? ` «${clip(entry.teamName, 100)}»` : '';
  const who = author === '' ? '' : ` Работу подаёт ${author}.`;
  return {
    text: `Вас зовут в команду${name} на конкурс ${inContest(entry, contest)}.${who} Вступить?`,
    buttons: [
      [{ label: 'Вступить в команду', action: joinAction, tone: 'positive' }],
      [{ ...buttons.cancel, label: 'Не сейчас' }],
    ],
  };
}

/** Whoever the bot does not know yet joins nothing. */
export function knowFirst(): Message {
  return {
    text: 'Вас зовут в команду на конкурс, но мы ещё не знакомы. Выберите, кто вы, заполните анкету — и откройте эту ссылку ещё раз.',
    buttons: [...registrationRows(), [buttons.ask]],
  };
}

export function teamGone(): Message {
  return { text: 'Эта ссылка в команду уже не действует.', buttons: [[buttons.ask]] };
}

export function joinedTeam(entry: Entry, contest: Contest): Message {
  return {
    text: `✅ Вы в команде на конкурс ${inContest(entry, contest)}. Работа — в «Моих работах».`,
    buttons: [[entryButton(entry)]],
  };
}

/** For the author. `who`: empty where the name may not be said. */
export function joinedNews(entry: Entry, contest: Contest, who: string): Message {
  return {
    text: `👥 В вашу команду на конкурс ${inContest(entry, contest)} ${who === '' ? 'вступил ещё один участник' : `вступил(а) ${who}`}.`,
    buttons: [[entryButton(entry)]],
  };
}

export function leftNews(entry: Entry, contest: Contest, who: string): Message {
  return {
    text: `👥 Из вашей команды на конкурс ${inContest(entry, contest)} ${who === '' ? 'вышел участник' : `вышел(а) ${who}`}.`,
    buttons: [[entryButton(entry)]],
  };
}

export function reallyLeave(entry: Entry, contest: Contest): Message {
  return {
    text: `Выйти из команды на конкурсе ${inContest(entry, contest)}?`,
    buttons: [
      [{ label: 'Да, выйти', action: entryAction('left', entry.id), tone: 'negative' }],
      [{ label: 'Нет, остаться', action: entryAction('show', entry.id) }],
    ],
  };
}

export function leftTeam(contest: Contest): Message {
  return { text: `Вы вышли из команды на конкурсе «${clip(contest.title, 200)}».` };
}
