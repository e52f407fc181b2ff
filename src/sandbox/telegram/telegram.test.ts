import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, type GrammyError, HttpError, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { afterEach, expect, it } from 'vitest';
import { conform } from '../../../test/schemas/conform.ts';
import { anyPicture } from '../files.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  const faults: unknown[] = [];
  for (const stop of open.splice(0).reverse()) await stop().catch((fault) => faults.push(fault));
  expect(faults).toEqual([]);
});

async function start(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; bot: Bot }> {
  const sandbox = await createSandbox({ firstId: 0, ...options });
  // Wrong calls are made here on purpose; every answer and update has to be the platform's own.
  const conformity = conform(sandbox, { calls: false });
  open.push(sandbox.stop, async () => conformity.verify());
  const { token, apiRoot } = sandbox.telegram;
  return { sandbox, bot: new Bot(token, { client: { apiRoot } }) };
}

async function poll(bot: Bot): Promise<void> {
  await new Promise<void>((onStart) => {
    const running = bot.start({ onStart: () => onStart() });
    open.push(async () => {
      await bot.stop();
      await running;
    });
  });
}

it('carries a conversation between a person and grammY: command, buttons, answer, edit', async () => {
  const { sandbox, bot } = await start();
  bot.command('start', (ctx) =>
    ctx.reply(`Здравствуйте, <b>${ctx.from?.first_name}</b>! Код ${ctx.match}`, {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Готово', 'done:1').url('Сайт', 'https://example.org/'),
    }),
  );
  bot.callbackQuery(/^done:(\d+)$/, async (ctx) => {
    await ctx.answerCallbackQuery('Записано');
    await ctx.editMessageText('Сделано');
  });
  await poll(bot);
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна Лебедева' });

  anna.telegram.open('abc-1');
  const hello = await anna.telegram.nextMessage();
  expect(hello).toMatchObject({
    text: 'Здравствуйте, Анна! Код abc-1',
    marks: [{ type: 'bold', offset: 14, length: 4 }],
  });

  expect(await anna.telegram.press('Готово').answer()).toEqual({ text: 'Записано', alert: false });
  await anna.telegram.until(() => hello.edited);
  expect(hello).toMatchObject({ text: 'Сделано' });
  expect(hello.keyboard).toBeUndefined();
  expect(() => anna.telegram.press('Готово')).toThrow(/has no button Готово/);
});

it('lets a person press a button that has gone since', async () => {
  const { sandbox, bot } = await start();
  bot.on('callback_query:data', (ctx) =>
    ctx.answerCallbackQuery({ text: ctx.callbackQuery.data, show_alert: true }),
  );
  await poll(bot);
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  await bot.api.sendMessage(anna.telegram.chat.accountId, 'Без кнопок');
  const message = await anna.telegram.nextMessage();
  expect(await anna.telegram.press({ message, data: 'old' }).answer()).toEqual({ text: 'old', alert: true });
});

it('takes uploads from grammY and gives files to it, both ways byte for byte', async () => {
  const { sandbox, bot } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const id = anna.telegram.chat.accountId;
  const bytes = Buffer.from('содержимое\r\n--граница\r\n');

  const sent = await bot.api.sendDocument(id, new InputFile(bytes, 'План работы; 2022.docx'), {
    caption: 'План',
  });
  const received = await anna.telegram.nextMessage('План');
  expect(received.attachments).toMatchObject([
    { kind: 'document', file: { name: 'План работы; 2022.docx', bytes } },
  ]);
  await bot.api.sendDocument(id, sent.document.file_id);
  expect((await anna.telegram.nextMessage()).attachments).toMatchObject([{ file: { bytes } }]);
  const photo = await bot.api.sendPhoto(id, new InputFile(anyPicture.bytes, 'x.png'));
  expect(photo.photo).toMatchObject([{ width: 1, height: 1 }]);
  await expect(bot.api.sendPhoto(id, new InputFile(bytes, 'x.png'))).rejects.toThrow('IMAGE_PROCESS_FAILED');

  const came = new Promise<string>((resolve) => {
    bot.on('message:document', (ctx) => resolve(ctx.message.document.file_id));
  });
  await poll(bot);
  anna.telegram.sendFile({ bytes, name: 'Отчёт.pdf', mime: 'application/pdf' });
  const file = await bot.api.getFile(await came);
  const { apiRoot, token } = sandbox.telegram;
  const fetched = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
});

it('gives each kind of message a form that grammY tells apart', async () => {
  const { sandbox, bot } = await start();
  const kinds: string[] = [];
  for (const kind of ['sticker', 'voice', 'location', 'photo', 'text'] as const) {
    bot.on(`message:${kind}`, () => void kinds.push(kind));
  }
  bot.on('edited_message:text', (ctx) => void kinds.push(`edited ${ctx.msg.text}`));
  bot.on('message:contact', (ctx) => {
    kinds.push(ctx.msg.contact.user_id === ctx.from.id ? 'own contact' : 'contact');
  });
  bot.on('my_chat_member', (ctx) => void kinds.push(ctx.myChatMember.new_chat_member.status));
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  anna.telegram.sendContact();
  anna.telegram.sendContact({ phone: '+79001112233', name: 'Олег Птицын' });
  anna.telegram.sendSticker();
  anna.telegram.sendVoice();
  anna.telegram.sendLocation();
  anna.telegram.sendPhoto();
  const text = anna.telegram.sendText('/не команда');
  anna.telegram.edit(text, 'правка');
  anna.telegram.block();
  anna.telegram.unblock();
  await bot.init();
  for (const update of await bot.api.getUpdates()) await bot.handleUpdate(update);
  expect(kinds).toEqual([
    'own contact',
    'contact',
    'sticker',
    'voice',
    'location',
    'photo',
    'text',
    'edited правка',
    'kicked',
    'member',
  ]);
});

it('shows a menu keyboard, whose keys are texts or the own contact', async () => {
  const { sandbox, bot } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const id = anna.telegram.chat.accountId;
  await bot.api.sendMessage(id, 'Меню', {
    reply_markup: new Keyboard().text('Мои задачи').requestContact('Мой номер').resized(),
  });
  anna.telegram.press('Мои задачи');
  anna.telegram.press('Мой номер');
  expect(await bot.api.getUpdates()).toMatchObject([
    { message: { text: 'Мои задачи' } },
    { message: { contact: { user_id: id } } },
  ]);
  await bot.api.sendMessage(id, 'Убрано', { reply_markup: { remove_keyboard: true } });
  expect(anna.telegram.chat.menu).toBeUndefined();
});

it.each([
  ['stranger', 403, "Forbidden: bot can't initiate conversation with a user"],
  ['blocked', 403, 'Forbidden: bot was blocked by the user'],
  ['gone', 403, 'Forbidden: user is deactivated'],
] as const)('refuses to write to a person who is %s', async (standing, code, description) => {
  const { sandbox, bot } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  sandbox.chats.setStanding(anna.telegram.chat, standing);
  await expect(bot.api.sendMessage(anna.telegram.chat.accountId, 'а')).rejects.toMatchObject({
    error_code: code,
    description,
  });
});

it('refuses what the Bot API refuses', async () => {
  const { sandbox, bot } = await start();
  const id = sandbox.people.add({ key: 'anna', name: 'Анна', open: true }).telegram.chat.accountId;
  const { api } = bot;
  const key = (data: string) => ({ reply_markup: new InlineKeyboard().text('Да', data) });

  await api.sendMessage(id, 'а'.repeat(4096));
  await api.sendMessage(id, `<b>${'а'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
  await api.sendMessage(id, 'а', key('я'.repeat(32)));
  const sent = await api.sendMessage(id, 'а');
  await expect(api.sendMessage(1, 'а')).rejects.toThrow('chat not found');
  await expect(api.sendMessage(id, 'а'.repeat(4097))).rejects.toThrow('message is too long');
  await expect(api.sendMessage(id, ' ')).rejects.toThrow('message text is empty');
  await expect(api.sendMessage(id, 'а', key('я'.repeat(33)))).rejects.toThrow('BUTTON_DATA_INVALID');
  await expect(api.sendMessage(id, '<x>а</x>', { parse_mode: 'HTML' })).rejects.toThrow(
    'Unsupported start tag',
  );
  await expect(api.sendMessage(id, '<b>а', { parse_mode: 'HTML' })).rejects.toThrow("Can't find end tag");
  await expect(
    api.sendDocument(id, new InputFile(Buffer.from('а'), 'a'), { caption: 'а'.repeat(1025) }),
  ).rejects.toThrow('caption is too long');
  await expect(api.editMessageText(id, sent.message_id, 'а')).rejects.toThrow('message is not modified');
  await expect(api.editMessageText(id, 999, 'б')).rejects.toThrow('message to edit not found');
  await expect(api.answerCallbackQuery('1')).rejects.toThrow('query is too old');
  await expect(api.raw.getFile({ file_id: 'x' })).rejects.toThrow('invalid file_id');
  const { apiRoot } = sandbox.telegram;
  await expect(new Bot('1:x', { client: { apiRoot } }).init()).rejects.toMatchObject({ error_code: 401 });
  expect((await fetch(`${apiRoot}/bot${sandbox.telegram.token}/dance`)).status).toBe(404);
});

it('answers a callback once, and not after 15 seconds', async () => {
  let elapsed = 0;
  const { sandbox, bot } = await start({ elapsed: () => elapsed });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  await bot.api.sendMessage(anna.telegram.chat.accountId, 'а', {
    reply_markup: new InlineKeyboard().text('Да'),
  });
  const press = async () => {
    anna.telegram.press('Да');
    return (await bot.api.getUpdates({ offset: -1 }))[0]?.callback_query?.id ?? '';
  };
  const first = await press();
  await bot.api.answerCallbackQuery(first);
  await expect(bot.api.answerCallbackQuery(first)).rejects.toThrow('query is too old');
  const second = await press();
  elapsed += 15_001;
  await expect(bot.api.answerCallbackQuery(second)).rejects.toThrow('query is too old');
});

it('allows 30 messages in any second over all chats, then shuts the bot out for retry_after', async () => {
  let elapsed = 0;
  const { sandbox, bot } = await start({ elapsed: () => elapsed });
  const ids = Array.from({ length: 40 }, (_, n) => {
    return sandbox.people.add({ key: `p${n}`, name: `Имя ${n}`, open: true }).telegram.chat.accountId;
  });
  const send = (n: number) => bot.api.sendMessage(ids[n] ?? 0, 'а');
  for (let n = 0; n < 30; n += 1) {
    elapsed += 10;
    await send(n);
  }
  const refusal: GrammyError = await send(30).then(Promise.reject, (error) => error);
  expect(refusal).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  elapsed += 999;
  await expect(send(31)).rejects.toMatchObject({ error_code: 429 });
  elapsed += 1;
  await send(31);
  expect(sandbox.ledger.peakPerSecond('telegram')).toBe(30);
});

it('allows a burst of 5 in one chat, then one a second', async () => {
  let elapsed = 0;
  const { sandbox, bot } = await start({ elapsed: () => elapsed });
  const id = sandbox.people.add({ key: 'anna', name: 'Анна', open: true }).telegram.chat.accountId;
  for (let n = 0; n < 5; n += 1) await bot.api.sendMessage(id, 'а');
  await expect(bot.api.sendMessage(id, 'а')).rejects.toMatchObject({ error_code: 429 });
  elapsed += 1000;
  await bot.api.sendMessage(id, 'а');
  await expect(bot.api.sendMessage(id, 'а')).rejects.toMatchObject({ error_code: 429 });
});

it('keeps updates until an offset confirms them, in growing order and only of the kinds asked for', async () => {
  const { sandbox, bot } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  for (const text of ['1', '2', '3']) anna.telegram.sendText(text);
  const texts = async (options: object) =>
    (await bot.api.getUpdates(options)).map((one) => one.message?.text);
  const [first] = await bot.api.getUpdates({ limit: 1 });
  expect(await texts({})).toEqual(['1', '2', '3']);
  expect(await texts({ offset: (first?.update_id ?? 0) + 1, limit: 1 })).toEqual(['2']);
  expect(await texts({ offset: -1 })).toEqual(['3']);
  await bot.api.getUpdates({ offset: (first?.update_id ?? 0) + 3, allowed_updates: ['callback_query'] });
  anna.telegram.sendText('4');
  expect(await texts({})).toEqual([]);
});

it('answers a waiting poll as soon as something comes, and ends it with 409 when another poll comes', async () => {
  const { sandbox, bot } = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  const elder = bot.api.getUpdates({ timeout: 30 });
  const refused = expect(elder).rejects.toMatchObject({ error_code: 409 });
  await bot.api.getMe();
  const younger = bot.api.getUpdates({ timeout: 30 });
  await refused;
  anna.telegram.sendText('привет');
  expect(await younger).toMatchObject([{ message: { text: 'привет' } }]);
  await bot.api.setWebhook('http://127.0.0.1:1/hook');
  await expect(bot.api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
});

it('pushes updates to a webhook with the secret, in order, each until it is answered 2xx', async () => {
  const { sandbox, bot } = await start({ telegram: { webhookRetryMs: 5 } });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  const got: string[] = [];
  let refusals = 3;
  const arrived = new Promise<void>((resolve) => {
    const server = createServer(async (request, response) => {
      const chunks = await request.toArray();
      const update = JSON.parse(Buffer.concat(chunks).toString());
      got.push(`${request.headers['x-telegram-bot-api-secret-token']} ${update.message.text}`);
      refusals -= 1;
      response.writeHead(refusals >= 0 ? 500 : 200).end();
      if (update.message.text === '2') resolve();
    }).listen(0, '127.0.0.1', async () => {
      const { port } = server.address() as AddressInfo;
      anna.telegram.sendText('1');
      await bot.api.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: 's3cret' });
      anna.telegram.sendText('2');
    });
    open.push(async () => server.close());
  });
  await arrived;
  expect(got).toEqual(['s3cret 1', 's3cret 1', 's3cret 1', 's3cret 1', 's3cret 2']);
  await expect(bot.api.setWebhook('https://example.org/hook')).rejects.toThrow('this machine only');
});

it('loses answers, drops requests and refuses on demand, and remembers what took effect', async () => {
  const { sandbox, bot } = await start({
    faults: [
      { kind: 'lostAnswer', method: 'sendMessage', calls: [2] },
      { kind: 'dropped', method: 'sendMessage', calls: [3] },
    ],
  });
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна', open: true });
  const send = (text: string) => bot.api.sendMessage(anna.telegram.chat.accountId, text);
  await send('1');
  await expect(send('2')).rejects.toBeInstanceOf(HttpError);
  await expect(send('3')).rejects.toBeInstanceOf(HttpError);
  await send('2');
  expect(sandbox.ledger.counts().get('anna')).toEqual(
    new Map([
      ['1', 1],
      ['2', 2],
    ]),
  );
  expect(sandbox.ledger.repeats()).toMatchObject([[{ messageId: 2 }, { messageId: 3 }]]);
  expect(sandbox.ledger.calls.map((one) => one.fault)).toEqual([
    undefined,
    'lostAnswer',
    'dropped',
    undefined,
  ]);

  sandbox.faults.clear();
  sandbox.faults.add({ kind: 'tooMany', retryAfter: 7, times: 1 });
  await expect(send('4')).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  sandbox.faults.add({ kind: 'serverError', times: 1 });
  await expect(send('4')).rejects.toMatchObject({ error_code: 502 });
  await send('4');
});

it('draws the same faults from the same seed', async () => {
  const lost = async (seed: number) => {
    const { sandbox, bot } = await start({ seed, faults: [{ kind: 'lostAnswer', probability: 0.3 }] });
    for (let n = 0; n < 20; n += 1) await bot.api.getMe().catch(() => undefined);
    return sandbox.ledger.calls.map((one) => one.fault ?? '-').join();
  };
  const first = await lost(7);
  expect(await lost(7)).toBe(first);
  expect(await lost(8)).not.toBe(first);
  expect(first).toContain('lostAnswer');
});
