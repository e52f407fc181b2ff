import { recordOf } from '../bodies.ts';
import type { Button, Keyboard } from '../chats.ts';
import { badRequest } from './refusal.ts';

export type Markup = { inline?: Keyboard; menu?: Keyboard; removesMenu?: boolean };

/** Checks a reply_markup as the Bot API does and puts it into the chat's own form. */
export function readMarkup(value: unknown): Markup {
  if (value === undefined || value === null) return {};
  const markup = recordOf(value);
  if (Array.isArray(markup.inline_keyboard)) {
    const rows = rowsOf(markup.inline_keyboard, inlineButton);
    if (rows.flat().length > 100) throw badRequest('reply markup is too long');
    return { inline: { rows } };
  }
  if (Array.isArray(markup.keyboard)) {
    const rows = rowsOf(markup.keyboard, menuButton);
    if (rows.length === 0) throw badRequest('object expected as reply markup');
    return {
      menu: {
        rows,
        oneTime: markup.one_time_keyboard === true,
        ...(markup.input_field_placeholder ? { placeholder: String(markup.input_field_placeholder) } : {}),
      },
    };
  }
  if (markup.remove_keyboard === true) return { removesMenu: true };
  if (markup.force_reply === true) return {};
  throw badRequest('object expected as reply markup');
}

function rowsOf(rows: unknown[], read: (button: Record<string, unknown>) => Button): Button[][] {
  return rows
    .map((row) => {
      if (!Array.isArray(row)) throw badRequest("can't parse reply keyboard markup JSON object");
      return row.map((one) => read(typeof one === 'string' ? { text: one } : recordOf(one)));
    })
    .filter((row) => row.length > 0);
}

function inlineButton(button: Record<string, unknown>): Button {
  const label = labelOf(button);
  const colour = button.style === undefined ? {} : { colour: styleOf(button.style) };
  if (typeof button.callback_data === 'string') {
    const size = Buffer.byteLength(button.callback_data);
    if (size < 1 || size > 64) throw badRequest('BUTTON_DATA_INVALID');
    return { label, action: 'callback', data: button.callback_data, ...colour };
  }
  if (typeof button.url === 'string') {
    // Telegram refuses links to the sender's own machine, so the stand-in does too.
    const url = URL.canParse(button.url) ? new URL(button.url) : undefined;
    const known =
      url && (url.protocol === 'tg:' || (/^https?:$/.test(url.protocol) && url.hostname.includes('.')));
    if (!known) throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
    return { label, action: 'link', url: button.url, ...colour };
  }
  const other = [
    'web_app',
    'login_url',
    'switch_inline_query',
    'copy_text',
    'switch_inline_query_current_chat',
  ];
  if (other.some((name) => button[name] !== undefined)) return { label, action: 'link', ...colour };
  throw badRequest('Text buttons are unallowed in the inline keyboard');
}

function menuButton(button: Record<string, unknown>): Button {
  const label = labelOf(button);
  const colour = button.style === undefined ? {} : { colour: styleOf(button.style) };
  if (button.request_contact === true) return { label, action: 'contact', ...colour };
  if (button.request_location === true) return { label, action: 'location', ...colour };
  return { label, action: 'text', ...colour };
}

function labelOf(button: Record<string, unknown>): string {
  const label = typeof button.text === 'string' ? button.text.trim() : '';
  if (label === '') throw badRequest("can't parse keyboard button: text must be non-empty");
  return label;
}

function styleOf(style: unknown): string {
  if (style !== 'danger' && style !== 'success' && style !== 'primary') {
    throw badRequest('unknown button style specified');
  }
  return style;
}
