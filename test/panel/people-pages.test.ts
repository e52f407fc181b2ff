import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { applicants } from '../helpers/applicants.ts';
import { browserMissing, type Surf, seriousFaults, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// What staff do with people, in a real browser.

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let town: Town;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  panel = await panelServer(database, clock);
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  browser = await surf();
  const token = await panel.tokenOf(boss.id);
  await browser.context.addCookies([{ name: 'staff', value: token, url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

async function open(path: string): Promise<void> {
  await browser.page.goto(`${panel.url}/panel${path}`);
  await browser.page.getByRole('heading', { level: 1 }).waitFor();
}

const accessible = async () => expect(await seriousFaults(browser.page)).toEqual([]);

describe.skipIf(browserMissing)('the panel', () => {
  test('a person is found with a slip, corrected, appointed and invited', async () => {
    const { page } = browser;
    const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    await database.query(
      `insert into setting (key, value) values ('bot:vk', '{"link":"https://vk.me/x?ref="}')`,
    );
    await open('/people');
    await page.getByRole('searchbox').fill('бобинцева');
    await page.getByRole('link', { name: 'Бабинцева Наталья Юрьевна' }).click();
    await page.getByRole('heading', { level: 1, name: 'Бабинцева' }).waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Изменить' }).first().click();
    await page.getByLabel('Телефон').fill('8 912 456-78-90');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('+79124567890').waitFor();
    await page.getByRole('button', { name: 'Пригласить' }).click();
    await page.getByRole('button', { name: 'Выписать' }).click();
    await page.getByRole('img', { name: /QR-код/ }).waitFor();
    await accessible();
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
    await page.getByRole('button', { name: 'Назначить' }).click();
    await page.getByLabel('Роль').selectOption('mentee');
    await page.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click();
    await page.getByText('наставляемый — Школа № 3').waitFor();
    const [stored] = await database.query('select phone from person where id = $1', [mentor.id]);
    expect(stored).toEqual({ phone: '+79124567890' });
    browser.verify();
  }, 90_000);

  test('an application is read and confirmed', async () => {
    const { page } = browser;
    const people = applicants(database, town);
    const card = await people.applied('Новикова Ольга Павловна', { answers: { post: 'учитель' } });
    await open('/applications');
    await page.getByRole('link', { name: 'Новикова Ольга Павловна' }).click();
    await page.getByText('учитель').waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Подтвердить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Подтвердить' }).click();
    await page.getByRole('button', { name: 'Приступил(а) к работе' }).waitFor();
    expect(await people.rolesOf(card.personId)).toEqual(['mentor']);
    browser.verify();
  }, 90_000);

  test('two likely doubles are compared and become one', async () => {
    const { page } = browser;
    await town.person('Семёнова Алёна Петровна', 'mentor', town.school.id);
    await town.person('Семенова Алена', 'mentee', town.school.id);
    await open('/doubles');
    await page.getByRole('link', { name: 'Сравнить' }).click();
    await page.getByRole('heading', { name: 'Один человек или два?' }).waitFor();
    await page.getByText('роли: 1').waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Объединить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Объединить' }).click();
    await page.getByRole('heading', { level: 1, name: 'Семёнова Алёна' }).waitFor();
    const left = await database.query(`select id from person where surname in ('Семёнова', 'Семенова')`);
    expect(left).toHaveLength(1);
    browser.verify();
  }, 90_000);

  test('an organization is added and renamed', async () => {
    const { page } = browser;
    await open('/organizations');
    await page.getByRole('button', { name: 'Добавить организацию' }).click();
    await page.getByLabel('Полное название').fill('МБОУ «СОШ № 15»');
    await page.getByLabel('Короткое название').fill('Школа № 15');
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('heading', { level: 1, name: 'Школа № 15' }).waitFor();
    await accessible();
    await page.getByRole('button', { name: 'Изменить' }).click();
    await page.getByLabel('Как ещё её пишут').fill('шк 15, пятнадцатая');
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('шк 15, пятнадцатая').waitFor();
    browser.verify();
  }, 90_000);
});
