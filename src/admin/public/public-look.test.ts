import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, ofColour, type Surf, seriousFaults, surf } from '../../../test/helpers/chromium.ts';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { lets, publicServer } from '../../../test/helpers/publishing.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';

const clock = { now: () => new Date('2022-04-05T08:00:00Z') };
const code = '0123456789abcdefghjkmnpqrs';
let database: Database;
let server: Awaited<ReturnType<typeof publicServer>>;
let browser: Surf;
let paths: string[] = [];
let feeds: string[] = [];

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  const town = await foundTown(database);
  const long = 'Достопримечательности&Преподавательница<Делопроизводительница>'.repeat(3);
  const contest = await contestIn(database, town.programme.id, { state: 'published', title: `«${long}»` });
  const open = await contestIn(database, town.programme.id, { closesAt: new Date('2022-05-01T00:00:00Z') });
  await database.query('update contest set summary = $1', [`Что это\n\n${long}`]);
  await database.query(
    `insert into setting (key, value) values ('bot:vk', '{"link":"https://vk.me/club1?ref="}')`,
  );
  let work = '';
  for (let at = 0; at < 25; at += 1) {
    const person = await town.person(`Зырянова${at} Вера Ильинична`, 'mentee', town.school.id);
    await lets(database, person.id);
    const nominationId = contest.nominations[0]?.id ?? null;
    const organizationId = town.school.id;
    const post = { ownerId: at + 1, postId: 1 };
    const wish = { contestId: contest.id, nominationId, personId: person.id, organizationId, post };
    work = (await entryIn(database, { ...wish, title: `${long}\u0001`, description: long })).id;
    await database.query(
      'insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, $3, $4)',
      [contest.id, work, at + 1, at === 0 ? 'winner' : 'laureate'],
    );
    if (at === 0) {
      await database.query(
        `insert into diploma (programme_id, contest_id, entry_id, person_id, kind, award, year, serial, number, code,
           shown, issued_on, created_at)
         values ($1, $2, $3, $4, 'diploma', 'winner', 2022, 1, 'МН-2022-0001', $5, '{}', '2022-04-02', now())`,
        [contest.programmeId, contest.id, work, person.id, code],
      );
    }
  }
  const path = `/contests/${contest.id}`;
  paths = [
    '/contests',
    path,
    `/contests/${open.id}`,
    `${path}/results`,
    `${path}/gallery`,
    `${path}/works/${work}`,
  ];
  paths.push('/check', `/diploma/${code}`, '/contests/0');
  feeds = ['/contests/rss', `${path}/rss`];
  server = await publicServer(database, clock);
  browser = await surf();
});
afterAll(async () => {
  await browser?.stop();
  await server?.stop();
  await database?.stop();
});

describe.skipIf(browserMissing)('in a browser', () => {
  test('public pages can be read by everybody, in light, in dark and on a phone', {
    timeout: 120_000,
  }, async () => {
    const { page } = browser;
    const faults: string[] = [];
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${server.url}${path}`);
      const found = await seriousFaults(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await seriousFaults(page, ofColour)).map((fault) => `dark: ${fault}`));
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 740 });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) found.push(`wider than a phone by ${wider} px`);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    // A page that is not there is told to the console as well.
    browser.verify();
  });

  test('feeds are well-formed RSS with what readers need', async () => {
    const { page } = browser;
    await page.goto(`${server.url}/check`);
    for (const feed of feeds) {
      const { text, headers } = await server.get(feed);
      expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
      const read = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const textOf = (of: Element, name: string) => of.querySelector(`:scope > ${name}`)?.textContent ?? '';
        return {
          fault: parsed.querySelector('parsererror')?.textContent ?? null,
          version: parsed.documentElement.getAttribute('version'),
          items: [...parsed.querySelectorAll('item')].map((item) => ({
            title: textOf(item, 'title'),
            link: textOf(item, 'link'),
            guid: textOf(item, 'guid'),
            date: textOf(item, 'pubDate'),
          })),
        };
      }, text);
      expect(read).toMatchObject({ fault: null, version: '2.0' });
      expect(read.items.length).toBeGreaterThan(2);
      expect(new Set(read.items.map(({ guid }) => guid)).size).toBe(read.items.length);
      for (const { title, link, date } of read.items) {
        expect(title).not.toBe('');
        expect(link).toContain(`${server.url}/contests/`);
        expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
      }
      expect(text).not.toMatch(/Зырянов|Ильинич/);
    }
  });
});
