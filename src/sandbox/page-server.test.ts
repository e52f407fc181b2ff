import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bot, InlineKeyboard } from 'grammy';
import { chromium, type Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { anyPicture } from './files.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of open.splice(0).reverse()) await stop();
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options);
  open.push(sandbox.stop);
  return sandbox;
}

/** The status of a request with exactly these headers: fetch would not let a Host through. */
function statusOf(url: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

it('listens on this machine only', async () => {
  await expect(createSandbox({ host: '0.0.0.0' as '127.0.0.1' })).rejects.toThrow('127.0.0.1 only');
});

it('answers neither another host name nor another site', async () => {
  const { url } = await start();
  const own = new URL(url).host;
  expect(await statusOf(`${url}/page-api/state`, 'GET', { host: own })).toBe(200);
  expect(await statusOf(`${url}/page-api/state`, 'GET', { host: 'evil.example' })).toBe(403);
  expect(await statusOf(`${url}/page-api/state`, 'GET', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  const foreign = { origin: 'https://evil.example' };
  expect(await statusOf(`${url}/control/advance`, 'POST', foreign)).toBe(403);
  expect(await statusOf(`${url}/page-api/chats/vk:anna/act`, 'POST', foreign)).toBe(403);
  const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect(await statusOf(`${url}/`, 'GET', opened)).toBe(200);
  expect(await statusOf(`${url}/page-api/state`, 'GET', opened)).toBe(403);
});

it('serves the page with a policy that runs only its own scripts, or nothing when told so', async () => {
  const sandbox = await start();
  const page = await fetch(sandbox.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(await page.text()).toContain('<main id="chats"');
  const bare = await start({ page: false });
  expect((await fetch(bare.url)).status).toBe(404);
});

it('hands out files of people as downloads, never as pages', async () => {
  const sandbox = await start();
  const anna = sandbox.people.add({ key: 'anna', name: 'Анна' });
  anna.vk.sendFile({ bytes: Buffer.from('<script>'), name: 'а.html', mime: 'text/html' });
  const chat = (await (await fetch(`${sandbox.url}/page-api/chats/vk:anna`)).json()) as {
    messages: { attachments: { url: string }[] }[];
  };
  const file = await fetch(sandbox.url + chat.messages[0]?.attachments[0]?.url);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
});

it('moves the clock one step at a time and says how far it is', async () => {
  let now = new Date('2022-03-18T09:00:00Z');
  let finish = () => {};
  const sandbox = await start({
    now: () => now,
    control: {
      now: () => now,
      async advance(step, onProgress) {
        onProgress({ share: 0.5, note: step });
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        now = new Date('2022-03-19T09:00:00Z');
      },
    },
  });
  const stream = await fetch(`${sandbox.url}/page-api/events`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard = async (words: string) => {
    for (let text = ''; ; text += (await reader.read()).value ?? '') if (text.includes(words)) return text;
  };
  const moved = post(`${sandbox.url}/control/advance`, { step: 'day' });
  await heard('"share":0.5,"note":"day"');
  expect((await post(`${sandbox.url}/control/advance`, { step: 'week' })).status).toBe(409);
  expect((await post(`${sandbox.url}/control/advance`, { step: 'year' })).status).toBe(400);
  finish();
  expect(await (await moved).json()).toEqual({ now: now.getTime() });
  await heard(`"moving":false,"share":1,"now":${now.getTime()}`);
});

it('refuses gestures that nobody can make, with a reason', async () => {
  const sandbox = await start();
  sandbox.people.add({ key: 'anna', name: 'Анна' });
  const gesture = (id: string, body: object) => post(`${sandbox.url}/page-api/chats/${id}/act`, body);
  expect((await gesture('vk:oleg', { act: 'open' })).status).toBe(404);
  expect((await gesture('vk:anna', { act: 'constructor' })).status).toBe(404);
  const pressed = await gesture('vk:anna', { act: 'press', label: 'Готово' });
  expect(pressed.status).toBe(400);
  expect(await pressed.json()).toMatchObject({ error: expect.stringContaining('has no button') });
});

const browserPath = '/usr/bin/chromium';

async function openPage(sandbox: Sandbox): Promise<{ page: Page; errors: string[] }> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-sync',
    '--no-first-run',
  ];
  const browser = await chromium.launch({ executablePath: browserPath, args });
  open.push(() => browser.close());
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.goto(sandbox.url);
  return { page, errors };
}

it.skipIf(!existsSync(browserPath))(
  'lets one talk as a person in the browser: type, press, send a file, block',
  async () => {
    const sandbox = await start();
    const { token, apiRoot } = sandbox.telegram;
    const bot = new Bot(token, { client: { apiRoot } });
    bot.on('message:text', (ctx) =>
      ctx.reply('<b>Готово</b>?', {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard().text('Да', 'yes'),
      }),
    );
    bot.on('callback_query', (ctx) => ctx.answerCallbackQuery('Записано'));
    const running = bot.start();
    open.push(async () => {
      await bot.stop();
      await running;
    });
    for (let n = 0; n < 60; n += 1) sandbox.people.add({ key: `p${n}`, name: `Имя ${n}` });
    const phone = sandbox.people.get('p59').telegram;
    const given: object[] = [];
    sandbox.onUpdate(({ platform, update }) => platform === 'vk' && given.push(update));

    const { page, errors } = await openPage(sandbox);
    await page.getByRole('searchbox').fill('имя 59');
    await page.getByText('2 из 120').waitFor();

    const vk = page.getByRole('region', { name: 'Имя 59, ВКонтакте' });
    await vk.getByRole('textbox', { name: 'Код из ссылки' }).fill('abc-1');
    await vk.getByRole('button', { name: 'Начать' }).click();
    await vk.getByText('Начать').waitFor();
    const column = page.getByRole('region', { name: 'Имя 59, Telegram' });
    await column.getByRole('textbox', { name: 'Написать' }).fill('Привет <img src=x>');
    await page.keyboard.press('Enter');
    await column.locator('strong', { hasText: 'Готово' }).waitFor();
    await column.getByText('Привет <img src=x>').waitFor();
    await column.getByRole('button', { name: 'Да', exact: true }).click();
    await column.getByRole('status').getByText('Записано').waitFor();
    const file = { name: 'фото.png', mimeType: 'image/png', buffer: Buffer.from(anyPicture.bytes) };
    await column.locator('input[type=file]').setInputFiles(file);
    await column.getByRole('img', { name: 'Фото фото.png' }).waitFor();
    await column.getByRole('button', { name: 'Блок', exact: true }).click();
    await column.getByText('бот заблокирован').waitFor();
    expect(phone.chat.standing).toBe('blocked');
    expect(given).toMatchObject([{ object: { message: { text: 'Начать', ref: 'abc-1' } } }]);
    expect(errors).toEqual([]);
  },
);

it.skipIf(!existsSync(browserPath))(
  'puts those first who talk, hides those who never wrote, and shows the same chats after a restart',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    open.push(async () => rmSync(folder, { recursive: true }));
    const begin = async () => {
      const sandbox = await start({ folder });
      for (const name of ['Анна', 'Борис', 'Вера', 'Гость'])
        sandbox.people.add({ key: name, name, open: name !== 'Гость' && ['telegram'] });
      return sandbox;
    };
    const first = await begin();
    const vera = first.people.get('Вера').telegram.chat;
    const bot = new Bot(first.telegram.token, { client: { apiRoot: first.telegram.apiRoot } });
    const reply_markup = new InlineKeyboard().text('Готово', 'done');
    for (const text of ['Раз', 'Два']) await bot.api.sendMessage(vera.accountId, text, { reply_markup });
    await first.stop();

    const { page, errors } = await openPage(await begin());
    const titles = () => page.locator('section.phone h2').allTextContents();
    const column = page.getByRole('region', { name: 'Вера, Telegram' });
    await column.getByText('2 новых').waitFor();
    await column.getByRole('button', { name: 'Готово' }).nth(1).waitFor();
    expect(await titles()).toEqual(['Вера', 'Анна', 'Борис']);
    await page.getByText('3 из 8').waitFor();
    await column.getByRole('log').click();
    await column.getByText('2 новых').waitFor({ state: 'hidden' });
    await page.getByLabel('Показать тех, кто не писал боту').check();
    expect(await titles()).toEqual(['Вера', 'Анна', 'Борис', 'Анна', 'Борис', 'Вера', 'Гость', 'Гость']);
    await page.getByRole('link', { name: 'Все чаты' }).click();
    await page.getByText('3 из 8').waitFor();
    expect(await column.getByText('2 новых').count()).toBe(0);
    await page.getByRole('searchbox').fill('гость');
    await page.getByText('2 из 8').waitFor();
    expect(errors).toEqual([]);
  },
);
