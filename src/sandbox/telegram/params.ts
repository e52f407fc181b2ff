import type { Body } from '../bodies.ts';
import { badRequest } from './refusal.ts';

export type Params = Record<string, unknown>;

const numbers = new Set([
  'message_id',
  'offset',
  'limit',
  'timeout',
  'max_connections',
  'cache_time',
  'user_id',
]);
const booleans = new Set(['show_alert', 'drop_pending_updates', 'disable_notification', 'protect_content']);
const structures = new Set([
  'reply_markup',
  'entities',
  'caption_entities',
  'link_preview_options',
  'reply_parameters',
  'allowed_updates',
  'commands',
  'scope',
  'menu_button',
]);

/** Forms carry everything as text; afterwards the types are those that JSON would have had. */
export function readParams(fields: Body['fields']): Params {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, readParam(name, value)]));
}

function readParam(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (name === 'chat_id') return /^-?\d+$/.test(value) ? Number(value) : value;
  if (numbers.has(name)) return Number(value);
  if (booleans.has(name)) return value === 'true' || value === '1' || value === 'True';
  if (!structures.has(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return value === undefined || value === null ? undefined : String(value);
}

export function numberOf(params: Params, name: string): number | undefined {
  const value = params[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
