import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { schemasMissing } from './schema-files.ts';
import { loadTelegramSchema, type TelegramSchema } from './telegram-schema.ts';
import { loadVkSchema, type VkSchema } from './vk-schema.ts';

type Watched = Pick<Sandbox, 'onCall' | 'onUpdate'>;
type Call = Parameters<Parameters<Watched['onCall']>[0]>[0];

let loaded: (TelegramSchema & VkSchema) | undefined;

/** Both platforms' checks; compiled once in a process. */
export function platformSchemas(): TelegramSchema & VkSchema {
  loaded ??= { ...loadTelegramSchema(), ...loadVkSchema() };
  return loaded;
}

/**
 * Checks every call that leaves, every answer and every update from now on. `violations` lists each kind once; `verify`
 * throws when there are any, and when nothing at all was seen. Does nothing where the schemas are missing. Tests that make
 * wrong calls on purpose leave the calls out.
 */
export function conform(sandbox: Watched, { calls = true } = {}) {
  const found = new Map<string, number>();
  let seen = 0;
  if (!schemasMissing) {
    const schemas = platformSchemas();
    const note = (violations: string[]) => {
      seen += 1;
      for (const one of violations) found.set(one, (found.get(one) ?? 0) + 1);
    };
    sandbox.onCall((call) =>
      note([...(calls ? checkCall(schemas, call) : []), ...checkAnswer(schemas, call)]),
    );
    sandbox.onUpdate(({ platform, update }) =>
      note(platform === 'telegram' ? schemas.checkTelegramUpdate(update) : schemas.checkVkEvent(update)),
    );
  }
  return {
    violations: (): string[] => [...found].map(([what, times]) => `${what} (${times}×)`),
    verify(): void {
      if (schemasMissing) return;
      if (seen === 0) throw new Error('nothing was called, so nothing was checked');
      if (found.size > 0) throw new Error(`against the platforms' schemas:\n${this.violations().join('\n')}`);
    },
  };
}

/** The long poll is no method of the API. */
const longPoll = 'a_check';

function checkCall(schemas: TelegramSchema & VkSchema, { platform, method, params = {} }: Call): string[] {
  if (method === longPoll) return [];
  return platform === 'vk' ? schemas.checkVkCall(method, params) : schemas.checkTelegramCall(method, params);
}

function checkAnswer(schemas: TelegramSchema & VkSchema, { platform, method, answer }: Call): string[] {
  // A text is the page of a broken gateway, nothing a request that was dropped.
  if (method === longPoll || answer === undefined || typeof answer === 'string') return [];
  if (platform === 'vk') return schemas.checkVkAnswer(method, answer);
  const { ok, result } = answer as { ok: boolean; result?: unknown };
  return ok ? schemas.checkTelegramAnswer(method, result) : [];
}
