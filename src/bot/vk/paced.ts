import { setTimeout as sleep } from 'node:timers/promises';
import { createGate } from '../gate.ts';
import type { VkCall } from './calls.ts';

/** The same call, leaving no faster than the token may. A refusal for haste holds the others back for a second. */
export function paced(call: VkCall, callsPerSecond: number): VkCall {
  const gate = createGate({ perSecond: callsPerSecond });
  const now = () => performance.now();
  return async (method, params) => {
    for (let waitMs = gate.waitMs(now()); waitMs > 0; waitMs = gate.waitMs(now())) await sleep(waitMs);
    const answered = gate.pass(now());
    const result = await call(method, params);
    answered(now());
    if (result.kind === 'refusal' && result.code === 6) gate.pause(1000, now());
    return result;
  };
}
