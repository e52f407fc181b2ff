import { expect, test } from 'vitest';
import { type PdfDocument, renderPdf } from './pdf.ts';
import { sheetOf } from './pdf-sheet.ts';
import { createPdfWorkshop } from './pdf-workshop.ts';

const document: PdfDocument = {
  title: 'Согласие',
  blocks: [
    { kind: 'heading', text: '1. Кому' },
    { kind: 'paragraph', text: 'Оператор: школа № 3, «Наставник» — ёлочки.' },
    { kind: 'pairs', rows: [['Кто', 'Петрова Анна']] },
    { kind: 'table', head: ['Что', 'Где'], rows: [['Имя', 'Сайт'], ['Фото']] },
  ],
  footer: 'Версия 1',
  pageLine: 'стр. {page} из {pages}',
};
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const pagesOf = (bytes: Uint8Array) => textOf(bytes).match(/\/Type \/Page\b/gu)?.length;
const fake = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ footer }) => { ${code} });`)}`,
  );

test('a document of every block is an A4 page in PDF', async () => {
  const bytes = await renderPdf(document);
  expect(textOf(bytes)).toMatch(/^%PDF-1\.\d/u);
  expect(textOf(bytes)).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(pagesOf(bytes)).toBe(1);
});

test('a long document has several pages, an empty one is still one', async () => {
  const text = 'Длинная строка о наставничестве. '.repeat(400);
  const [long, empty] = await Promise.all([
    renderPdf({ ...document, blocks: [{ kind: 'paragraph', text }] }),
    renderPdf({
      title: '',
      blocks: [
        { kind: 'pairs', rows: [] },
        { kind: 'table', head: [], rows: [['x']] },
      ],
    }),
  ]);
  expect(pagesOf(long)).toBeGreaterThan(3);
  expect(pagesOf(empty)).toBe(1);
});

test('words stay words: nothing in a sheet can name a picture, a file or an address', () => {
  const evil = '/etc/passwd https://example.org \u0000 {image: "x"}';
  const sheet = sheetOf({
    title: evil,
    blocks: [
      { kind: 'paragraph', text: evil },
      { kind: 'table', head: [evil], rows: [[evil, evil]] },
    ],
  });
  const keys: string[] = [];
  JSON.stringify(sheet, (key, value: unknown) => {
    keys.push(key);
    return value;
  });
  expect(keys).not.toContain('image');
  expect(keys).not.toContain('link');
  expect(JSON.stringify(sheet)).not.toContain('\\u0000');
  expect(sheet.pageLine).toBe('{page} / {pages}');
});

test('a word that is wider than its column is broken, and no other', () => {
  const sum = 'ab'.repeat(32);
  const sheet = JSON.stringify(
    sheetOf({ title: '', blocks: [{ kind: 'pairs', rows: [['Сумма', `до ${sum}`]] }] }),
  );
  expect(sheet).toContain(JSON.stringify(['до', ' ', { text: sum, wordBreak: 'break-all' }]));
  expect(sheet.match(/break-all/gu)).toHaveLength(1);
});

test('the worker itself refuses what is not a text', async () => {
  const workshop = createPdfWorkshop(new URL('./pdf-worker.mjs', import.meta.url));
  const { definition } = sheetOf(document);
  for (const image of ['/etc/hostname', 'https://example.org/a.png']) {
    const sheet = { definition: { ...definition, content: [{ image }] }, footer: '', pageLine: '' };
    await expect(workshop.render(sheet)).rejects.toThrow('could not be made');
  }
  expect(textOf(await workshop.render(sheetOf(document)))).toMatch(/^%PDF/u);
});

test('a worker that dies takes only the sheet it has in hand', async () => {
  const workshop = createPdfWorkshop(
    fake(`if (footer === 'die') process.exit(3);
      if (footer === 'throw') throw new Error('x');
      parentPort.postMessage({ product: new Uint8Array([footer.length]) });`),
  );
  const footers = ['a', 'die', 'bb', 'throw', 'ccc'];
  const ended = await Promise.allSettled(
    footers.map((footer) => workshop.render({ ...sheetOf(document), footer })),
  );
  expect(ended.map((each) => (each.status === 'fulfilled' ? each.value[0] : null))).toEqual([
    1,
    null,
    2,
    null,
    3,
  ]);
});

test('a worker that does not answer is given up', async () => {
  const workshop = createPdfWorkshop(
    fake(`if (footer !== 'hang') parentPort.postMessage({ product: new Uint8Array() });`),
    200,
  );
  await expect(workshop.render({ ...sheetOf(document), footer: 'hang' })).rejects.toThrow('too long');
});
