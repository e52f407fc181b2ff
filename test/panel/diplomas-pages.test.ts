import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createErrandQueue } from '../../src/database/repositories/errand-queue.ts';
import type { Database } from '../../src/database/sql.ts';
import { createErrandKinds } from '../../src/desks/errand-kinds.ts';
import { createErrandRunner, type ErrandRunner } from '../../src/jobs/errands.ts';
import { browserMissing, pageFaults, type Surf, seriousFaults, surf } from '../helpers/chromium.ts';
import { contestIn, entryIn } from '../helpers/contest-town.ts';
import { testDatabase } from '../helpers/database.ts';
import { notedLog } from '../helpers/delivery.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown } from '../helpers/small-town.ts';

// Diplomas in a real browser: from the list with a doubtful name to a revoked one, and a design with a slip in it.

const clock = { now: () => new Date('2022-04-05T10:00:00+04:00') };
let database: Database;
let panel: PanelServer;
let browser: Surf;
let runner: ErrandRunner;
let contestId: string;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  const town = await foundTown(database);
  const coordinator = await town.person('Главная Ольга Ильинична', 'coordinator', town.office.id);
  contestId = (await contestIn(database, town.programme.id, { kind: 'work', state: 'published' })).id;
  for (const [index, names] of ['Дюма Александра Петровна', 'Иванова Мария Петровна'].entries()) {
    const { id } = await town.person(names, 'mentor', town.school.id);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [String(100 + index), id],
    );
    const entry = await entryIn(database, { contestId, personId: id, organizationId: town.school.id });
    await database.query(
      `insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, $3, 'winner')`,
      [contestId, entry.id, index + 1],
    );
  }
  runner = createErrandRunner({
    queue: createErrandQueue(database),
    kinds: createErrandKinds({ database, clock, mayNameOthers: () => false }),
    clock,
    log: notedLog(),
  });
  panel = await panelServer(database, clock, { wake: runner.wake });
  browser = await surf();
  await browser.context.addCookies([
    { name: 'staff', value: await panel.tokenOf(coordinator.id), url: panel.url },
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

describe.skipIf(browserMissing)('diplomas in the panel', () => {
  test('a doubtful name is looked at, all get their papers, one of which is revoked', async () => {
    const page = await opened(`/contests/${contestId}/diplomas`);
    await page.getByText('Будет выдано: 2 документа.').waitFor();
    await page.getByText('Сомнительные падежи: 1 имя.').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Проверить имя: Дюма Александра Петровна' }).click();
    const dialog = page.getByRole('dialog');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Так и напечатать' }).click();
    await page.getByText('Сомнительных падежей нет.').waitFor();
    const sample = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Образец: Иванова Мария Петровна' }).click();
    expect((await sample).suggestedFilename()).toBe('Образец.pdf');
    await page.getByRole('button', { name: 'Выдать 2' }).click();
    await dialog.getByRole('button', { name: 'Да, выдать' }).click();
    await page.getByText('Напечатано: 2. Отправлено: 2.').waitFor();
    await page.getByRole('link', { name: 'Скачать № МН-2022-0001' }).waitFor();
    await page.getByText('отправлен', { exact: true }).first().waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Отозвать № МН-2022-0002' }).click();
    await dialog.getByLabel('Почему').fill('Ошибка в имени');
    await dialog.getByRole('button', { name: 'Отозвать' }).click();
    await page.getByText('Ошибка в имени').waitFor();
    expect(await database.query('select number from diploma where revoked_at is not null')).toEqual([
      { number: 'МН-2022-0002' },
    ]);
  });

  test('a design with a slip says where it is, and is kept once it is mended', async () => {
    const page = await opened('/diploma-templates');
    await page.getByLabel('Строка 1', { exact: true }).fill('конкурса «{Канкурс}»');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Строка 1: поля {Канкурс} нет, возможно, {Конкурс}.').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByLabel('Строка 1', { exact: true }).fill('конкурса «{Конкурс}»');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Макет сохранён').waitFor();
    expect(await database.query('select name, version from diploma_template')).toEqual([
      { name: 'Городской', version: 1 },
    ]);
  });
});
