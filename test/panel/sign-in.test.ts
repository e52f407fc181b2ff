import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdministratorLinkBook } from '../../src/database/repositories/administrator-link-book.ts';
import { createPeopleBook } from '../../src/database/repositories/people-book.ts';
import { createSignInBook } from '../../src/database/repositories/sign-in-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';

// Coming in, in a real browser: the first administrator by the link of the start, then by the chat.

const clock = { now: () => new Date() };
let database: Database;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  await database.query(
    `insert into setting (key, value) values ('bot:telegram', '{"link":"https://t.me/bot?start="}')`,
  );
  panel = await panelServer(database, clock);
  browser = await surf();
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

async function looksWell(): Promise<void> {
  const { page } = browser;
  await browser.settled();
  expect(await pageFaults(page)).toEqual([]);
}

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: clock.now().getTime() + steps * 30_000,
  });

describe.skipIf(browserMissing)('coming in', () => {
  let secret = '';

  test('the first administrator founds the programme, sets up the phone and keeps the codes', async () => {
    const { page } = browser;
    const link = await createAdministratorLinkBook(database).create(
      { personId: null, atStart: true },
      clock.now(),
    );
    await page.goto(`${panel.url}/panel/first/${link.secret}`);
    await page.getByRole('textbox', { name: 'Фамилия' }).fill('Первова');
    await page.getByRole('textbox', { name: 'Имя' }).fill('Дарья');
    await page.getByLabel('Название программы').fill('Наставничество города');
    await page.getByRole('textbox', { name: 'Управление образования' }).fill('Управление образования города');
    await looksWell();
    await page.getByRole('button', { name: 'Стать администратором' }).click();
    await page.getByRole('button', { name: 'Показать QR-код' }).click();
    await page.getByAltText('QR-код для приложения').waitFor();
    await looksWell();
    secret = ((await page.locator('pre').first().textContent()) ?? '').replace(/\s/g, '');
    await page.getByRole('textbox', { name: 'Код' }).fill(codeOf(secret));
    await page.getByRole('button', { name: 'Подключить' }).click();
    await page.getByRole('heading', { name: 'Запасные коды' }).waitFor();
    expect(await page.locator('code').count()).toBe(10);
    await looksWell();
    await page.getByRole('button', { name: 'Сохранил(а), дальше' }).click();
    await page.getByRole('navigation', { name: 'Разделы панели' }).waitFor();
    browser.verify();
  }, 120_000);

  test('then by the chat: digits, the code of the chat, the code of the phone', async () => {
    const { page, context } = browser;
    await context.clearCookies();
    const { account } = await createPeopleBook(database).visitor('telegram', '1', '1', clock.now());
    await database.query('update chat_account set person_id = (select min(id) from person) where id = $1', [
      account.id,
    ]);
    await page.goto(`${panel.url}/panel/`);
    await looksWell();
    await page.getByRole('button', { name: 'Войти' }).click();
    const shown = page.getByRole('img', { name: /Число для сверки/ });
    const digits = ((await shown.textContent()) ?? '').trim();
    expect(digits).toMatch(/^\d\d$/);
    await looksWell();
    const book = createSignInBook(database);
    const found = await book.take({ digits }, account.id, clock.now());
    if (found.found !== 'request') throw new Error(found.found);
    const given = await book.answer(found.request.id, digits, account.id, clock.now());
    if (!given?.right) throw new Error('wrong');
    await page.getByLabel('Код из бота').fill(given.code);
    await looksWell();
    await page.getByRole('button', { name: 'Войти по коду' }).click();
    await page.getByRole('heading', { name: 'Код из приложения' }).waitFor();
    await looksWell();
    await page.getByRole('textbox', { name: 'Код' }).fill('000000');
    await page.getByRole('button', { name: 'Подтвердить' }).click();
    await page.getByRole('alert').getByText('Код не подошёл').waitFor();
    await page.getByRole('textbox', { name: 'Код' }).fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Подтвердить' }).click();
    await page.getByRole('navigation', { name: 'Разделы панели' }).waitFor();
    browser.verify();
  }, 120_000);

  test('a link of the chat in another browser says so', async () => {
    const { page, context } = browser;
    const [one] = await context.cookies();
    expect(one?.httpOnly).toBe(true);
    await context.clearCookies();
    await page.goto(`${panel.url}/panel/sign-in/AAAAAAAAAAAAAAAAAAAAAA`);
    await looksWell();
    await page.getByRole('button', { name: 'Войти в панель' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: 'Начать вход заново' }).click();
    await page.getByRole('button', { name: 'Войти' }).waitFor();
    browser.verify();
  }, 60_000);

  test('sessions are listed and ended, a token is made and shown once, and staff are appointed', async () => {
    const { page, context } = browser;
    const [admin] = await database.query<{ id: string }>('select min(id) as id from person');
    const token = await panel.tokenOf(admin?.id ?? '');
    await context.addCookies([{ name: 'staff', value: token, url: panel.url }]);
    await page.goto(`${panel.url}/panel/sessions`);
    await page.getByRole('button', { name: 'Завершить все другие' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click();
    await page.getByText(/Завершено: \d/).waitFor();
    await page.goto(`${panel.url}/panel/tokens`);
    await page.getByRole('button', { name: 'Создать токен' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Для чего').fill('Сайт управления');
    await dialog.getByLabel('Что можно').click();
    await page.getByRole('option', { name: 'Люди: смотреть' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Создать токен' }).click();
    const made = ((await dialog.locator('pre').textContent()) ?? '').trim();
    expect((await panel.withToken(made).get('/api/people')).status).toBe(200);
    await page.goto(`${panel.url}/panel/staff`);
    await page.getByRole('button', { name: 'Назначить сотрудника' }).click();
    await dialog.getByLabel('Фамилия').fill('Новикова');
    await dialog.getByRole('textbox', { name: 'Имя' }).fill('Вера');
    await dialog.getByRole('combobox', { name: 'Роль' }).click();
    await page.getByRole('option', { name: 'муниципальный координатор' }).click();
    await dialog.getByRole('combobox', { name: 'Организация' }).click();
    await page.getByRole('option', { name: 'Управление образования города' }).click();
    await dialog.getByRole('button', { name: 'Назначить', exact: true }).click();
    await page.getByRole('cell', { name: 'Новикова Вера' }).waitFor();
    await page.goto(`${panel.url}/panel/audit`);
    await page.getByText('Назначена роль').first().waitFor();
    browser.verify();
  }, 120_000);
});
