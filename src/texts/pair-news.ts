import type { Day } from '../domain/calendar/day.ts';
import type { Button, Message } from '../domain/messages/message.ts';
import type { CloseReason, PairCard } from '../domain/pairs/pair.ts';
import type { PairEvent } from '../domain/pairs/pair-book.ts';
import { shortDay } from './dates.ts';
import { myPairsButton, otherLine, otherSide, proposal, subjectOf } from './pair-talk.ts';
import { closeReasonWords, memberName } from './pairs.ts';
import { panelButtons } from './panel-way.ts';

/** Who is told: somebody in the pair, whoever represents them, or whoever keeps the pair. */
export type Reader =
  | { as: 'member'; personId: string }
  | { as: 'representative'; personId: string; pupilId: string }
  | { as: 'keeper'; personId: string };

/** `panelUrl`: where the panel is; `null` where the operator has published none. */
export type PairNews = { event: PairEvent; pair: PairCard; today: Day; panelUrl: string | null };

/** `null` where there is nothing to say to this reader. */
export function pairNews(news: PairNews, reader: Reader, mayName: boolean): Message | null {
  if (news.event.kind === 'proposed') return proposedTo(news, reader, mayName);
  return reader.as === 'keeper' ? forKeeper(news, mayName) : forMember(news, reader, mayName);
}

function proposedTo({ pair, today }: PairNews, reader: Reader, mayName: boolean): Message | null {
  if (reader.as === 'keeper') return null;
  const giver = reader.as === 'member' ? 'self' : 'representative';
  const subjectId = reader.as === 'member' ? reader.personId : reader.pupilId;
  const asked = pair.agreements.find((each) => each.personId === subjectId && each.giver === giver);
  // Answered, or over, before anybody was asked.
  if (asked === undefined || asked.answer !== null || pair.state !== 'proposed') return null;
  return proposal(pair, asked, today, mayName);
}

/** «Орлова А. И. — Котов П. И., Белова Я. О.». */
export function pairNames({ mentor, mentees }: Pick<PairCard, 'mentor' | 'mentees'>): string {
  const present = mentees.filter(({ leftAt }) => leftAt === null);
  const shown = present.length > 0 ? present : mentees;
  return `${memberName(mentor)} — ${shown.map(memberName).join(', ')}`;
}

function forKeeper(news: PairNews, mayName: boolean): Message | null {
  const { pair, panelUrl } = news;
  const who = mayName ? `${pairNames(pair)} (${pair.organizationName})` : pair.organizationName;
  const text = keeperText(news, who, mayName);
  if (text === null) return null;
  const open: Button =
    panelUrl === null
      ? panelButtons.pairs
      : { label: 'Открыть в панели', url: `${panelUrl}/pairs/${pair.id}` };
  return { text, buttons: [[open]] };
}

function keeperText({ event, pair, today }: PairNews, who: string, mayName: boolean): string | null {
  const why = pair.closeReason === null ? '' : ` Причина: ${closeReasonWords[pair.closeReason]}.`;
  const reason = pair.agreements.find((each) => each.answer === 'declined')?.reason ?? '';
  const said = mayName && reason !== '' ? ` Своими словами: «${reason}»` : '';
  const queue = ' Нужен новый наставник: подобрать его можно в панели, в разделе «Пары».';
  const texts: Partial<Record<PairEvent['kind'], string>> = {
    agreed: `✅ Пара согласована: ${who}. Дальше — приказ.`,
    declined: `Пара не состоялась: ${who}.${why}${said}${pair.closeReason === 'mentor-left' ? queue : ''}`,
    'ended-early': `Пара завершена досрочно: ${who}.${why}${pair.closeReason === 'mentor-left' ? queue : ''}`,
    'mentee-left': `Группу покинул${mayName ? ` участник ${memberName(subjectOf(pair, event.facts.subjectId ?? ''))}` : ' один из участников'}: ${who}. Остальные продолжают.`,
    paused: `Пара на паузе, отпуск: ${who}.`,
    resumed: `Пара снова работает: ${who}.`,
    'term-over': `Срок пары вышел ${shortDay(pair.toOn, today)}: ${who}. Завершите её или продлите срок.`,
  };
  return texts[event.kind] ?? null;
}

function forMember(
  news: PairNews,
  reader: Exclude<Reader, { as: 'keeper' }>,
  mayName: boolean,
): Message | null {
  const { event, pair } = news;
  const subjectId = reader.as === 'member' ? reader.personId : reader.pupilId;
  const text = memberText(news, subjectId);
  if (text === null) return null;
  const pupil = mayName ? memberName(subjectOf(pair, subjectId)) : 'Ученик, которого вы представляете';
  const whose = reader.as === 'representative' ? `${pupil}: ` : '';
  const other = mayName && otherSide(pair, subjectId).length > 0 ? `\n${otherLine(pair, subjectId)}` : '';
  const lines = `${whose}${whose === '' ? text : text.charAt(0).toLowerCase() + text.slice(1)}${other}`;
  return reader.as === 'member'
    ? { text: lines, buttons: memberRows(event, pair, subjectId) }
    : { text: lines };
}

function memberText({ event, pair, today }: PairNews, subjectId: string): string | null {
  const isMentor = pair.mentor.id === subjectId;
  const begins = pair.fromOn > today ? ` Начало — ${shortDay(pair.fromOn, today)}.` : '';
  const why = pair.closeReason === null ? '' : ` Причина: ${closeReasonWords[pair.closeReason]}.`;
  // Whoever has left the programme has heard of that.
  if (pair.closeReason === (isMentor ? 'mentor-left' : 'mentee-left')) return null;
  const sought: readonly (CloseReason | null)[] = ['mentor-left', 'replaced', 'no-fit'];
  const next = !isMentor && sought.includes(pair.closeReason) ? ' Куратор подберёт нового наставника.' : '';
  const texts: Partial<Record<PairEvent['kind'], string>> = {
    agreed: '✅ Все согласны, пара сложилась! Дальше — приказ организации.',
    declined: `Предложенная пара не состоится.${isMentor ? '' : ' Куратор подберёт другой вариант.'}`,
    ordered: `📄 Пара закреплена приказом.${begins}`,
    active: `🌱 Пара начала работу!${isMentor ? ' Договоритесь о первой встрече, а после отметьте её здесь.' : ''}`,
    completed: '🎉 Пара завершила работу. Спасибо за ваш труд!',
    'ended-early': `Пара завершена досрочно.${why}${next}`,
    'mentee-left': isMentor ? 'Один из ваших наставляемых больше не в группе. Остальные продолжают.' : '',
    paused: 'Пара на паузе: кто-то из вас в отпуске. Я напишу, когда она продолжится.',
    resumed: 'Пауза окончена: пара снова работает.',
  };
  const text = texts[event.kind] ?? '';
  return text === '' ? null : text;
}

function memberRows(event: PairEvent, pair: PairCard, subjectId: string): Button[][] {
  const meets = event.kind === 'active' && pair.state === 'active' && pair.mentor.id === subjectId;
  return [
    ...(meets
      ? [[{ label: 'Отметить встречу', action: `pair:met:${pair.id}`, tone: 'primary' as const }]]
      : []),
    [myPairsButton],
  ];
}
