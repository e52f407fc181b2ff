import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoundBooks } from '../../src/database/repositories/round-books.ts';
import type { Database } from '../../src/database/sql.ts';
import { createMailingRound } from '../../src/jobs/mailings.ts';
import { browserMissing, type Surf, seriousFaults, surf, widerThanPage } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { notedLog } from '../helpers/delivery.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// A coordinator writes to a group and sets up the programme, in a real browser.

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
  const coordinator = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  await town.person('Серова Ольга', 'mentor', town.otherSchool.id);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '5', '5', $1)`,
    [mentor.id],
  );
  await database.query(
    `update programme set settings = '{"operator":{"name":"Управление","address":"Улица, 1","contact":""}}'`,
  );
  browser = await surf();
  const token = await panel.tokenOf(coordinator.id);
  await browser.context.addCookies([{ name: 'staff', value: token, url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

/** Whatever is wrong with the page as it is now. */
async function faultsHere(): Promise<string[]> {
  const { page } = browser;
  await browser.settled();
  const found = await seriousFaults(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const excess = await widerThanPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return excess > 0 ? [...found, `wider than a phone by ${excess} px`] : found;
}

describe.skipIf(browserMissing)('in the browser', () => {
  test('a coordinator writes to a group, sees whom it reaches, sends, pauses and stops', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/messages`);
    await page.getByText('Рассылок ещё не было').waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('link', { name: 'Написать группе' }).first().click();
    await page.getByRole('combobox', { name: 'Роли' }).click();
    await page.getByRole('option', { name: 'наставник', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Тема' }).fill('Семинар');
    await page.getByRole('textbox', { name: 'Текст сообщения' }).fill('{имя-отчество}, ждём вас в пятницу.');
    await page.getByRole('checkbox', { name: /Никто, кроме читающего/ }).check();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Сохранить и проверить' }).click();
    await page.getByText('Получат: 1 человек').waitFor();
    await page.getByText('Не получат 1: нет открытого чата с ботом').waitFor();
    await page.getByText('Наталья Юрьевна, ждём вас в пятницу.').waitFor();
    expect(await faultsHere()).toEqual([]);

    await page.getByRole('button', { name: 'Отправить', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Готово 0 из 2').waitFor();
    await createMailingRound({
      inTransaction: (work) => database.transaction((sql) => work(createRoundBooks(sql))),
      clock,
      log: notedLog(),
    })();
    await page.getByText('Готово 1 из 2').waitFor();
    await page.getByRole('cell', { name: 'Не отправлялось: нет открытого чата с ботом' }).waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Приостановить' }).click();
    await page.getByRole('button', { name: 'Продолжить' }).waitFor();
    expect(await database.query(`select state from delivery`)).toEqual([{ state: 'expired' }]);
    await page.getByRole('button', { name: 'Остановить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Остановить совсем' }).click();
    await page.getByText('Готово 2 из 2').waitFor();
    await page.getByRole('button', { name: 'Сделать копию' }).click();
    await page.getByText('4. Проверка и отправка').waitFor();
    browser.verify();
  }, 120_000);

  test('a coordinator sets hours, rules, days off and the text of a consent', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/settings`);
    await page.getByLabel('Пишем людям с').fill('08:30');
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Сохранено').waitFor();
    expect(await database.query('select work_from from programme')).toEqual([{ work_from: '08:30' }]);

    await page.getByRole('link', { name: 'Напоминания' }).click();
    await page.getByRole('button', { name: 'Изменить: за 14 дней до последнего дня' }).click();
    await page.getByRole('textbox', { name: 'Сдвиг' }).fill('-10');
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Сохранить правило' }).click();
    await page.getByText('за 10 дней до последнего дня').waitFor();

    await page.getByRole('link', { name: 'Выходные дни' }).click();
    await page.getByRole('textbox', { name: 'Список дней' }).fill('10.09 День города');
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByText('Прочитано: 1 день').waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Сохранить эти дни' }).click();
    await page.getByRole('cell', { name: 'День города' }).waitFor();

    await page.getByRole('link', { name: 'Тексты согласий' }).click();
    await page.getByRole('link', { name: 'Участие в программе' }).first().waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('link', { name: 'Участие в программе' }).first().click();
    await page.getByRole('textbox', { name: 'Полный текст' }).fill('Согласен участвовать: {operator}');
    await page.getByRole('button', { name: 'Посмотреть, как будет' }).click();
    await page.getByText('Согласен участвовать: Управление').waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Опубликовать' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click();
    await page.getByText(/Версия 1 от/).waitFor();
    browser.verify();
  }, 120_000);
});
