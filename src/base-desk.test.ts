import exceljs from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conversations } from '../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../test/helpers/database.ts';
import { pairing } from '../test/helpers/pairing.ts';
import { foundTown, type Town } from '../test/helpers/small-town.ts';
import { createBaseDesk } from './base-desk.ts';
import type { Database } from './database/sql.ts';
import { createDocumentMaker } from './document-maker.ts';
import { readSheets } from './documents/read-sheet.ts';
import type { BaseActor } from './domain/bases/base-desk.ts';
import type { Person } from './domain/people/person.ts';
import { baseHeadings, cellFaultLine, importReport } from './texts/bases.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let town: Town;
let coordinator: Person;
let city: BaseActor;
let desk: ReturnType<typeof createBaseDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = createBaseDesk({ database, clock });
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  coordinator = await town.person('Жук Анна', 'coordinator', town.office.id);
  city = { staffId: coordinator.id };
});

const mentor = {
  Фамилия: 'Примерова',
  Имя: 'Мария',
  Отчество: 'Петровна',
  Организация: 'шк 3',
  Должность: 'учитель',
  Предмет: 'математика',
  'Стаж, лет': '15 лет',
  Категория: 'Высшая',
  'Опыт наставничества': 'Ещё нет',
  Компетенции: 'Классное руководство, выпечка хлеба',
  'Формы наставничества': 'Учитель — учитель',
  'Сколько наставляемых': '2',
  Телефон: '8 900 123-45-67',
};
type Row = Record<string, string | number | object>;

async function filled(rows: readonly Row[], base: 'mentors' | 'mentees' = 'mentors') {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Лист');
  const headings = Object.values(baseHeadings(base));
  sheet.addRow(headings);
  for (const row of rows) {
    for (const name of Object.keys(row)) expect(headings).toContain(name);
    sheet.addRow(headings.map((name) => row[name] ?? ''));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const run = async (rows: readonly Row[], onlyGood = false, actor = city) =>
  desk.import('mentors', actor, await filled(rows), { onlyGood });

const people = () =>
  database.query<{ surname: string; phone: string; state: string; role: string; event: string }>(
    `select p.surname, p.phone, a.state, t.role, e.kind as event from person p
     join application a on a.person_id = p.id join appointment t on t.person_id = p.id
     join application_event e on e.application_id = a.id order by p.id`,
  );

describe('import', () => {
  test('a right row becomes a confirmed, appointed and invited person', async () => {
    const report = await run([mentor]);
    expect(report).toMatchObject({ faults: [], duplicates: [], stored: [{ number: 2 }] });
    expect(await people()).toEqual([
      { surname: 'Примерова', phone: '+79001234567', state: 'confirmed', role: 'mentor', event: 'imported' },
    ]);
    const [row] = await database.query<{ answers: Record<string, unknown> }>(
      'select answers from application',
    );
    expect(row?.answers).toMatchObject({ years: 15, category: 'highest', contact: 'phone', capacity: 2 });
    expect(row?.answers).not.toHaveProperty('surname');
  });

  test('the code of the result sheet lets the person in', async () => {
    const { invitations } = await run([mentor]);
    const [sheet] = await readSheets(invitations ?? new Uint8Array());
    const line = sheet?.at(-1)?.cells ?? [];
    expect(line.slice(0, 3)).toEqual(['2', 'Примерова Мария Петровна', 'Школа № 3']);
    const chat = conversations(database, { clock }).chat('vk', '1');
    expect((await chat.says(String(line[3]))).join()).toContain('Здравствуйте, Мария Петровна!');
  });

  test('wrong cells are told by address, and nothing is stored unless only the good rows are wished', async () => {
    const wrong = {
      ...mentor,
      Фамилия: 'Котова2',
      Организация: 'школа 99',
      'Стаж, лет': 'много',
      Категория: '',
    };
    const vague = { ...mentor, Фамилия: 'Ершова', Организация: 'школа' };
    const refused = await run([mentor, wrong, vague]);
    expect(refused.stored).toEqual([]);
    expect(refused.faults.map(({ cell, fault }) => [cell, fault.code])).toEqual([
      ['A3', 'not-a-name'],
      ['D3', 'no-organization'],
      ['G3', 'not-a-number'],
      ['H3', 'empty'],
      ['D4', 'several-organizations'],
    ]);
    expect(refused.faults.map((fault) => cellFaultLine('mentors', fault))[2]).toMatch(/^G3: Стаж, лет — /);
    expect(importReport('mentors', refused)).toContain('Ничего не внесено');
    expect(await people()).toEqual([]);
    const report = await run([mentor, wrong, vague], true);
    expect(report.stored.map(({ number }) => number)).toEqual([2]);
    expect(report.faults).toHaveLength(5);
  });

  test('whoever is known in the organization, or stands in the sheet twice, is entered once', async () => {
    await town.person('Алёхина Вера', 'deputy-head', town.school.id);
    const rows = [
      mentor,
      { ...mentor, Фамилия: ' примерова ' },
      { ...mentor, Фамилия: 'Алехина', Имя: 'Вера', Отчество: '' },
      { ...mentor, Организация: 'Школа № 7' },
    ];
    const report = await run(rows);
    expect(report.duplicates.map(({ number }) => number)).toEqual([3, 4]);
    expect(report.stored.map(({ number }) => number)).toEqual([2, 5]);
    const again = await run(rows);
    expect(again.stored).toEqual([]);
    expect(again.duplicates).toHaveLength(4);
    expect(again.invitations).toBeNull();
    expect(await people()).toHaveLength(2);
  });

  test('two imports of the same file at once enter everybody once', async () => {
    const bytes = await filled([mentor, { ...mentor, Фамилия: 'Ершова' }]);
    const [one, two] = await Promise.all(
      [1, 2].map(() => desk.import('mentors', city, bytes, { onlyGood: false })),
    );
    expect((one?.stored.length ?? 0) + (two?.stored.length ?? 0)).toBe(2);
    expect(await people()).toHaveLength(2);
  });

  test('a curator imports into their own organization alone, others nowhere', async () => {
    const curator = await town.person('Котова Ольга', 'curator', town.school.id);
    const deputy = await town.person('Ёлкин Пётр', 'deputy-head', town.school.id);
    const rows = [mentor, { ...mentor, Организация: 'Школа № 7' }];
    const report = await run(rows, true, { staffId: curator.id });
    expect(report.stored).toHaveLength(1);
    expect(report.faults.map(({ cell }) => cell)).toEqual(['D3']);
    await expect(run(rows, true, { staffId: deputy.id })).rejects.toMatchObject({ code: 'may-not-decide' });
    await expect(run(rows, true, { staffId: '999' })).rejects.toMatchObject({ code: 'may-not-decide' });
  });

  test('numbers, dates, links and formulas of a spreadsheet are read as they are shown', async () => {
    const report = await run([
      {
        ...mentor,
        'Стаж, лет': 15,
        'Сколько наставляемых': { formula: '1+1', result: 2 },
        Имя: { richText: [{ text: 'Ма' }, { text: 'рия' }] },
        Предмет: { text: 'химия', hyperlink: 'https://example.org' },
      },
    ]);
    expect(report.faults).toEqual([]);
    expect(report.stored[0]?.person.name).toBe('Мария');
  });

  test('an option with a comma of its own is one option, also among others', async () => {
    const skills = 'выпечка хлеба, Дети, которым трудно учиться; Классное руководство';
    await run([{ ...mentor, Компетенции: skills }]);
    const [row] = await database.query<{ skills: { chosen: string[]; own: string[] } }>(
      `select answers->'skills' as skills from application`,
    );
    expect(row?.skills).toMatchObject({
      chosen: [expect.any(String), expect.any(String)],
      own: ['выпечка хлеба'],
    });
  });

  test('mentees are judged by their own form', async () => {
    const bytes = await filled(
      [
        {
          Фамилия: 'Юн',
          Имя: 'Ян',
          Организация: 'Школа № 3',
          Должность: 'учитель',
          'Работаю с года': '2021',
          Запросы: 'Классное руководство',
        },
      ],
      'mentees',
    );
    const report = await desk.import('mentees', city, bytes, { onlyGood: false });
    expect(report.faults).toEqual([]);
    expect((await people())[0]).toMatchObject({ role: 'mentee', state: 'confirmed' });
  });

  test('what is no such sheet is refused', async () => {
    const importing = (bytes: Uint8Array) => desk.import('mentors', city, bytes, { onlyGood: true });
    await expect(importing(new TextEncoder().encode('Фамилия;Имя'))).rejects.toMatchObject({
      code: 'document-broken',
    });
    await expect(importing(await filled([], 'mentees'))).rejects.toMatchObject({
      code: 'base-columns-missing',
    });
    await expect(importing(new Uint8Array(6 * 1024 * 1024))).rejects.toMatchObject({
      code: 'document-too-big',
    });
  });
});

describe('export', () => {
  const exported = async (actor: BaseActor, base: 'mentors' | 'mentees' = 'mentors') =>
    (await readSheets(await desk.export(base, actor)))[0]?.map(({ cells }) => cells) ?? [];

  test('a base holds everybody who takes part, with what items 2.1–2.3 ask for', async () => {
    await run([mentor]);
    await town.person('Ёлкин Пётр', 'mentor', town.otherSchool.id);
    const [title, , head, ...rows] = await exported(city);
    expect(title?.[0]).toBe('База наставников с перечнем компетенций');
    expect(head?.slice(0, 6)).toEqual([
      '№ п/п',
      'ФИО',
      'Организация',
      'Должность / класс',
      'Предмет',
      'Компетенции',
    ]);
    expect(rows[0]).toEqual([
      '1',
      'Примерова Мария Петровна',
      'Школа № 3',
      'учитель',
      'математика',
      'Классное руководство, выпечка хлеба',
      '15',
      'Ещё нет',
      'Учитель — учитель',
      '2',
      '+79001234567',
      'подтверждена',
      'нет: персональные данные, участие в программе',
      '',
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual(['2', 'Ёлкин Пётр', 'Школа № 7']);
    expect(rows[1]).toContain('назначен без заявки');
  });

  test('a curator gets their organization, a deputy head nothing', async () => {
    const curator = await town.person('Котова Ольга', 'curator', town.school.id);
    const deputy = await town.person('Зуев Пётр', 'deputy-head', town.school.id);
    await run([mentor, { ...mentor, Фамилия: 'Чужая', Организация: 'Школа № 7' }]);
    const words = JSON.stringify(await exported({ staffId: curator.id }));
    expect(words).toContain('Примерова');
    expect(words).not.toContain('Чужая');
    await expect(exported({ staffId: deputy.id })).rejects.toMatchObject({ code: 'may-not-decide' });
  });

  test('the base of an organization is a document of ours for curators; a whole city is none for chats', async () => {
    const maker = createDocumentMaker({ database, clock });
    const curator = await town.person('Котова Ольга', 'curator', town.school.id);
    const recipe = { document: 'base', base: 'mentors', staffId: curator.id, at: 'now' } as const;
    const { mime, bytes } = await maker.make(recipe);
    expect(mime).toContain('spreadsheetml');
    expect(await readSheets(bytes)).toHaveLength(1);
    const deputy = await town.person('Зуев Пётр', 'deputy-head', town.school.id);
    for (const { id: staffId } of [deputy, coordinator]) {
      await expect(maker.make({ ...recipe, staffId })).rejects.toMatchObject({ code: 'document-unknown' });
    }
  });

  test('what begins like a formula stays text', async () => {
    const posts = ['=1+1', '+7(900)', '-5', '@сумма'];
    await run(posts.map((post, index) => ({ ...mentor, Имя: 'АБВГ'[index] ?? '', Должность: `${post}а` })));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await desk.export('mentors', city)).buffer as ArrayBuffer);
    for (const [index, post] of posts.entries()) {
      const cell = workbook.worksheets[0]?.getCell(index + 4, 4);
      expect(cell?.type).toBe(exceljs.ValueType.String);
      expect([cell?.value, cell?.numFmt]).toEqual([`${post}а`, '@']);
    }
  });

  test('who is paired with whom, for how long and what came of it', async () => {
    const pairs = pairing(database, town);
    const orlova = await pairs.mentor('Орлова Анна Ильинична');
    const kotov = await pairs.mentee('Котов Пётр Ильич');
    const belova = await pairs.mentee('Белова Яна');
    const over = await pairs.active(orlova, [kotov]);
    await pairs.inBook((book) => book.complete(over, null, 'Ведёт журнал', clock.now()));
    await pairs.propose(orlova, [belova]);
    const cells = async (base: 'mentors' | 'mentees', heading: string) => {
      const [, , head = [], ...rows] = await exported(city, base);
      return rows.map((row) => row[head.indexOf(heading)] ?? '');
    };
    expect(await cells('mentors', 'Наставляемые')).toEqual(['Белова Я. (предложена)']);
    expect(await cells('mentees', 'Наставник')).toEqual([
      'Орлова А. И. (предложена)',
      'Орлова А. И. (завершена)',
    ]);
    expect(await cells('mentees', 'Период')).toEqual([
      '15 сентября 2022 – 31 мая 2023',
      '15 сентября 2022 – 31 мая 2023',
    ]);
    expect(await cells('mentees', 'Результат')).toEqual(['', 'Ведёт журнал']);
  });
});

test('the template names what is required, shows an example that passes, and lists the allowed values', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await desk.template('mentors', city)).buffer as ArrayBuffer);
  const [sheet, example, lists] = workbook.worksheets;
  expect(sheet?.getCell('A1').value).toBe('Фамилия *');
  expect(sheet?.getCell('C1').value).toBe('Отчество');
  expect(sheet?.getCell('D2').dataValidation.formulae).toEqual(["'Списки'!$A$2:$A$4"]);
  expect(lists?.getCell('A1').value).toBe('Организация');
  const row = example?.getRow(3).values as string[];
  const headings = example?.getRow(2).values as string[];
  const typed = Object.fromEntries(
    headings.flatMap((name, index) => (name ? [[name.replace(' *', ''), row[index] ?? '']] : [])),
  );
  expect((await run([typed])).stored).toHaveLength(1);
});
