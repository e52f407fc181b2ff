import type { Contest } from '../../domain/contests/contest.ts';
import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';

/** To whoever took part: staff have called a contest off. Their reason may name somebody. */
export function contestCancelled(
  { title, kind }: Pick<Contest, 'title' | 'kind'>,
  reason: string,
  mayNameOthers: boolean,
): Message {
  const isEvent = kind === 'event';
  const name = title.includes('«') ? title : `«${title}»`;
  return named(mayNameOthers, (withNames) => ({
    text: [
      isEvent ? `Событие ${name} отменено, приходить не нужно.` : `Конкурс ${name} отменён.`,
      withNames ? `Причина: ${reason}` : 'Причину можно узнать у куратора или координатора.',
      ...(isEvent ? [] : ['Ваша работа дальше не рассматривается. Делать ничего не нужно.']),
    ].join('\n\n'),
  }));
}
