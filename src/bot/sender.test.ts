import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { createDeliveryBook } from '../database/repositories/delivery-book.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createLeaseBook } from '../database/repositories/lease-book.ts';
import type { Database } from '../database/sql.ts';
import type { Courier, Delivery, DeliveryOrder, DeliveryOutcome } from '../domain/delivery/delivery.ts';
import type { Log } from '../domain/log.ts';
import { createSender, type Sender } from './sender.ts';

let database: Database;
const started: Sender[] = [];
const logged: string[] = [];
const keep = (fields: object, words: string) => void logged.push(JSON.stringify({ ...fields, words }));
const log: Log = { info: keep, warn: keep, error: keep };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  logged.length = 0;
  await database.query('truncate delivery, lease restart identity cascade');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((sender) => sender.stop()));
});

type Answer = (deliveries: readonly Delivery[]) => Promise<DeliveryOutcome> | DeliveryOutcome;

/** A platform that answers each request with one outcome for all its deliveries, and remembers the requests. */
function courierWith(answer: Answer, facts: Partial<Courier> = {}) {
  const requests: Delivery[][] = [];
  const courier: Courier = {
    platform: 'telegram',
    requestsPerSecond: 1000,
    deliveriesPerRequest: 1,
    dropsRepeats: false,
    async send(deliveries) {
      requests.push([...deliveries]);
      const outcome = await answer(deliveries);
      return new Map(deliveries.map((delivery) => [delivery.id, outcome]));
    },
    ...facts,
  };
  return { courier, requests, sentIds: () => requests.flat().map((delivery) => delivery.id) };
}

function start(courier: Courier, facts: Partial<Parameters<typeof createSender>[0]> = {}): Sender {
  const deliveries = createDeliveryBook(database);
  const leases = createLeaseBook(database);
  const sender = createSender({ courier, deliveries, leases, log, leaseMs: 600, ...facts });
  started.push(sender);
  sender.start();
  return sender;
}

function put(count: number, facts: Partial<DeliveryOrder> = {}): Promise<string[]> {
  const orders = Array.from({ length: count }, (_, index): DeliveryOrder => {
    const chatId = `chat-${index}`;
    const outgoing = { kind: 'send', message: { text: 'Секрет' } } as const;
    return {
      platform: 'telegram',
      chatId,
      accountId: chatId,
      personId: null,
      outgoing,
      priority: 'bulk',
      ...facts,
    };
  });
  return createOutbox(database).put(orders);
}

async function states() {
  const rows = await database.query<{ state: string }>('select state from delivery order by id');
  return rows.map((row) => row.state);
}

const sent: DeliveryOutcome = { kind: 'sent', messageId: '1' };

it('has several requests under way, so that slow answers do not slow the rate', async () => {
  const waiting: (() => void)[] = [];
  const { courier, sentIds } = courierWith(async () => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      // Nobody is answered before five are asked.
      if (waiting.length === 5) for (const answer of waiting.splice(0)) answer();
    });
    return sent;
  });
  const ids = await put(10);
  await start(courier).idle();
  expect(sentIds()).toEqual(ids);
  expect(await states()).toEqual(Array(10).fill('sent'));
});

it('packs as many deliveries into a request as the platform takes', async () => {
  const { courier, requests } = courierWith(() => sent, { deliveriesPerRequest: 25 });
  await put(60);
  await start(courier).idle();
  expect(requests.map((request) => request.length)).toEqual([25, 25, 10]);
});

it('sends what one chat gets one after another', async () => {
  let underWay = 0;
  const { courier, sentIds } = courierWith(async () => {
    expect(++underWay).toBe(1);
    await pause(1);
    underWay--;
    return sent;
  });
  const ids = await put(6, { chatId: 'one chat' });
  await start(courier).idle();
  expect(sentIds()).toEqual(ids);
});

it('never repeats a message whose answer was lost where the platform would show both', async () => {
  const { courier, requests } = courierWith(() => ({ kind: 'unknown', code: 'timeout' }));
  await put(2);
  await start(courier).idle();
  expect(requests).toHaveLength(2);
  expect(await states()).toEqual(Array(2).fill('uncertain'));
});

it('lets few messages become uncertain while the platform answers none', async () => {
  let wellAt = 0;
  const { courier, requests } = courierWith(() => {
    wellAt ||= performance.now() + 900;
    return performance.now() < wellAt ? { kind: 'unknown', code: 'telegram-502' } : sent;
  });
  await put(300);
  await start(courier).idle();
  expect(requests).toHaveLength(300);
  expect((await states()).filter((state) => state === 'uncertain').length).toBeLessThan(100);
});

it('takes a courier that breaks, or says nothing, for an answer that was lost', async () => {
  const broken = courierWith(() => {
    throw new Error('Секрет');
  });
  await put(1);
  const sender = start(broken.courier);
  await sender.idle();
  await sender.stop();
  const silent = courierWith(() => sent, { send: async () => new Map() });
  await put(1);
  await start(silent.courier).idle();
  expect(await states()).toEqual(['uncertain', 'uncertain']);
});

it('repeats it with the same random id where the platform drops the second one', async () => {
  const answers: DeliveryOutcome[] = [{ kind: 'unknown', code: 'timeout' }, sent];
  const { courier, requests } = courierWith(() => answers.shift() ?? sent, { dropsRepeats: true });
  await put(1);
  const sender = start(courier);
  await sender.idle();
  await database.query('update delivery set not_before = now()');
  sender.wake();
  await sender.idle();
  expect(requests).toHaveLength(2);
  expect(requests[0]?.[0]?.randomId).toBe(requests[1]?.[0]?.randomId);
  expect(await states()).toEqual(['sent']);
});

it('lets the whole bot wait when the platform asks it to', async () => {
  const times: number[] = [];
  const answers: DeliveryOutcome[] = [{ kind: 'later', code: '429', afterMs: 250, whole: true }];
  const { courier } = courierWith(
    () => {
      times.push(performance.now());
      return answers.shift() ?? sent;
    },
    { requestsPerSecond: 20 },
  );
  await put(3);
  const sender = start(courier);
  while ((await states()).some((state) => state !== 'sent')) await sender.idle();
  expect(times).toHaveLength(4);
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(249);
});

it('gives each chat its rest between two bulk messages', async () => {
  const times: number[] = [];
  const { courier } = courierWith(
    () => {
      times.push(performance.now());
      return sent;
    },
    { chatRestMs: 150 },
  );
  await put(2, { chatId: 'one chat' });
  await start(courier).idle();
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(149);
});

it('finishes what is under way when it is stopped and leaves the rest for the next one', async () => {
  let answer = () => {};
  const { courier, sentIds } = courierWith(
    () =>
      new Promise<DeliveryOutcome>((resolve) => {
        answer = () => resolve(sent);
      }),
    { deliveriesPerRequest: 2 },
  );
  const ids = await put(5, { chatId: 'one chat' });
  const sender = start(courier);
  while (sentIds().length === 0) await pause(5);
  const stopped = sender.stop();
  answer();
  await stopped;
  expect(sentIds()).toEqual([ids[0]]);
  expect(await states()).toEqual(['sent', 'planned', 'planned', 'planned', 'planned']);
  expect(await database.query('select * from lease')).toEqual([]);
});

it('plans again or lists as uncertain what a dead sender had claimed', async () => {
  await put(3);
  await database.query(
    `update delivery set state = 'claimed', claimed_by = 'dead', attempts = 1 where id < 3`,
  );
  const { courier, sentIds } = courierWith(() => sent);
  await start(courier).idle();
  expect(sentIds()).toEqual(['3']);
  expect(await states()).toEqual(['uncertain', 'uncertain', 'sent']);
});

it('keeps what it did until the database takes it, and repeats nothing meanwhile', async () => {
  const deliveries = createDeliveryBook(database);
  let away = 3;
  const { courier, sentIds } = courierWith(() => sent);
  const ids = await put(4);
  await start(courier, {
    deliveries: {
      ...deliveries,
      async settle(holder, settled) {
        // Twice before it is written, once after: the answer alone is lost.
        if (away-- === 1) await deliveries.settle(holder, settled);
        if (away >= 0) throw new Error('connection terminated');
        await deliveries.settle(holder, settled);
      },
    },
  }).idle();
  expect(sentIds()).toEqual(ids);
  expect(await states()).toEqual(Array(4).fill('sent'));
});

it('sends rows whose claim it never heard of', async () => {
  const deliveries = createDeliveryBook(database);
  let lost = false;
  const { courier, sentIds } = courierWith(() => sent);
  const ids = await put(2);
  await start(courier, {
    deliveries: {
      ...deliveries,
      async claim(claim) {
        const rows = await deliveries.claim(claim);
        if (lost || rows.length === 0) return rows;
        lost = true;
        throw new Error('connection terminated');
      },
    },
  }).idle();
  expect(sentIds().sort()).toEqual(ids);
  expect(await states()).toEqual(['sent', 'sent']);
});

it('sends from one copy alone, and from the other one as soon as the lease is lost', async () => {
  const [first, second] = [courierWith(() => sent), courierWith(() => sent)];
  const leases = createLeaseBook(database);
  let renewals = 0;
  const one = start(first.courier, {
    leases: { ...leases, take: async (...lease) => ++renewals < 3 && leases.take(...lease) },
  });
  await put(1);
  await one.idle();
  start(second.courier);
  while (second.requests.length === 0) {
    await put(1);
    await one.idle();
  }
  const before = first.requests.length;
  await put(20);
  await one.idle();
  expect(first.requests).toHaveLength(before);
  expect(await states()).toEqual(Array(before + second.requests.length).fill('sent'));
});

it('logs ids and codes, never what was written', async () => {
  const { courier } = courierWith(() => ({ kind: 'failed', code: '400' }));
  await put(1);
  await start(courier).idle();
  expect(logged.join()).toContain('"delivery":"1"');
  expect(logged.join()).not.toContain('Секрет');
});
