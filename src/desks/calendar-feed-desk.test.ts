import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { type PanelServer, panelServer } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Database } from '../database/sql.ts';
import type { Person } from '../domain/people/person.ts';

let database: Database;
let town: Town;
let panel: PanelServer;
let deputy: Person;
let task: string;
const now = new Date('2022-03-21T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  panel = await panelServer(database, { now: () => now });
  deputy = await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', town.school.id);
  task = await town.task('Назначение куратора; приказ', '2022-03-25');
  await town.task('Чужая задача', '2022-03-26', town.otherSchool.id);
  await town.task('По мере необходимости', null);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

/** As a calendar reads it. */
async function read(address: string, headers: Record<string, string> = {}) {
  const { pathname } = new URL(address);
  const response = await fetch(`${panel.url}${pathname}`, { headers });
  const text = (await response.text()).replaceAll('\r\n ', '');
  return { status: response.status, text, headers: response.headers };
}

async function opened(
  person: Person,
  organizationId: string | null,
): Promise<{ id: string; address: string }> {
  const { status, body } = await (await panel.signedIn(person.id)).post('/api/calendar-feeds', {
    organizationId,
  });
  expect(status).toBe(201);
  return { id: body.feed.id, address: body.address };
}

test('one’s own feed has the dated tasks that one answers for, and names nobody', async () => {
  const { address } = await opened(deputy, null);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1\/calendar\/[\w-]{22}\.ics$/);
  const { status, text, headers } = await read(address);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).toContain(`UID:task-${task}.city@nastavnik`);
  expect(text).toContain('DTSTART;VALUE=DATE:20220325');
  expect(text).toContain('Назначение куратора\\; приказ');
  expect(text).not.toMatch(/Бабинцева|Наталья/);
});

test('is read again only where something has changed, under a higher number', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const { address } = await opened(curator, town.school.id);
  const first = await read(address);
  const etag = first.headers.get('etag') ?? '';
  expect((await read(address, { 'if-none-match': etag })).status).toBe(304);
  expect((await read(address, { 'if-none-match': `W/${etag}, "x"` })).status).toBe(304);
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  await database.query(`update task set due_on = '2022-04-01' where id = $1`, [task]);
  const moved = await read(address, { 'if-none-match': etag });
  expect(moved.status).toBe(200);
  expect(moved.text).toContain('DTSTART;VALUE=DATE:20220401');
  expect(sequence(moved.text)).toBe(sequence(first.text) + 1);
  await database.query(
    'update roadmap_item set title = $2 where id = (select item_id from occurrence c join task t on t.occurrence_id = c.id where t.id = $1)',
    [task, 'Назначение кураторов'],
  );
  expect(sequence((await read(address)).text)).toBe(sequence(first.text) + 2);
  await database.query('update task set roles = roles where id = $1', [task]);
  expect(sequence((await read(address)).text)).toBe(sequence(first.text) + 2);
});

test('a new address ends the one before, and a revoked one is nothing', async () => {
  const head = await town.person('Касимова Ольга Петровна', 'head', town.school.id);
  const caller = await panel.signedIn(head.id);
  const { id, address } = await opened(head, town.school.id);
  expect((await caller.post('/api/calendar-feeds', { organizationId: town.school.id })).body.code).toBe(
    'feed-open',
  );
  const renewed = await caller.post(`/api/calendar-feeds/${id}/renewal`);
  expect((await read(address)).status).toBe(404);
  expect((await read(renewed.body.address)).status).toBe(200);
  expect((await caller.get('/api/calendar-feeds')).body).toMatchObject([
    { id, renewedAt: now.toISOString() },
  ]);
  expect(JSON.stringify((await caller.get('/api/calendar-feeds')).body)).not.toContain('calendar/');
  expect((await caller.delete(`/api/calendar-feeds/${id}`)).status).toBe(204);
  expect((await read(renewed.body.address)).status).toBe(404);
  const kept = await database.query(
    `select from audit where action like 'calendar-feed.%' and subject_id = $1`,
    [id],
  );
  expect(kept).toHaveLength(3);
});

test('somebody else’s feed is nobody’s, and so is one of an organization beyond reach', async () => {
  const curator = await town.person('Рябова Ксения Олеговна', 'curator', town.otherSchool.id);
  const { id } = await opened(curator, null);
  const foreign = await panel.signedIn(deputy.id);
  for (const call of [
    foreign.post(`/api/calendar-feeds/${id}/renewal`),
    foreign.delete(`/api/calendar-feeds/${id}`),
  ]) {
    expect((await call).body.code).toBe('feed-unknown');
  }
  for (const organizationId of [town.otherSchool.id, '999999']) {
    const { status, body } = await foreign.post('/api/calendar-feeds', { organizationId });
    expect([status, body.code]).toEqual([404, 'organization-unknown']);
  }
});

test('whoever is dismissed is shown nothing more, and again once appointed again', async () => {
  const people = createPersonBook(database);
  const curator = await town.person('Тетерина Алла Юрьевна', 'curator', town.school.id);
  const [own, school] = [await opened(curator, null), await opened(curator, town.school.id)];
  await people.dismiss(curator.id, 'curator', town.school.id, now);
  expect((await read(own.address)).status).toBe(404);
  expect((await read(school.address)).status).toBe(404);
  await people.appoint(curator.id, 'mentor', town.school.id);
  expect((await read(own.address)).status).toBe(200);
  expect((await read(school.address)).status).toBe(404);
});

test('an address that is none is answered as one that was revoked', async () => {
  const answers = await Promise.all(
    ['x', 'a'.repeat(22), '..%2f..%2fetc%2fpasswd', "'%20or%201=1--", 'а'.repeat(22)].map((secret) =>
      read(`${panel.url}/calendar/${secret}.ics`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test('whoever reads without end is asked to wait, and nobody’s secret is told by that', async () => {
  const statuses = new Set<number>();
  for (let each = 0; each < 130; each += 1)
    statuses.add((await read(`${panel.url}/calendar/${'b'.repeat(22)}.ics`)).status);
  expect(statuses).toEqual(new Set([404, 429]));
});
