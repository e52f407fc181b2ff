import { createBell } from '../src/bot/bell.ts';
import { createApology, createHandler } from '../src/bot/handle.ts';
import { createInboxWorker } from '../src/bot/inbox-worker.ts';
import { deskOf } from '../src/bot-room.ts';
import { createInboxBook, createInboxWork } from '../src/database/repositories/inbox-book.ts';
import { createProgrammeBook } from '../src/database/repositories/programme-book.ts';
import type { Database } from '../src/database/sql.ts';
import type { InboxWork, RawEvent } from '../src/domain/delivery/inbox-book.ts';
import type { Incoming, IncomingEvent } from '../src/domain/messages/incoming.ts';
import type { Outgoing } from '../src/domain/messages/message.ts';
import { defaultSettings } from '../src/domain/programme/settings.ts';
import { type RegistrationForm, registrationForms } from '../src/domain/registration/application.ts';
import { askedBy, rightAnswer } from '../test/helpers/right-answers.ts';
import { foundTown } from '../test/helpers/small-town.ts';
import { benchDatabase } from './bench-database.ts';
import { silentLog } from './silent-log.ts';

const year = 2022;
const clock = { now: () => new Date(`${year}-03-18T10:00:00+04:00`) };
/** One after the other, the first ones to warm up. */
const alone = { warm: 3, counted: 20 };
const atOnce = 200;
const limitMs = 15;
const patienceMs = 60_000;

/** Somebody who registers: the answer to whatever the bot asks is theirs. */
type Applicant = { number: number; platform: 'telegram' | 'vk'; form: RegistrationForm; done: boolean };
type Desk = ReturnType<typeof deskOf>;
type Taken = { events: number; ms: number };

/** Letters alone, so that nobody is anybody's double. */
function nameOf(number: number): string {
  const letters = 'абвгдежиклмнопрстуфх';
  const digits = [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400) % 20];
  return `Н${digits.map((digit) => letters[digit]).join('')}ова`;
}

function eventOf(applicant: Applicant, event: IncomingEvent): RawEvent {
  const { platform, number } = applicant;
  const payload = { accountId: String(number), event };
  events += 1;
  return { platform, eventId: String(events), chatKey: `${platform}:${number}`, payload };
}
let events = 0;

function read(platform: Applicant['platform']) {
  return (payload: unknown): Incoming => {
    const { accountId, event } = payload as { accountId: string; event: IncomingEvent };
    return { platform, eventId: '', accountId, chatId: accountId, at: clock.now(), event };
  };
}

function begin(applicant: Applicant): IncomingEvent {
  return {
    kind: 'press',
    action: `join:${applicant.form}`,
    callbackId: `b${applicant.number}`,
    messageId: '',
  };
}

/** `null` where nothing is asked, so that nothing is left to say. */
function answerTo(applicant: Applicant, message: { id: string; outgoing: Outgoing }): IncomingEvent | null {
  const { id, outgoing } = message;
  const asked = outgoing.kind === 'answer' ? null : askedBy(outgoing.message.buttons ?? []);
  if (asked === null) return null;
  const { number } = applicant;
  const how = { names: [nameOf(number), 'Анна', 'Ильинична'] as [string, string, string], minor: false };
  const answer = rightAnswer(asked, { ...how, pick: number + Number(id) }, year);
  return answer.kind === 'press' ? { ...answer, callbackId: `c${id}`, messageId: id } : answer;
}

function isLast(event: IncomingEvent): boolean {
  return event.kind === 'press' && event.action.endsWith(':summary:send');
}

/** What has left since, in the place of the senders. */
async function leave(database: Database) {
  const rows = await database.query<{ id: string; chat: string; outgoing: Outgoing }>(
    `update delivery set state = 'sent', message_id = id, settled_at = now() where state = 'planned'
     returning id, platform || ':' || account_id as chat, outgoing`,
  );
  return rows.toSorted((a, b) => Number(a.id) - Number(b.id));
}

/** From taking an event to its durable commit: all that happens in the transaction of its batch. */
function timed(inbox: InboxWork<Desk>, taken: Taken[]): InboxWork<Desk> {
  return {
    async handleBatch(batch) {
      const began = performance.now();
      const report = await inbox.handleBatch(batch);
      if (report.handled > 0) taken.push({ events: report.handled, ms: performance.now() - began });
      return report;
    },
  };
}

function workOver(database: Database, taken: Taken[], answered: () => void) {
  return createInboxWorker<Desk>({
    inbox: timed(createInboxWork(database, deskOf), taken),
    readers: new Map([
      ['telegram', read('telegram')],
      ['vk', read('vk')],
    ]),
    handle: createHandler({ clock, log: silentLog }),
    apologise: createApology({ clock }),
    answered,
    log: silentLog,
  });
}

/** All of them at once; each goes on as soon as the bot has answered. Returns how many answers they gave. */
async function register(
  database: Database,
  applicants: readonly Applicant[],
  taken: Taken[],
): Promise<number> {
  const byChat = new Map(applicants.map((each) => [`${each.platform}:${each.number}`, each]));
  const inbox = createInboxBook(database);
  const bell = createBell();
  const worker = workOver(database, taken, bell.ring);
  worker.start();
  let given = 0;
  let next = applicants.map((each) => eventOf(each, begin(each)));
  let heardAt = performance.now();
  while (next.length > 0 || applicants.some(({ done }) => !done)) {
    if (next.length > 0) {
      await inbox.put(next);
      worker.wake();
      given += next.length;
      heardAt = performance.now();
    }
    if (performance.now() - heardAt > patienceMs) throw new Error('somebody got no answer');
    await bell.wait(1000, new AbortController().signal);
    next = await nextOf(database, byChat);
  }
  await worker.idle();
  await worker.stop();
  return given;
}

async function nextOf(database: Database, byChat: ReadonlyMap<string, Applicant>): Promise<RawEvent[]> {
  const latest = new Map<Applicant, IncomingEvent>();
  for (const row of await leave(database)) {
    const applicant = byChat.get(row.chat);
    const answer = applicant === undefined || applicant.done ? null : answerTo(applicant, row);
    if (applicant !== undefined && answer !== null) latest.set(applicant, answer);
  }
  for (const [applicant, answer] of latest) applicant.done = isLast(answer);
  return [...latest].map(([applicant, answer]) => eventOf(applicant, answer));
}

/** A town whose operator may ask for consents, with a curator and a coordinator to be told of applications. */
async function prepare(database: Database): Promise<void> {
  const town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  const staff = [
    await town.person('Лаптева Нина Павловна', 'curator', town.school.id),
    await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id),
  ];
  for (const { id } of staff) {
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [`staff-${id}`, id],
    );
  }
  await database.query('analyze');
}

/** The share of events that took no longer; those of one batch took as long as it. */
function percentile(taken: readonly Taken[], share: number): number {
  const all = taken.flatMap(({ events: count, ms }) => Array.from({ length: count }, () => ms));
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Everybody has applied, and no event failed even once. */
async function prove(database: Database, applicants: number): Promise<void> {
  const [row] = await database.query<{ applied: number; failed: number; waiting: number }>(
    `select (select count(*)::int from application where state = 'applied') as applied,
       (select count(*)::int from inbox where attempts > 0 or error is not null) as failed,
       (select count(*)::int from inbox where handled_at is null) as waiting`,
  );
  console.log(`${row?.applied} of ${applicants} applied, ${row?.failed} events failed, ${row?.waiting} wait`);
  if (row?.applied !== applicants || row.failed > 0 || row.waiting > 0) process.exitCode = 1;
}

async function oneAfterAnother(database: Database): Promise<void> {
  const taken: Taken[] = [];
  for (let number = 1; number <= alone.warm + alone.counted; number += 1) {
    const applicant: Applicant = { number, platform: 'telegram', form: 'mentor', done: false };
    await register(database, [applicant], number <= alone.warm ? [] : taken);
  }
  const median = percentile(taken, 0.5);
  console.log(
    `one answer of a mentor's form: median ${median.toFixed(1)} ms, p95 ${percentile(taken, 0.95).toFixed(1)} ms ` +
      `(${taken.length} answers)`,
  );
  console.log(`A : limit of ${limitMs} ms = ${(median / limitMs).toFixed(3)} (required at most 1)`);
  if (!(median <= limitMs)) process.exitCode = 1;
}

async function allAtOnce(database: Database): Promise<void> {
  const applicants = Array.from({ length: atOnce }, (_, index): Applicant => {
    const form = registrationForms[index % registrationForms.length] ?? 'mentor';
    // Every form on both platforms.
    const platform = Math.floor(index / registrationForms.length) % 2 === 0 ? 'telegram' : 'vk';
    return { number: 1000 + index, platform, form, done: false };
  });
  const taken: Taken[] = [];
  const began = performance.now();
  const given = await register(database, applicants, taken);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${atOnce} people at once: ${given} answers in ${seconds.toFixed(1)} s, ${(given / seconds).toFixed(0)}/s; from taking ` +
      `to commit median ${percentile(taken, 0.5).toFixed(0)} ms, p95 ${percentile(taken, 0.95).toFixed(0)} ms`,
  );
}

/** Registering by chat: what one answer costs, and 200 people who begin at the same moment. */
export async function run(): Promise<void> {
  const database = await benchDatabase({ poolSize: 6 });
  try {
    await prepare(database);
    await oneAfterAnother(database);
    await allAtOnce(database);
    await prove(database, alone.warm + alone.counted + atOnce);
  } finally {
    await database.stop();
  }
}
