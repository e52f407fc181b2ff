import type { Button, Message } from '../../domain/messages/message.ts';
import { scriptSafe } from './script.ts';

/** How a press comes back: clients too old for `callback` buttons send the label as a message, with the payload. */
export type PressStyle = 'callback' | 'text';

/** VK takes one keyboard per message: where a message has both, its buttons win over the menu. */
export function keyboardOf(message: Message, style: PressStyle): { keyboard?: string } {
  if (message.buttons?.length) return inlineKeyboard(message.buttons, style);
  if (message.menu === 'hide') return { keyboard: JSON.stringify({ one_time: true, buttons: [] }) };
  if (!message.menu) return {};
  const buttons = message.menu.map((row) =>
    row.map((label) => ({ action: { type: 'text', label: scriptSafe(label) } })),
  );
  return { keyboard: JSON.stringify({ one_time: false, buttons }) };
}

export function inlineKeyboard(
  buttons: readonly Button[][] | undefined,
  style: PressStyle,
): { keyboard?: string } {
  if (!buttons?.length) return {};
  const rows = buttons.map((row) => row.map((button) => inlineButton(button, style)));
  return { keyboard: JSON.stringify({ inline: true, one_time: false, buttons: rows }) };
}

function inlineButton(button: Button, style: PressStyle): object {
  const label = scriptSafe(button.label);
  if ('url' in button) return { action: { type: 'open_link', label, link: button.url } };
  return {
    action: { type: style, label, payload: JSON.stringify({ action: button.action }) },
    ...(button.tone && { color: button.tone }),
  };
}
