import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type NotedLog, notedLog } from '../../test/helpers/delivery.ts';
import { faultWord } from './fault-word.ts';
import { createJobs } from './jobs.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Answers every command of the client with the same error. */
function refuse(socket: Socket, answer: string): void {
  socket.setEncoding('latin1').on('data', (sent: string) => {
    for (const _ of sent.matchAll(/^\*\d+\r$/gm)) socket.write(`-${answer}\r\n`);
  });
}

const nothing = async () => undefined;
function jobsOn(port: number, log: NotedLog, retryMs = 3000) {
  const store = { kind: 'redis', url: `redis://127.0.0.1:${port}` } as const;
  const jobs = createJobs({
    store,
    tasks: {
      sweep: nothing,
      summaries: nothing,
      mailings: nothing,
      housekeeping: nothing,
      pairs: nothing,
      privacy: nothing,
      contests: nothing,
      errands: nothing,
      retention: nothing,
    },
    log,
    retryMs,
  });
  closing.push(jobs.stop);
  return jobs;
}

test('without a Redis the jobs start all the same, say why they do nothing, and stop', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((closed) => server.close(closed));
  const log = notedLog();
  const jobs = jobsOn(port, log);
  jobs.start();
  expect(await jobs.health()).toEqual({ ok: false, words: 'redis is being opened' });
  await expect.poll(jobs.health).toEqual({ ok: false, words: 'redis cannot be opened: ECONNREFUSED' });
  expect(log.notes).toContainEqual({
    level: 'warn',
    fields: { fault: 'ECONNREFUSED' },
    words: 'the queue cannot be opened yet',
  });
  await jobs.stop();
  expect(await jobs.health()).toEqual({ ok: false, words: 'stopped' });
});

test('an hour without a Redis is one line in the log', async () => {
  let tries = 0;
  const port = await listen(
    createServer((socket) => {
      tries += 1;
      refuse(socket, 'NOAUTH Authentication required.');
    }),
  );
  const log = notedLog();
  const jobs = jobsOn(port, log, 1);
  jobs.start();
  await expect.poll(() => tries).toBeGreaterThan(4);
  await jobs.stop();
  expect(log.notes.filter(({ words }) => words.includes('cannot be opened'))).toHaveLength(1);
});

test.each(['WRONGPASS invalid username-password pair', 'NOAUTH Authentication required.'])(
  'a Redis that answers %s is named by that word',
  async (answer) => {
    const port = await listen(createServer((socket) => refuse(socket, answer)));
    const jobs = jobsOn(port, notedLog());
    jobs.start();
    await expect
      .poll(jobs.health)
      .toEqual({ ok: false, words: `redis cannot be opened: ${answer.split(' ')[0]}` });
  },
);

test('stopping does not wait for a Redis that says nothing', async () => {
  const silent = createServer();
  const port = await listen(silent);
  closing.push(() => silent.close());
  const jobs = jobsOn(port, notedLog());
  const connected = once(silent, 'connection');
  jobs.start();
  await connected;
  await jobs.stop();
});

test('a fault is one word, never the message', () => {
  expect(faultWord(Object.assign(new Error('at 10.0.0.7'), { code: 'ETIMEDOUT' }))).toBe('ETIMEDOUT');
  expect(faultWord(new Error('Ready check failed: NOAUTH Authentication required.'))).toBe('NOAUTH');
  expect(faultWord(new TypeError('Ivanova'))).toBe('TypeError');
});
