import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';

/** To whoever took part: staff have called a contest off. Their reason may name somebody. */
export function contestCancelled(title: string, reason: string, mayNameOthers: boolean): Message {
  return named(mayNameOthers, (withNames) => ({
    text: [
      `Конкурс ${title.includes('«') ? title : `«${title}»`} отменён.`,
      withNames ? `Причина: ${reason}` : 'Причину можно узнать у куратора или координатора.',
      'Ваша работа дальше не рассматривается. Делать ничего не нужно.',
    ].join('\n\n'),
  }));
}
