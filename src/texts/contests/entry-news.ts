import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import type { EntryStep } from '../../domain/contests/entry-steps.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { buttons } from '../talk.ts';
import { entryButton, inContest } from './check-result.ts';

/** What staff did that its author is told of; the rest is nobody's news. */
export type ToldStep = Extract<
  EntryStep,
  'accept' | 'mend' | 'reject' | 'withdraw' | 'restore' | 'nominate' | 'assign'
>;

const said: Readonly<Record<ToldStep | 'add', (where: string) => string>> = {
  accept: (where) => `✅ Ваша работа на конкурс ${where} принята координатором.`,
  mend: (where) =>
    `⚠️ Координатор вернул вашу работу на конкурс ${where}: её нужно поправить и отправить на проверку ещё раз.`,
  reject: (where) => `❌ Ваша работа на конкурс ${where} отклонена.`,
  withdraw: (where) => `Координатор отозвал вашу работу с конкурса ${where} от вашего имени.`,
  restore: (where) =>
    `Ваша работа на конкурс ${where} снова участвует. Если её надо проверить, я напишу, что вышло.`,
  nominate: (where) => `Координатор изменил номинацию вашей работы: теперь это конкурс ${where}.`,
  assign: (where) =>
    `🏆 Мы нашли вашу публикацию, и координатор записал её на конкурс ${where}. Я проверю её и напишу, всё ли в порядке. Не хотите участвовать — отзовите работу.`,
  add: (where) =>
    `🏆 Координатор подал от вашего имени работу на конкурс ${where}. Если это ошибка, отзовите её или напишите координатору.`,
};

/** To the author. The reason is in the words of staff, and may name anybody. */
export function entryNews(
  step: ToldStep | 'add',
  { entry, contest, reason = '' }: { entry: Entry; contest: Contest; reason?: string },
  mayNameOthers: boolean,
): Message {
  return named(mayNameOthers, (withNames) => ({
    text: [
      said[step](inContest(entry, contest)),
      ...(reason === ''
        ? []
        : ['', withNames ? `Причина: ${reason}` : 'Причину можно узнать у куратора или координатора.']),
    ].join('\n'),
    buttons: [[entryButton(entry), buttons.ask]],
  }));
}

/** To whoever had handed in a post that was not theirs, once its author came with it; says nothing about who that is. */
export function postClaimed(entry: Entry, contest: Contest): Message {
  return {
    text: [
      `⚠️ Ваша работа на конкурс ${inContest(entry, contest)} больше не участвует: эту публикацию подал её автор.`,
      'На конкурс подают свои публикации. Можно подать другую работу. Если это ошибка, напишите координатору.',
    ].join('\n'),
    buttons: [[entryButton(entry), buttons.ask]],
  };
}

/** For somebody who wrote with the hashtag and is not known to the bot; staff send it by hand. */
export function foundInvitation(contest: Contest, links: readonly string[], deadline: string): string {
  return [
    `Здравствуйте! Мы увидели вашу публикацию с хештегом конкурса «${contest.title.replace(/^«(.*)»$/u, '$1')}». Спасибо!`,
    `Чтобы она участвовала, напишите нашему боту и отправьте ему ссылку на публикацию — ${deadline}.`,
    ...(links.length === 0 ? [] : [`Бот: ${links.join(' или ')}`]),
    'Если участвовать вы не хотите, ничего делать не нужно.',
  ].join('\n');
}
