import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createErrandQueue } from '../../src/database/repositories/errand-queue.ts';
import type { Database } from '../../src/database/sql.ts';
import { createErrandKinds } from '../../src/desks/errand-kinds.ts';
import { writeDocx } from '../../src/documents/write-docx.ts';
import { createErrandRunner, type ErrandRunner } from '../../src/jobs/errands.ts';
import { browserMissing, pageFaults, type Surf, seriousFaults, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { notedLog } from '../helpers/delivery.ts';
import { pairing } from '../helpers/pairing.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// Orders and templates in a real browser: from a pair that waits to the signed scan, and a template that is wrong.

const now = new Date('2022-09-06T10:00:00+04:00');
const clock = { now: () => now };
let database: Database;
let town: Town;
let panel: PanelServer;
let browser: Surf;
let runner: ErrandRunner;
let pairId: string;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  const administrator = await town.person('Главный Олег Ильич', 'administrator', town.office.id);
  await town.person('Данилова Ольга Петровна', 'head', town.school.id);
  const pairs = pairing(database, town, now);
  pairId = await pairs.propose(await pairs.mentor('Мицкевич Анна Петровна'), [
    await pairs.mentee('Котов Пётр Ильич'),
  ]);
  await pairs.agree(pairId);
  const queue = createErrandQueue(database);
  runner = createErrandRunner({
    queue,
    kinds: createErrandKinds({ database, clock, mayNameOthers: () => false }),
    clock,
    log: notedLog(),
  });
  panel = await panelServer(database, clock, { wake: runner.wake });
  browser = await surf();
  await browser.context.addCookies([
    { name: 'staff', value: await panel.tokenOf(administrator.id), url: panel.url },
  ]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await runner?.stop();
  await database?.stop();
});

const opened = async (path: string) => {
  const { page } = browser;
  await page.goto(`${panel.url}/panel${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await browser.settled();
  return page;
};

const faultsHere = () => pageFaults(browser.page);

describe.skipIf(browserMissing)('orders in the panel', () => {
  test('a pair that waits gets an order, a corrected name, a number and a scan', async () => {
    const page = await opened('/orders');
    await page.getByRole('link', { name: 'Школа № 3: 1 пара' }).click();
    await page.getByRole('heading', { name: 'Новый приказ' }).waitFor();
    await page.getByLabel(/Мицкевич Анна Петровна → Котов/u).waitFor();
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Составить проект' }).click();
    await page.getByRole('heading', { level: 1, name: 'Приказ: Школа № 3' }).waitFor();
    await page.getByText('проверьте').first().waitFor();
    expect(await faultsHere()).toEqual([]);

    await page.getByRole('button', { name: 'Исправить: Мицкевич Анна Петровна' }).click();
    const dialog = page.getByRole('dialog');
    const accusative = dialog
      .getByRole('group', { name: 'Фамилия, имя, отчество' })
      .getByLabel('Кого? (винительный)');
    await accusative.fill('Мицкевича Анну Петровну');
    await dialog.getByLabel('Запомнить для следующих документов').check();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('исправлено', { exact: true }).waitFor();
    await page.getByRole('cell', { name: 'учителя физики Мицкевича Анну Петровну' }).waitFor();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByLabel('Основание').fill('По решению педагогического совета');
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByText('Изменён текст или пары').waitFor();
    await page.getByRole('button', { name: 'Напечатать' }).click();
    await page.getByRole('link', { name: 'Скачать приказ (DOCX)' }).waitFor();
    await page.getByText('Как он будет выглядеть').click();
    await page.getByText(/Закрепить наставником учителя физики Мицкевича Анну Петровну/u).waitFor();
    await page.getByLabel('Номер').fill('45-од');
    await page.getByRole('button', { name: 'Внести номер и дату' }).click();
    await page.getByRole('heading', { level: 1, name: 'Приказ № 45-од: Школа № 3' }).waitFor();
    expect(await database.query('select state from pair where id = $1', [pairId])).toEqual([
      { state: 'ordered' },
    ]);
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Скан подписанного приказа').click();
    await (await chooser).setFiles({
      name: 'скан.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 …'),
    });
    await page.getByRole('button', { name: 'Приложить скан' }).click();
    await page.getByRole('link', { name: 'Открыть скан' }).waitFor();
    expect(await faultsHere()).toEqual([]);
  }, 120_000);

  test('many are printed as long work whose file can be taken', async () => {
    const page = await opened('/orders');
    expect(await faultsHere()).toEqual([]);
    await page.getByRole('button', { name: 'Напечатать показанные' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Напечатать', exact: true }).click();
    await page.getByText('Напечатано: 1. Пропущено: 0.').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать файл' }).click();
    expect((await file).suggestedFilename()).toBe('Приказы о закреплении пар.zip');
  }, 60_000);

  test('a wrong template is told why, a right one is printed by', async () => {
    const page = await opened('/templates');
    expect(await faultsHere()).toEqual([]);
    const send = async (text: string) => {
      const card = page.locator('section', {
        has: page.getByRole('heading', { name: 'Приказ о закреплении пар' }),
      });
      const chooser = page.waitForEvent('filechooser');
      await card.getByLabel('Загрузить новый').click();
      const buffer = Buffer.from(writeDocx({ blocks: [{ kind: 'paragraph', text }] }));
      await (await chooser).setFiles({
        name: 'Наш приказ.docx',
        mimeType: 'application/octet-stream',
        buffer,
      });
      await card.getByRole('button', { name: 'Загрузить новый' }).last().click();
    };
    await send('{Организацыя}');
    await page.getByText('Неизвестное поле {Организацыя}. Может быть, {Организация}?').waitFor();
    await send('{Организация}');
    await page.getByText('Шаблон сохранён: теперь печатается по нему.').waitFor();
    await page.getByText('печатается по ней').waitFor();
    expect(await faultsHere()).toEqual([]);
    browser.verify();
  }, 60_000);
});
