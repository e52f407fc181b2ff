import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import type { Contest } from '../../src/domain/contests/contest.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { contestIn, entryIn } from '../helpers/contest-town.ts';
import { testDatabase } from '../helpers/database.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown } from '../helpers/small-town.ts';

// Works of a contest in a real browser: one is taken in spite of a check, and a found one becomes its author's.

const clock = { now: () => new Date('2022-03-15T08:00:00Z') };
let database: Database;
let panel: PanelServer;
let browser: Surf;
let contest: Contest;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  const town = await foundTown(database);
  const administrator = await town.person('Главный Олег Ильич', 'administrator', town.office.id);
  contest = await contestIn(database, town.programme.id);
  const nominationId = contest.nominations[0]?.id ?? null;
  const enter = async (names: string, postId: number, state: 'mending' | 'found') => {
    const { id: personId } = await town.person(names, 'mentor', town.school.id);
    return entryIn(database, {
      contestId: contest.id,
      nominationId,
      personId,
      organizationId: town.school.id,
      state,
      source: state === 'found' ? 'found' : 'chat',
      post: { ownerId: 501, postId },
    });
  };
  const { id } = await enter('Орлова Анна Петровна', 1, 'mending');
  await enter('Соколова Мария Ильинична', 2, 'found');
  await database.query(
    `update contest_entry set findings = '[{"code": "post-ad", "facts": {}}]' where id = $1`,
    [id],
  );
  await database.query(
    `insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at)
     values ($1, '2022-03-11', 'Мой наставник', 501, '2022-03-10'), ($1, '2022-03-12', 'Мой лучший наставник', 501, '2022-03-10')`,
    [id],
  );
  panel = await panelServer(database, clock);
  browser = await surf();
  await browser.context.addCookies([
    { name: 'staff', value: await panel.tokenOf(administrator.id), url: panel.url },
  ]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

describe.skipIf(browserMissing)('works in the panel', () => {
  test('one is found in the list, read, and taken in spite of what a check found', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/contests/${contest.id}`);
    await page.getByRole('link', { name: 'Работы', exact: true }).click();
    await page.getByLabel('Автор, название или команда').fill('орлова');
    await page.getByRole('link', { name: 'Открыть работу: Мой лучший наставник' }).click();
    await page.getByText('Публикация отмечена как реклама').waitFor();
    expect(await page.locator('ins').allTextContents()).toEqual(['лучший ']);
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Принять вручную' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Причина').fill('Это не реклама');
    await dialog.getByRole('button', { name: 'Принять вручную' }).click();
    await page.getByText('Это не реклама').waitFor();
    await page.getByText('Работа принята вручную').waitFor();
    browser.verify();
  });

  test('a found one becomes its author’s', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/contests/${contest.id}/found`);
    await page.getByRole('button', { name: 'Записать за человеком: Соколова Мария Ильинична' }).click();
    await page.getByRole('heading', { name: 'Неподанных публикаций нет' }).waitFor();
    const [entry] = await database.query(`select state from contest_entry where source = 'found'`);
    expect(entry).toEqual({ state: 'checking' });
    browser.verify();
  });
});
