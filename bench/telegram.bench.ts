import { setTimeout as pause } from 'node:timers/promises';
import { Api, GrammyError, InlineKeyboard } from 'grammy';
import { createTelegram } from '../src/bot/telegram/telegram.ts';
import { machineClock } from '../src/domain/calendar/clock.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import { alternate } from './alternate.ts';
import { benchDatabase } from './bench-database.ts';
import { addRecipients, measure, sendThroughOutbox, text } from './outbox-run.ts';
import { silentLog } from './silent-log.ts';

const people = 300;
const perSecond = 30;
/** About what a request to Telegram takes from a Russian data centre. */
const latencyMs = 60;

/** Sends 300 messages against Telegram's limit of 30 in any sliding second. */
export async function run(): Promise<void> {
  const database = await benchDatabase();
  const sandbox = await createSandbox({
    record: 'counts',
    faults: [{ kind: 'delay', delayMs: latencyMs }],
  });
  const recipients = addRecipients(sandbox, 'telegram', people);
  const { apiRoot, token } = sandbox.telegram;
  const files = { read: async () => null };
  const { courier } = createTelegram({ token, apiRoot, files, clock: machineClock, log: silentLog });
  const api = new Api(token, { apiRoot });
  let refusals = 0;

  try {
    await alternate({
      ours: {
        name: 'outbox and sender',
        async run() {
          await sendThroughOutbox(database, courier, recipients);
          const measured = measure(sandbox, { perSecond });
          refusals += measured.refusals;
          return measured.rate;
        },
      },
      peer: {
        name: 'loop with auto-retry, as in grammY’s guide',
        async run() {
          for (const chatId of recipients.chatIds) await sendWithAutoRetry(api, chatId);
          // The next contender must not start into a second that is used up already.
          await pause(1000);
          return measure(sandbox, { perSecond }).rate;
        },
      },
      unit: 'messages/s',
      limit: perSecond,
      required: 0.95,
    });
    console.log(`A was refused (429) ${refusals} times`);
    if (refusals > 0) process.exitCode = 1;
  } finally {
    await sandbox.stop();
    await database.stop();
  }
}

/** What the plugin auto-retry does at a 429: waits as long as told and tries again. */
async function sendWithAutoRetry(api: Api, chatId: string): Promise<void> {
  const keyboard = new InlineKeyboard().text('Готово', 'done:1');
  for (;;) {
    try {
      await api.sendMessage(chatId, text, { reply_markup: keyboard });
      return;
    } catch (error) {
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      if (seconds === undefined) throw error;
      await pause(seconds * 1000);
    }
  }
}
