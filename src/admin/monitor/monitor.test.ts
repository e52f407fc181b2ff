import { createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { type NotedLog, notedLog } from '../../../test/helpers/delivery.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { countedDeliveries, countedInbox } from '../../counted.ts';
import { readFigures } from '../../database/repositories/figures.ts';
import { createInboxBook } from '../../database/repositories/inbox-book.ts';
import type { Database } from '../../database/sql.ts';
import type { DeliveryBook } from '../../domain/delivery/delivery-book.ts';
import type { Figures } from '../../domain/figures.ts';
import { createServer } from '../admin.ts';
import { createMeters } from './meters.ts';
import { createMonitor, type Parts } from './monitor.ts';

let database: Database;
let town: Town;
let log: NotedLog;
const stops: (() => Promise<unknown>)[] = [];
const at = new Date('2022-03-18T06:00:00Z');
const well: Parts = { database: { ok: true, words: 'answers' }, queue: { ok: true, words: 'postgres' } };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await emptied(database);
  town = await foundTown(database);
  log = notedLog();
});
afterAll(() => Promise.all(stops.map((stop) => stop())));

type Given = { parts?: () => Promise<Parts>; figures?: () => Promise<Figures>; patienceMs?: number };

async function monitor(given: Given = {}) {
  const meters = createMeters();
  const parts = given.parts ?? (async () => well);
  const figures = given.figures ?? (() => readFigures(database, at));
  const started = createMonitor({
    host: '127.0.0.1',
    port: 0,
    chosen: true,
    meters,
    log,
    ...given,
    parts,
    figures,
  });
  await started.start();
  stops.push(started.stop);
  const get = async (path: string) => {
    const answer = await fetch(`${started.url()}${path}`);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  return { meters, get };
}

/** The value of a series in the text that Prometheus reads. */
function figureIn(text: string, series: string): number | null {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

describe('health', () => {
  test('lives while the event loop answers, whatever else is out of order', async () => {
    const { get } = await monitor({ parts: () => Promise.reject(new Error('gone')) });
    expect(await get('/health/live')).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(await get('/health/ready')).toMatchObject({ status: 503 });
  });

  test('is ready with database, migrations and queue; a platform in trouble changes nothing', async () => {
    const parts: Parts = { ...well, 'bot telegram': { ok: false, words: '409' } };
    const { get } = await monitor({ parts: async () => parts });
    expect(JSON.parse((await get('/health/ready')).text)).toEqual({ ok: true, parts: well });
    parts.queue = { ok: false, words: 'redis does not answer' };
    expect(await get('/health/ready')).toMatchObject({ status: 503 });
  });

  test('does not hang where the database does', async () => {
    const never = () => new Promise<never>(() => undefined);
    const { get } = await monitor({ parts: never, figures: never, patienceMs: 50 });
    expect(await get('/health/ready')).toMatchObject({ status: 503 });
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(figureIn(text, 'nastavnik_figures_known')).toBe(0);
    expect(figureIn(text, 'nastavnik_inbox_waiting')).toBeNaN();
    expect(text).not.toContain('nastavnik_tasks{');
  });
});

describe('metrics', () => {
  test('tell from the rows what waits, what is late and what nobody knows', async () => {
    const delivery = `insert into delivery (platform, account_id, chat_id, outgoing, priority, state, not_before, error)
      values ('vk', 'Секретов', '5', '{"text":"Секретов"}', 1, $1, clock_timestamp() - interval '90 seconds', 'Секретов')`;
    for (const state of ['planned', 'claimed', 'uncertain', 'uncertain', 'sent'])
      await database.query(delivery, [state]);
    await database.query(
      `insert into inbox (platform, event_id, chat_key, payload, received_at)
       values ('vk', '1', 'vk:5', '{}', clock_timestamp() - interval '30 seconds')`,
    );
    for (const day of ['2022-03-17', '2022-03-18', '2022-04-01', '2022-04-02'])
      await town.task('Приказ', day);
    await town.task('Постоянно', null);
    const { get } = await monitor();
    const { text, type } = await get('/metrics');
    expect(type).toContain('text/plain');
    const expected = {
      'nastavnik_deliveries_due{platform="vk"}': 2,
      'nastavnik_deliveries_due{platform="telegram"}': 0,
      'nastavnik_deliveries_uncertain{platform="vk"}': 2,
      nastavnik_inbox_waiting: 1,
      'nastavnik_tasks{when="late"}': 1,
      'nastavnik_tasks{when="due-in-14-days"}': 2,
      'nastavnik_tasks{when="open"}': 4,
      'nastavnik_errands{state="running"}': 0,
      'nastavnik_contest_checks{state="due"}': 0,
      nastavnik_contest_checks_late_seconds: 0,
      'nastavnik_wall_posts{state="uncertain"}': 0,
      'nastavnik_part_up{part="queue"}': 1,
      nastavnik_figures_known: 1,
    };
    for (const [series, value] of Object.entries(expected))
      expect(`${series} ${figureIn(text, series)}`).toBe(`${series} ${value}`);
    expect(figureIn(text, 'nastavnik_deliveries_oldest_due_seconds{platform="vk"}')).toBeGreaterThanOrEqual(
      90,
    );
    expect(figureIn(text, 'nastavnik_inbox_oldest_seconds')).toBeGreaterThanOrEqual(30);
    for (const usual of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(figureIn(text, usual)).toBeGreaterThan(0);
    }
    expect(text).not.toContain('Секретов');
  });

  test('count the rows once in five seconds, however many ask', async () => {
    let asked = 0;
    const { get } = await monitor({
      figures: () => {
        asked += 1;
        return readFigures(database, at);
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => get('/metrics')));
    expect(asked).toBe(1);
  });

  test('count new updates and how tries to send ended', async () => {
    const { meters, get } = await monitor();
    const inbox = countedInbox(createInboxBook(database), meters);
    const event = { platform: 'vk', eventId: '7', chatKey: 'vk:5', payload: {} };
    await inbox.put([event]);
    await inbox.put([event, { ...event, eventId: '8' }]);
    const written: string[] = [];
    const book = { settle: async () => void written.push('settled') } as unknown as DeliveryBook;
    const delivery = { platform: 'telegram' } as never;
    await countedDeliveries(book, meters).settle('holder', [
      { delivery, settlement: { state: 'sent', messageId: '1' } },
      { delivery, settlement: { state: 'planned', error: '429', afterMs: 1000 } },
    ]);
    const { text } = await get('/metrics');
    expect(written).toEqual(['settled']);
    expect(figureIn(text, 'nastavnik_updates_total{platform="vk"}')).toBe(2);
    expect(figureIn(text, 'nastavnik_deliveries_total{platform="telegram",outcome="sent"}')).toBe(1);
    expect(figureIn(text, 'nastavnik_deliveries_total{platform="telegram",outcome="again"}')).toBe(1);
  });

  test('tell requests by the pattern of the route, never by the address', async () => {
    const { meters, get } = await monitor();
    const app = createServer(log);
    meters.watch(app);
    app.get('/people/:id', { config: { callers: 'anyone' } }, async () => ({}));
    for (const id of ['1', '2']) await app.inject(`/people/${id}`);
    await app.inject('/Секретов');
    await app.close();
    const { text } = await get('/metrics');
    expect(
      figureIn(text, 'nastavnik_http_requests_total{method="GET",route="/people/:id",status="200"}'),
    ).toBe(2);
    expect(figureIn(text, 'nastavnik_http_requests_total{method="GET",route="none",status="404"}')).toBe(1);
    expect(figureIn(text, 'nastavnik_http_request_seconds_count{method="GET"}')).toBe(3);
  });
});

describe('a port that is taken', () => {
  const taken = async () => {
    const server = createTcpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const on = (port: number, chosen: boolean) =>
    createMonitor({
      host: '127.0.0.1',
      port,
      chosen,
      parts: async () => well,
      figures: () => readFigures(database, at),
      meters: createMeters(),
      log,
    });

  test('is a fault where somebody chose it', async () => {
    await expect(on(await taken(), true).start()).rejects.toThrow('EADDRINUSE');
  });

  test('is done without where it is the usual one, and said', async () => {
    const second = on(await taken(), false);
    await second.start();
    expect(second.url()).toBeNull();
    expect(log.notes).toMatchObject([{ level: 'warn' }]);
    await second.stop();
  });
});
