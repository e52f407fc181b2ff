import type { Button, Message } from '../domain/messages/message.ts';

/** What the chat says about the way to the panel. Names nobody and holds no secret: any messenger may carry it. */

/** By the place of the panel that is meant. */
export const panelButtons = {
  home: { label: '🗂 Панель', action: 'panel:home' },
  applications: { label: '🗂 Заявки в панели', action: 'panel:applications' },
  lacks: { label: '🗂 Согласия в панели', action: 'panel:lacks' },
  bases: { label: '🗂 Базы в панели', action: 'panel:bases' },
  pairs: { label: '🗂 Пары в панели', action: 'panel:pairs' },
} satisfies Record<string, Button>;

type Place = keyof typeof panelButtons;

const ways: Record<Place, { why: string; path: string }> = {
  home: { why: 'Заявки, люди, согласия, базы и настройки — в панели.', path: '/' },
  applications: { why: 'Имена и анкеты — в панели, в разделе «Заявки».', path: '/applications' },
  lacks: { why: 'Кто ещё не дал согласие, видно в панели, в разделе «Люди».', path: '/people?lacks=any' },
  bases: { why: 'Базы скачивают в панели, в разделе «Базы».', path: '/bases' },
  pairs: { why: 'Пары — в панели, в разделе «Пары».', path: '/pairs' },
};

const openPanelLabel = 'Открыть панель';

/** `panelUrl`: without a slash at its end. */
export function panelOffer(place: Place, panelUrl: string): Message {
  const { why, path } = ways[place];
  return {
    text: `${why} Войдите в панель: откройте её в браузере, нажмите «Войти» и подтвердите вход здесь, в чате.`,
    buttons: [[{ label: openPanelLabel, url: `${panelUrl}${path}` }]],
  };
}

export function noPanel(): Message {
  return {
    text: 'Это есть в панели, но её адрес ещё не настроен. Спросите его у того, кто поставил программу.',
  };
}
