import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompetencyBook } from '../../src/database/repositories/competency-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, type Surf, seriousFaults, surf, widerThanPage } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { pairing } from '../helpers/pairing.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let town: Town;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  const { id } = await town.person('Лаптева Нина Павловна', 'coordinator', town.office.id);
  const mentor = await pairing(database, town).mentor('Авдеева Анна Петровна');
  await database.query(
    `update application set answers = answers || '{"skills":{"chosen":[],"own":["Макраме и вязание"]}}' where person_id = $1`,
    [mentor.id],
  );
  panel = await panelServer(database, clock);
  browser = await surf();
  await browser.context.addCookies([{ name: 'staff', value: await panel.tokenOf(id), url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

const names = async () =>
  (await createCompetencyBook(database).list(town.programme.id)).map(({ label }) => label);

describe.skipIf(browserMissing)('competencies at the panel', () => {
  test('are added, renamed upon the newest version, put away and brought back', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/competencies`);
    await page.getByRole('cell', { name: 'Классное руководство', exact: true }).waitFor();

    const row = page.getByRole('row', { name: 'Классное руководство' });
    expect((await row.getByRole('cell').allInnerTexts()).slice(1, 3)).toEqual(['0', '0']);

    await page.getByRole('button', { name: 'Добавить', exact: true }).click();
    await page.getByLabel('Название').fill('Театр в школе');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await names()).toContain('Театр в школе');

    await page.getByLabel('Поиск').fill('театр');
    await page.getByRole('button', { name: 'Изменить: Театр в школе' }).click();
    await page.getByLabel('Название').fill('Школьный театр');
    await database.query(`update competency set name = 'Театр и сцена' where name = 'Театр в школе'`);
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('heading', { name: 'Кто-то изменил это раньше вас' }).waitFor();
    const dialog = page.getByRole('dialog', { name: 'Кто-то изменил это раньше вас' });
    await dialog.getByRole('cell', { name: 'Театр и сцена' }).waitFor();
    await page.getByRole('button', { name: 'Сохранить моё' }).click();
    await page.getByRole('cell', { name: 'Школьный театр', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Убрать из списка: Школьный театр' }).click();
    await page.getByText('В прежних ответах она останется').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Убрать', exact: true }).click();
    await page.getByText('Ничего не нашлось').waitFor();
    expect(await names()).not.toContain('Школьный театр');
    await page.getByText('Убранные', { exact: true }).click();
    await page.getByRole('button', { name: 'Вернуть в список: Школьный театр' }).click();
    await page.getByText('Ничего не нашлось').waitFor();
    expect(await names()).toContain('Школьный театр');
    browser.verify();
  }, 120_000);

  test('are found by synonyms as soon as these are kept', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/competencies`);
    await page.getByRole('link', { name: 'Синонимы и проверка подбора' }).click();
    await page.getByRole('heading', { level: 1, name: 'Синонимы и проверка подбора' }).waitFor();
    await page.getByLabel('Запрос').fill('узелки');
    await page.getByText('Ничего не нашлось').waitFor();

    await page.getByRole('button', { name: 'Добавить группу' }).click();
    const words = page.getByLabel('Слова и выражения');
    await words.fill('узелки');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Нужны хотя бы два разных слова').waitFor();
    await words.fill('узелки\nмакраме');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'Макраме и вязание' }).waitFor();
    await page.getByRole('cell', { name: '1 наставник' }).waitFor();

    await browser.settled();
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await widerThanPage(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    browser.verify();
  }, 120_000);
});
