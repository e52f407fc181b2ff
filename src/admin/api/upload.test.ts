import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type Caller, type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createStoredFileBook } from '../../database/repositories/stored-file-book.ts';
import type { Database } from '../../database/sql.ts';
import { fileNameOf } from '../file-name.ts';

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let panel: PanelServer;
let town: Town;
let coordinator: Caller;

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, clock, { files: createStoredFileBook(database) });
  town = await foundTown(database);
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  coordinator = await panel.signedIn(boss.id);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

test.each([
  ['отчёт.pdf', 'отчёт.pdf'],
  ['../../etc/отчёт.pdf', '....etcотчёт.pdf'],
  ['от\u202eчёт\0\r\nx: y.pdf', 'отчётx: y.pdf'],
  [`${'я'.repeat(300)}.pdf`, `${'я'.repeat(146)}.pdf`],
  ['\u0007', 'file'],
  [undefined, 'file'],
])('a file called %j is shown as %j', (given, shown) => {
  expect(fileNameOf(given)).toBe(shown);
});

test('neither a name nor words beside a file bring what no database keeps', async () => {
  const task = await town.task('Сдать отчёт', '2026-10-17');
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
  const form = new FormData();
  form.set('text', 'Провели\0 семинар');
  form.set('file', new Blob([new Uint8Array(pdf)]), 'отчёт\0\u202e.pdf');
  const path = `/api/tasks/${task}/completions`;
  expect((await coordinator.call('POST', path, { body: form })).status).toBe(201);
  expect(await database.query(`select name from stored_file`)).toEqual([{ name: 'отчёт.pdf' }]);
  expect(await database.query(`select text from task_result where kind = 'text'`)).toEqual([
    { text: 'Провели семинар' },
  ]);
});
