import { expect, test } from 'vitest';
import { chatMarkup, inlineMarkup } from './markup.ts';

const message = {
  text: 'Ваш телефон?',
  askContact: 'Отправить мой номер',
  buttons: [
    [
      { label: 'Назад', action: 'form:a:b:back' },
      { label: 'Отложить', action: 'form:a:b:later' },
    ],
    [{ label: 'Страница', url: 'https://example.org' }],
  ],
};

test('Telegram asks for a contact with a key, and the other buttons become words beside it', () => {
  expect(chatMarkup(message)).toEqual({
    reply_markup: {
      keyboard: [
        [{ text: 'Отправить мой номер', request_contact: true }],
        [{ text: 'Назад' }, { text: 'Отложить' }],
      ],
      is_persistent: true,
      resize_keyboard: true,
    },
  });
});

test('a message that is edited keeps its buttons', () => {
  expect(inlineMarkup(message).reply_markup?.inline_keyboard.flat()).toHaveLength(3);
});
