import { Agent, createServer } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { API, Keyboard, type Updates, type Upload, VK } from 'vk-io';
import { conform } from '../../../test/schemas/conform.ts';
import { anyPicture } from '../files.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  const faults: unknown[] = [];
  for (const stop of open.splice(0).reverse()) await stop().catch((fault) => faults.push(fault));
  expect(faults).toEqual([]);
});

/** vk-io's types know https only; its requests take either. */
function plainAgent(): HttpsAgent {
  return new Agent({ keepAlive: true }) as HttpsAgent;
}

type Client = { api: API; updates: Updates; upload: Upload };

async function start(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox } & Client> {
  const sandbox = await createSandbox({ firstId: 0, ...options });
  // Wrong calls are made here on purpose; every answer and update has to be the platform's own.
  const conformity = conform(sandbox, { calls: false });
  const agent = plainAgent();
  open.push(
    async () => agent.destroy(),
    sandbox.stop,
    async () => conformity.verify(),
  );
  const vk = new VK({
    token: sandbox.vk.token,
    apiBaseUrl: `${sandbox.vk.apiRoot}/method`,
    pollingGroupId: sandbox.vk.groupId,
    apiMode: 'sequential',
    apiLimit: 1000,
    apiRetryLimit: 0,
    agent,
  });
  return { sandbox, api: vk.api, updates: vk.updates, upload: vk.upload };
}

let lastRandom = 0;
function randomId(): number {
  lastRandom += 1;
  return lastRandom;
}

async function poll(updates: Updates): Promise<void> {
  await updates.startPolling();
  open.push(() => updates.stop());
}

it('carries a conversation between a person and vk-io: ref, buttons, snackbar, edit', async () => {
  const { sandbox, api, updates } = await start();
  updates.on('message_new', (context) =>
    context.send(`Код ${context.referralValue}`, {
      keyboard: Keyboard.builder()
        .inline()
        .callbackButton({ label: 'Готово', payload: { done: 1 } }),
    }),
  );
  const handled = new Promise<void>((resolve) => {
    updates.on('message_event', async (context) => {
      await context.answer({ type: 'show_snackbar', text: `Записано ${context.eventPayload.done}` });
      const { peerId: peer_id, conversationMessageId: cmid } = context;
      await api.messages.edit({ peer_id, cmid, message: 'Сделано' });
      resolve();
    });
  });
  await poll(updates);
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева' });

  anna.vk.open('abc-1');
  const hello = await anna.vk.nextMessage();
  expect(hello).toMatchObject({
    text: 'Код abc-1',
    keyboard: { rows: [[{ label: 'Готово', data: '{"done":1}' }]] },
  });
  expect(await anna.vk.press('Готово').answer()).toEqual({ text: 'Записано 1', alert: false });
  await anna.vk.until(() => hello.edited);
  await handled;
  expect(hello.text).toBe('Сделано');
  expect(hello.keyboard).toBeUndefined();
});

it('takes uploads from vk-io and gives files to it, both ways byte for byte', async () => {
  const { sandbox, api, upload, updates } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const peer_id = anna.vk.chat.accountId;
  const bytes = Buffer.from('содержимое\r\n--граница\r\n');

  const doc = await upload.messageDocument({
    peer_id,
    source: { value: bytes, filename: 'План работы.docx' },
  });
  const photo = await upload.messagePhoto({ peer_id, source: { value: Buffer.from(anyPicture.bytes) } });
  await api.messages.send({ peer_id, random_id: randomId(), attachment: `${doc},${photo}` });
  expect((await anna.vk.nextMessage()).attachments).toMatchObject([
    { kind: 'document', file: { name: 'План работы.docx', bytes } },
    { kind: 'photo', file: { width: 1, height: 1 } },
  ]);
  await expect(
    api.messages.send({ peer_id, random_id: randomId(), attachment: 'doc-1_456000099_abc' }),
  ).rejects.toMatchObject({ code: 100 });

  const came = new Promise<string>((resolve) => {
    updates.on('message_new', (context) => resolve(context.getAttachments('doc')[0]?.url ?? ''));
  });
  await poll(updates);
  anna.vk.sendFile({ bytes, name: 'Отчёт.pdf', mime: 'application/pdf' });
  const fetched = await fetch(await came);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
});

it('gives each kind of message a form that vk-io tells apart', async () => {
  const { sandbox, updates } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  const kinds: string[] = [];
  const done = new Promise<void>((resolve) => {
    updates.use((context) => {
      const kind = context.attachments?.[0]?.type ?? (context.hasGeo ? 'geo' : context.text);
      kinds.push(`${context.subTypes[0]} ${kind ?? ''}`.trim());
      if (context.is(['message_allow'])) resolve();
    });
  });
  await poll(updates);
  const text = anna.vk.sendText('привет');
  anna.vk.edit(text, 'правка');
  anna.vk.sendSticker();
  anna.vk.sendVoice();
  anna.vk.sendLocation();
  anna.vk.sendPhoto();
  anna.vk.block();
  anna.vk.unblock();
  await done;
  expect(kinds).toEqual([
    'message_new привет',
    'message_edit правка',
    'message_new sticker',
    'message_new audio_message',
    'message_new geo',
    'message_new photo',
    'message_deny',
    'message_allow',
  ]);
  expect(() => anna.vk.sendContact()).toThrow('no contact button');
});

it('sends a menu key as a text with its payload', async () => {
  const { sandbox, api, updates } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  await api.messages.send({
    peer_id: anna.vk.chat.accountId,
    random_id: randomId(),
    message: 'Меню',
    keyboard: Keyboard.builder().textButton({
      label: 'Мои задачи',
      payload: { to: 'tasks' },
      color: 'primary',
    }),
  });
  const came = new Promise((resolve) =>
    updates.on('message_new', (context) => resolve(context.messagePayload)),
  );
  await poll(updates);
  anna.vk.press('Мои задачи');
  expect(await came).toEqual({ to: 'tasks' });
});

it('drops a repeated random_id for the same person only', async () => {
  const { sandbox, api } = await start();
  const [anna, oleg] = ['anna', 'oleg'].map((key) => sandbox.people.add({ key, name: key, open: true }).vk);
  const send = (peer_id: number, random_id: number) =>
    api.messages.send({ peer_id, random_id, message: 'а' });
  const id = anna?.chat.accountId ?? 0;
  const first = await send(id, 77);
  expect(await send(id, 77)).toBe(first);
  expect(await send(id, 0)).not.toBe(first);
  expect(await send(oleg?.chat.accountId ?? 0, 77)).not.toBe(first);
  expect(anna?.messages()).toHaveLength(2);
  expect(oleg?.messages()).toHaveLength(1);
});

it('answers peer_ids per peer, refusals inside', async () => {
  const { sandbox, api } = await start();
  const people = ['open', 'stranger', 'blocked', 'gone'].map((key) => {
    const person = sandbox.people.add({ key, name: key, open: key !== 'stranger' });
    if (key === 'blocked') person.vk.block();
    if (key === 'gone') person.vk.leave();
    return person.vk.chat.accountId;
  });
  const answer = await api.messages.send({ peer_ids: [...people, 5], random_id: 5, message: 'Всем' });
  expect(answer).toMatchObject([
    { peer_id: people[0], message_id: 1, conversation_message_id: 1 },
    { peer_id: people[1], error: { code: 901 } },
    { peer_id: people[2], error: { code: 901 } },
    { peer_id: people[3], error: { code: 18 } },
    { peer_id: 5, error: { code: 901 } },
  ]);
  const many = Array.from({ length: 101 }, (_, n) => n + 1);
  await expect(api.messages.send({ peer_ids: many, random_id: 6, message: 'Всем' })).rejects.toMatchObject({
    code: 100,
  });
  expect(await api.messages.isMessagesFromGroupAllowed({ group_id: 1, user_id: people[2] ?? 0 })).toEqual({
    is_allowed: 0,
  });
});

it('refuses what VK refuses', async () => {
  const { sandbox, api } = await start();
  const peer_id = sandbox.people.add({ key: 'anna', name: 'Анна', open: true }).vk.chat.accountId;
  const send = (more: object) => api.messages.send({ peer_id, random_id: randomId(), message: 'а', ...more });
  const keyboard = (rows: number, perRow: number, inline: boolean, label = 'а', payload = '{}') => {
    const button = { action: { type: 'text', label, payload } };
    return JSON.stringify({
      inline,
      buttons: Array.from({ length: rows }, () => Array(perRow).fill(button)),
    });
  };
  await send({ message: 'а'.repeat(4096) });
  await send({ keyboard: keyboard(2, 5, true) });
  await send({ keyboard: keyboard(10, 4, false, 'а'.repeat(40)) });
  await expect(send({ message: 'а'.repeat(4097) })).rejects.toMatchObject({ code: 914 });
  await expect(send({ message: '' })).rejects.toMatchObject({ code: 100 });
  await expect(api.messages.send({ peer_id, message: 'а' })).rejects.toMatchObject({ code: 100 });
  for (const wrong of [
    keyboard(1, 6, false),
    keyboard(11, 1, false),
    keyboard(9, 5, false),
    keyboard(3, 4, true),
    keyboard(1, 1, true, 'а'.repeat(41)),
    keyboard(1, 1, true, 'а', `"${'а'.repeat(254)}"`),
    '{"buttons":[[{"action":{"type":"dance"}}]]}',
    '{',
  ]) {
    await expect(send({ keyboard: wrong })).rejects.toMatchObject({ code: 911 });
  }
  await expect(api.call('dance.start', {})).rejects.toMatchObject({ code: 3 });
  await expect(api.call('wall.getById', { posts: '-1_1' })).rejects.toMatchObject({ code: 27 });
  const other = new API({ token: 'wrong', apiBaseUrl: `${sandbox.vk.apiRoot}/method`, agent: plainAgent() });
  await expect(other.users.get({ user_ids: [1] })).rejects.toMatchObject({ code: 5 });
  const bare = await fetch(`${sandbox.vk.apiRoot}/method/users.get?access_token=${sandbox.vk.token}`);
  expect(await bare.json()).toMatchObject({ error: { error_code: 8 } });
});

it('takes away the attachments that an edit does not name', async () => {
  const { sandbox, api, upload } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const peer_id = anna.vk.chat.accountId;
  const source = { value: Buffer.from('согласие'), filename: 'Согласие.pdf' };
  const attachment = String(await upload.messageDocument({ peer_id, source }));
  const message_id = Number(await api.messages.send({ peer_id, random_id: randomId(), attachment }));
  await api.messages.edit({ peer_id, message_id, message: 'а', attachment });
  expect(anna.vk.messages()[0]?.attachments).toHaveLength(1);
  await api.messages.edit({ peer_id, message_id, message: 'б' });
  expect(anna.vk.messages()[0]?.attachments).toEqual([]);
});

it('edits for a day and deletes for everybody', async () => {
  let now = new Date('2022-03-18T10:00:00Z');
  const { sandbox, api } = await start({ now: () => now });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const peer_id = anna.vk.chat.accountId;
  const send = async () => Number(await api.messages.send({ peer_id, random_id: randomId(), message: 'а' }));
  const message_id = await send();
  expect(await api.messages.edit({ peer_id, message_id, message: 'б' })).toBe(1);
  expect(await api.messages.delete({ message_ids: [message_id], delete_for_all: true })).toMatchObject([
    { response: 1 },
  ]);
  expect(anna.vk.messages()).toEqual([]);
  const later = await send();
  now = new Date('2022-03-19T10:00:01Z');
  await expect(api.messages.edit({ peer_id, message_id: later, message: 'б' })).rejects.toMatchObject({
    code: 909,
  });
});

it('allows 20 requests in any second, then answers error 6', async () => {
  let elapsed = 0;
  const { sandbox } = await start({ elapsed: () => elapsed, vk: { serviceToken: 'service' } });
  const call = async (token: string, method = 'utils.getServerTime') => {
    const response = await fetch(`${sandbox.vk.apiRoot}/method/${method}?v=5.199&access_token=${token}`);
    const body = (await response.json()) as { error?: { error_code: number } };
    return body.error?.error_code;
  };
  for (let n = 0; n < 20; n += 1) expect(await call(sandbox.vk.token)).toBeUndefined();
  expect(await call(sandbox.vk.token)).toBe(6);
  for (let n = 0; n < 3; n += 1) expect(await call('service')).toBeUndefined();
  expect(await call('service')).toBe(6);
  elapsed = 1000;
  expect(await call(sandbox.vk.token)).toBeUndefined();
  expect(await call('service', 'execute')).toBe(28);
});

describe('execute', () => {
  it('runs 25 sends of vk-io in one request, with false and a note for each refusal', async () => {
    const { sandbox, api } = await start();
    const people = Array.from({ length: 25 }, (_, n) =>
      sandbox.people.add({ key: `p${n}`, name: `Имя ${n}`, open: n !== 3 }),
    );
    const calls = people.map(({ vk }, n) => {
      const params = { peer_id: vk.chat.accountId, random_id: randomId(), message: `Вам «${n}» "\\n"\n` };
      return `API.messages.send(${JSON.stringify(params)})`;
    });
    const result = await api.execute({ code: `return [${calls.join(',')}];` });
    const response = result.response as unknown[];
    expect(response).toHaveLength(25);
    expect(response[3]).toBe(false);
    expect(response.filter((one) => typeof one === 'number')).toHaveLength(24);
    expect(result.errors).toMatchObject([{ method: 'messages.send', code: 901 }]);
    expect(people[24]?.vk.messages()[0]?.text).toBe('Вам «24» "\\n"');
    expect(sandbox.ledger.calls.filter((one) => one.packed)).toHaveLength(25);
  });

  it('reads variables, members and hand-written code, and refuses the rest', async () => {
    const { sandbox, api } = await start();
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева', open: true });
    const id = anna.vk.chat.accountId;
    const run = async (code: string) => (await api.execute({ code })).response;
    expect(
      await run(
        `// who\nvar who = API.users.get({user_ids: [${id}]});\nreturn {name: who[0].first_name, list: [1, -2.5, 'а\\'б', null]};`,
      ),
    ).toEqual({ name: 'Анна', list: [1, -2.5, "а'б", null] });
    await expect(run('while (true) {}')).rejects.toMatchObject({ code: 12 });
    await expect(run('return [1')).rejects.toMatchObject({ code: 12 });
    const tooMany = Array(26).fill('API.utils.getServerTime()').join();
    await expect(run(`return [${tooMany}];`)).rejects.toMatchObject({ code: 13 });
  });
});

describe('long poll', () => {
  type Poll = {
    ts?: string;
    failed?: number;
    updates?: { type: string; object: { message: { text: string } } }[];
  };

  async function check(api: API, change: object = {}, group_id = 1): Promise<Poll> {
    const { server, key, ts } = await api.groups.getLongPollServer({ group_id });
    const query = new URLSearchParams({ act: 'a_check', key, ts: String(ts), wait: '0', ...change });
    return (await fetch(`${server}?${query}`)).json() as Promise<Poll>;
  }
  const texts = (answer: Poll) => answer.updates?.map((one) => one.object.message.text);

  it('gives what came after ts, at once or when it comes', async () => {
    const { sandbox, api } = await start();
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
    anna.vk.sendText('1');
    anna.vk.sendText('2');
    expect(await check(api)).toEqual({ ts: '2', updates: [] });
    expect(texts(await check(api, { ts: '1' }))).toEqual(['2']);
    const waiting = check(api, { wait: '25' });
    await new Promise<void>((resolve) => {
      const off = sandbox.onCall((call) => {
        if (call.method !== 'groups.getLongPollServer') return;
        off();
        resolve();
      });
    });
    await api.utils.getServerTime({});
    anna.vk.sendText('3');
    expect(texts(await waiting)).toEqual(['3']);
  });

  it('answers failed 1, 2 and 3 by itself and on demand', async () => {
    const { sandbox, api } = await start({ vk: { historyLength: 2 } });
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
    for (const text of ['1', '2', '3']) anna.vk.sendText(text);
    expect(await check(api, { ts: '0' })).toEqual({ failed: 1, ts: '1' });
    expect(texts(await check(api, { ts: '1' }))).toEqual(['2', '3']);
    expect(await check(api, { key: 'other' })).toEqual({ failed: 2 });
    expect(await check(api, { ts: '9' })).toEqual({ failed: 3 });

    sandbox.vk.failLongPoll(1);
    expect(await check(api, { ts: '2' })).toEqual({ failed: 1, ts: '3' });
    const { key } = await api.groups.getLongPollServer({ group_id: 1 });
    sandbox.vk.failLongPoll(2);
    expect(await check(api, { key })).toEqual({ failed: 2 });
    expect(await check(api, { key })).toEqual({ failed: 2 });
    expect(await check(api)).toEqual({ ts: '3', updates: [] });
    anna.vk.sendText('4');
    sandbox.vk.failLongPoll(3);
    expect(await check(api, { ts: '3' })).toEqual({ failed: 3 });
    expect(await check(api, { ts: '3' })).toEqual({ failed: 1, ts: '4' });
  });

  it('lets vk-io go on after a lost key', async () => {
    const { sandbox, updates } = await start();
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
    const came = new Promise((resolve) => updates.on('message_new', (context) => resolve(context.text)));
    await poll(updates);
    const asked = new Promise<void>((resolve) => {
      sandbox.onCall((call) => call.method === 'groups.getLongPollServer' && resolve());
    });
    sandbox.vk.failLongPoll(2);
    await asked;
    anna.vk.sendText('после');
    expect(await came).toBe('после');
  });

  it('switches event types on and off', async () => {
    const { sandbox, api } = await start();
    const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
    await api.groups.setLongPollSettings({ group_id: 1, message_new: false });
    anna.vk.sendText('1');
    expect((await check(api, { ts: '0' })).updates).toEqual([]);
    expect(await api.groups.getLongPollSettings({ group_id: 1 })).toMatchObject({
      events: { message_new: 0 },
    });
  });
});

it('confirms a Callback API server, then sends events with the secret until each is answered ok', async () => {
  const { sandbox, api } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  const { code } = await api.groups.getCallbackConfirmationCode({ group_id: 1 });
  const got: unknown[] = [];
  const answers = ['no', '', 'ok', 'ok'];
  let url = '';
  const done = new Promise<void>((resolve) => {
    const server = createServer(async (request, response) => {
      const event = JSON.parse(Buffer.concat(await request.toArray()).toString());
      if (event.type === 'confirmation') return response.end(code);
      got.push([request.headers['x-retry-counter'], event.secret, event.group_id, event.object.message.text]);
      response.end(answers.shift());
      if (answers.length === 0) resolve();
    }).listen(0, '127.0.0.1', async () => {
      open.push(async () => server.close());
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/vk`;
      await sandbox.vk.setCallbackServer({ url, secret: 's3cret', retryMs: 5 });
      anna.vk.sendText('1');
      anna.vk.sendText('2');
    });
  });
  await done;
  const { groupId } = sandbox.vk;
  expect(got).toEqual([
    [undefined, 's3cret', groupId, '1'],
    ['1', 's3cret', groupId, '1'],
    ['2', 's3cret', groupId, '1'],
    [undefined, 's3cret', groupId, '2'],
  ]);
  await expect(sandbox.vk.setCallbackServer({ url: 'https://example.org/' })).rejects.toThrow(
    'this machine only',
  );
});

it('loses answers without losing the effect; a repeat with the same random_id is the same message', async () => {
  const { sandbox, api } = await start({
    faults: [
      { kind: 'lostAnswer', method: 'messages.send', calls: [1] },
      { kind: 'serverError', method: 'messages.send', calls: [2] },
      { kind: 'tooMany', method: 'users.get', times: 1 },
      { kind: 'error', method: 'messages.send', code: 9, calls: [4] },
    ],
  });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const send = () => api.messages.send({ peer_id: anna.vk.chat.accountId, random_id: 9, message: 'а' });
  await expect(send()).rejects.toThrow(/hang up|ECONNRESET|closed/);
  await expect(send()).rejects.toThrow();
  expect(await send()).toBe(1);
  await expect(send()).rejects.toMatchObject({ code: 9 });
  expect(anna.vk.messages()).toHaveLength(1);
  await api.users.get({ user_ids: [anna.vk.chat.accountId] });
  expect(sandbox.ledger.calls.filter((one) => one.errorCode === 6)).toHaveLength(1);
});
