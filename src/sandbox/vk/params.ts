import { missing, VkRefusal } from './refusal.ts';

/** VK reads every parameter as text, whoever sent it. */
export type Params = Record<string, string>;

export function readParams(fields: Record<string, unknown>): Params {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function integer(params: Params, name: string): number | undefined {
  const text = params[name];
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d+$/.test(text)) throw new VkRefusal(100, `${name} not integer`);
  return Number(text);
}

export function requiredInteger(params: Params, name: string): number {
  const value = integer(params, name);
  if (value === undefined) throw missing(name);
  return value;
}

export function integers(params: Params, name: string): number[] {
  const parts = (params[name] ?? '').split(',').map((one) => one.trim());
  return parts.filter((one) => /^-?\d+$/.test(one)).map(Number);
}

export function flag(params: Params, name: string): boolean | undefined {
  const text = params[name];
  return text === undefined ? undefined : text === '1' || text === 'true';
}
