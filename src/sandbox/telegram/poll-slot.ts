import { TelegramRefusal } from './refusal.ts';

const longestPollS = 50;

export type PollSlot = ReturnType<typeof createPollSlot>;

/** Room for one waiting long poll: when a second one comes, the elder is refused with 409, as the real server does. */
export function createPollSlot() {
  let waiting: { wake: () => void; refuse: (reason: Error) => void } | undefined;

  return {
    wake: () => waiting?.wake(),
    takeOver: () =>
      waiting?.refuse(
        new TelegramRefusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      ),
    /** Resolves when woken, when the time is up or when the client has gone. */
    wait(seconds: number, gone: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          if (waiting === mine) waiting = undefined;
        };
        const mine = {
          wake: () => {
            leave();
            resolve();
          },
          refuse: (reason: Error) => {
            leave();
            reject(reason);
          },
        };
        const timer = setTimeout(mine.wake, Math.min(seconds, longestPollS) * 1000);
        waiting = mine;
        gone.addEventListener('abort', mine.wake);
      });
    },
  };
}
