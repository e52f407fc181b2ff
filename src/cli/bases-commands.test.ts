import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { testDatabase } from '../../test/helpers/database.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import { readSheets } from '../documents/read-sheet.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import { baseCommand } from './bases.command.ts';
import { competencyCommand } from './competency.command.ts';

let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  await foundTown(database);
  folder = await mkdtemp(join(tmpdir(), 'bases-'));
  vi.stubEnv('DATABASE_URL', database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
  await database.stop();
});

test('a base goes out as a template, comes in with invitations, and goes out again', async () => {
  const template = join(folder, 'шаблон.xlsx');
  await nastavnik(baseCommand, 'template', 'mentees', template);
  const [[head] = []] = await readSheets(await readFile(template));
  const row: Record<string, string> = {
    'Фамилия *': 'Юн',
    'Имя *': 'Ян',
    'Организация *': 'шк 3',
    'Должность *': 'учитель',
    'Работаю с года *': '2021',
    'Запросы *': 'Классное руководство',
  };
  const headings = head?.cells ?? [];
  const typed = [row, { ...row, 'Фамилия *': '' }].map((each) => headings.map((name) => each[name] ?? ''));
  const columns = headings.map((heading) => ({ heading, width: 10 }));
  const file = join(folder, 'база.xlsx');
  await writeFile(file, await writeXlsx([{ name: 'Лист', above: [], columns, rows: typed }], new Date(0)));

  const refused = await nastavnik(baseCommand, 'import', 'mentees', file);
  expect(refused).toContain('A3: Фамилия — ');
  expect(refused).toContain('Ничего не внесено');
  expect(await readdir(folder)).toHaveLength(2);

  expect(await nastavnik(baseCommand, 'import', 'mentees', file, '--only-good')).toContain(
    'Внесено: 1 человек',
  );
  const invitations = join(folder, 'база — приглашения.xlsx');
  expect((await stat(invitations)).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(await readSheets(await readFile(invitations)))).toContain('Юн Ян');

  // The codes of before are never written over, and nobody is entered whose code could not be kept.
  expect(await refusal(baseCommand, 'import', 'mentees', file, '--only-good')).toContain('не записать');
  expect(await database.query('select from person')).toHaveLength(1);

  const out = join(folder, 'выгрузка.xlsx');
  await nastavnik(baseCommand, 'export', 'mentees', out);
  expect(JSON.stringify(await readSheets(await readFile(out)))).toContain('Юн Ян');
  expect(await refusal(baseCommand, 'export', 'mentees', out)).toContain('не записать');
});

test('what can’t be understood is refused in one line', async () => {
  expect(await refusal(baseCommand, 'export', 'pupils', 'x.xlsx')).toContain('mentors или mentees');
  expect(await refusal(baseCommand, 'import', 'mentors')).toContain('файл');
  expect(await refusal(baseCommand, 'import', 'mentors', join(folder, 'нет.xlsx'))).toContain('нет');
  expect(await refusal(baseCommand, 'import', 'mentors', 'x.xlsx', '--all')).toContain('--all');
});

test('staff add to the list of competencies and archive in it', async () => {
  const added = await nastavnik(competencyCommand, 'add', 'Выпечка хлеба');
  const [id = ''] = added.split(' ');
  expect(await nastavnik(competencyCommand, 'list')).toContain(`${id}  Выпечка хлеба`);
  await nastavnik(competencyCommand, 'archive', id);
  expect(await nastavnik(competencyCommand, 'list')).not.toContain('Выпечка');
  expect(await nastavnik(competencyCommand, 'add', 'выпечка хлеба')).toBe(added);
  expect(await refusal(competencyCommand, 'archive', '999')).toContain('999 нет');
  expect(await refusal(competencyCommand, 'add')).toContain('название');
});
