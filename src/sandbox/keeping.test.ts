import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Bot, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { VK, Keyboard as VkKeyboard } from 'vk-io';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

const bytes = Buffer.from('план работы');
const document = { bytes, name: 'План.docx', mime: 'application/msword' };

let folder: string;
const open: (() => Promise<unknown>)[] = [];
const warnings: string[] = [];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'kept');
  warnings.length = 0;
});
afterEach(async () => {
  for (const stop of open.splice(0).reverse()) await stop();
  rmSync(dirname(folder), { recursive: true });
});

type Run = Awaited<ReturnType<typeof run>>;

/** One run of the sandbox in the folder, with Anna's phones and both platforms' clients. */
async function run(options: SandboxOptions = {}) {
  const sandbox = await createSandbox({ folder, warn: (words) => warnings.push(words), ...options });
  open.push(sandbox.stop);
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева' });
  const { token, apiRoot } = sandbox.telegram;
  const bot = new Bot(token, { client: { apiRoot } });
  const agent = new Agent();
  open.push(async () => agent.destroy());
  const vk = new VK({
    token: sandbox.vk.token,
    apiBaseUrl: `${sandbox.vk.apiRoot}/method`,
    pollingGroupId: sandbox.vk.groupId,
    agent: agent as HttpsAgent,
  });
  return { sandbox, anna, bot, vk };
}

/** Stops a run and starts the next. */
async function again({ sandbox }: Run, options: SandboxOptions = {}): Promise<Run> {
  await sandbox.stop();
  return run(options);
}

async function poll({ bot, vk }: Run): Promise<void> {
  await vk.updates.startPolling();
  open.push(() => vk.updates.stop());
  const running = bot.start();
  open.push(async () => {
    await bot.stop();
    await running;
  });
}

/** VK's long poll as somebody asks who remembers `ts`. */
async function eventsAfter({ sandbox, vk }: Run, ts?: string) {
  const group_id = sandbox.vk.groupId;
  const given = await vk.api.groups.getLongPollServer({ group_id });
  const query = new URLSearchParams({
    act: 'a_check',
    key: given.key,
    ts: ts ?? String(given.ts),
    wait: '0',
  });
  const answer = await fetch(`${given.server}?${query}`);
  return (await answer.json()) as {
    ts: string;
    updates: { event_id: string; object: { message: { text: string } } }[];
  };
}

const chatsOf = ({ sandbox }: Run) =>
  sandbox.chats.all().map(({ changes: _, presses: __, lastMessageId: ___, ...chat }) => chat);

it('finds the chats again: messages, keyboards, menus, files, marks, standing', async () => {
  const first = await run();
  const { anna, bot, vk } = first;
  anna.telegram.open('abc-1');
  anna.vk.open('abc-1');
  const chat_id = anna.telegram.chat.accountId;
  const peer_id = anna.vk.chat.accountId;
  await bot.api.sendMessage(chat_id, 'Меню', { reply_markup: new Keyboard().text('Мои задачи') });
  await bot.api.sendMessage(chat_id, '<b>Готово</b>?', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('Готово', 'done:1'),
  });
  await bot.api.sendDocument(chat_id, new InputFile(bytes, 'План.docx'));
  anna.telegram.sendPhoto();
  anna.telegram.sendLocation();
  anna.telegram.look();
  await bot.api.sendMessage(chat_id, 'Ещё не прочитано');
  await vk.api.messages.send({
    peer_id,
    random_id: 1,
    message: 'Меню',
    keyboard: VkKeyboard.builder().textButton({ label: 'Мои задачи', payload: { to: 'tasks' } }),
  });
  anna.vk.sendFile(document);
  anna.vk.block();

  const before = chatsOf(first);
  const second = await again(first);
  expect(chatsOf(second)).toEqual(before);
  expect(second.anna.telegram.messages()).toHaveLength(7);
  expect(second.anna.vk.chat).toMatchObject({
    standing: 'blocked',
    menu: { rows: [[{ label: 'Мои задачи' }]] },
  });
  const state = await (await fetch(`${second.sandbox.url}/page-api/state`)).json();
  expect(state).toMatchObject({ chats: [{ id: 'telegram:anna', fresh: 1 }, { id: 'vk:anna' }] });
  expect(chatsOf(await again(second))).toEqual(before);
});

it('lets old buttons be pressed and old messages be edited, and gives new ones larger ids', async () => {
  const first = await run();
  first.anna.telegram.open();
  first.anna.vk.open();
  const chat_id = first.anna.telegram.chat.accountId;
  const peer_id = first.anna.vk.chat.accountId;
  await first.bot.api.sendMessage(chat_id, 'Сделали?', {
    reply_markup: new InlineKeyboard().text('Готово', 'done:1'),
  });
  const keyboard = VkKeyboard.builder()
    .inline()
    .callbackButton({ label: 'Готово', payload: { done: 1 } });
  const sendOn = async ({ vk }: Run, random_id: number, message: string) =>
    Number(await vk.api.messages.send({ peer_id, random_id, message, keyboard }));
  const message_id = await sendOn(first, 7, 'Сделали?');

  const second = await again(first);
  const { anna, bot, vk } = second;
  bot.callbackQuery('done:1', async (ctx) => {
    await ctx.editMessageText('Записано');
    await ctx.answerCallbackQuery('Спасибо');
  });
  vk.updates.on('message_event', async (context) => {
    await context.answer({ type: 'show_snackbar', text: `Спасибо ${context.eventPayload.done}` });
  });
  await poll(second);
  expect(await anna.telegram.press('Готово').answer()).toMatchObject({ text: 'Спасибо' });
  expect(anna.telegram.fromBot()).toMatchObject([{ text: 'Записано', edited: true }]);
  expect(await anna.vk.press('Готово').answer()).toMatchObject({ text: 'Спасибо 1' });
  await vk.api.messages.edit({ peer_id, message_id, message: 'Записано' });
  expect(anna.vk.fromBot()).toMatchObject([{ text: 'Записано', edited: true }]);

  expect(await sendOn(second, 7, 'Сделали?')).toBe(message_id);
  expect(await sendOn(second, 8, 'Дальше')).toBeGreaterThan(message_id);
  for (const { chat } of [anna.telegram, anna.vk]) {
    const last = Math.max(...chat.messages.map((one) => one.id));
    expect(second.sandbox.chats.add(chat, { from: 'bot', text: 'Новое' }).id).toBeGreaterThan(last);
  }
});

it('gives the bot after the start what it had not fetched before, and nothing that it had', async () => {
  const first = await run();
  first.anna.telegram.sendText('забрано');
  first.anna.vk.sendText('забрано');
  const [update] = await first.bot.api.getUpdates();
  await first.bot.api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
  const { ts } = await eventsAfter(first);
  first.anna.telegram.sendText('не забрано');
  first.anna.vk.sendText('не забрано');
  first.anna.vk.sendFile(document);
  const fetched = await eventsAfter(first, ts);

  const second = await again(first);
  second.anna.telegram.sendText('новое');
  second.anna.vk.sendText('новое');
  const updates = await second.bot.api.getUpdates();
  expect(updates.map((one) => one.message?.text)).toEqual(['не забрано', 'новое']);
  const { updates: events } = await eventsAfter(second, ts);
  expect(events.map((one) => one.object.message.text)).toEqual(['не забрано', '', 'новое']);
  expect(events.slice(0, 2)).toEqual(fetched.updates);
  const later = await eventsAfter(second, fetched.ts);
  expect(later.updates.map((one) => one.object.message.text)).toEqual(['новое']);
});

it('takes the answer to a press that the bot heard of only after the start', async () => {
  const first = await run();
  first.anna.telegram.open();
  await first.bot.api.sendMessage(first.anna.telegram.chat.accountId, 'Сделали?', {
    reply_markup: new InlineKeyboard().text('Готово', 'done:1'),
  });
  first.anna.telegram.press('Готово');
  const { bot } = await again(first);
  const [, update] = await bot.api.getUpdates();
  expect(update?.callback_query).toMatchObject({ data: 'done:1', message: { text: 'Сделали?' } });
  const id = update?.callback_query?.id ?? '';
  expect(await bot.api.answerCallbackQuery(id)).toBe(true);
  await expect(bot.api.answerCallbackQuery(id)).rejects.toThrow('query is too old');
});

it('hands out the files of earlier runs by their old names', async () => {
  const first = await run();
  first.anna.telegram.sendFile(document);
  first.anna.vk.sendFile(document);
  const [update] = await first.bot.api.getUpdates();
  const fileId = update?.message?.document?.file_id ?? '';
  const start = String(Number((await eventsAfter(first)).ts) - 1);
  const [event] = (await eventsAfter(first, start)).updates;
  const url = JSON.stringify(event).match(/"url":"([^"]+)"/)?.[1] ?? '';

  // VK's addresses name the port, which `npm start` does not change.
  const second = await again(first, { port: Number(new URL(first.sandbox.url).port) });
  const { file_path } = await second.bot.api.getFile(fileId);
  const { apiRoot, token } = second.sandbox.telegram;
  for (const address of [`${apiRoot}/file/bot${token}/${file_path}`, url]) {
    expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(bytes);
  }
  second.anna.telegram.sendFile({ ...document, bytes: Buffer.from('другой') });
  expect(second.sandbox.chats.find('telegram', second.anna.telegram.chat.accountId)?.messages).toMatchObject([
    { attachments: [{ file: { number: 1 } }] },
    { attachments: [{ file: { number: 3 } }] },
  ]);
});

it('writes soon after a change, so that a crash loses little and ids are not given twice', async () => {
  const first = await run();
  const last = first.anna.telegram.sendText('до сбоя').id;
  await expect
    .poll(() => readFileSync(join(folder, 'chats.json'), 'utf8'), { timeout: 5000 })
    .toContain('до сбоя');
  // The first one still runs and has written nothing more: to the second it is as if it had been killed here.
  const lost = first.anna.telegram.sendText('пропало').id;
  const second = await run();
  expect(second.anna.telegram.messages().map((one) => one.id)).toEqual([last]);
  expect(second.anna.telegram.sendText('после').id).toBeGreaterThan(lost);
});

it.each([
  ['broken', '{"version":1,"chats":['],
  ['mangled', '{"version":1,"lastId":5,"files":[],"chats":[null]}'],
  ['of another version', '{"version":99}'],
])('sets a file aside that is %s, warns, and begins with empty chats', async (_, text) => {
  const first = await run();
  first.anna.vk.sendText('привет');
  await first.sandbox.stop();
  writeFileSync(join(folder, 'chats.json'), text);

  const second = await run();
  expect(second.anna.vk.messages()).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('set aside')]);
  const aside = readdirSync(dirname(folder)).filter((name) => name.startsWith('kept-unread-'));
  expect(readFileSync(join(dirname(folder), aside[0] ?? '', 'chats.json'), 'utf8')).toBe(text);
  second.anna.vk.sendText('снова');
  expect((await again(second)).anna.vk.messages()).toMatchObject([{ text: 'снова' }]);
});

it('goes on, with a warning, where the folder cannot be written', async () => {
  writeFileSync(folder, 'a file stands where a folder should');
  const { anna, sandbox } = await run({ folder: join(folder, 'below') });
  anna.vk.sendText('привет');
  await sandbox.stop();
  expect(warnings).toEqual([
    expect.stringContaining('cannot read its earlier chats'),
    expect.stringContaining('cannot keep its chats'),
  ]);
});

it('keeps the last 500 messages of a chat and the newest 50 MB of files', async () => {
  const first = await run();
  for (let n = 0; n < 501; n += 1) first.anna.vk.sendText(String(n));
  for (const name of ['а', 'б', 'в'])
    first.anna.telegram.sendFile({ bytes: new Uint8Array(24_000_000), name, mime: 'text/plain' });
  await first.sandbox.stop();
  expect(readdirSync(join(folder, 'files'))).toHaveLength(2);
  const second = await run();
  expect(second.anna.vk.messages()).toHaveLength(500);
  expect(second.anna.vk.messages()[0]?.text).toBe('1');
  const sizes = second.anna.telegram
    .messages()
    .map(({ attachments: [one] }) => one && 'file' in one && one.file.bytes.length);
  expect(sizes).toEqual([0, 24_000_000, 24_000_000]);
});

it('gives nobody the chat of another account', async () => {
  const first = await run();
  first.anna.vk.sendText('привет');
  await first.sandbox.stop();
  const sandbox: Sandbox = await createSandbox({ folder });
  open.push(sandbox.stop);
  sandbox.people.add({ key: 'oleg', name: 'Олег' });
  expect(sandbox.people.add({ key: 'anna', name: 'Анна' }).vk.messages()).toEqual([]);
});
