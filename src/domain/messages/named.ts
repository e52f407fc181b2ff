import type { Message } from './message.ts';

/**
 * What a channel may carry of a message that can be put with names and without. Where names make a difference it is
 * marked, be it on buttons, so that it never moves on to a channel that may not carry them.
 */
export function named(mayNameOthers: boolean, put: (mayNameOthers: boolean) => Message): Message {
  const without = put(false);
  if (!mayNameOthers) return without;
  const message = put(true);
  return JSON.stringify(message) === JSON.stringify(without) ? message : { ...message, namesOthers: true };
}
