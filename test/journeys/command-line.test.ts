import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const glazov = join(root, 'src/demo/glazov-2022-2024.txt');
const expectedFile = join(root, '../shared/roadmap/glazov-2022-2024.expected.json');

// A build of its own: `dist` belongs to whoever works with the program meanwhile.
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'command-line-'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder, '--sourceMap', 'false'], {
  cwd: root,
});

const database = await testDatabase();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.stop();
});

type Ended = { code: number | null; out: string; err: string };

function nastavnik(args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(folder, 'src/cli.js'), ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  const ended = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text;
  });
  // A command that refuses its input stops reading it.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...ended }));
  });
}

const period = ['--from', '2022-01-01', '--to', '2024-12-31'];

test('one deadline is one JSON object', async () => {
  const { code, out, err } = await nastavnik(['deadline', 'До 01 марта 2022', ...period]);
  expect({ code, err, answer: JSON.parse(out) }).toEqual({
    code: 0,
    err: '',
    answer: { occurrences: [{ from: null, to: '2022-03-01' }], standing: [], unparsed: [] },
  });
});

test('10,000 lines of standard input are an array in their order, an empty line an empty cell', async () => {
  const lines = Array.from({ length: 9_998 }, (_, at) => `до ${(at % 28) + 1} марта 2022`);
  const { code, out } = await nastavnik(['deadline', ...period], ['Январь, 2022', '', ...lines].join('\r\n'));
  const answers = JSON.parse(out) as { occurrences: { to: string }[] }[];
  expect(code).toBe(0);
  expect(answers).toHaveLength(10_000);
  expect(answers[0]?.occurrences).toEqual([{ from: '2022-01-01', to: '2022-01-31' }]);
  expect(answers[1]).toEqual({ occurrences: [], standing: [], unparsed: [] });
  expect(
    answers.slice(2).every(({ occurrences }, at) => Number(occurrences[0]?.to.slice(8)) === (at % 28) + 1),
  ).toBe(true);
});

test('the Glazov roadmap is read as its contract expects', async ({ skip }) => {
  if (!existsSync(expectedFile)) skip('the expected answers are not on this machine');
  const { code, out } = await nastavnik(['roadmap', 'read', glazov]);
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
  const { period: read, items, warnings } = JSON.parse(out);
  type Item = { code: string; occurrences: object[]; standing: { kind: string; every: string | null }[] };
  const brief = (items as Item[]).map(({ code: number, occurrences, standing }) => ({
    code: number,
    occurrences,
    standing: standing.map(({ kind, every }) => ({ kind, every })),
  }));
  expect(code).toBe(0);
  expect({ period: read, items: brief }).toEqual(expected);
  expect(warnings).toEqual(['code 3.2 stands twice']);
});

const empty = join(folder, 'empty.docx');
writeFileSync(empty, '');
const pdf = join(folder, 'roadmap.docx');
writeFileSync(pdf, '%PDF-1.7');

test.concurrent.each<[string, string[]]>([
  ['an impossible day', ['deadline', 'май', '--from', '2022-13-01', '--to', '2024-12-31']],
  ['a period that runs backwards', ['deadline', 'май', '--from', '2024-01-01', '--to', '2022-12-31']],
  ['a missing day', ['deadline', 'май', '--from', '2024-01-01']],
  ['a flag without its value', ['deadline', 'май', '--to', '2024-01-01', '--from']],
  ['a mistyped flag', ['deadline', 'май', '--form', '2024-01-01', '--to', '2024-12-31']],
  ['words without quotation marks', ['deadline', 'до', 'мая', ...period]],
  ['an unknown command', ['deadlines']],
  ['an unknown command of the roadmap', ['roadmap', 'write']],
  ['no file', ['roadmap', 'read']],
  ['a missing file', ['roadmap', 'read', join(folder, 'none.docx')]],
  ['a folder', ['roadmap', 'read', folder]],
  ['an empty file', ['roadmap', 'import', empty]],
  ['a PDF that is called DOCX', ['roadmap', 'import', pdf]],
  ['a file without a table', ['roadmap', 'read', join(folder, 'package.json')]],
  ['an import where there is no programme', ['roadmap', 'import', glazov]],
  ['a programme that does not exist', ['roadmap', 'import', glazov, '--programme', 'nowhere']],
])('%s ends with 2 and one line', async (_, args) => {
  const { code, out, err } = await nastavnik(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[А-Я«][^\n]+\.\n$/u);
});

test('too much standard input ends with 2 and one line', async () => {
  const { code, out, err } = await nastavnik(['deadline', ...period], 'май\n'.repeat(1_600_000));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]+10 МБ\.\n$/);
});

const count = async (table: string) => (await database.query(`select from ${table}`)).length;

test('an import is shown, stored, found unchanged, and told when the file is corrected', async () => {
  const programme = ['--programme', 'glazov', '--name', 'ЦМН Глазова'];
  const shown = await nastavnik(['roadmap', 'import', glazov, ...programme, '--dry-run']);
  expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('Ничего не сохранено.') });
  expect(shown.out).toContain('Номер 3.2 стоит у разных мероприятий (2)');
  expect(await Promise.all(['programme', 'roadmap', 'organization'].map(count))).toEqual([0, 0, 0]);

  const first = await nastavnik(['roadmap', 'import', glazov, ...programme]);
  expect(first).toMatchObject({
    code: 0,
    out: expect.stringContaining('Новая дорожная карта: мероприятий — 35.'),
  });
  expect(await Promise.all(['programme', 'roadmap', 'roadmap_item'].map(count))).toEqual([1, 1, 35]);

  const again = await nastavnik(['roadmap', 'import', glazov]);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('ничего не изменилось') });

  const corrected = join(folder, 'corrected.txt');
  writeFileSync(corrected, readFileSync(glazov, 'utf8').replace('До 01 марта 2022', 'До 15 марта 2022'));
  const change = await nastavnik(['roadmap', 'import', corrected, '--yes']);
  expect(change.out).toContain('срок перенесён: до 1 марта 2022 → до 15 марта 2022');
  expect(await count('roadmap_item')).toBe(35);
});

test('phrases are listed and explained anew', async () => {
  const words = ['--place', 'each-organization', '--role', 'curator,куратор'];
  expect(await nastavnik(['roadmap', 'phrase', 'set', 'Мэр города', ...words])).toMatchObject({
    code: 0,
    out: '«Мэр города» → куратор в каждой ОО\n',
  });
  const { out } = await nastavnik(['roadmap', 'phrases']);
  expect(out).toMatch(/^Мэр города {2,}куратор в каждой ОО {2,}--place each-organization --role curator$/mu);
  for (const wrong of [
    ['--place', 'here', '--role', 'curator'],
    ['--place', 'office', '--role', 'mayor'],
    ['--role', 'curator'],
  ]) {
    expect(await nastavnik(['roadmap', 'phrase', 'set', 'Мэр города', ...wrong])).toMatchObject({
      code: 2,
      out: '',
    });
  }
});
