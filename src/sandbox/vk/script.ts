import { recordOf } from '../bodies.ts';
import { VkRefusal } from './refusal.ts';
import { createTokens, type Tokens, unreadable } from './tokens.ts';

type Call = (method: string, params: Record<string, unknown>) => unknown;

type Run = { tokens: Tokens; names: Map<string, unknown>; call: Call; calls: number };

const mostCalls = 25;

const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/**
 * Runs the part of VKScript that bots pack calls with: `var` and `return` over literals, lists, objects, names, members
 * and `API.section.method({…})`. Throws 12 for anything else and 13 for a call too many.
 */
export async function runScript(code: string, call: Call): Promise<unknown> {
  const run: Run = { tokens: createTokens(code), names: new Map(), call, calls: 0 };
  const { tokens } = run;
  while (!tokens.isAtEnd()) {
    const word = tokens.next();
    if (word.type === 'name' && word.value === 'return') return expression(run);
    if (word.type !== 'name' || word.value !== 'var') throw unreadable(word);
    const name = tokens.next().value;
    tokens.take('=');
    run.names.set(name, await expression(run));
    tokens.take(';');
  }
  return null;
}

async function expression(run: Run): Promise<unknown> {
  const { tokens } = run;
  let value = await primary(run);
  for (;;) {
    let key: string;
    if (tokens.skip('.')) key = tokens.next().value;
    else if (tokens.skip('[')) {
      key = String(await expression(run));
      tokens.take(']');
    } else return value;
    value = (Array.isArray(value) ? value[Number(key)] : recordOf(value)[key]) ?? null;
  }
}

async function primary(run: Run): Promise<unknown> {
  const { tokens, names } = run;
  if (tokens.skip('-')) return -Number(tokens.next().value);
  if (tokens.skip('{')) return object(run);
  if (tokens.skip('[')) return list(run, ']');
  const token = tokens.next();
  if (token.type === 'text') return token.value;
  if (token.type === 'number') return Number(token.value);
  if (token.type !== 'name') throw unreadable(token);
  if (token.value === 'API') return apiCall(run);
  if (constants.has(token.value)) return constants.get(token.value);
  if (names.has(token.value)) return names.get(token.value);
  throw new VkRefusal(13, `undefined variable ${token.value}`);
}

async function list(run: Run, close: string): Promise<unknown[]> {
  const items: unknown[] = [];
  while (!run.tokens.skip(close)) {
    items.push(await expression(run));
    run.tokens.separate(close);
  }
  return items;
}

async function object(run: Run): Promise<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  while (!run.tokens.skip('}')) {
    const key = run.tokens.next();
    if (key.type === 'sign' || key.type === 'end') throw unreadable(key);
    run.tokens.take(':');
    entries.push([key.value, await expression(run)]);
    run.tokens.separate('}');
  }
  return Object.fromEntries(entries);
}

async function apiCall(run: Run): Promise<unknown> {
  const { tokens } = run;
  tokens.take('.');
  const section = tokens.next().value;
  tokens.take('.');
  const method = tokens.next().value;
  tokens.take('(');
  const [params] = await list(run, ')');
  run.calls += 1;
  if (run.calls > mostCalls) throw new VkRefusal(13, `Too many api calls, ${mostCalls} at most`);
  return run.call(`${section}.${method}`, recordOf(params));
}
