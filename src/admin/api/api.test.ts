import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error a tool of the build, in plain JavaScript
import { typesOf } from '../../../bin/openapi-types.mjs';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createPersonBook } from '../../database/repositories/person-book.ts';
import type { Database } from '../../database/sql.ts';
import { createServer } from '../admin.ts';
import { openApiDocument } from './document.ts';

let database: Database;
let town: Town;
let panel: PanelServer;
let now = new Date('2026-10-05T08:00:00Z');
const clock = { now: () => now };
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  panel = await panelServer(database, clock);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

test('whoever has signed in is told who they are and what they may do', async () => {
  const curator = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  const { status, body, headers } = await (await panel.signedIn(curator.id)).get('/api/self');
  expect(status).toBe(200);
  expect(body).toMatchObject({ surname: 'Рябова', wholeCity: false, trusted: true, today: '2026-10-05' });
  expect(body.powers).toContain('applications:decide');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('without a session, with a wrong one or a token that is none there is a problem and nothing else', async () => {
  const stranger = await panel.stranger().get('/api/self');
  expect(stranger.status).toBe(401);
  expect(stranger.headers.get('content-type')).toContain('application/problem+json');
  expect(stranger.body).toMatchObject({ code: 'session-over', status: 401, title: 'Вы не вошли' });
  expect((await panel.withToken('x'.repeat(43)).get('/api/self')).status).toBe(401);
  expect((await panel.stranger().get('/api/nothing')).body.code).toBe('not-found');
});

test('a session ends with the role, after half a day without a touch, and after a week', async () => {
  const person = await town.person('Касимова Ольга Петровна', 'head', town.school.id);
  const idle = await panel.signedIn(person.id);
  later(11);
  expect((await idle.get('/api/self')).status).toBe(200);
  later(11);
  expect((await idle.get('/api/self')).status).toBe(200);
  later(13);
  expect((await idle.get('/api/self')).status).toBe(401);
  const busy = await panel.signedIn(person.id);
  for (let day = 0; day < 15; day += 1) {
    later(11);
    await busy.get('/api/self');
  }
  later(4);
  expect((await busy.get('/api/self')).status).toBe(401);
  const dismissed = await panel.signedIn(person.id);
  await createPersonBook(database).dismiss(person.id, 'head', town.school.id, now);
  expect((await dismissed.get('/api/self')).status).toBe(401);
});

test('a coordinator without the second factor is known, and may nothing', async () => {
  const person = await town.person('Тихонова Марина Львовна', 'coordinator', town.office.id);
  const half = await (await panel.signedIn(person.id, { secondFactor: false })).get('/api/self');
  expect(half.body).toMatchObject({ trusted: false, powers: [] });
});

test('what no database keeps, or lies too deep to be meant, is refused before anybody looks at it', async () => {
  const person = await town.person('Зайцева Вера Ильинична', 'curator', town.school.id);
  const caller = await panel.signedIn(person.id);
  for (const path of ['/api/self?q=%00', '/api/people?q=a%00']) {
    expect((await caller.get(path)).body, path).toMatchObject({ status: 400, code: 'unreadable-text' });
  }
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const response = await fetch(`${panel.url}/api/people`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `staff=${await panel.tokenOf(person.id)}`,
      'x-nastavnik': 'panel',
    },
    body: deep,
  });
  expect(response.status).toBeLessThan(500);
});

test('a call that another site may have sent is refused, whatever cookie comes along', async () => {
  const person = await town.person('Ушакова Инна Павловна', 'curator', town.school.id);
  const token = await panel.tokenOf(person.id);
  const send = (headers: Record<string, string>) =>
    fetch(`${panel.url}/api/people`, { method: 'POST', headers: { cookie: `staff=${token}`, ...headers } });
  const refused = [
    {},
    { 'x-nastavnik': 'panel', 'sec-fetch-site': 'cross-site' },
    { 'x-nastavnik': 'other' },
  ];
  for (const headers of refused) {
    const answer = await send(headers as Record<string, string>);
    expect(await answer.json()).toMatchObject({ status: 403, code: 'foreign-page' });
  }
});

test('a route that does not say what staff need for it stops the boot', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server = createServer(log);
  server.decorateRequest('staff', null);
  expect(() => server.get('/x', { config: { callers: 'staff' } }, async () => null)).toThrow(
    'what staff need',
  );
});

test('the document is OpenAPI 3.1 and says of every route who may call it and that errors are problems', async () => {
  const { body } = await panel.stranger().get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const operations = Object.values<Record<string, Record<string, object>>>(body.paths).flatMap(Object.values);
  expect(operations.length).toBeGreaterThan(0);
  for (const operation of operations) {
    expect(operation).toMatchObject({ summary: expect.any(String), 'x-callers': expect.any(String) });
    expect(operation.responses).toHaveProperty('default');
  }
});

test('the panel’s types are those of the document', async () => {
  const shaped = (text: string) => text.replace(/[\s;|(),]+|'|"/g, '');
  const written = await readFile(new URL('../web/api-types.ts', import.meta.url), 'utf8');
  expect(shaped(written) === shaped(typesOf(await openApiDocument())), 'run npm run api-types').toBe(true);
});
