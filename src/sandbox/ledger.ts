import type { Platform } from './chats.ts';
import type { FaultKind } from './faults.ts';
import { createSignal } from './signal.ts';

/** One request as the platform saw it. `atMs` is elapsed time; `params` and `answer` are absent when bodies are off. */
export type Call = {
  number: number;
  atMs: number;
  platform: Platform;
  method: string;
  ok: boolean;
  errorCode?: number;
  fault?: FaultKind;
  /** True for a call inside `execute`. */
  packed?: boolean;
  params?: Record<string, unknown>;
  answer?: unknown;
};

/** One message that reached a person, whether or not the bot learnt of it. */
export type Delivery = {
  atMs: number;
  platform: Platform;
  personKey: string;
  messageId: number;
  text: string;
};

export type Ledger = ReturnType<typeof createLedger>;

/** What was asked and what took effect. It lives with the sandbox, so it outlasts a bot that is killed. */
export function createLedger(options: { bodies: boolean; elapsed: () => number }) {
  const calls: Call[] = [];
  const deliveries: Delivery[] = [];
  const onCall = createSignal<Call>();

  return {
    calls: calls as readonly Call[],
    deliveries: deliveries as readonly Delivery[],
    onCall,
    record(call: Omit<Call, 'number' | 'atMs'>): void {
      const { params, answer, ...bare } = call;
      const number = calls.length + 1;
      const atMs = options.elapsed();
      onCall.emit({ ...call, number, atMs });
      calls.push(options.bodies ? { ...call, number, atMs } : { ...bare, number, atMs });
    },
    deliver(delivery: Omit<Delivery, 'atMs'>): void {
      deliveries.push({ ...delivery, atMs: options.elapsed() });
    },
    /** How often each text reached each person: `{ 'anna': { 'Готово?': 2 } }`. */
    counts(platform?: Platform): Map<string, Map<string, number>> {
      const counts = new Map<string, Map<string, number>>();
      for (const one of deliveries) {
        if (platform && one.platform !== platform) continue;
        const ofPerson = counts.get(one.personKey) ?? new Map<string, number>();
        counts.set(one.personKey, ofPerson.set(one.text, (ofPerson.get(one.text) ?? 0) + 1));
      }
      return counts;
    },
    /** The same text to the same person more than once, with the first and every later delivery. */
    repeats(platform?: Platform): Delivery[][] {
      const groups = new Map<string, Delivery[]>();
      for (const one of deliveries) {
        if (platform && one.platform !== platform) continue;
        const key = `${one.platform}\0${one.personKey}\0${one.text}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
      return [...groups.values()].filter((group) => group.length > 1);
    },
    /** The most deliveries in any second. */
    peakPerSecond(platform: Platform): number {
      const times = deliveries.filter((one) => one.platform === platform).map((one) => one.atMs);
      let from = 0;
      return times.reduce((peak, at, index) => {
        while ((times[from] ?? at) <= at - 1000) from += 1;
        return Math.max(peak, index - from + 1);
      }, 0);
    },
    clear(): void {
      calls.length = 0;
      deliveries.length = 0;
    },
  };
}
