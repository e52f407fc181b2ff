import { createBucket, createSlidingWindow, type Rate } from '../rates.ts';
import { tooManyRequests } from './refusal.ts';

export type TelegramLimits = {
  /** Messages in any second over all chats. */
  perSecond: number;
  /** Messages a second in one chat, once the burst is used up. */
  perChatPerSecond: number;
  /** Telegram allows "short bursts" without a number; ours is 5. */
  perChatBurst: number;
  /** How old a callback query may be when it is answered. */
  callbackAnswerMs: number;
};

export const telegramLimits: TelegramLimits = {
  perSecond: 30,
  perChatPerSecond: 1,
  perChatBurst: 5,
  callbackAnswerMs: 15_000,
};

/**
 * Counts messages that are sent (edits and answers are free). Whoever goes over a limit is shut out for `retry_after`
 * seconds in every chat, as Telegram does to the whole bot.
 */
export function createGate(limits: TelegramLimits, elapsed: () => number): (chatId: number) => void {
  const all = createSlidingWindow(limits.perSecond, 1000, elapsed);
  const chats = new Map<number, Rate>();
  let shutUntil = 0;

  return (chatId) => {
    const heldMs = shutUntil - elapsed();
    if (heldMs > 0) throw tooManyRequests(Math.ceil(heldMs / 1000));
    let chat = chats.get(chatId);
    if (!chat) {
      chat = createBucket(limits.perChatBurst, 1000 / limits.perChatPerSecond, elapsed);
      chats.set(chatId, chat);
    }
    const waitMs = Math.max(all.waitMs(), chat.waitMs());
    if (waitMs > 0) {
      const retryAfter = Math.ceil(waitMs / 1000);
      shutUntil = elapsed() + retryAfter * 1000;
      throw tooManyRequests(retryAfter);
    }
    all.take();
    chat.take();
  };
}
