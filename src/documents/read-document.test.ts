import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { readRoadmap } from '../domain/roadmap/read-roadmap.ts';
import { fold, type RoadmapPages } from '../domain/roadmap/roadmap.ts';
import { readDocument, readFileBytes } from './read-document.ts';

const glazov = readFileSync(new URL('../demo/glazov-2022-2024.txt', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fromText = await readDocument(glazov);
const understood = readRoadmap(fromText);

test('the text of the Glazov roadmap gives all its items', () => {
  expect(understood).toMatchObject({
    order: { number: '70-ОД', on: '2022-04-22' },
    period: { from: '2022-01-01', to: '2024-12-31' },
    warnings: [{ code: 'code-twice', item: '3.2', times: 2 }],
  });
  expect(understood.title).toMatch(/^План мероприятий \(дорожная карта\) .* на 2022 – 2024г\.г\.$/);
  expect(understood.items).toHaveLength(35);
  expect(new Set(understood.items.map((item) => item.section)).size).toBe(4);
  expect(understood.items.every((item) => item.responsible.length > 0 && item.result !== '')).toBe(true);
});

test.each([
  ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), glazov])],
  [
    'UTF-16 with its mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(glazov.toString(), 'utf16le')]),
  ],
  ['UTF-16 without', Buffer.from(glazov.toString(), 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${glazov}`, 'utf16le').swap16()],
  ['windows line breaks', Buffer.from(glazov.toString().replaceAll('\n', '\r\n'))],
])('the same text in %s', async (_, bytes) => {
  expect(readRoadmap(await readDocument(bytes))).toEqual(understood);
});

test('windows-1251 is told from UTF-8', async () => {
  const line = 'План на 2023 год\n\tМероприятие\tСрок\tОтветственный\tРезультат\n\t1.1. А\tмай\tУО\tПриказ\n';
  const bytes = Uint8Array.from(line, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 ? code - 0x410 + 0xc0 : code;
  });
  expect(readRoadmap(await readDocument(bytes)).items[0]).toMatchObject({
    code: '1.1',
    title: 'А',
    responsible: ['УО'],
  });
});

const cellOf = (text: string, options = {}) =>
  new TableCell({
    ...options,
    children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
  });

function glazovDocx(pages: RoadmapPages): Promise<Buffer> {
  const rows = pages.rows.map(
    (row) =>
      new TableRow({
        children:
          row.length === 1 ? [cellOf(row[0] ?? '', { columnSpan: 4 })] : row.map((cell) => cellOf(cell)),
      }),
  );
  const [heading] = pages.rows;
  const cut = Math.floor(rows.length / 2);
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            ...pages.paragraphs.map((text) => new Paragraph(text)),
            new Table({ rows: rows.slice(0, cut) }),
            new Paragraph('Продолжение таблицы'),
            new Table({
              rows: [
                new TableRow({ children: (heading ?? []).map((cell) => cellOf(cell)) }),
                ...rows.slice(cut),
              ],
            }),
            new Paragraph('Исполнитель: А. А. Иванова'),
          ],
        },
      ],
    }),
  );
}

test('the roadmap as DOCX, its table broken over two pages, gives the same items', async () => {
  expect(readRoadmap(await readDocument(await glazovDocx(fromText)))).toEqual(understood);
});

async function workbookBytes(fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('Дорожная карта'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('the roadmap as XLSX with merged section rows gives the same items', async () => {
  const bytes = await workbookBytes((sheet) => {
    for (const paragraph of fromText.paragraphs) sheet.addRow([paragraph]);
    for (const row of fromText.rows) {
      const { number } = sheet.addRow(row);
      if (row.length === 1) sheet.mergeCells(number, 1, number, 4);
    }
  });
  expect(readRoadmap(await readDocument(bytes))).toEqual(understood);
});

test('a sheet shows dates, months, years and numbers as people see them', async () => {
  const bytes = await workbookBytes((sheet) => {
    sheet.addRow(['План на 2023 год']);
    sheet.addRow(['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат']);
    sheet.addRow([1.1, 'День', new Date('2023-03-25T00:00:00Z'), 'УО', '']);
    sheet.addRow([3.1, 'Месяц', new Date('2023-05-01T00:00:00Z'), 'УО', '']);
    sheet.addRow([
      2,
      'Год',
      2023,
      { richText: [{ text: 'У' }, { text: 'О' }] },
      { formula: 'A1', result: 'Приказ' },
    ]);
    sheet.getCell('C3').numFmt = 'dd.mm.yyyy';
    sheet.getCell('A4').numFmt = '0.00';
    sheet.getCell('C4').numFmt = 'mmmm yyyy';
  });
  const { items } = readRoadmap(await readDocument(bytes));
  expect(items.map(({ code, deadline }) => [code, deadline])).toEqual([
    ['1.1', '25.03.2023'],
    ['3.10', 'май 2023 г.'],
    ['2', '2023'],
  ]);
  expect(items[2]).toMatchObject({ responsible: ['УО'], result: 'Приказ' });
});

test('numbers that Word makes, cells merged downwards and wrapped in lists', async () => {
  const numbered = (level: number) => ({ numbering: { reference: 'items', level } });
  const level = (depth: number, text: string) => ({
    level: depth,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.START,
  });
  const merged = (text: string, verticalMerge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]) =>
    cellOf(text, { verticalMerge });
  const document = new Document({
    numbering: { config: [{ reference: 'items', levels: [level(0, '%1.'), level(1, '%1.%2.')] }] },
    sections: [
      {
        children: [
          new Paragraph('План на 2023 год'),
          new Table({
            rows: [
              new TableRow({
                children: ['№', 'Мероприятие', 'Срок', 'Ответственный'].map((text) => cellOf(text)),
              }),
              new TableRow({
                children: [
                  new TableCell({
                    columnSpan: 4,
                    children: [new Paragraph({ text: 'Раздел', ...numbered(0) })],
                  }),
                ],
              }),
              new TableRow({
                children: [
                  new TableCell({ children: [new Paragraph({ ...numbered(1) })] }),
                  cellOf('А'),
                  cellOf('май'),
                  merged('Куратор\nУО', VerticalMergeType.RESTART),
                ],
              }),
              new TableRow({
                children: [
                  new TableCell({ children: [new Paragraph({ ...numbered(1) })] }),
                  cellOf('Б'),
                  cellOf('июнь'),
                  merged('', VerticalMergeType.CONTINUE),
                ],
              }),
            ],
          }),
        ],
      },
    ],
  });
  const { items } = readRoadmap(await readDocument(await Packer.toBuffer(document)));
  expect(items.map(({ section, code, title, responsible }) => [section, code, title, responsible])).toEqual([
    ['1. Раздел', '1.1', 'А', ['Куратор', 'УО']],
    ['1. Раздел', '1.2', 'Б', ['Куратор', 'УО']],
  ]);
});

test('deleted words of tracked changes are not read, inserted ones are', async () => {
  const xml = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>План на </w:t></w:r><w:del><w:r><w:delText>2022</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>2023 год</w:t></w:r></w:ins></w:p></w:body></w:document>`;
  const { paragraphs } = await readDocument(zipSync({ 'word/document.xml': strToU8(xml) }));
  expect(paragraphs.map(fold)).toEqual(['План на 2023 год']);
});

const compound = (content: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(content, 'utf16le')]);
const docx = await glazovDocx(fromText);
const many = Object.fromEntries(
  Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, new Uint8Array()]),
);

test.each<[string, string, Uint8Array]>([
  ['a document under a password', 'document-encrypted', compound('EncryptedPackage')],
  ['an old .doc', 'document-old-office', compound('WordDocument')],
  ['a PDF', 'document-pdf', Buffer.from('%PDF-1.7\n')],
  ['a picture', 'document-picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['RTF', 'document-rtf', Buffer.from('{\\rtf1 план}')],
  ['another archive', 'document-archive', Buffer.from('Rar!\u001a')],
  ['binary data', 'document-not-text', Buffer.from([1, 2, 3, 4, 5, 0, 0, 1])],
  ['half a DOCX', 'document-broken', docx.subarray(0, docx.length / 2)],
  ['a damaged DOCX', 'document-broken', Buffer.from(docx).fill(7, 200, 900)],
  ['a ZIP of something else', 'document-unknown', zipSync({ 'a.txt': strToU8('план') })],
  ['a DOCX without a body', 'document-broken', zipSync({ 'word/document.xml': strToU8('<nothing/>') })],
  [
    'an XLSX without sheets',
    'document-broken',
    zipSync({
      'xl/workbook.xml': strToU8('<a'),
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
    }),
  ],
  [
    'XML nested without end',
    'document-broken',
    zipSync({ 'word/document.xml': strToU8('<w:p>'.repeat(1_000_000)) }),
  ],
  ['a merge of a whole sheet', 'document-too-big', await mergedSheet()],
  ['too many parts', 'document-too-big', zipSync(many)],
  ['a bomb', 'document-too-big', zipSync({ 'word/document.xml': new Uint8Array(41 * 1024 * 1024) })],
  [
    'a bomb that lies about its size',
    'document-broken',
    lying(zipSync({ 'word/document.xml': new Uint8Array(5_000_000) })),
  ],
])('%s is refused as %s', async (_, code, bytes) => {
  await expect(readDocument(bytes)).rejects.toMatchObject({ code });
});

async function mergedSheet(): Promise<Uint8Array> {
  const parts = unzipSync(await workbookBytes((sheet) => sheet.mergeCells('A1:B2')));
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array()).replaceAll('A1:B2', 'A1:XFD1048576');
  return zipSync({ ...parts, [name]: strToU8(sheet) });
}

/** Writes 100 over every unpacked size in the directory. */
function lying(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const at = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(100, at + 24);
  return bytes;
}

test.each<[string, string, () => string]>([
  ['a file that is not there', 'file-missing', () => join(folder, 'none.docx')],
  ['a folder', 'file-is-directory', () => folder],
  ['a device', 'file-unreadable', () => '/dev/null'],
  ['an empty file', 'file-empty', () => saved('empty.docx', '')],
  ['a huge file', 'file-too-big', () => saved('huge.docx', Buffer.alloc(10 * 1024 * 1024 + 1))],
])('%s is refused as %s', async (_, code, path) => {
  await expect(readFileBytes(path())).rejects.toMatchObject({ code });
});

function saved(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
