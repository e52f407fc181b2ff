import type { Button, Message } from '../domain/messages/message.ts';
import { linkMinutes } from '../domain/pages/page-link.ts';
import { buttons } from './talk.ts';

/** What the chat says about our own page; what the page itself says lies in `page-words.ts`. */

const why: Record<string, string> = {
  form: 'Анкету удобно и безопасно заполнить на странице программы: личные данные не попадут в переписку.',
  privacy: 'Ваши данные я показываю на странице программы: в переписке им не место.',
  consents: 'Согласия можно прочитать, дать и отозвать на странице программы.',
};

const openPageLabel = 'Открыть страницу';

export function pageOffer(purpose: string, url: string): Message {
  return {
    text: [
      why[purpose] ?? 'Продолжим на странице программы.',
      '',
      `Ссылка только для вас: она откроется один раз и действует ${linkMinutes} минут. Понадобится ещё — попросите новую.`,
    ].join('\n'),
    buttons: [[{ label: openPageLabel, url }], [anewButton(purpose)]],
  };
}

/** Instead of a second link beside one that opens yet. */
export function pageStillOpen(purpose: string): Message {
  return {
    text: 'Продолжим на странице программы: ссылка выше ещё действует. Не находите её — попросите новую.',
    buttons: [[anewButton(purpose)]],
  };
}

function anewButton(purpose: string): Button {
  return { label: 'Новая ссылка', action: `page:${purpose}` };
}

export function noPage(): Message {
  return {
    text: 'Об этом спрашивать в переписке нельзя, а страница программы ещё не настроена. Простите за неудобство — координатор подскажет, как быть.',
    buttons: [[buttons.ask]],
  };
}
