import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../test/helpers/browser.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type PageServer, pageServer } from '../../../test/helpers/page-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import { readSheets } from '../../documents/read-sheet.ts';
import { writeXlsx } from '../../documents/write-xlsx.ts';

let database: Database;
let town: Town;
let pages: PageServer;
let coordinator: string;
let curator: string;
const at = new Date('2026-10-05T08:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  coordinator = (await town.person('Ежова Нина Олеговна', 'coordinator', town.office.id)).id;
  curator = (await town.person('Громова Анна Ильинична', 'curator', town.school.id)).id;
  pages = await pageServer(database, { now: () => at });
});
afterAll(async () => {
  await pages.stop();
  await database.stop();
});

const mentee = {
  Фамилия: 'Юн',
  Имя: 'Ян',
  Организация: 'шк 3',
  Должность: 'учитель',
  'Работаю с года': '2021',
  Запросы: 'Классное руководство',
};

async function sheetOf(rows: readonly Record<string, string>[]): Promise<File> {
  const headings = Object.keys(mentee);
  const columns = headings.map((heading) => ({ heading, width: 10 }));
  const typed = rows.map((row) => headings.map((name) => row[name] ?? ''));
  const bytes = await writeXlsx([{ name: 'Лист', above: [], columns, rows: typed }], at);
  return new File([Buffer.from(bytes)], 'база.xlsx');
}

async function uploads(page: Browser, sheet: File, fields: Record<string, string> = {}) {
  await page.get('/staff/bases');
  return page.upload('/staff/bases/mentees', fields, { sheet });
}

const surnames = async () =>
  (
    await database.query<{ surname: string }>(
      `select surname from person p where exists (select from application where person_id = p.id) order by p.id`,
    )
  ).map(({ surname }) => surname);

test('wrong cells are named by address; then one button takes the right rows, and the page gives the codes', async () => {
  const { page } = await pages.visitor('staff', coordinator);
  const bad = { ...mentee, Фамилия: 'Ёж2', 'Работаю с года': '<b>давно</b>' };
  const seen = await uploads(page, await sheetOf([mentee, bad]));
  expect(seen.status).toBe(422);
  expect(page.words()).toContain('A3: Фамилия — ');
  expect(page.words()).toContain('E3: Работаю с года — ');
  expect(page.now().text).not.toContain('<b>');
  expect(await surnames()).toEqual([]);

  const carried = /name="carried" value="([^"]+)"/.exec(page.now().text)?.[1] ?? '';
  expect((await page.post('/staff/bases/mentees', { carried, 'only-good': 'yes' })).status).toBe(200);
  expect(page.words()).toContain('Внесено: 1 человек');
  expect(await surnames()).toEqual(['Юн']);
  const file = /href="data:[^,]+;base64,([^"]+)"/.exec(page.now().text)?.[1] ?? '';
  const [sheet] = await readSheets(Buffer.from(file, 'base64'));
  expect(sheet?.at(-1)?.cells.slice(0, 2)).toEqual(['2', 'Юн Ян']);
  expect(page.words()).toContain(String(sheet?.at(-1)?.cells[3]));

  // Sent once more by the browser's own button: nobody is entered twice.
  await page.post('/staff/bases/mentees', { carried, 'only-good': 'yes' });
  expect(page.words()).toContain('уже есть');
  expect(await surnames()).toEqual(['Юн']);
});

test('a file that is no such table is refused beside its field', async () => {
  const { page } = await pages.visitor('staff', coordinator);
  expect((await uploads(page, new File(['%PDF-1.7'], 'база.xlsx'))).status).toBe(422);
  expect(page.words()).toContain('Это не таблица XLSX');
  expect(page.now().text).toMatch(/id="f-sheet-mentees"[^>]*aria-invalid="true"/);
  expect(page.now().text).not.toMatch(/id="f-sheet-mentors"[^>]*aria-invalid/);
  expect((await uploads(page, new File([], ''))).status).toBe(422);
  expect(page.words()).toContain('Выберите файл');
  const columns = [{ heading: 'Фамилия', width: 10 }];
  const poor = await writeXlsx([{ name: 'Лист', above: [], columns, rows: [] }], at);
  await uploads(page, new File([Buffer.from(poor)], 'база.xlsx'));
  expect(page.words()).toMatch(/не хватает столбцов: .*Имя/);
});

test('a curator enters and takes out people of their own organization only', async () => {
  const { page } = await pages.visitor('staff', curator);
  const foreign = { ...mentee, Фамилия: 'Чужова', Организация: 'Школа № 7' };
  expect((await uploads(page, await sheetOf([foreign]))).status).toBe(422);
  expect(page.words()).toContain('C2: Организация — ');
  await town.person('Дальнев Лев Ильич', 'mentee', town.otherSchool.id);
  await town.person('Ближнев Лев Ильич', 'mentee', town.school.id);
  const taken = async (page: Browser) => {
    const [cookie] = page.cookies();
    const answer = await fetch(`${pages.url}/staff/bases/mentees/export`, {
      headers: { cookie: cookie?.join('=') ?? '' },
    });
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('База наставляемых'));
    return JSON.stringify(await readSheets(Buffer.from(await answer.arrayBuffer())));
  };
  expect(await taken(page)).toContain('Ближнев');
  expect(await taken(page)).not.toContain('Дальнев');
  expect(await taken((await pages.visitor('staff', coordinator)).page)).toContain('Дальнев');
});

test('the template is handed out, and nothing of it all to anybody else', async () => {
  const { page } = await pages.visitor('staff', curator);
  expect((await page.get('/staff/bases/mentors/template')).headers.get('content-type')).toContain(
    'spreadsheetml',
  );
  expect((await page.get('/staff/bases/pupils/template')).status).toBe(404);
  const mentor = (await town.person('Синицын Пётр Ильич', 'mentor', town.school.id)).id;
  for (const [purpose, who] of [
    ['staff', mentor],
    ['form', coordinator],
  ] as const) {
    const { page: other } = await pages.visitor(purpose, who);
    for (const path of ['', '/mentors/template', '/mentors/export']) {
      expect((await other.get(`/staff/bases${path}`)).status, path).toBe(404);
    }
    await other.get('/my');
    expect((await other.post('/staff/bases/mentors', { carried: 'UEs' })).status).toBe(404);
  }
});
