import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliveryTo, type NotedLog, notedLog, shelfOf } from '../../../test/helpers/delivery.ts';
import { conform } from '../../../test/schemas/conform.ts';
import type { DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { RawEvent } from '../../domain/delivery/inbox-book.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { Message, Outgoing } from '../../domain/messages/message.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import type { Messenger, PollTrouble } from '../messenger.ts';
import { createTelegram } from './telegram.ts';

const pdf: FileContent = {
  name: 'Приказ № 5.pdf',
  mime: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 приказ'),
};
const notPicture: FileContent = {
  name: 'photo.png',
  mime: 'image/png',
  bytes: Buffer.from('\u0089PNG broken'),
};
const files = shelfOf({ pdf, notPicture });
const clock = { now: () => new Date('2022-03-18T08:30:00Z') };

let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let anna: ReturnType<Sandbox['people']['add']>;
let log: NotedLog;
let telegram: Messenger;
const stopping = new Set<AbortController>();

const make = (apiRoot: string, token = sandbox.telegram.token) =>
  createTelegram({ token, apiRoot, webhookSecret: 'hook-secret', files, clock, log });

beforeEach(async () => {
  sandbox = await createSandbox();
  conformity = conform(sandbox);
  anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  log = notedLog();
  telegram = make(sandbox.telegram.apiRoot);
});

afterEach(async () => {
  for (const one of stopping) one.abort();
  stopping.clear();
  await sandbox.stop();
  expect(conformity.violations()).toEqual([]);
});

async function deliver(outgoing: Outgoing, messenger = telegram): Promise<DeliveryOutcome | undefined> {
  const delivery = deliveryTo(anna.telegram.chat.accountId, outgoing);
  return (await messenger.courier.send([delivery])).get('1');
}

async function send(message: Message): Promise<string> {
  const outcome = await deliver({ kind: 'send', message });
  if (outcome?.kind !== 'sent' || outcome.messageId === null) throw new Error(JSON.stringify(outcome));
  return outcome.messageId;
}

/** Polls until stopped; `next` resolves with the events of one call of the sink. */
function poll(sink?: (events: readonly RawEvent[]) => Promise<void>, messenger = telegram) {
  const controller = new AbortController();
  stopping.add(controller);
  const arrived: RawEvent[] = [];
  const waiting: (() => void)[] = [];
  const ended = messenger.poll({
    sink: async (events) => {
      await sink?.(events);
      arrived.push(...events);
      for (const wake of waiting.splice(0)) wake();
    },
    cursor: { read: async () => null, write: async () => undefined },
    heard: () => undefined,
    signal: controller.signal,
    log,
  });
  ended.catch(() => undefined);
  const events = async (count: number) => {
    while (arrived.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return arrived.map((event) => messenger.read(event.payload)?.event);
  };
  return { ended, events, stop: () => controller.abort() };
}

test('sends a text with buttons, and a press of one comes back', async () => {
  const polling = poll();
  const buttons = [
    [{ label: 'Готово', action: 'task:1:done', tone: 'positive' as const }],
    [{ label: 'Подробнее', url: 'https://example.org/1' }],
  ];
  const messageId = await send({ text: 'Сдайте приказ <до 25 марта> & точка', buttons });
  expect(anna.telegram.fromBot()[0]).toMatchObject({ text: 'Сдайте приказ <до 25 марта> & точка' });
  const pressed = anna.telegram.press('Готово');
  const [event] = await polling.events(1);
  expect(event).toMatchObject({ kind: 'press', action: 'task:1:done', messageId });
  if (event?.kind !== 'press') throw new Error('no press');
  const { callbackId } = event;
  expect(await deliver({ kind: 'answer', callbackId, text: 'я'.repeat(300) })).toMatchObject({
    kind: 'sent',
  });
  expect((await pressed.answer()).text).toHaveLength(200);
});

test('an answer to a forgotten press has failed, not the bot', async () => {
  const outcome = await deliver({ kind: 'answer', callbackId: '404', text: 'Поздно' });
  expect(outcome).toEqual({ kind: 'failed', code: 'press-expired' });
});

test('shows and hides the menu', async () => {
  await send({ text: 'Меню', menu: [['Мои задачи'], ['Сводка', 'Помощь']] });
  expect(anna.telegram.chat.menu?.rows.map((row) => row.map((one) => one.label))).toEqual([
    ['Мои задачи'],
    ['Сводка', 'Помощь'],
  ]);
  await send({ text: 'Без меню', menu: 'hide' });
  expect(anna.telegram.chat.menu).toBeUndefined();
});

test('edits in place, the buttons go, and the same edit again is fine', async () => {
  const messageId = await send({ text: 'Готово?', buttons: [[{ label: 'Да', action: 'yes' }]] });
  const edit: Outgoing = { kind: 'edit', messageId, message: { text: 'Готово ✓' } };
  expect(await deliver(edit)).toEqual({ kind: 'sent', messageId });
  expect(await deliver(edit)).toEqual({ kind: 'sent', messageId });
  expect(anna.telegram.fromBot()).toMatchObject([{ text: 'Готово ✓' }]);
  expect(anna.telegram.fromBot()[0]?.keyboard).toBeUndefined();
  expect(await deliver({ ...edit, messageId: '999' })).toMatchObject({ kind: 'uneditable' });
});

test('a file travels with its text in one request, several before it', async () => {
  await send({ text: 'Приказ', files: ['pdf'], buttons: [[{ label: 'Принять', action: 'ok' }]] });
  expect(sandbox.ledger.calls.map((call) => call.method)).toEqual(['sendDocument']);
  const [message] = anna.telegram.fromBot();
  expect(message).toMatchObject({ text: 'Приказ', attachments: [{ file: { name: 'Приказ № 5.pdf' } }] });
  await send({ text: 'Всё вместе', files: ['pdf', 'pdf'] });
  expect(anna.telegram.fromBot().map((one) => one.text)).toEqual(['Приказ', '', '', 'Всё вместе']);
});

test('a picture that Telegram refuses goes as a document', async () => {
  await send({ text: 'Фото', files: ['notPicture'] });
  expect(sandbox.ledger.calls.map((call) => call.method)).toEqual(['sendPhoto', 'sendDocument']);
  expect(anna.telegram.fromBot()).toMatchObject([{ text: 'Фото', attachments: [{ kind: 'document' }] }]);
});

test('when the second part of a message fails nobody may repeat the first', async () => {
  sandbox.faults.add({ kind: 'tooMany', method: 'sendMessage', retryAfter: 1 });
  const outcome = await deliver({ kind: 'send', message: { text: 'Всё вместе', files: ['pdf', 'pdf'] } });
  expect(outcome).toEqual({ kind: 'unknown', code: 'part-sent, then later' });
  const missing = await deliver({ kind: 'send', message: { text: 'Нет', files: ['lost'] } });
  expect(missing).toEqual({ kind: 'failed', code: 'file-missing' });
});

const hello: Outgoing = { kind: 'send', message: { text: 'Привет' } };

test('the faults of the network and of Telegram are told apart', async () => {
  const fault = async (rule: Parameters<Sandbox['faults']['add']>[0]) => {
    const remove = sandbox.faults.add(rule);
    const outcome = await deliver(hello);
    remove();
    return outcome;
  };
  expect(await fault({ kind: 'tooMany', retryAfter: 3 })).toMatchObject({
    kind: 'later',
    afterMs: 3000,
    whole: true,
  });
  expect(await fault({ kind: 'lostAnswer' })).toMatchObject({ kind: 'unknown' });
  expect(await fault({ kind: 'serverError', code: 502 })).toMatchObject({ kind: 'unknown' });
  expect(anna.telegram.fromBot()).toHaveLength(1);
  anna.telegram.block();
  expect(await deliver(hello)).toMatchObject({ kind: 'closed' });
  const nobody = deliveryTo(1, hello);
  expect((await telegram.courier.send([nobody])).get('1')).toMatchObject({ kind: 'closed' });
});

test('while nothing listens all is put off, and no log or outcome holds the token', async () => {
  const { apiRoot, token } = sandbox.telegram;
  await sandbox.stop();
  const outcome = await deliver(hello);
  expect(outcome).toMatchObject({ kind: 'later', whole: true, code: 'network ECONNREFUSED' });
  const trouble = await poll().ended.catch((error: unknown) => error);
  const fetched = await telegram.fetchFile({ fileId: 'F' }, 10).catch((error: unknown) => error);
  const check = await telegram.check();
  expect(check).toEqual({ ok: false, words: 'ECONNREFUSED' });
  const all = [
    outcome,
    check,
    log.notes,
    ...[trouble, fetched].map((error) => String((error as Error).stack)),
  ];
  expect(JSON.stringify(all)).not.toContain(token);
  expect(JSON.stringify(all)).not.toContain(apiRoot);
});

test('a wrong token stops polling with clear words, and nothing is lost meanwhile', async () => {
  const stranger = make(sandbox.telegram.apiRoot, '1:wrong');
  await expect(poll(undefined, stranger).ended).rejects.toMatchObject({
    kind: 'token',
  } satisfies Partial<PollTrouble>);
  expect(await stranger.check()).toMatchObject({ ok: false });
  expect(await deliver(hello, stranger)).toMatchObject({ kind: 'later', code: 'telegram-401', whole: true });
  expect(log.notes.map((note) => note.level)).toEqual(['error']);
});

test('an update is confirmed only after the inbox has committed it', async () => {
  anna.telegram.sendText('Мои задачи');
  const failing = poll(async () => {
    throw new Error('the database is away');
  });
  await expect(failing.ended).rejects.toMatchObject({ kind: 'passing', code: 'inbox Error' });
  expect(sandbox.telegram.pendingUpdates()).toBe(1);
  const polling = poll();
  expect(await polling.events(1)).toEqual([{ kind: 'text', text: 'Мои задачи' }]);
  anna.telegram.sendText('Ещё');
  await polling.events(2);
  expect(sandbox.telegram.pendingUpdates()).toBeLessThanOrEqual(1);
});

test('a second poller is told from other trouble', async () => {
  const first = poll();
  anna.telegram.sendText('1');
  await first.events(1);
  const second = poll();
  await expect(Promise.race([first.ended, second.ended])).rejects.toMatchObject({ kind: 'rival' });
});

test('polling ends by itself when it is told to stop', async () => {
  const polling = poll();
  anna.telegram.sendText('1');
  await polling.events(1);
  polling.stop();
  await polling.ended;
});

test('fetches what a person sent, up to the limit', async () => {
  const polling = poll();
  anna.telegram.sendFile(pdf);
  const [event] = await polling.events(1);
  if (event?.kind !== 'files') throw new Error('no files');
  const [file] = event.files;
  expect(file).toMatchObject({ name: 'Приказ № 5.pdf', mime: 'application/pdf', size: pdf.bytes.length });
  expect(await telegram.fetchFile(file?.source ?? {}, 1000)).toEqual(pdf.bytes);
  const tooBig = { code: 'too-big', final: true };
  await expect(telegram.fetchFile(file?.source ?? {}, 5)).rejects.toMatchObject(tooBig);
  await expect(telegram.fetchFile({ fileId: 'gone' }, 1000)).rejects.toMatchObject({ final: true });
});

test('knows its name and its links', async () => {
  const { username } = sandbox.telegram;
  expect(await telegram.check()).toEqual({ ok: true, words: `@${username}` });
  expect(await telegram.link('AbC_-1')).toBe(`https://t.me/${username}?start=AbC_-1`);
});

test('its webhook takes signed calls only', () => {
  const judge = (secret: string | undefined, body: unknown) =>
    telegram.webhook?.judge({
      header: (name) => (name === 'x-telegram-bot-api-secret-token' ? secret : undefined),
      body,
    });
  const chat = { id: 1, type: 'private' };
  const update = { update_id: 5, message: { message_id: 1, date: 1, chat, from: { id: 1 }, text: 'Да' } };
  expect(judge(undefined, update)).toEqual({ kind: 'refuse' });
  expect(judge('hook-secreT', update)).toEqual({ kind: 'refuse' });
  expect(judge('hook-secret', update)).toMatchObject({ kind: 'take', events: [{ eventId: '5' }] });
  expect(judge('hook-secret', 'junk')).toEqual({ kind: 'reply', reply: 'ok' });
});
