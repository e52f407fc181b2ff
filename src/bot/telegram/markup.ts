import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { Button, Message } from '../../domain/messages/message.ts';

export type ChatMarkup = { reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove };

/** Telegram takes one keyboard per message: where a message has both, its buttons win over the menu. */
export function chatMarkup(message: Message): ChatMarkup {
  if (message.askContact !== undefined) return { reply_markup: contactKeyboard(message.askContact, message) };
  if (message.buttons?.length) return inlineMarkup(message);
  if (message.menu === 'hide') return { reply_markup: { remove_keyboard: true } };
  if (!message.menu) return {};
  const keyboard = message.menu.map((row) => row.map((label) => ({ text: label })));
  return { reply_markup: { keyboard, is_persistent: true, resize_keyboard: true } };
}

/** A key that sends one's own phone can't be an inline button, so that the others come along as words. */
function contactKeyboard(label: string, { buttons = [] }: Message): ReplyKeyboardMarkup {
  const words = buttons.map((row) =>
    row.filter((button) => 'action' in button).map((button) => ({ text: button.label })),
  );
  const keyboard = [[{ text: label, request_contact: true }], ...words.filter((row) => row.length > 0)];
  return { keyboard, is_persistent: true, resize_keyboard: true };
}

export function inlineMarkup({ buttons }: Message): { reply_markup?: InlineKeyboardMarkup } {
  if (!buttons?.length) return {};
  return { reply_markup: { inline_keyboard: buttons.map((row) => row.map(inlineButton)) } };
}

const styles = { primary: 'primary', positive: 'success', negative: 'danger' } as const;

function inlineButton(button: Button): InlineKeyboardButton {
  if ('url' in button) return { text: button.label, url: button.url };
  const style = button.tone && { style: styles[button.tone] };
  return { text: button.label, callback_data: button.action, ...style };
}
