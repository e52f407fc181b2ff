import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { createTaskBook } from '../database/repositories/task-book.ts';
import type { Database } from '../database/sql.ts';
import type { Person } from '../domain/people/person.ts';
import { safeName } from './save-files.ts';
import { taskCommand } from './task.command.ts';

const at = new Date('2022-03-18T10:00:00+04:00');
let database: Database;
let folder: string;
let city: Town;
let deputy: Person;
let task: string;

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  folder = await mkdtemp(join(tmpdir(), 'nastavnik-task-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.stop();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await emptied(database);
  city = await foundTown(database);
  deputy = await city.person('Бабинцева Наталья Юрьевна', 'deputy-head', city.school.id);
  task = await city.task('Назначение куратора', '2022-03-25');
});

async function done(): Promise<void> {
  await database.transaction(async (sql) => {
    const book = createTaskBook(sql);
    const completion = await book.complete(deputy.id, task, at);
    await book.addResult(deputy.id, completion, { kind: 'text', text: 'Первая\nВторая' }, at);
    const file = { mime: 'application/pdf', size: 9, platform: 'vk', source: {} };
    for (const name of ['../../приказ.pdf', '../../приказ.pdf', 'нет.pdf']) {
      await book.addResult(deputy.id, completion, { kind: 'file', name, ...file }, at);
    }
  });
  const files = createStoredFileBook(database);
  for (const id of ['1', '2']) {
    const bytes = Buffer.from(`%PDF-1.4 ${id}`);
    await files.store(id, { mime: 'application/pdf', bytes, sha256: 'x' });
  }
}

test('tasks are listed by organization, or the late ones, or those of one', async () => {
  await city.task('Далёкое дело', '2999-01-01', city.otherSchool.id);
  await city.task('Позднее дело', '2022-03-01', city.otherSchool.id);
  const all = (await nastavnik(taskCommand, 'list')).trim().split('\n');
  expect(all).toHaveLength(3);
  expect(all[0]).toMatch(
    /^1 {2}Школа № 3: Назначение куратора \(п\. 1\.1\) — .*\[Бабинцева Наталья Юрьевна\]$/,
  );
  expect(await nastavnik(taskCommand, 'list', '--late', '--organization', 'шк 7')).toMatch(
    /^3 {2}.*Позднее дело.*\n$/,
  );
  await nastavnik(taskCommand, 'waive', '3', '--reason', 'Нет участников');
  expect(await nastavnik(taskCommand, 'list', '--late', '--organization', 'шк 7')).toBe('Таких задач нет.\n');
});

test('a task is shown with all that was handed in and done, and its files are saved under safe names', async () => {
  await done();
  const saved = join(folder, 'новая', 'папка');
  const report = await nastavnik(taskCommand, 'show', task, '--save', saved);
  expect(report).toContain(
    '18 марта 2022, Бабинцева Наталья Юрьевна:\n• Первая\n  Вторая\n• «../../приказ.pdf»',
  );
  expect(report).toContain('• «нет.pdf» — файл ещё загружается');
  expect(report).toMatch(/🕓 История:\n18 марта.*, Бабинцева Н\. Ю\.: готово/);
  expect((await readdir(saved)).sort()).toEqual(['1 .._.._приказ.pdf', '2 .._.._приказ.pdf']);
  expect(await readFile(join(saved, '2 .._.._приказ.pdf'), 'utf8')).toBe('%PDF-1.4 2');
});

test('a task is waived and reopened by nobody in particular, and those who answer for it are told once', async () => {
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '5', '5', $1)`,
    [deputy.id],
  );
  expect(await nastavnik(taskCommand, 'waive', task, '--reason', 'Нет участников')).toContain(
    'Причина: Нет участников',
  );
  expect(await nastavnik(taskCommand, 'show', task)).toContain('снято с контроля: Нет участников');
  expect(await nastavnik(taskCommand, 'reopen', task)).toContain('Сообщение получат: 1.');
  const told = await database.query<{ person: string; text: string }>(
    `select person_id as person, outgoing->'message'->>'text' as text from delivery`,
  );
  expect(told).toEqual([{ person: deputy.id, text: expect.stringContaining('вернул задачу в работу') }]);
  expect(told[0]?.text).not.toContain('Бабинцева');
  expect(await database.query('select kind, person_id as person from task_event order by id')).toEqual([
    { kind: 'waived', person: null },
    { kind: 'reopened', person: null },
  ]);
});

test('what can’t be done is refused with one line and changes nothing', async () => {
  await writeFile(join(folder, 'файл'), '');
  const wrong: [string[], string][] = [
    [['show'], 'Не указано: номер задачи.'],
    [['show', 'первая'], 'не номер задачи'],
    [['show', '999'], 'Задачи с номером 999 нет'],
    [['waive', '999', '--reason', 'Нет'], 'Задачи с номером 999 нет'],
    [['waive', task], 'Не указан параметр --reason'],
    [['waive', task, '--reason', '...'], 'Нужна причина словами'],
    [['waive', task, 'Нет', '--reason', 'Нет'], 'Лишний параметр'],
    [['reopen', task], 'Эта задача и так в работе'],
    [['list', '--organization', 'шк 99'], 'Организации «шк 99» нет'],
    [['list', '--programme', 'luna'], 'Программы «luna» нет'],
    [['list', '--lates'], 'Неизвестный параметр'],
  ];
  for (const [args, words] of wrong) expect(await refusal(taskCommand, ...args)).toContain(words);
  await done();
  expect(await refusal(taskCommand, 'waive', task, '--reason', 'Нет')).toContain('выполнена 18 марта 2022');
  expect(await refusal(taskCommand, 'show', task, '--save', join(folder, 'файл'))).toContain(
    'не удаётся записать',
  );
  expect(await database.query(`select from task_event where kind in ('waived', 'reopened')`)).toEqual([]);
});

test.each([
  ['Приказ № 1.pdf', 'Приказ № 1.pdf'],
  ['..', '..'],
  ['a/b\\c:d\0.pdf', 'a_b_c_d_.pdf'],
  [`${'я'.repeat(300)}.docx`, `${'я'.repeat(80)}.docx`],
  ['', 'file'],
])('the file «%s» is saved as «%s»', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});
