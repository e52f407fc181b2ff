import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { docxLines } from '../../test/helpers/docx-text.ts';
import { pairing } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import type { Database } from '../database/sql.ts';
import { writeDocx } from '../documents/write-docx.ts';
import { templateKinds } from '../domain/documents/fields.ts';
import type { TemplateDesk } from '../domain/documents/template-desk.ts';
import { defaultSettings } from '../domain/programme/settings.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createOrderDesk } from './order-desk.ts';
import { createPaperDesk } from './paper-desk.ts';
import { createTemplateDesk } from './template-desk.ts';

let database: Database;
let town: Town;
let desk: TemplateDesk;
let administrator: Staff;
let curator: Staff;
const now = new Date('2022-09-06T10:00:00+04:00');
const deps = () => deskDeps(database, { now: () => now });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const as = async (names: string, role: 'administrator' | 'curator', organizationId: string) =>
    staffAs((await town.person(names, role, organizationId)).id, town.programme.id, [
      { role, organizationId },
    ]);
  administrator = await as('Главный Олег Ильич', 'administrator', town.office.id);
  curator = await as('Ушакова Анна Ильинична', 'curator', town.school.id);
  desk = createTemplateDesk(deps());
});

const docx = (...texts: string[]) => ({
  name: 'Наш приказ.docx',
  bytes: writeDocx({ blocks: texts.map((text) => ({ kind: 'paragraph', text })) }),
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );
async function pair(organizationId = town.school.id) {
  const pairs = pairing(database, town);
  const mentor = await pairs.mentor('Иванова Анна Петровна', 2, organizationId);
  const id = await pairs.propose(mentor, [await pairs.mentee('Петров Иван Сергеевич', organizationId)], {
    organizationId,
  });
  await pairs.agree(id);
  return { id, mentorId: mentor.id };
}

test('an administrator uploads a version, orders are printed by it, and an earlier one keeps what it was printed by', async () => {
  const orders = createOrderDesk(deps());
  const { id: orderId } = await orders.create(
    curator,
    { organizationId: town.school.id, pairIds: [(await pair()).id] },
    null,
  );
  const report = await desk.upload(
    administrator,
    'pair-order',
    docx('№ {Номер приказа} от {Дата приказа}', '{#Пары}{Наставник вин} — {Наставляемые дат}{/Пары}'),
  );
  expect(report).toMatchObject({
    template: { version: 1, kind: 'pair-order', fileName: 'Наш приказ.docx', uploadedBy: 'Главный Олег' },
    faults: [],
    missing: ['Организация', 'Подпись', 'Ознакомлены'],
  });
  const printed = await orders.print(curator, orderId);
  expect(printed.templateId).toBe(report.template?.id);
  expect(await docxLines((await orders.file(curator, orderId, 'print')).bytes)).toEqual([
    '№ ________ от «____» ______________ 20___ г.',
    'Иванову Анну Петровну — Петрову Ивану Сергеевичу',
  ]);
  const second = await desk.upload(administrator, 'pair-order', docx('{Организация}'));
  expect(second.template?.version).toBe(2);
  expect((await orders.get(curator, orderId)).templateId).toBe(report.template?.id);
  await desk.archive(administrator, second.template?.id ?? '', true);
  const kinds = await desk.list(curator);
  expect(kinds.find(({ kind }) => kind === 'pair-order')).toMatchObject({ currentId: report.template?.id });
});

test('what can’t be filled in is told field by field and not kept', async () => {
  const report = await desk.upload(
    administrator,
    'pair-order',
    docx('{Организацыя}', '{#Пары}{Наставник вин}'),
  );
  expect(report).toMatchObject({
    template: null,
    faults: [
      { code: 'field-unknown', name: 'Организацыя', nearest: 'Организация' },
      { code: 'loop-unclosed', name: 'Пары' },
    ],
  });
  expect(await desk.upload(administrator, 'consent', docx('{Заголовок'))).toMatchObject({
    template: null,
    faults: [{ code: 'braces', name: expect.stringContaining('{Заголовок') }],
  });
  expect(await database.query('select from stored_file')).toEqual([]);
});

test('a list that begins in a table and ends outside it is told', async () => {
  const bytes = writeDocx({
    blocks: [
      { kind: 'table', widths: [80, 80], frame: true, rows: [['{#Пары}{№}', 'x']] },
      { kind: 'paragraph', text: '{/Пары}' },
    ],
  });
  const { template, faults } = await desk.upload(administrator, 'pair-order', { name: 'a.docx', bytes });
  expect([template, faults]).toEqual([null, [{ code: 'not-fillable', name: '' }]]);
});

test('what acts, leads outside or is no document is refused before anything is read of it', async () => {
  const parts = unzipSync(docx('{Заголовок}').bytes);
  const evil = zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') });
  expect(await code(desk.upload(administrator, 'consent', { name: 'a.docx', bytes: evil }))).toBe(
    'template-acting',
  );
  const text = strToU8('просто текст');
  expect(await code(desk.upload(administrator, 'consent', { name: 'a.docx', bytes: text }))).toBe(
    'document-broken',
  );
});

test('only administrators upload and take back, and nobody sees those of another programme', async () => {
  const { template } = await desk.upload(administrator, 'consent', docx('{Заголовок}'));
  const id = template?.id ?? '';
  expect(await code(desk.upload(curator, 'consent', docx('x')))).toBe('may-not');
  expect(await code(desk.archive(curator, id, true))).toBe('may-not');
  expect((await desk.file(curator, id)).bytes.length).toBeGreaterThan(1000);
  const other = { ...administrator, programmeId: '999' };
  expect(await code(desk.file(other, id))).toBe('template-unknown');
  expect(await code(desk.archive(other, id, true))).toBe('template-unknown');
  expect(await code(desk.preview(other, { kind: 'consent', id }))).toBe('template-unknown');
  expect(await code(desk.preview(administrator, { kind: 'pair-order', id }))).toBe('template-unknown');
});

test('our own templates can be taken away to be changed, and every kind has a preview', async () => {
  for (const kind of templateKinds) {
    const own = await desk.ownFile(curator, kind);
    expect((await desk.upload(administrator, kind, own)).faults, kind).toEqual([]);
    expect(
      (await docxLines((await desk.preview(curator, { kind, id: null })).bytes)).join('\n'),
      kind,
    ).toContain('‹');
  }
  await pair();
  const real = async (kind: (typeof templateKinds)[number]) =>
    (await docxLines((await desk.preview(curator, { kind, id: null })).bytes)).join('\n');
  expect(await real('mentor-base')).toContain('Иванова Анна Петровна');
  const program: Staff = { ...curator, scopes: ['documents:read', 'documents:write'] };
  const sample = await desk.preview(program, { kind: 'mentor-base', id: null });
  expect((await docxLines(sample.bytes)).join('\n')).not.toContain('Иванова');
  expect(await real('personal-programme')).toContain('Петров Иван Сергеевич');
});

test('bases, programmes and consents are printed of one’s own people alone', async () => {
  const papers = createPaperDesk(deps());
  const operator = { name: 'Управление', address: 'Город', contact: 'почта' };
  await createProgrammeBook(database).saveSettings(town.programme.id, { ...defaultSettings, operator });
  const own = await pair();
  const foreign = await pair(town.otherSchool.id);
  const base = await papers.base(curator, { base: 'mentors', organizationId: null });
  expect(base.name).toBe('База наставников 2022-09-06.docx');
  const lines = await docxLines(base.bytes);
  expect(lines.filter((line) => line.includes('Иванова'))).toHaveLength(1);
  expect(lines.join('\n')).toMatch(/Петров\sИ/u);
  expect(lines[0]).toBe('МБОУ «Школа № 3»');
  expect(await code(papers.base(curator, { base: 'mentors', organizationId: town.otherSchool.id }))).toBe(
    'organization-unknown',
  );
  const programme = await papers.programme(curator, own.id);
  expect(programme.name).toBe('Персонализированная программа Иванова Анна Петровна.docx');
  expect((await docxLines(programme.bytes)).join('\n')).toContain(
    'Наставник: Иванова Анна Петровна, учитель физики',
  );
  expect(await code(papers.programme(curator, foreign.id))).toBe('pair-unknown');
  const consent = await papers.consent(curator, { personId: own.mentorId, kind: 'personal-data' });
  expect((await docxLines(consent.bytes)).join('\n')).toContain('Иванова Анна Петровна');
  expect(await code(papers.consent(curator, { personId: foreign.mentorId, kind: 'personal-data' }))).toBe(
    'person-unknown',
  );
});
