import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { pairing } from '../helpers/pairing.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// Pairs in a real browser: proposed by one click, moved by mouse and by keyboard, read on a phone.

const now = new Date('2022-09-05T10:00:00+04:00');
let database: Database;
let town: Town;
let pairs: ReturnType<typeof pairing>;
let panel: PanelServer;
let browser: Surf;
let mentee: Person;
let activeId: string;
let orderedId: string;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  pairs = pairing(database, town, now);
  const curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  const mentor = await pairs.mentor('Орлова Анна Ильинична', 5);
  mentee = await pairs.mentee('Котов Пётр Ильич');
  activeId = await pairs.active(mentor, [await pairs.mentee('Белова Яна Олеговна')]);
  orderedId = await pairs.propose(mentor, [await pairs.mentee('Быкова Вера Павловна')]);
  await pairs.agree(orderedId);
  await pairs.inBook((book) => book.markOrdered([orderedId], '1', now));
  panel = await panelServer(database, { now: () => now });
  browser = await surf();
  const value = await panel.tokenOf(curator.id);
  await browser.context.addCookies([{ name: 'staff', value, url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

const opened = async (path: string) => {
  const { page } = browser;
  await page.goto(`${panel.url}/panel${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await browser.settled();
  return page;
};

describe.skipIf(browserMissing)('pairs in the panel', () => {
  test('every page is readable for whoever sees badly, in the dark and on a phone', async () => {
    const faults: string[] = [];
    for (const path of ['/pairs', '/pairs/new', `/pairs/${activeId}`, '/mentees', `/mentees/${mentee.id}`]) {
      const page = await opened(path);
      faults.push(...(await pageFaults(page)).map((fault) => `${path} ${fault}`));
    }
    // All columns of the board side by side.
    await browser.page.setViewportSize({ width: 1400, height: 900 });
    expect(faults).toEqual([]);
  }, 120_000);

  test('a suggested mentor is proposed with one click and a form that knows the rest', async () => {
    const page = await opened('/mentees');
    await page.getByRole('link', { name: 'Подобрать наставника: Котов Пётр Ильич' }).click();
    await page.getByRole('heading', { name: 'Орлова Анна Ильинична' }).waitFor();
    await page.getByText('Из той же организации').waitFor();
    await page.getByRole('button', { name: 'Предложить пару: Орлова Анна Ильинична' }).click();
    await page.getByLabel('Цель пары').fill('Освоить журнал');
    await page.getByRole('button', { name: 'Предложить', exact: true }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Орлова А. И. — Котов П. И.' }).waitFor();
    expect(await database.query(`select goal from pair where state = 'proposed'`)).toEqual([
      { goal: 'Освоить журнал' },
    ]);
  }, 60_000);

  test('a pair is moved with the mouse to where it may go, and by its menu with the keyboard', async () => {
    const page = await opened('/pairs');
    const card = page.getByRole('listitem').filter({ hasText: 'Быкова' });
    await card.dragTo(page.getByRole('region', { name: /^Завершены \(/ }));
    await page.getByText('На этот шаг так не перейти').waitFor();
    await card.dragTo(page.getByRole('region', { name: /^Работают/ }));
    await page.getByRole('button', { name: 'Начать работу' }).click();
    await page.getByRole('region', { name: 'Работают (2)' }).waitFor();
    expect(await pairs.state(orderedId)).toBe('active');
    await page.getByRole('button', { name: /^Действия: .*Белова/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Завершить', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Что получилось').fill('Ведёт уроки сама');
    await page.getByRole('button', { name: 'Завершить' }).click();
    await page.getByRole('region', { name: 'Завершены (1)' }).waitFor();
    expect(await pairs.state(activeId)).toBe('completed');
  }, 60_000);

  test('on a phone the board shows one step at a time', async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 360, height: 740 });
    await opened('/pairs');
    await page.getByLabel('Шаг').first().waitFor();
    expect(await page.getByRole('region', { name: 'Доска пар' }).count()).toBe(0);
    await page.setViewportSize({ width: 1400, height: 900 });
    browser.verify();
  }, 60_000);

  test('a meeting and the personal programme are written on the card', async () => {
    const page = await opened(`/pairs/${orderedId}`);
    await page.getByRole('button', { name: 'Записать встречу' }).click();
    await page.getByLabel('Тема').fill('Разбор урока');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('5 сентября 2022 — Разбор урока').waitFor();
    const programme = page.locator('section', { hasText: 'Персонализированная программа' }).last();
    await programme.getByRole('button', { name: 'Изменить' }).click();
    await page.getByLabel('Задачи, каждая с новой строки').fill('Вести журнал\nПровести урок');
    await page.getByRole('button', { name: 'Добавить занятие' }).click();
    await page.getByLabel('Занятие', { exact: true }).fill('Открытый урок');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Провести урок' }).waitFor();
    expect(await database.query('select plan from pair where id = $1', [orderedId])).toEqual([
      {
        plan: {
          tasks: ['Вести журнал', 'Провести урок'],
          activities: [{ what: 'Открытый урок', fromOn: null, toOn: null }],
          results: '',
        },
      },
    ]);
  }, 60_000);
});
