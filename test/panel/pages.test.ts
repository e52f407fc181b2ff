import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, type Surf, seriousFaults, surf } from '../helpers/chromium.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { worldTemplate } from './world.ts';

// Every page of the menu in a real browser: readable for whoever can't see it, in light and dark, and on a phone.

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let panel: PanelServer;
let browser: Surf;
let token: string;

beforeAll(async () => {
  if (browserMissing) return;
  const template = await worldTemplate();
  database = await template.copy();
  await template.stop();
  panel = await panelServer(database, clock);
  token = await panel.tokenOf(template.world.people.administrator);
  browser = await surf();
  await browser.context.addCookies([{ name: 'staff', value: token, url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

describe.skipIf(browserMissing)('the panel', () => {
  test('each page of the menu has a heading of its own, fits a phone, and axe finds nothing serious', async () => {
    const { page } = browser;
    await page.goto(`${panel.url}/panel/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const links = await page
      .getByRole('navigation')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const path of links) faults.push(...(await faultsOf(path)));
    expect(faults).toEqual([]);
    browser.verify();
  }, 600_000);
});

async function faultsOf(path: string): Promise<string[]> {
  const { page } = browser;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${panel.url}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const found = (await seriousFaults(page)).map((fault) => `${path}: ${fault}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await seriousFaults(page)).map((fault) => `${path}, dark: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (excess > 0) found.push(`${path}: wider than a phone by ${excess} px`);
  return found;
}
