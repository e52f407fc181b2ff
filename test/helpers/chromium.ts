import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { shellWords } from '../../src/texts/panel/shell.ts';

/** Debian's; elsewhere named by CHROMIUM. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Tests in a browser skip themselves, saying so, where there is none. */
export const browserMissing = executablePath === undefined;

export type Surf = Awaited<ReturnType<typeof surf>>;

let started: Promise<Browser> | undefined;

/** One for all files that a fork runs, since it takes seconds to start; it ends with the fork. */
async function browserOfFork(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('there is no browser');
  const running = await started?.catch(() => undefined);
  if (running?.isConnected()) return running;
  started = chromium.launch({
    executablePath,
    headless: true,
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
  return started;
}

/** A real browser with nothing in it, that calls nobody but us. */
export async function surf(options: { width?: number; height?: number; dark?: boolean } = {}) {
  const { width = 1280, height = 900, dark = false } = options;
  const browser = await browserOfFork();
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'ru-RU',
    timezoneId: 'Europe/Samara',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const strangers: string[] = [];
  const busy = new Set<Request>();
  context.on('requestfinished', (request) => busy.delete(request));
  context.on('requestfailed', (request) => busy.delete(request));
  context.on('request', (request) => {
    busy.add(request);
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
    /** Whatever the page asked for has come and is shown. */
    async settled(): Promise<void> {
      do {
        const answers = [...busy].map((request) => request.response());
        await Promise.all(answers.map(async (answer) => (await answer)?.finished()));
        await page.waitForFunction(
          (name) => document.querySelector(`[role="status"][aria-label="${name}"]`) === null,
          shellWords.loading,
        );
        await still(page);
      } while (busy.size > 0);
    },
    /** To a page of the panel: by its address at first, then as the menu goes there, which keeps what is loaded. */
    async visit(url: string): Promise<void> {
      if (new URL(page.url()).origin !== new URL(url).origin) {
        await page.goto(url);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        return;
      }
      const left = await page.evaluateHandle(() => document.querySelector('h1'));
      await page.evaluate((to) => history.pushState(null, '', to), url);
      await page.waitForFunction((before) => {
        const now = document.querySelector('h1');
        return now !== null && now !== before;
      }, left);
    },
    /** No fault of a script or of the policy, and no address but ours was called. */
    verify() {
      expect(faults).toEqual([]);
      expect(strangers).toEqual([]);
    },
    stop: () => context.close(),
  };
}

/** Nothing moves or fades any more. */
function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    // What has just changed starts to move within two frames.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
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

/**
 * Serious faults of the page in light and in dark, and whether it is wider than a phone.
 *
 * @param onPhone what else to do while the page is as wide as a phone
 */
export async function pageFaults(page: Page, onPhone?: () => Promise<unknown>): Promise<string[]> {
  const faults = await seriousFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await still(page);
  faults.push(...(await seriousFaults(page, ofColour)).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  const wider = await widerThanPage(page);
  await onPhone?.();
  if (wider > 0) faults.push(`wider than a phone by ${wider} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** By how many pixels it has to be scrolled sideways. */
export function widerThanPage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = document.documentElement;
    // What is laid out anew takes a frame or two.
    for (let frame = 0; frame < 30 && root.scrollWidth > root.clientWidth; frame += 1)
      await new Promise(requestAnimationFrame);
    return root.scrollWidth - root.clientWidth;
  });
}
