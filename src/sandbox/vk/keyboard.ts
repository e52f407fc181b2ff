import { recordOf } from '../bodies.ts';
import type { Button, Keyboard } from '../chats.ts';
import { VkRefusal } from './refusal.ts';

export type VkKeyboard = Keyboard & { inline: boolean };

const limits = {
  plain: { rows: 10, keys: 40, perRow: 5 },
  inline: { rows: 6, keys: 10, perRow: 5 },
  label: 40,
  payload: 255,
};

const colours = ['primary', 'secondary', 'positive', 'negative', 'default'];

/** Reads the `keyboard` parameter; throws 911 where VK would. */
export function readKeyboard(json: string): VkKeyboard {
  const keyboard = parsed(json);
  const inline = keyboard.inline === true;
  if (inline && keyboard.one_time === true) throw invalid('inline keyboard can not be one_time');
  if (!Array.isArray(keyboard.buttons)) throw invalid('buttons is required');
  const limit = inline ? limits.inline : limits.plain;
  const rows = keyboard.buttons.map((row) => {
    if (!Array.isArray(row)) throw invalid('row must be an array');
    if (row.length === 0) throw invalid('row is empty');
    if (row.length > limit.perRow) throw invalid(`too many buttons in a row, ${limit.perRow} at most`);
    return row.map(readButton);
  });
  if (rows.length > limit.rows) throw invalid(`too many rows, ${limit.rows} at most`);
  if (rows.flat().length > limit.keys) throw invalid(`too many buttons, ${limit.keys} at most`);
  if (inline && rows.length === 0) throw invalid('inline keyboard is empty');
  return { inline, rows, oneTime: keyboard.one_time === true };
}

function parsed(json: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(json));
  } catch {
    throw invalid('json is broken');
  }
}

function readButton(value: unknown): Button {
  const button = recordOf(value);
  const action = recordOf(button.action);
  const type = String(action.type);
  const payload = readPayload(action.payload);
  if (button.color !== undefined && !colours.includes(String(button.color))) throw invalid('unknown color');
  const coloured = type === 'text' || type === 'callback';
  if (button.color !== undefined && !coloured) throw invalid(`color is not allowed for ${type}`);
  const looks = {
    ...(payload !== undefined && { data: payload }),
    ...(button.color !== undefined && { colour: String(button.color) }),
  };
  switch (type) {
    case 'text':
    case 'callback':
      return { label: readLabel(action), action: type, ...looks };
    case 'open_link': {
      const url = String(action.link ?? '');
      if (!URL.canParse(url)) throw invalid('link is not valid');
      return { label: readLabel(action), action: 'link', url, ...looks };
    }
    case 'location':
      return { label: 'Моё местоположение', action: 'location', ...looks };
    case 'open_app':
      return { label: readLabel(action), action: 'link', ...looks };
    default:
      throw invalid(`unknown action type ${type}`);
  }
}

function readLabel(action: Record<string, unknown>): string {
  const label = typeof action.label === 'string' ? action.label : '';
  if (label === '') throw invalid('label is required');
  if (label.length > limits.label) throw invalid(`label is longer than ${limits.label} symbols`);
  return label;
}

function readPayload(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const payload = typeof value === 'string' ? value : JSON.stringify(value);
  if (payload.length > limits.payload) throw invalid(`payload is longer than ${limits.payload} symbols`);
  try {
    JSON.parse(payload);
  } catch {
    throw invalid('payload is not a valid json');
  }
  return payload;
}

function invalid(what: string): VkRefusal {
  return new VkRefusal(911, what);
}
