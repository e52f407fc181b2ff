import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { RawEvent } from '../domain/delivery/inbox-book.ts';
import type { Log } from '../domain/log.ts';
import type { Webhook } from '../domain/messages/webhook.ts';
import { type Admin, createAdmin, createServer } from './admin.ts';
import type { HealthReport } from './health.route.ts';

const fine: HealthReport = {
  parts: { database: { ok: true, words: 'up' } },
  oldestInboxSeconds: null,
  oldestDeliverySeconds: 1.5,
};

/** A made-up platform: the right word in a header lets one event in. */
const parrot: Webhook = {
  platform: 'parrot',
  judge({ header, body }) {
    if (header('x-parrot') !== 'please') return { kind: 'refuse' };
    const said = z.object({ word: z.string() }).safeParse(body);
    if (!said.success) return { kind: 'reply', reply: 'hello' };
    const event = { platform: 'parrot', eventId: said.data.word, chatKey: 'parrot:1', payload: body };
    return { kind: 'take', events: [event], reply: 'ok' };
  },
};

let admin: Admin;
let stored: RawEvent[] = [];
let logged: object[] = [];
const note = (fields: object) => void logged.push(fields);
const log: Log = { info: note, warn: note, error: note };

afterEach(() => admin.stop());

async function start(changed: { health?: HealthReport; store?: () => Promise<void> } = {}): Promise<string> {
  stored = [];
  logged = [];
  admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => changed.health ?? fine,
    webhooks: [parrot],
    store: changed.store ?? (async (events) => void stored.push(...events)),
    log,
  });
  return admin.start();
}

function call(url: string, body: string, headers: Record<string, string> = { 'x-parrot': 'please' }) {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${url}/hooks/parrot`, { method: 'POST', headers: all, body });
}

test('health is 200 with every part when all is well', async () => {
  const response = await fetch(`${await start()}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, ...fine });
});

test('health is 503 as soon as one part is down', async () => {
  const parts = { ...fine.parts, queue: { ok: false, words: 'redis: ECONNREFUSED' } };
  const response = await fetch(`${await start({ health: { ...fine, parts } })}/health`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ ok: false, parts });
});

test('a signed call is stored and then answered in plain text', async () => {
  const response = await call(await start(), '{"word":"one"}');
  expect([response.status, await response.text()]).toEqual([200, 'ok']);
  expect(response.headers.get('content-type')).toContain('text/plain');
  expect(stored.map((event) => event.eventId)).toEqual(['one']);
});

test.each([
  ['an unsigned call', '{"word":"one"}', { 'x-parrot': 'now!' }, 401],
  ['broken JSON', '{"word":', { 'x-parrot': 'please' }, 400],
  ['a body of two megabytes', JSON.stringify({ word: 'x'.repeat(2_000_000) }), { 'x-parrot': 'please' }, 413],
  ['a form', 'word=one', { 'x-parrot': 'please', 'content-type': 'application/x-www-form-urlencoded' }, 415],
])('%s is refused and nothing is stored', async (_name, body, headers, status) => {
  const response = await call(await start(), body, headers);
  expect(response.status).toBe(status);
  expect(stored).toEqual([]);
});

test('when storing fails the platform is told so, without the reason, and repeats', async () => {
  const store = async () => {
    throw new Error('duplicate key (phone)=(+79001234567)');
  };
  const response = await call(await start({ store }), '{"word":"one"}');
  expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }]);
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('7900');
});

test('a route that does not say who may call it stops the boot', async () => {
  await start();
  const app = createServer(log);
  app.register(async (inner) => void inner.get('/secrets', async () => 'all of them'));
  await expect(app.ready()).rejects.toThrow('GET /secrets does not say who may call it');
});

test('stopping does not wait for a kept-alive connection', async () => {
  const { hostname, port } = new URL(await start());
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write('GET /health HTTP/1.1\r\nhost: here\r\nconnection: keep-alive\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  await admin.stop();
  await closed;
});
