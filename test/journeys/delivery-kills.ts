import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createDeliveryBook } from '../../src/database/repositories/delivery-book.ts';
import { createOutbox } from '../../src/database/repositories/delivery-outbox.ts';
import type { Database } from '../../src/database/sql.ts';
import type { DeliveryOrder } from '../../src/domain/delivery/delivery.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SenderProcessOptions } from './sender-process.ts';

type Options = {
  database: Database;
  /** `sender-process` as JavaScript. */
  entry: string;
  recipients: number;
  kills: number;
  seed: number;
  leaseMs?: number;
};

export type KilledDelivery = {
  rows: { platform: string; state: string; arrivals: number }[];
  /** Arrivals that no row accounts for. */
  strays: number;
  /** What the operator is shown. */
  listedAsUncertain: string[];
  uncertain: string[];
  kills: number;
  /** Answers of the platforms that said "too many". */
  refusals: number;
  tookMs: number;
};

/**
 * Sends one message to each recipient, every other one on Telegram and VK, while 5 % of the answers get lost and the
 * sending process is killed at random points of it, then compares what arrived with what the rows say.
 */
export async function deliverUnderKills(options: Options): Promise<KilledDelivery> {
  const { database, recipients, kills, seed } = options;
  const random = createRandom(seed);
  const faults = [{ kind: 'lostAnswer', probability: 0.05 }] as const;
  const sandbox = await createSandbox({ seed, record: 'counts', faults });
  const orders = ordersFor(sandbox, recipients);
  const perLife = Math.ceil(recipients / (kills + 1));
  const began = performance.now();
  try {
    for (let life = 0; life <= kills; life++) {
      await createOutbox(database).put(orders.splice(0, perLife));
      const child = startSenders(sandbox, options);
      if (life < kills) {
        // Telegram alone takes half as many calls as a life has messages: the end comes before all have left.
        const calls = callsOf(sandbox, 1 + Math.floor(random() * (perLife / 2 - 1)));
        await Promise.race([calls, once(child, 'exit')]);
        if (random() < 0.5) await pause(random() * 30);
      } else await drained(database);
      await kill(child);
    }
    const compared = await compare(sandbox, database);
    return { ...compared, kills, tookMs: performance.now() - began };
  } finally {
    await sandbox.stop();
  }
}

function ordersFor(sandbox: Sandbox, recipients: number): DeliveryOrder[] {
  return Array.from({ length: recipients }, (_, index) => {
    const platform = index % 2 === 0 ? 'telegram' : 'vk';
    const person = sandbox.people.add({ key: `person-${index}`, name: `Получатель ${index}`, open: true });
    const chatId = String(person[platform].chat.accountId);
    const message = { text: person.key, buttons: [[{ label: 'Готово', action: `done:${index}` }]] };
    const outgoing = { kind: 'send', message } as const;
    return { platform, chatId, accountId: chatId, personId: null, outgoing, priority: 'bulk' };
  });
}

function startSenders(sandbox: Sandbox, { database, entry, leaseMs = 600 }: Options): ChildProcess {
  const told: SenderProcessOptions = {
    databaseUrl: database.url,
    telegram: sandbox.telegram,
    vk: sandbox.vk,
    leaseMs,
  };
  return fork(entry, [JSON.stringify(told)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  const [, signal] = await over;
  if (signal !== 'SIGKILL') throw new Error('the sending process ended by itself');
}

/** Resolves in the middle of the count-th call from now: it took effect, and its answer has not left. */
function callsOf(sandbox: Sandbox, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    const off = sandbox.onCall(() => {
      left--;
      if (left > 0) return;
      off();
      resolve();
    });
  });
}

async function drained(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from delivery where state in ('planned', 'claimed')`,
    );
    if (row?.waiting === 0) return;
    await pause(50);
  }
}

async function compare(
  sandbox: Sandbox,
  database: Database,
): Promise<Omit<KilledDelivery, 'kills' | 'tookMs'>> {
  const arrivals = new Map<string, number>();
  for (const { platform, personKey, text } of sandbox.ledger.deliveries) {
    const key = `${platform} ${personKey} ${text}`;
    arrivals.set(key, (arrivals.get(key) ?? 0) + 1);
  }
  const stored = await database.query<{ id: string; platform: string; state: string; text: string }>(
    `select id, platform, state, outgoing->'message'->>'text' as text from delivery order by id`,
  );
  const rows = stored.map(({ platform, state, text }) => {
    const key = `${platform} ${text} ${text}`;
    const count = arrivals.get(key) ?? 0;
    arrivals.delete(key);
    return { platform, state, arrivals: count };
  });
  const listed = await createDeliveryBook(database).uncertainDeliveries();
  return {
    rows,
    strays: arrivals.size,
    listedAsUncertain: listed.map((row) => row.id),
    uncertain: stored.filter((row) => row.state === 'uncertain').map((row) => row.id),
    refusals: sandbox.ledger.calls.filter((call) => call.errorCode === 429 || call.errorCode === 6).length,
  };
}

/** A linear congruential generator (Numerical Recipes): the same seed kills at the same points. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
