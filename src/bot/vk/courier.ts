import type { Courier, Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { FileShelf } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import { enclosuresOf, fileIdsOf } from '../enclosures.ts';
import type { VkClient, VkResult } from './calls.ts';
import type { PressStyle } from './keyboard.ts';
import { alarming, outcomeOfCode, outcomeOfTrouble } from './outcome.ts';
import { outcomeOfResponse, requestOf } from './requests.ts';
import { type PackedCall, scriptOf } from './script.ts';
import { upload } from './upload.ts';

type CourierDeps = {
  client: VkClient;
  files: FileShelf;
  /** What the person's client can show. */
  pressStyle(accountId: string): PressStyle;
  log: Log;
};

type Packed = { delivery: Delivery; request: PackedCall };

/** `execute` could not run the script: one of the calls spoils it for the others. */
const scriptRefused: ReadonlySet<number> = new Set([12, 13]);

export function createVkCourier({ client, files, pressStyle, log }: CourierDeps): Courier {
  async function send(deliveries: readonly Delivery[]): Promise<Map<string, DeliveryOutcome>> {
    const outcomes = new Map<string, DeliveryOutcome>();
    const packed: Packed[] = [];
    for (const delivery of deliveries) {
      const request = hasFiles(delivery) ? null : requestOf(delivery, pressStyle(delivery.accountId));
      if (request) packed.push({ delivery, request });
      else if (!hasFiles(delivery)) outcomes.set(delivery.id, { kind: 'sent', messageId: null });
    }
    if (packed.length > 0) await sendPacked(packed, outcomes);
    for (const delivery of deliveries.filter(hasFiles)) {
      outcomes.set(delivery.id, await sendWithFiles(delivery));
    }
    soundAlarm(outcomes, log);
    return outcomes;
  }

  async function sendPacked(
    packed: readonly Packed[],
    outcomes: Map<string, DeliveryOutcome>,
  ): Promise<void> {
    const result = await client.call('execute', { code: scriptOf(packed.map((one) => one.request)) });
    if (result.kind === 'refusal' && scriptRefused.has(result.code)) {
      log.warn({ code: `vk-${result.code}`, deliveries: packed.length }, 'VK refused the script');
      for (const one of packed) outcomes.set(one.delivery.id, await sendAlone(one));
      return;
    }
    for (const [id, outcome] of outcomesOf(packed, result)) outcomes.set(id, outcome);
  }

  async function sendAlone({ delivery, request }: Packed): Promise<DeliveryOutcome> {
    const result = await client.call(request.method, request.params);
    return result.kind === 'answer'
      ? outcomeOfResponse(request, result.response, delivery)
      : outcomeOfTrouble(result, delivery);
  }

  /** Uploads first: until the message itself leaves nothing has been shown, so any trouble before means later. */
  async function sendWithFiles(delivery: Delivery): Promise<DeliveryOutcome> {
    const enclosed = await enclosuresOf(files, delivery);
    if ('outcome' in enclosed) return enclosed.outcome;
    const attachments: string[] = [];
    for (const content of enclosed.contents) {
      const uploaded = await upload(client, delivery.chatId, content);
      if ('attachment' in uploaded) attachments.push(uploaded.attachment);
      else return beforeSending(outcomeOfTrouble(uploaded, delivery));
    }
    const request = requestOf(delivery, pressStyle(delivery.accountId), attachments.join(','));
    return request ? sendAlone({ delivery, request }) : { kind: 'sent', messageId: null };
  }

  return { platform: 'vk', requestsPerSecond: 20, deliveriesPerRequest: 25, dropsRepeats: true, send };
}

/** A packed call that failed gives `false`, and its number stands in the list of errors, which has no gaps. */
function outcomesOf(packed: readonly Packed[], result: VkResult): [string, DeliveryOutcome][] {
  if (result.kind !== 'answer') {
    return packed.map(({ delivery }) => [delivery.id, outcomeOfTrouble(result, delivery)]);
  }
  const responses: unknown[] = Array.isArray(result.response) ? result.response : [];
  const errors = [...result.errors];
  return packed.map(({ delivery, request }, at) => {
    const error = responses[at] === false ? errors.shift() : undefined;
    const outcome =
      error === undefined
        ? outcomeOfResponse(request, responses[at], delivery)
        : outcomeOfCode(error, delivery);
    return [delivery.id, outcome];
  });
}

function soundAlarm(outcomes: ReadonlyMap<string, DeliveryOutcome>, log: Log): void {
  const codes = new Set([...outcomes.values()].map((one) => (one.kind === 'later' ? one.code : '')));
  for (const number of alarming) {
    if (!codes.has(`vk-${number}`)) continue;
    const words = number === 14 ? 'VK asks for a captcha: sending pauses' : 'VK refuses the token';
    log.error({ code: `vk-${number}` }, words);
  }
}

function hasFiles(delivery: Delivery): boolean {
  return fileIdsOf(delivery).length > 0;
}

function beforeSending(outcome: DeliveryOutcome): DeliveryOutcome {
  return outcome.kind === 'unknown'
    ? { kind: 'later', code: outcome.code, afterMs: 1000, whole: false }
    : outcome;
}
