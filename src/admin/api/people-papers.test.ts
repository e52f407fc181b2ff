import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { notedLog } from '../../../test/helpers/delivery.ts';
import { type Caller, type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createErrandQueue } from '../../database/repositories/errand-queue.ts';
import { createPrivacyBook } from '../../database/repositories/privacy-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import { createStoredFileBook } from '../../database/repositories/stored-file-book.ts';
import type { Database } from '../../database/sql.ts';
import { createErrandKinds } from '../../desks/errand-kinds.ts';
import { readSheets } from '../../documents/read-sheet.ts';
import { writeXlsx } from '../../documents/write-xlsx.ts';
import { createErrandRunner } from '../../jobs/errands.ts';
import { baseHeadings } from '../../texts/bases.ts';

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Caller;
let curator: Caller;

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, clock, { files: createStoredFileBook(database) });
});
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const boss = await town.person('Ушакова Анна Ильинична', 'coordinator', town.office.id);
  const own = await town.person('Рябова Ксения Олеговна', 'curator', town.school.id);
  coordinator = await panel.signedIn(boss.id);
  curator = await panel.signedIn(own.id);
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');

function formWith(name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

const download = async (who: Caller, path: string) => {
  const response = await who.get(path);
  expect(response.status, path).toBe(200);
  return response.headers;
};

describe('consents on paper', () => {
  beforeEach(async () => {
    const programmes = createProgrammeBook(database);
    await programmes.saveSettings(town.programme.id, {
      ...(await programmes.settings(town.programme.id)),
      operator: { name: 'Управление', address: 'Город', contact: 'почта' },
    });
  });

  test('are received once, with a scan that staff can read, and whose they are hears of it', async () => {
    const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    await database.query('update person set birth_year = 1980 where id = $1', [mentor.id]);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '1', '1', $1)`,
      [mentor.id],
    );
    const path = `/api/people/${mentor.id}/consents?kind=participation`;
    expect(await curator.post(path, formWith('скан.pdf', new TextEncoder().encode('no pdf')))).toMatchObject({
      status: 422,
    });
    expect((await curator.post(path, formWith('скан.pdf', pdf))).status).toBe(200);
    const { card } = (await curator.get(`/api/people/${mentor.id}`)).body;
    expect(card).toMatchObject({
      lacks: ['personal-data'],
      consents: [{ kind: 'participation', way: 'paper', hasScan: true }],
    });
    expect((await download(curator, `/api/consents/${card.consents[0].id}/scan`)).get('content-type')).toBe(
      'application/pdf',
    );
    expect(await curator.post(path)).toMatchObject({ status: 409, body: { code: 'state-passed' } });
    expect(await database.query('select id from delivery where person_id = $1', [mentor.id])).toHaveLength(1);
    const other = await town.person('Чужая Инна Львовна', 'mentor', town.otherSchool.id);
    expect((await curator.post(`/api/people/${other.id}/consents?kind=participation`)).status).toBe(404);
    expect((await curator.get('/api/consents/999999/scan')).status).toBe(404);
  });
});

describe('requests about personal data', () => {
  test('are the coordinator’s: listed by their day, fulfilled once', async () => {
    const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    const book = createPrivacyBook(database);
    const correct = await book.request(mentor.id, 'correct', { done: false, at: clock.now() });
    const erase = await book.request(mentor.id, 'erase', { done: false, at: clock.now() });
    expect((await curator.get('/api/data-requests')).status).toBe(403);
    const listed = await coordinator.get('/api/data-requests');
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([erase.id, correct.id]);
    expect((await coordinator.post(`/api/data-requests/${correct.id}/fulfil`)).status).toBe(200);
    expect(await coordinator.post(`/api/data-requests/${correct.id}/fulfil`)).toMatchObject({ status: 409 });
    expect((await coordinator.post(`/api/data-requests/${erase.id}/fulfil`)).status).toBe(200);
    const left = await coordinator.get('/api/data-requests');
    expect(left.body.items).toMatchObject([{ id: erase.id, state: 'open', dueOn: '2026-10-05' }]);
    expect((await coordinator.get('/api/data-requests?open=false')).body.total).toBe(2);
    const [task] = await database.query<{ done: Date | null }>(
      'select done_at as done from task t join data_request r on r.task_id = t.id where r.id = $1',
      [correct.id],
    );
    expect(task?.done).not.toBeNull();
  });
});

describe('the bases', () => {
  const good = {
    Фамилия: 'Молодая',
    Имя: 'Инна',
    Организация: 'Школа № 3',
    Должность: 'учитель',
    'Работаю с года': '2021',
    Запросы: 'Классное руководство',
  };

  async function sheet(rows: readonly Record<string, string>[]): Promise<Uint8Array> {
    const headings = Object.values(baseHeadings('mentees'));
    const columns = headings.map((heading) => ({ heading, width: 20 }));
    const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
    return writeXlsx([{ name: 'Лист', above: [], columns, rows: cells }], clock.now());
  }

  async function work(): Promise<void> {
    const deps = { database, clock };
    const runner = createErrandRunner({
      queue: createErrandQueue(database),
      kinds: createErrandKinds(deps as never),
      clock,
      log: notedLog(),
    });
    runner.wake();
    await runner.idle();
    await runner.stop();
  }

  test('are looked through first, then entered as long work whose file are the invitations', async () => {
    const bytes = await sheet([good, { ...good, Фамилия: '12345' }, good]);
    const preview = await curator.post('/api/bases/mentees/preview', formWith('база.xlsx', bytes));
    expect(preview.status, preview.text).toBe(200);
    expect(preview.body.duplicates).toMatchObject([{ number: 4 }]);
    expect(preview.body.faults[0]).toMatchObject({ cell: expect.stringMatching(/^[A-Z]+3$/) });
    expect(await curator.post('/api/bases/mentees/import', formWith('база.xlsx', bytes))).toMatchObject({
      status: 422,
      body: { code: 'base-has-faults' },
    });
    const ordered = await curator.post(
      '/api/bases/mentees/import?onlyGood=true',
      formWith('база.xlsx', bytes),
    );
    expect(ordered).toMatchObject({ status: 202, body: { state: 'planned', kind: 'base-import' } });
    await work();
    const done = await curator.get(`/api/errands/${ordered.body.id}`);
    expect(done.body).toMatchObject({
      state: 'done',
      facts: { base: 'mentees', stored: 1, duplicates: 1, faults: preview.body.faults.length },
    });
    expect((await curator.get('/api/people?q=молодая')).body.total).toBe(1);
    await download(curator, `/api/errands/${ordered.body.id}/file`);
    expect(await database.query(`select id from stored_file where name = 'mentees.xlsx'`)).toEqual([]);
    await download(curator, '/api/bases/mentees/export');
    await download(curator, '/api/bases/mentors/template');
    expect(await curator.post('/api/bases/mentees/preview', formWith('x.xlsx', pdf))).toMatchObject({
      status: 422,
    });
    expect((await curator.post('/api/bases/mentees/preview')).status).toBe(422);
  }, 30_000);

  test('a try that was killed after the rows were entered says what it made, and enters nobody again', async () => {
    const ordered = await curator.post(
      '/api/bases/mentees/import',
      formWith('база.xlsx', await sheet([{ ...good, Фамилия: 'Дважды' }])),
    );
    const { id } = ordered.body;
    await work();
    const first = (await curator.get(`/api/errands/${id}`)).body;
    // As a kill between the commit of the rows and the end of the errand leaves it.
    await database.query(`update errand set state = 'planned', finished_at = null where id = $1`, [id]);
    await work();
    const again = (await curator.get(`/api/errands/${id}`)).body;
    expect(again).toMatchObject({ state: 'done', facts: first.facts });
    expect((await curator.get('/api/people?q=дважды')).body.total).toBe(1);
    await download(curator, `/api/errands/${id}/file`);
  });

  test('the list of people is a spreadsheet, too, as far as one may see, and never a formula', async () => {
    const mentor = await town.person('Бабинцева Наталья', 'mentor', town.school.id);
    await database.query(`update person set name = '=1+1', phone = '+79124567890' where id = $1`, [
      mentor.id,
    ]);
    await town.person('Чужая Инна Львовна', 'mentor', town.otherSchool.id);
    const bytes = await fetchBytes('/api/people/export?role=mentor');
    const [rows] = await readSheets(bytes);
    const cells = rows?.map(({ cells: each }) => each.join('|')) ?? [];
    expect(
      cells.some(
        (line) => line.startsWith('Бабинцева =1+1|наставник — Школа № 3|') && line.includes('+79124567890'),
      ),
    ).toBe(true);
    expect(cells.join()).not.toContain('Чужая');
  });

  async function fetchBytes(path: string): Promise<Uint8Array> {
    const own = await database.query<{ id: string }>(
      `select person_id as id from appointment where role = 'curator'`,
    );
    const token = await panel.tokenOf(own[0]?.id ?? '');
    const answer = await fetch(`${panel.url}${path}`, { headers: { cookie: `staff=${token}` } });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  }
});
