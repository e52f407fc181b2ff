import { Agent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { API } from 'vk-io';
import { createVk } from '../src/bot/vk/vk.ts';
import { machineClock } from '../src/domain/calendar/clock.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';
import { alternate } from './alternate.ts';
import { benchDatabase } from './bench-database.ts';
import { addRecipients, measure, sendThroughOutbox, text } from './outbox-run.ts';
import { silentLog } from './silent-log.ts';

const people = 5000;
const perSecond = 20;
const perRequest = 25;
const latencyMs = 60;

/** Sends 5,000 personal messages against VK's 20 requests a second of 25 calls each. */
export async function run(): Promise<void> {
  const database = await benchDatabase();
  const sandbox = await createSandbox({
    record: 'counts',
    faults: [{ kind: 'delay', delayMs: latencyMs }],
  });
  const recipients = addRecipients(sandbox, 'vk', people);
  const { apiRoot, token, groupId } = sandbox.vk;
  const files = { read: async () => null };
  const { courier } = createVk({ token, apiRoot, groupId, files, clock: machineClock, log: silentLog });
  let refusals = 0;
  let round = 0;

  try {
    await alternate({
      ours: {
        name: 'outbox and sender',
        async run() {
          await sendThroughOutbox(database, courier, recipients);
          const measured = measure(sandbox, { perSecond });
          refusals += measured.refusals;
          await pause(1000);
          return measured.rate;
        },
      },
      peer: {
        name: 'vk-io in its mode "parallel"',
        async run() {
          round++;
          await sendByQueue({ apiRoot, token, chatIds: recipients.chatIds, round });
          await pause(1000);
          return measure(sandbox, { perSecond }).rate;
        },
      },
      unit: 'messages/s',
      limit: perSecond * perRequest,
      required: 0.9,
    });
    console.log(`A was refused (error 6) ${refusals} times`);
    if (refusals > 0) process.exitCode = 1;
  } finally {
    await sandbox.stop();
    await database.stop();
  }
}

/** vk-io's own queue, set to what a community may do. */
async function sendByQueue(options: {
  apiRoot: string;
  token: string;
  chatIds: readonly string[];
  round: number;
}): Promise<void> {
  const api = new API({
    token: options.token,
    apiBaseUrl: `${options.apiRoot}/method`,
    agent: new Agent({ keepAlive: true }) as HttpsAgent,
    apiMode: 'parallel',
    apiLimit: perSecond,
    apiExecuteCount: perRequest,
  });
  await Promise.all(
    options.chatIds.map((chatId, index) =>
      api.messages.send({
        peer_id: Number(chatId),
        random_id: 1_000_000_000 + options.round * people + index,
        message: text,
      }),
    ),
  );
}
