import type { Platform } from './chats.ts';

/**
 * lostAnswer: the call takes effect, the connection dies before the answer. dropped: it dies before the effect.
 * serverError: 5xx without effect. tooMany: Telegram's 429, VK's error 6. error: the platform's error `code`.
 */
export type FaultKind = 'lostAnswer' | 'dropped' | 'serverError' | 'delay' | 'tooMany' | 'error';

export type FaultRule = {
  kind: FaultKind;
  platform?: Platform;
  /** The method's name or a pattern; calls inside `execute` are only met by `error`. */
  method?: string | RegExp;
  /** Hits this share of the matching calls, drawn from the seed. */
  probability?: number;
  /** Hits exactly these matching calls, counted from 1. Without `probability` and `calls` every call is hit. */
  calls?: readonly number[];
  /** Stops after so many hits. */
  times?: number;
  delayMs?: number;
  /** Seconds, for tooMany. */
  retryAfter?: number;
  /** HTTP status of serverError, the platform's number of error. */
  code?: number;
  description?: string;
};

export type Drawn = { delayMs: number; rule?: FaultRule };

export type Faults = ReturnType<typeof createFaults>;

export function createFaults(initial: readonly FaultRule[], seed: number) {
  const random = createRandom(seed);
  let active: { rule: FaultRule; met: number; hits: number }[] = [];

  function add(rule: FaultRule): () => void {
    const entry = { rule, met: 0, hits: 0 };
    active.push(entry);
    return () => {
      active = active.filter((one) => one !== entry);
    };
  }

  function hits(entry: { rule: FaultRule; met: number; hits: number }): boolean {
    const { rule } = entry;
    entry.met += 1;
    if (rule.times !== undefined && entry.hits >= rule.times) return false;
    const hit =
      rule.calls?.includes(entry.met) ?? (rule.probability === undefined || random() < rule.probability);
    if (hit) entry.hits += 1;
    return hit;
  }

  for (const rule of initial) add(rule);
  return {
    add,
    clear: () => {
      active = [];
    },
    /** What befalls this call: delays add up, of the rest the first rule wins. */
    draw(platform: Platform, method: string, kinds?: readonly FaultKind[]): Drawn {
      const drawn: Drawn = { delayMs: 0 };
      for (const entry of active) {
        const { rule } = entry;
        if (kinds && !kinds.includes(rule.kind)) continue;
        if (!meets(rule, platform, method) || !hits(entry)) continue;
        if (rule.kind === 'delay') drawn.delayMs += rule.delayMs ?? 100;
        else drawn.rule ??= rule;
      }
      return drawn;
    },
  };
}

function meets(rule: FaultRule, platform: Platform, method: string): boolean {
  if (rule.platform && rule.platform !== platform) return false;
  if (rule.method === undefined) return true;
  return typeof rule.method === 'string' ? rule.method === method : rule.method.test(method);
}

/** mulberry32: the same seed gives the same faults. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
