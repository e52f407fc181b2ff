import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, type Surf, surf } from '../helpers/chromium.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { turns } from '../helpers/registering-turns.ts';
import { type StagedCity, stagedCity } from '../helpers/staged-city.ts';

// A coordinator's first days, in a real browser and in the sandbox's chats, over the whole program.
hurryTime();

/** Where pictures for the README are put; nowhere unless it is named. */
const pictures = process.env.PICTURES;
let city: StagedCity;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  city = await stagedCity();
  browser = await surf();
});
afterAll(async () => {
  await browser?.stop();
  await city?.stop();
});

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await browser.page.screenshot({ path: join(pictures, `${name}.png`) });
}

const panel = (path = '') => `${city.adminUrl()}/panel/${path}`;

describe.skipIf(browserMissing)('a coordinator at the panel', () => {
  test('signs in by the number that only her screen shows', async () => {
    const { page } = browser;
    await page.goto(panel());
    await page.getByRole('button', { name: 'Войти' }).click();
    const digits = (await page.getByRole('img', { name: /Число для сверки/ }).innerText()).trim();
    await picture('sign-in');
    const chat = city.person('Тихонова', 'telegram');
    chat.says('вход');
    await chat.sees('две цифры');
    chat.says(digits);
    await chat.presses('Да, это я');
    const said = await chat.sees('Верно!');
    const code = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(said.text)?.[0] ?? '';
    await page.getByLabel('Код из бота').fill(code);
    await page.getByRole('button', { name: 'Войти по коду' }).click();
    await page.getByRole('heading', { level: 1, name: 'Обзор' }).waitFor();
    await picture('overview');
  });
});
