import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import type { DeliveryOrder } from '../../domain/delivery/delivery.ts';
import type { ClaimedDelivery, DeliveryBook } from '../../domain/delivery/delivery-book.ts';
import { randomIdOf } from '../../domain/delivery/random-id.ts';
import type { Settlement } from '../../domain/delivery/settle.ts';
import type { Database } from '../sql.ts';
import { createDeliveryBook } from './delivery-book.ts';
import { createOutbox } from './delivery-outbox.ts';
import { createLeaseBook } from './lease-book.ts';

let database: Database;
let deliveries: DeliveryBook;
beforeAll(async () => {
  database = await testDatabase();
  deliveries = createDeliveryBook(database);
});
afterAll(() => database.stop());
beforeEach(async () => {
  for (const table of ['delivery', 'lease', 'chat_account', 'person', 'programme']) {
    await database.query(`delete from ${table}`);
  }
  await createLeaseBook(database).take('send:telegram', 'me', 600_000);
});

function order(chatId: string, facts: Partial<DeliveryOrder> = {}): DeliveryOrder {
  return {
    platform: 'telegram',
    chatId,
    accountId: chatId,
    personId: null,
    outgoing: { kind: 'send', message: { text: `Письмо в ${chatId}` } },
    priority: 'bulk',
    ...facts,
  };
}

const put = (...orders: DeliveryOrder[]) => createOutbox(database).put(orders);

function claim(size = 10, facts: { holder?: string; restingChats?: string[]; tiredChats?: string[] } = {}) {
  const asked = {
    platform: 'telegram',
    lease: 'send:telegram',
    holder: 'me',
    restingChats: [],
    tiredChats: [],
    size,
  };
  return deliveries.claim({ ...asked, ...facts });
}

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

function settleAs(settlement: Settlement, rows: readonly ClaimedDelivery[], holder = 'me') {
  return deliveries.settle(
    holder,
    rows.map((delivery) => ({ delivery, settlement })),
  );
}

async function rowOf(id: string | undefined) {
  const [row] = await database.query<Record<string, unknown>>('select * from delivery where id = $1', [id]);
  return row;
}

async function makeDue() {
  await database.query('update delivery set not_before = now()');
}

const sent: Settlement = { state: 'sent', messageId: '900' };
const later: Settlement = { state: 'planned', error: '502', afterMs: 5000 };
const closed: Settlement = { state: 'failed', error: '403', closesChannel: true };

describe('claiming', () => {
  it('hands rows out whole, oldest first, and each only once', async () => {
    const ids = await put(order('1', { personId: null }), order('2'), order('3'));
    const [first, second] = await claim(2);
    expect(first).toEqual({
      ...order('1'),
      id: ids[0],
      randomId: randomIdOf(String(ids[0])),
      attempts: 1,
      ageMs: expect.any(Number),
    });
    expect(second?.id).toBe(ids[1]);
    expect(idsOf(await claim(2))).toEqual([ids[2]]);
    expect(await claim(2)).toEqual([]);
  });

  it('lets answers to people leave before bulk', async () => {
    const [bulk, answer] = await put(order('1'), order('2', { priority: 'interactive' }));
    expect(idsOf(await claim())).toEqual([answer, bulk]);
  });

  it('never has two of one chat under way, and keeps their order', async () => {
    const [a1, a2, b1] = await put(order('a'), order('a'), order('b'));
    const first = await claim();
    expect(idsOf(first)).toEqual([a1, b1]);
    expect(await claim()).toEqual([]);
    await settleAs(sent, first);
    expect(idsOf(await claim())).toEqual([a2]);
  });

  it('lets an answer overtake bulk of its chat, never the other way round', async () => {
    const [bulk] = await put(order('a'));
    const [answer] = await put(order('a', { priority: 'interactive' }));
    const first = await claim();
    expect(idsOf(first)).toEqual([answer]);
    await settleAs(sent, first);
    expect(idsOf(await claim())).toEqual([bulk]);
  });

  it('keeps the order of a chat while its first message waits for another try, but not for hours', async () => {
    const [a1, a2] = await put(order('a'), order('a'));
    await settleAs(later, await claim());
    expect(await claim()).toEqual([]);
    await makeDue();
    const again = await claim();
    expect(again).toMatchObject([{ id: a1, attempts: 2 }]);
    await settleAs({ ...later, afterMs: 3_600_000 }, again);
    expect(idsOf(await claim())).toEqual([a2]);
  });

  it('leaves bulk for resting chats alone, but not an answer, unless the chat is tired of answers', async () => {
    const [a, b, c] = await put(order('a'), order('b', { priority: 'interactive' }), order('c'));
    expect(await claim(10, { restingChats: ['a'], tiredChats: ['b', 'c'] })).toEqual([]);
    expect(idsOf(await claim(10, { restingChats: ['a', 'b'] }))).toEqual([b, c]);
    expect(idsOf(await claim())).toEqual([a]);
  });

  it('sends nothing that has lost its sense, nor lets others wait for it', async () => {
    const [gone, next] = await put(order('a', { expiresInMs: 0 }), order('a', { expiresInMs: 60_000 }));
    expect(idsOf(await claim())).toEqual([next]);
    expect(await rowOf(gone)).toMatchObject({ state: 'expired', attempts: 0 });
  });

  it('lets a message wait for its time, and later ones of its chat pass it', async () => {
    const [waiting, next] = await put(order('a', { delayMs: 60_000 }), order('a', { delayMs: 0 }));
    expect(await deliveries.pending('telegram')).toBe(1);
    expect(idsOf(await claim())).toEqual([next]);
    await settleAs(sent, [{ ...order('a'), id: next ?? '', randomId: 1, attempts: 1, ageMs: 0 }]);
    await makeDue();
    expect(idsOf(await claim())).toEqual([waiting]);
  });

  it('claims nothing for a holder who has lost the lease', async () => {
    await put(order('a'));
    expect(await claim(10, { holder: 'somebody else' })).toEqual([]);
    await database.query('update lease set until_at = now()');
    expect(await claim()).toEqual([]);
    expect(await deliveries.pending('telegram')).toBe(1);
  });

  it('gives each row to one of many who claim at once', async () => {
    await put(...Array.from({ length: 60 }, (_, index) => order(`chat ${index % 40}`)));
    const claimed = (await Promise.all(Array.from({ length: 8 }, () => claim(10)))).flat();
    expect(new Set(idsOf(claimed)).size).toBe(claimed.length);
    expect(new Set(claimed.map((row) => row.chatId)).size).toBe(claimed.length);
  });
});

describe('settling', () => {
  it('writes down how each try ended', async () => {
    const [a, b, c, d] = await put(order('a'), order('b'), order('c'), order('d'));
    const settlements: Settlement[] = [
      sent,
      { state: 'failed', error: '400', closesChannel: false },
      later,
      { state: 'uncertain', error: 'timeout' },
    ];
    const rows = await claim();
    await deliveries.settle(
      'me',
      rows.map((delivery, index) => ({ delivery, settlement: settlements[index]! })),
    );
    expect(await rowOf(a)).toMatchObject({ state: 'sent', message_id: '900', error: null });
    expect(await rowOf(b)).toMatchObject({ state: 'failed', error: '400' });
    expect(await rowOf(c)).toMatchObject({ state: 'planned', error: '502', settled_at: null });
    expect(await rowOf(d)).toMatchObject({ state: 'uncertain', error: 'timeout' });
    expect(await deliveries.uncertainDeliveries()).toMatchObject([
      { id: d, platform: 'telegram', accountId: 'd', error: 'timeout' },
    ]);
    expect(await deliveries.pending('telegram')).toBe(0);
  });

  it('touches no row that was claimed anew since', async () => {
    const [id] = await put(order('a'));
    const first = await claim();
    await settleAs(later, first);
    await makeDue();
    await claim();
    await settleAs(later, first);
    expect(await rowOf(id)).toMatchObject({ state: 'claimed', attempts: 2 });
  });
});

describe('after a crash', () => {
  const platform = { platform: 'telegram', dropsRepeats: false };

  it('repeats what may be repeated and lists the rest as uncertain', async () => {
    const [send, edit, answer] = await put(
      order('a'),
      order('b', { outgoing: { kind: 'edit', messageId: '5', message: { text: 'Готово' } } }),
      order('c', { outgoing: { kind: 'answer', callbackId: 'x' } }),
    );
    await claim();
    expect(await deliveries.recover(platform, 'me')).toEqual({ planned: 0, uncertain: 0 });
    expect(await deliveries.recover(platform, 'next')).toEqual({ planned: 2, uncertain: 1 });
    expect(idsOf(await deliveries.uncertainDeliveries())).toEqual([send]);
    expect(idsOf(await claim())).toEqual([edit, answer]);
  });

  it('repeats everything where the platform drops repeats, with the same random id', async () => {
    await put(order('a'));
    const [first] = await claim();
    expect(await deliveries.recover({ platform: 'telegram', dropsRepeats: true }, 'next')).toEqual({
      planned: 1,
      uncertain: 0,
    });
    expect(await claim()).toMatchObject([{ id: first?.id, randomId: first?.randomId, attempts: 2 }]);
  });

  it('lets the late answer of a sender believed dead resolve the doubt', async () => {
    const [id] = await put(order('a'));
    const rows = await claim();
    await deliveries.recover(platform, 'next');
    await settleAs(sent, rows);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', message_id: '900' });
  });

  it('plans again what was claimed without the sender learning of it', async () => {
    const [known, unknown] = await put(order('a'), order('b'));
    await claim();
    expect(await deliveries.unclaim('telegram', 'me', [known!])).toBe(1);
    expect(await claim()).toMatchObject([{ id: unknown, attempts: 1 }]);
  });
});

describe('a channel that turns out closed', () => {
  async function person(remind: string | null, platforms: readonly string[]): Promise<string> {
    const [row] = await database.query<{ id: string }>(
      `with p as (insert into programme (key, name) values (gen_random_uuid(), 'Город') returning id)
       insert into person (programme_id, surname, name, remind_platform) select id, 'Новикова', 'Анна', $1 from p
       returning id`,
      [remind],
    );
    for (const platform of platforms) {
      await database.query(
        `insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)`,
        [platform, `${platform}-of-${row?.id}`, row?.id],
      );
    }
    return String(row?.id);
  }

  async function refused(personId: string, facts: Partial<DeliveryOrder> = {}) {
    const [id] = await put(order(`telegram-of-${personId}`, { personId, ...facts }));
    const rows = await claim();
    await settleAs(closed, rows);
    await settleAs(closed, rows);
    const takenOver = await database.query('select * from delivery where replaces_id is not null');
    const [account] = await database.query<{ closed_at: Date | null; closed_reason: string | null }>(
      `select closed_at, closed_reason from chat_account where platform = 'telegram'`,
    );
    return { row: await rowOf(id), takenOver, account };
  }

  it('is closed, and the next channel of the person takes the message over once', async () => {
    const id = await person('telegram', ['telegram', 'vk']);
    const { row, takenOver, account } = await refused(id);
    expect(account).toEqual({ closed_at: expect.any(Date), closed_reason: '403' });
    expect(row).toMatchObject({ state: 'failed', error: '403' });
    expect(takenOver).toMatchObject([
      {
        state: 'planned',
        platform: 'vk',
        chat_id: `vk-of-${id}`,
        account_id: `vk-of-${id}`,
        person_id: id,
        outgoing: row?.outgoing,
        replaces_id: row?.id,
        attempts: 0,
      },
    ]);
  });

  it('leaves the message failed where the person has no other', async () => {
    const { row, takenOver } = await refused(await person(null, ['telegram']));
    expect(row).toMatchObject({ state: 'failed', error: 'no-channel: 403' });
    expect(takenOver).toEqual([]);
  });

  it('moves neither an edit nor a message to somebody unknown', async () => {
    const id = await person(null, ['telegram', 'vk']);
    const edit = await refused(id, {
      outgoing: { kind: 'edit', messageId: '1', message: { text: 'Готово' } },
    });
    expect(edit.takenOver).toEqual([]);
    expect(edit.account?.closed_at).not.toBeNull();
    expect((await refused(id, { personId: null })).takenOver).toEqual([]);
  });
});
