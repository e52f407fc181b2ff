import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliveryTo, type NotedLog, notedLog, shelfOf } from '../../../test/helpers/delivery.ts';
import { conform } from '../../../test/schemas/conform.ts';
import type { Delivery, DeliveryOutcome } from '../../domain/delivery/delivery.ts';
import type { RawEvent } from '../../domain/delivery/inbox-book.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { Message, Outgoing } from '../../domain/messages/message.ts';
import { anyPicture } from '../../sandbox/files.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import type { Messenger } from '../messenger.ts';
import { createVk } from './vk.ts';

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
const files = shelfOf({ pdf, notPicture, picture: anyPicture });
const clock = { now: () => new Date('2022-03-18T08:30:00Z') };
const callback = { confirmation: 'c0nf1rm', secret: 'callback-secret' };

type Person = ReturnType<Sandbox['people']['add']>;

let sandbox: Sandbox;
let conformity: ReturnType<typeof conform>;
let anna: Person;
let log: NotedLog;
let vk: Messenger;
const stopping = new Set<AbortController>();

const make = (apiRoot: string, token = sandbox.vk.token) =>
  createVk({ token, groupId: sandbox.vk.groupId, apiRoot, callback, files, clock, log });

beforeEach(async () => {
  sandbox = await createSandbox();
  conformity = conform(sandbox);
  anna = sandbox.people.add({ key: 'anna', name: 'Анна Иванова', open: true });
  log = notedLog();
  vk = make(sandbox.vk.apiRoot);
});

afterEach(async () => {
  for (const one of stopping) one.abort();
  stopping.clear();
  await sandbox.stop();
  expect(conformity.violations()).toEqual([]);
});

const to = (person: Person, outgoing: Outgoing, changed: Partial<Delivery> = {}) =>
  deliveryTo(person.vk.chat.accountId, outgoing, { platform: 'vk', ...changed });

async function deliver(outgoing: Outgoing, messenger = vk): Promise<DeliveryOutcome | undefined> {
  nextId += 1;
  const delivery = to(anna, outgoing, { id: '1', randomId: nextId });
  return (await messenger.courier.send([delivery])).get('1');
}
let nextId = 0;

async function send(message: Message): Promise<string> {
  const outcome = await deliver({ kind: 'send', message });
  if (outcome?.kind !== 'sent' || outcome.messageId === null) throw new Error(JSON.stringify(outcome));
  return outcome.messageId;
}

const text = (words: string): Outgoing => ({ kind: 'send', message: { text: words } });

function poll({
  sink,
  at,
  messenger = vk,
}: {
  sink?: (events: readonly RawEvent[]) => Promise<void>;
  at?: unknown;
  messenger?: Messenger;
} = {}) {
  const controller = new AbortController();
  stopping.add(controller);
  const arrived: RawEvent[] = [];
  let waiting: (() => void)[] = [];
  const kept: { value: unknown } = { value: at ?? null };
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = messenger.poll({
    sink: async (events) => {
      await sink?.(events);
      arrived.push(...events);
      for (const wake of waiting) wake();
      waiting = [];
    },
    cursor: {
      read: async () => {
        begin();
        return kept.value;
      },
      write: async (value) => {
        kept.value = value;
      },
    },
    heard: () => undefined,
    signal: controller.signal,
    log,
  });
  ended.catch(() => undefined);
  const events = async (count: number) => {
    while (arrived.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return arrived.map((event) => messenger.read(event.payload)?.event);
  };
  return { ended, events, kept, begun, stop: () => controller.abort() };
}

const methods = () =>
  sandbox.ledger.calls.filter((call) => call.method !== 'a_check').map((call) => call.method);

const answers = () => sandbox.ledger.calls.map((call) => call.answer);

function seen(check: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    // The ledger tells of a call just before it keeps it.
    sandbox.onCall(() => queueMicrotask(() => check() && resolve()));
    if (check()) resolve();
  });
}

test('twenty-five people get their own messages by one request', async () => {
  const people = Array.from({ length: 25 }, (_, at) =>
    sandbox.people.add({ key: `p${at}`, name: `Человек ${at}`, open: at !== 3 }),
  );
  people[5]?.vk.block();
  const deliveries = people.map((person, at) =>
    to(person, text(`Здравствуйте, «${at}»!\nСдать до 25 марта </b> \\ "точно"`), {
      id: String(at),
      randomId: at + 1,
    }),
  );
  const outcomes = await vk.courier.send(deliveries);
  expect(sandbox.ledger.calls.filter((call) => !call.packed)).toHaveLength(1);
  expect(outcomes.size).toBe(25);
  expect(outcomes.get('3')).toEqual({ kind: 'closed', code: 'vk-901' });
  expect(outcomes.get('5')).toMatchObject({ kind: 'closed' });
  expect(outcomes.get('24')).toEqual({ kind: 'sent', messageId: String(people[24]?.vk.fromBot()[0]?.id) });
  expect(people[24]?.vk.fromBot()[0]?.text).toBe('Здравствуйте, «24»!\nСдать до 25 марта </b> \\ "точно"');
});

test('an error inside the packed request belongs to the call it met', async () => {
  sandbox.faults.add({ kind: 'error', method: 'messages.send', code: 9, calls: [2] });
  const deliveries = ['1', '2', '3'].map((id) => to(anna, text(`№ ${id}`), { id, randomId: Number(id) }));
  const outcomes = await vk.courier.send(deliveries);
  expect(['1', '2', '3'].map((id) => outcomes.get(id)?.kind)).toEqual(['sent', 'later', 'sent']);
  expect(outcomes.get('2')).toMatchObject({ code: 'vk-9', whole: false });
});

test('a repeat after a lost answer reaches nobody twice', async () => {
  const delivery = to(anna, text('Один раз'), { randomId: 77 });
  const remove = sandbox.faults.add({ kind: 'lostAnswer', method: 'execute' });
  expect((await vk.courier.send([delivery])).get('1')).toMatchObject({ kind: 'unknown' });
  remove();
  const again = (await vk.courier.send([delivery])).get('1');
  expect(anna.vk.fromBot()).toHaveLength(1);
  expect(again).toEqual({ kind: 'sent', messageId: String(anna.vk.fromBot()[0]?.id) });
});

test('sends buttons, takes a press, answers it, edits in place', async () => {
  const polling = poll();
  await polling.begun;
  const buttons = [
    [{ label: 'Готово', action: 'task:1:done', tone: 'positive' as const }],
    [{ label: 'Подробнее', url: 'https://example.org/1' }],
  ];
  const messageId = await send({ text: 'Сдайте приказ', buttons });
  const pressed = anna.vk.press('Готово');
  const [event] = await polling.events(1);
  expect(event).toMatchObject({ kind: 'press', action: 'task:1:done', messageId });
  if (event?.kind !== 'press') throw new Error('no press');
  const { callbackId } = event;
  const answer = to(anna, { kind: 'answer', callbackId, text: 'я'.repeat(200) }, { id: 'answer' });
  const edit = to(anna, { kind: 'edit', messageId, message: { text: 'Готово ✓' } }, { id: 'edit' });
  const outcomes = await vk.courier.send([answer, edit]);
  expect([...outcomes.values()]).toEqual([
    { kind: 'sent', messageId: null },
    { kind: 'sent', messageId },
  ]);
  expect((await pressed.answer()).text).toHaveLength(90);
  expect(anna.vk.fromBot()).toMatchObject([{ text: 'Готово ✓' }]);
  expect(anna.vk.fromBot()[0]?.keyboard).toBeUndefined();
  expect(await deliver({ kind: 'answer', callbackId: 'old', text: 'Поздно' })).toMatchObject({
    kind: 'failed',
  });
});

test('a client without callback buttons gets text ones, and its presses are answered by messages', async () => {
  const polling = poll();
  await polling.begun;
  const { accountId } = anna.vk.chat;
  const ids = { id: 1, conversation_message_id: 1, version: 1, from_id: accountId, peer_id: accountId };
  const message = { ...ids, date: 1, out: 0, text: 'Привет' };
  sandbox.vk.push('message_new', { message, client_info: { button_actions: ['text', 'open_link'] } });
  await polling.events(1);
  await send({ text: 'Готово?', buttons: [[{ label: 'Да', action: 'yes' }]] });
  expect(anna.vk.fromBot()[0]?.keyboard?.rows[0]?.[0]).toMatchObject({ action: 'text' });
  expect(await deliver({ kind: 'answer', callbackId: '' })).toEqual({ kind: 'sent', messageId: null });
  expect(await deliver({ kind: 'answer', callbackId: '', text: 'Уже отмечено' })).toMatchObject({
    kind: 'sent',
  });
  const edited = await deliver({ kind: 'edit', messageId: '', message: { text: 'Отмечено ✓' } });
  expect(edited).toEqual({ kind: 'sent', messageId: String(anna.vk.fromBot().at(-1)?.id) });
  expect(anna.vk.fromBot().map((one) => one.text)).toEqual(['Готово?', 'Уже отмечено', 'Отмечено ✓']);
  anna.vk.press('Да');
  expect((await polling.events(2)).at(-1)).toEqual({
    kind: 'press',
    action: 'yes',
    callbackId: '',
    messageId: '',
  });
});

test('shows and hides the menu', async () => {
  await send({ text: 'Меню', menu: [['Мои задачи'], ['Сводка', 'Помощь']] });
  expect(anna.vk.chat.menu?.rows.map((row) => row.map((one) => one.label))).toEqual([
    ['Мои задачи'],
    ['Сводка', 'Помощь'],
  ]);
  await send({ text: 'Без меню', menu: 'hide' });
  expect(anna.vk.chat.menu).toBeUndefined();
});

test('files are uploaded before the message, pictures as pictures where VK takes them', async () => {
  await send({ text: 'Всё вместе', files: ['pdf', 'picture', 'notPicture'] });
  const [message] = anna.vk.fromBot();
  expect(message?.attachments.map((one) => one.kind)).toEqual(['document', 'photo', 'document']);
  expect(message).toMatchObject({
    text: 'Всё вместе',
    attachments: [{ file: { name: 'Приказ № 5.pdf' } }, {}, {}],
  });
  const missing = await deliver({ kind: 'send', message: { text: 'Нет', files: ['lost'] } });
  expect(missing).toEqual({ kind: 'failed', code: 'file-missing' });
});

test('an upload that breaks off has shown nothing, so it is put off', async () => {
  sandbox.faults.add({ kind: 'lostAnswer', method: 'docs.save' });
  const outcome = await deliver({ kind: 'send', message: { text: 'Приказ', files: ['pdf'] } });
  expect(outcome).toMatchObject({ kind: 'later', whole: false });
  expect(anna.vk.fromBot()).toEqual([]);
});

test('a script that VK refuses spoils only the call that spoils it', async () => {
  sandbox.faults.add({ kind: 'error', method: 'execute', code: 12 });
  const deliveries = ['1', '2'].map((id) => to(anna, text(`№ ${id}`), { id, randomId: Number(id) }));
  const outcomes = await vk.courier.send(deliveries);
  expect([...outcomes.values()].map((one) => one.kind)).toEqual(['sent', 'sent']);
  expect(methods()).toEqual(['execute', 'messages.send', 'messages.send']);
});

test('at error 6 one request is made and the bot told to wait', async () => {
  sandbox.faults.add({ kind: 'tooMany' });
  expect(await deliver(text('Привет'))).toMatchObject({ kind: 'later', code: 'vk-6', whole: true });
  expect(sandbox.ledger.calls).toHaveLength(1);
});

test('a captcha and a refused token are said loudly', async () => {
  sandbox.faults.add({ kind: 'error', method: 'messages.send', code: 14 });
  expect(await deliver(text('Привет'))).toMatchObject({ kind: 'later', code: 'vk-14', whole: true });
  const stranger = make(sandbox.vk.apiRoot, 'wrong');
  expect(await deliver(text('Привет'), stranger)).toMatchObject({ kind: 'later', code: 'vk-5', whole: true });
  expect(await stranger.check()).toEqual({ ok: false, words: 'error 5' });
  await expect(poll({ messenger: stranger }).ended).rejects.toMatchObject({ kind: 'token', code: 'vk-5' });
  expect(log.notes.map((note) => note.level)).toEqual(['error', 'error']);
});

test('while nothing listens all is put off', async () => {
  await sandbox.stop();
  expect(await deliver(text('Привет'))).toMatchObject({
    kind: 'later',
    whole: true,
    code: 'network ECONNREFUSED',
  });
  await expect(poll().ended).rejects.toMatchObject({ kind: 'passing' });
  expect(await vk.check()).toEqual({ ok: false, words: 'network ECONNREFUSED' });
});

test('ts moves only after the inbox has committed, and a restart goes on from it', async () => {
  const first = poll();
  await first.begun;
  anna.vk.sendText('1');
  expect(await first.events(1)).toEqual([{ kind: 'text', text: '1' }]);
  first.stop();
  await first.ended;
  anna.vk.sendText('2');
  const failing = poll({
    at: first.kept.value,
    sink: async () => {
      throw new Error('the database is away');
    },
  });
  await expect(failing.ended).rejects.toMatchObject({ kind: 'passing', code: 'inbox Error' });
  expect(failing.kept.value).toEqual(first.kept.value);
  const second = poll({ at: failing.kept.value });
  expect(await second.events(1)).toEqual([{ kind: 'text', text: '2' }]);
});

test('where polling began is kept at once, so nothing falls between the first two runs', async () => {
  const first = poll();
  await seen(() => sandbox.ledger.calls.some((call) => call.method === 'groups.getLongPollServer'));
  while (first.kept.value === null) await new Promise((resolve) => setImmediate(resolve));
  first.stop();
  await first.ended;
  anna.vk.sendText('между');
  const second = poll({ at: first.kept.value });
  expect(await second.events(1)).toEqual([{ kind: 'text', text: 'между' }]);
});

test.each([
  [1, true],
  [2, false],
  [3, true],
] as const)('after failed: %i polling goes on (events lost: %s)', async (code, loses) => {
  const polling = poll();
  await polling.begun;
  anna.vk.sendText('до');
  await polling.events(1);
  sandbox.vk.failLongPoll(code);
  if (!loses) anna.vk.sendText('между');
  // At 1 the answer itself says where to go on, at 2 and 3 the bot asks; only what comes then is heard for certain.
  await seen(
    () => methods().length === (code === 1 ? 1 : 2) && JSON.stringify(answers()).includes('"failed"'),
  );
  anna.vk.sendText('после');
  const heard = await polling.events(loses ? 2 : 3);
  expect(heard.map((event) => event?.kind === 'text' && event.text)).toEqual(
    loses ? ['до', 'после'] : ['до', 'между', 'после'],
  );
  expect(log.notes.map((note) => note.fields)).toEqual(loses ? [{ failed: code }] : []);
});

test('polling ends by itself when it is told to stop', async () => {
  const polling = poll();
  await polling.begun;
  polling.stop();
  await polling.ended;
});

test('fetches what a person sent, and nothing from elsewhere', async () => {
  const polling = poll();
  await polling.begun;
  anna.vk.sendFile(pdf);
  const [event] = await polling.events(1);
  if (event?.kind !== 'files') throw new Error('no files');
  const [file] = event.files;
  expect(file).toMatchObject({ name: 'Приказ № 5.pdf', size: pdf.bytes.length });
  expect(await vk.fetchFile(file?.source ?? {}, 1000)).toEqual(pdf.bytes);
  await expect(vk.fetchFile(file?.source ?? {}, 5)).rejects.toMatchObject({ code: 'too-big', final: true });
  for (const url of ['http://169.254.169.254/latest/meta-data', 'file:///etc/passwd', 'nonsense', '']) {
    await expect(vk.fetchFile({ url }, 1000)).rejects.toMatchObject({
      code: 'address-not-allowed',
      final: true,
    });
  }
});

test('a redirect out of the allowed hosts is not followed', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const fetched = make(root).fetchFile({ url: `${root}/file` }, 1000);
  await expect(fetched).rejects.toMatchObject({ code: 'address-not-allowed', final: true });
  server.closeAllConnections();
  server.close();
});

test('knows its name and its links', async () => {
  expect(await vk.check()).toEqual({ ok: true, words: `vk.com/${sandbox.vk.screenName}` });
  expect(await vk.link('AbC')).toBe(`https://vk.me/club${sandbox.vk.groupId}?ref=AbC`);
});

test('says which events VK keeps to itself', async () => {
  const { apiRoot, token, groupId } = sandbox.vk;
  const settings = new URLSearchParams({
    access_token: token,
    v: '5.199',
    group_id: String(groupId),
    message_event: '0',
  });
  await fetch(`${apiRoot}/method/groups.setLongPollSettings?${settings}`);
  const polled = createVk({ apiRoot, token, groupId, files, clock, log });
  expect(await polled.check()).toMatchObject({
    ok: false,
    words: expect.stringMatching(/switch on .*: message_event$/),
  });
});

test('its webhook confirms, and takes calls with the secret of this community only', () => {
  const group_id = sandbox.vk.groupId;
  const judge = (body: unknown) => vk.webhook?.judge({ header: () => undefined, body });
  const message = { id: 1, date: 1, from_id: 42, peer_id: 42, text: 'Да' };
  const event = { type: 'message_new', object: { message }, group_id, event_id: 'e1', v: '5.199' };
  const { secret } = callback;
  expect(judge({ type: 'confirmation', group_id })).toEqual({ kind: 'reply', reply: 'c0nf1rm' });
  expect(judge({ type: 'confirmation', group_id, secret: 'no' })).toEqual({ kind: 'refuse' });
  expect(judge(event)).toEqual({ kind: 'refuse' });
  expect(judge({ ...event, secret, group_id: 1 })).toEqual({ kind: 'refuse' });
  expect(judge({ ...event, secret })).toMatchObject({
    kind: 'take',
    reply: 'ok',
    events: [{ eventId: 'e1' }],
  });
  expect(judge({ type: 'wall_post_new', object: {}, group_id, event_id: 'e2', secret })).toMatchObject({
    reply: 'ok',
  });
  for (const junk of [null, 'text', [], { type: 1 }]) expect(judge(junk)).toEqual({ kind: 'refuse' });
});
