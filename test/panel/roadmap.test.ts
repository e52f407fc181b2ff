import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// A coordinator imports the roadmap, corrects what nobody could read, stores it, has a task done and rolls it all over.

const clock = { now: () => new Date('2023-03-21T08:00:00Z') };
const glazov = readFileSync(new URL('../fixtures/roadmap/glazov-2022-2024.txt', import.meta.url), 'utf8');
/** One deadline that nobody can read. */
const file = glazov.replace('До 01 марта 2022', 'срок сообщит отдел');

let database: Database;
let town: Town;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  await database.query('delete from roadmap');
  const coordinator = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', town.school.id);
  panel = await panelServer(database, clock);
  browser = await surf();
  const cookie = { name: 'staff', value: await panel.tokenOf(coordinator.id), url: panel.url };
  await browser.context.addCookies([cookie]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

/** The page as it is: nothing serious for axe in light and dark, and no wider than a phone. */
async function isSound(name: string): Promise<void> {
  const { page } = browser;
  await browser.settled();
  const picture = async (file: string, fullPage: boolean) =>
    process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/${file}.png`, fullPage });
  await picture(name, true);
  expect(await pageFaults(page, () => picture(`${name}-phone`, false)), name).toEqual([]);
}

describe.skipIf(browserMissing)('the roadmap at the panel', () => {
  test('is imported, corrected, stored, worked on and rolled over', async () => {
    const { page } = browser;
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const heading = (name: string | RegExp, level = 1) =>
      page.getByRole('heading', { level, name }).waitFor();

    await page.goto(`${panel.url}/panel/overview`);
    await page.getByText('Дорожной карты ещё нет').waitFor();
    await isSound('overview-empty');
    await page.getByRole('link', { name: 'Загрузить дорожную карту' }).click();
    await heading('Загрузка дорожной карты');
    await isSound('import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'карта.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(file),
    });
    await button('Прочитать').click();

    await page.getByText('не понято: срок сообщит отдел').waitFor();
    await isSound('draft');
    await button(/^Исправить срок: 1\.2/).click();
    await page.getByLabel('Срок словами').fill('до 1 апреля 2023');
    await button('Сохранить').last().click();
    await page.getByText('исправлено', { exact: true }).waitFor();
    await button('Сохранить дорожную карту').click();
    await page
      .getByRole('dialog')
      .getByText(/Будет сохранено ровно то/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();

    await heading('Дорожная карта');
    await page.getByText('срок уточнён вами').waitFor();
    await isSound('roadmap');
    await page.getByRole('link', { name: 'Кто отвечает' }).click();
    await heading('Кто отвечает');
    await isSound('words');

    await page.goto(`${panel.url}/panel/overview`);
    await heading('Ход по организациям', 2);
    await page.getByRole('img', { name: /^Лента: / }).waitFor();
    await isSound('overview');
    await page.goto(`${panel.url}/panel/tasks?state=late&q=3`);
    await page.getByRole('table').waitFor();
    await isSound('tasks');
    await page.getByRole('table').getByRole('link').first().click();
    await heading('Отметить как сделанное', 2);
    await isSound('task');
    await button('Напомнить сейчас').click();
    await button('Напомнить').last().click();
    await page
      .getByText(/написать некуда|никто не назначен/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.goto(page.url());
    await page.getByLabel('Что сделано').fill('Приказ подписан');
    await page.locator('input[type=file]').setInputFiles({
      name: 'приказ.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    });
    await button('Готово').click();
    await page.getByText('Приказ подписан').waitFor();
    await page.getByRole('link', { name: 'приказ.pdf' }).waitFor();
    await isSound('task-done');
    await page.getByRole('link', { name: 'Мероприятие дорожной карты' }).click();
    await heading('Что сдано', 2);
    await isSound('item');

    await page.goto(`${panel.url}/panel/roadmap`);
    await button('Перенести на следующий период').click();
    await button('Показать, что получится').click();
    await heading('Дорожная карта на следующий период');
    await page.getByText('1 января 2025 – 31 декабря 2027').waitFor();
    await page.getByLabel('Номер приказа').fill('5-ОД');
    await page.getByLabel('Дата приказа').fill('2024-12-20');
    await button('Применить').click();
    await page.getByText('Укажите номер и дату приказа').waitFor({ state: 'detached' });
    await isSound('roll-over');
    await button('Сохранить дорожную карту').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Приказ № 5-ОД от 20 декабря 2024', { exact: false }).waitFor();

    await page.goto(`${panel.url}/panel/calendar`);
    await button('Подписаться на мои задачи').click();
    await page.getByText(/\/calendar\/[\w-]{22}\.ics/).waitFor();
    await isSound('calendar');
    browser.verify();
    const [stored] = await database.query<{ roadmaps: string; done: string }>(
      `select (select count(*) from roadmap) as roadmaps, (select count(*) from task where done_at is not null) as done`,
    );
    expect(stored).toEqual({ roadmaps: '2', done: '1' });
  }, 240_000);
});
