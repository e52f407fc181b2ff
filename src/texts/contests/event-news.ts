import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import type { Button, Message } from '../../domain/messages/message.ts';
import { eventAction } from './actions.ts';
import { titleOf, whenAndWhere } from './events.ts';
import type { Moment } from './when.ts';

/** What those who registered for an event are told without having asked. */

const mine = (entry: Pick<Entry, 'id'>): Button => ({
  label: 'Моя запись',
  action: eventAction('show', entry.id),
});

/** To the others of a team whose author refused for all. */
export function teamRefused(contest: Contest): Message {
  return { text: `Вашу команду сняли с записи на ${titleOf(contest)}. Можно записаться самостоятельно.` };
}

/** To whoever registered a team. `who`: empty where the name may not be said. */
export function teamChanged(entry: Entry, contest: Contest, who: string, came: boolean): Message {
  const act = came ? 'вступил' : 'вышел';
  const from = came ? 'В вашу команду' : 'Из вашей команды';
  return {
    text: `👥 ${from} на ${titleOf(contest)} ${who === '' ? `${act} участник` : `${act}(а) ${who}`}.`,
    buttons: [[mine(entry)]],
  };
}

/** To everybody of a registration that waited. */
export function seatCame(entry: Entry, contest: Contest, moment: Moment): Message {
  return {
    text: [
      `🎉 Для вас освободилось место: ${titleOf(contest)}. Вы записаны!`,
      '',
      ...whenAndWhere(contest, moment, true),
      '',
      'Не сможете прийти — откажитесь, чтобы место досталось другим.',
    ].join('\n'),
    buttons: [[mine(entry)]],
  };
}

/** `soon`: in two hours, and not on the day before. */
export function eventReminder(entry: Entry, contest: Contest, soon: boolean, moment: Moment): Message {
  return {
    text: [
      soon ? `⏰ Скоро начнётся: ${titleOf(contest)}` : `🔔 Завтра: ${titleOf(contest)}`,
      '',
      ...whenAndWhere(contest, moment, true),
      ...(soon ? [] : ['', 'Не сможете прийти — откажитесь, чтобы место досталось другим.']),
    ].join('\n'),
    buttons: [[{ label: '🎫 Мой билет', action: eventAction('ticket', entry.id) }], [mine(entry)]],
  };
}

/** Staff registered them. */
export function addedToEvent(entry: Entry, contest: Contest, moment: Moment): Message {
  const isSeated = entry.state === 'accepted';
  return {
    text: [
      isSeated
        ? `🎟 Координатор записал вас на ${titleOf(contest)}.`
        : `🎟 Координатор внёс вас в лист ожидания на ${titleOf(contest)}. Освободится место — напишу.`,
      '',
      ...whenAndWhere(contest, moment, isSeated),
      '',
      'Если это ошибка или прийти не сможете, откажитесь.',
    ].join('\n'),
    buttons: [[mine(entry)]],
  };
}

export function removedFromEvent(contest: Contest): Message {
  return {
    text: `Координатор снял вашу запись на ${titleOf(contest)}. Если это ошибка, напишите координатору.`,
  };
}
