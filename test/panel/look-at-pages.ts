import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { type World, worldTemplate } from './world.ts';

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
const web = fileURLToPath(new URL('../../src/admin/web', import.meta.url));
/** Compressed script that the first page needs, by the issue that asked for the panel. */
const scriptLimit = 300 * 1024;

/** Of whose jury administrators are. */
function judged(what: string): string {
  return `select ${what} from contest_juror j join contest c on c.id = j.contest_id
    join contest_sheet s on s.juror_id = j.id join appointment a on a.person_id = j.person_id
    where c.programme_id = $2 and c.state = 'announced' and a.role = 'administrator'`;
}

/** What stands for the parameters of an address; `$1` is the organization, `$2` the programme. */
const samples: Readonly<Record<string, string>> = {
  '/applications/:id': `select id from application where organization_id = $1 and state = 'applied'`,
  '/contests/:id/diplomas': `select id from contest where programme_id = $2 and state = 'published' and title like 'Дипломы%'`,
  '/attend/:ticket': `select m.ticket from contest_member m join contest_entry e on e.id = m.entry_id
    join contest c on c.id = e.contest_id where c.programme_id = $2 and m.ticket is not null and $1::bigint > 0`,
  '/contests/:id/guests': `select id from contest where programme_id = $2 and state = 'announced' and kind = 'event'`,
  '/contests/:id/jury': `select id from contest where programme_id = $2 and state = 'announced'`,
  '/contests/:id/settings': `select id from contest where programme_id = $2 and state = 'announced'`,
  '/judging/:contestId': judged('j.contest_id as "contestId"'),
  '/judging/:contestId/:entryId': judged('j.contest_id as "contestId", s.entry_id as "entryId"'),
  '/contests/:id/progress': judged('j.contest_id as id'),
  '/contests/:id/results': judged('j.contest_id as id'),
  '/contests/:id': `select id from contest where programme_id = $2 and state = 'announced'`,
  '/contests/:id/entries': `select id from contest where programme_id = $2 and state = 'announced'`,
  '/contests/:id/entries/:entryId': `select s.contest_id as id, s.id as "entryId" from contest_entry s
     join contest c on c.id = s.contest_id where c.programme_id = $2 and s.marks <> '[]'`,
  '/contests/:id/entries/new': `select id from contest where programme_id = $2 and state = 'announced'`,
  '/contests/:id/found': `select s.contest_id as id from contest_entry s join contest c on c.id = s.contest_id
     where c.programme_id = $2 and s.state = 'found'`,
  '/mentees/:id': `select person_id as id from appointment where organization_id = $1 and role = 'mentee'`,
  '/messages/:id': 'select id from mailing where programme_id = $2',
  '/orders/:id': 'select id from pair_order where organization_id = $1',
  '/organizations/:id': 'select $1::bigint as id where $2::bigint > 0',
  '/pairs/:id': 'select id from pair where organization_id = $1',
  '/people/:id': `select person_id as id from appointment where organization_id = $1 and role = 'mentor'`,
  '/people/:id/double': `select person_id as id from appointment where organization_id = $1 and role = 'mentor'`,
  '/people/:id/double/:otherId': `select a.person_id as id, b.person_id as "otherId" from appointment a
    join appointment b on b.organization_id = a.organization_id and b.person_id <> a.person_id and b.role = a.role
    where a.organization_id = $1 and a.role = 'mentor'`,
  '/roadmap/drafts/:id': 'select id from roadmap_draft where programme_id = $2',
  '/roadmap/items/:id': `select i.id from roadmap_item i join roadmap r on r.id = i.roadmap_id
     where r.programme_id = $2 and r.kind = 'order' and i.removed_at is null`,
  '/settings/consents/:kind/:giver': `select 'participation' as kind, 'self' as giver where $1::bigint <> $2::bigint + 10000`,
  '/tasks/:id': 'select id from task where organization_id = $1',
};

const paths = sectionPaths();
let database: Database;
let world: World;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  const template = await worldTemplate();
  world = template.world;
  database = await template.copy();
  await template.stop();
  panel = await panelServer(database, clock);
  browser = await surf();
  const value = await panel.tokenOf(world.people.administrator);
  await browser.context.addCookies([{ name: 'staff', value, url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

/** As they stand in the lists of sections. */
function sectionPaths(): string[] {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /sections\.tsx?$/.test(file),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(/^ {4}path: '([^']+)'/gm)].flatMap(
      ([, path]) => path ?? [],
    ),
  );
  return [...new Set(found)].sort();
}

async function addressOf(path: string): Promise<string> {
  if (!path.includes(':')) return path;
  const sample = samples[path];
  if (sample === undefined) throw new Error(`nobody says what ${path} is shown of`);
  const { organizationId, programmeId } = world.places.own;
  const asked = [organizationId, programmeId].slice(0, sample.includes('$2') ? 2 : 1);
  const filled = sample.includes('$1') ? sample : sample.replaceAll('$2', '$1');
  const [row] = await database.query<Record<string, string>>(
    `${filled} limit 1`,
    sample.includes('$1') ? asked : [programmeId],
  );
  if (row === undefined) throw new Error(`the world has nothing for ${path}`);
  return path.replace(/:(\w+)/g, (_, name: string) => String(row[name]));
}

/**
 * A share of the pages in a real browser: readable for whoever can't see it, in light and dark, and on a phone. Shares lie in
 * files of their own, so that they are looked at side by side. To add a page with a number in its address, say above of
 * what it is shown here.
 */
export function lookAtPages({ share, of }: { share: number; of: number }): void {
  describe.skipIf(browserMissing)('the panel', () => {
    test('knows every page', () => {
      expect(paths.length).toBeGreaterThan(30);
      expect(paths.filter((path) => path.includes(':') && samples[path] === undefined)).toEqual([]);
      expect(Object.keys(samples).filter((path) => !paths.includes(path))).toEqual([]);
    });

    test('loads within its budget of script, and nothing from elsewhere', async () => {
      const { page } = browser;
      let scripts = 0;
      const seen: Promise<void>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() !== 'script') return;
        seen.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => {
              scripts += responseBodySize;
            }),
        );
      });
      await page.goto(`${panel.url}/panel/overview`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await Promise.all(seen);
      expect(scripts).toBeGreaterThan(50 * 1024);
      expect(scripts).toBeLessThan(scriptLimit);
      browser.verify();
    });

    test.each(paths.filter((_, place) => place % of === share))(
      '%s has a heading, fits a phone, and axe finds nothing serious',
      async (path) => {
        const { page } = browser;
        await browser.visit(`${panel.url}/panel${await addressOf(path)}`);
        await browser.settled();
        expect(await pageFaults(page)).toEqual([]);
        browser.verify();
      },
    );
  });
}
