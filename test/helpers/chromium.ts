import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Debian's; elsewhere named by CHROMIUM. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Tests in a browser skip themselves, saying so, where there is none. */
export const browserMissing = executablePath === undefined;

export type Surf = Awaited<ReturnType<typeof surf>>;

/** A real browser with nothing in it, that calls nobody but us. */
export async function surf(options: { width?: number; height?: number; dark?: boolean } = {}) {
  const { width = 1280, height = 900, dark = false } = options;
  const profile = await mkdtemp(join(tmpdir(), 'nastavnik-browser-'));
  if (executablePath === undefined) throw new Error('there is no browser');
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width, height },
    locale: 'ru-RU',
    timezoneId: 'Europe/Samara',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const strangers: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost')
      strangers.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // What the API refuses is shown to people; the browser notes it as an error as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return {
    page,
    context,
    /** No fault of a script or of the policy, and no address but ours was called. */
    verify() {
      expect(faults).toEqual([]);
      expect(strangers).toEqual([]);
    },
    async stop(): Promise<void> {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * What axe finds serious or critical on the page as it is now, a line each. Run in the page itself, and only its lines
 * come out: axe's own builder opens a page of its own for each look.
 */
export async function seriousFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (only) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        // No rule that runs reads the style sheets, and to read them all takes long.
        preload: { assets: ['media'] },
        ...(only.length > 0 && { runOnly: { type: 'rule' as const, values: only } }),
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, target }) => `${id}: ${target.join(' ')}: ${html.slice(0, 160)}`),
        );
    },
    [...rules],
  );
}

/** What may be right in light and wrong in dark. */
export const ofColour = ['color-contrast', 'link-in-text-block'];

/** Serious faults of the page in light and in dark, and whether it is wider than a phone. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults = await seriousFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  faults.push(...(await seriousFaults(page, ofColour)).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  const wider = await page.evaluate(async () => {
    const root = document.documentElement;
    // What is laid out anew takes a frame or two.
    for (let frame = 0; frame < 30 && root.scrollWidth > root.clientWidth; frame += 1)
      await new Promise(requestAnimationFrame);
    return root.scrollWidth - root.clientWidth;
  });
  if (wider > 0) faults.push(`wider than a phone by ${wider} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}
