import { expect, test } from 'vitest';
import { dossierPdf } from './privacy-pdf.ts';

const at = new Date('2022-03-18T06:00:00Z');
const dossier = {
  delivery: Array.from({ length: 60 }, (_, n) => ({
    id: String(n),
    outgoing: { kind: 'send', message: { text: `Сообщение ${n}` } },
    settled_at: at,
  })),
  person: [{ id: '7', surname: 'Бабинцева', name: 'Наталья', patronymic: '', phone: null }],
  later_table: [{ id: '1', note: 'x'.repeat(900) }],
};

test('the document begins with the person, then table by table as people call them', () => {
  const { blocks } = dossierPdf(dossier, at, 'Europe/Samara');
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(headings).toEqual(['Имя и контакты', 'Что я вам писал', 'later_table']);
  expect(blocks[1]).toMatchObject({ text: '• Имя: Бабинцева Наталья\n• Что я вам писал: 60 сообщений' });
});

test('of a message its words are shown, and not more than fits on paper', () => {
  const { blocks } = dossierPdf(dossier, at, 'Europe/Samara');
  const pairs = blocks.flatMap((block) => (block.kind === 'pairs' ? [block.rows] : []));
  expect(pairs[1]).toEqual([
    ['id', '0'],
    ['Сообщение', 'Сообщение 0'],
    ['settled_at', '18 марта 2022, 10:00'],
  ]);
  expect(pairs).toHaveLength(52);
  expect(blocks).toContainEqual({ kind: 'paragraph', text: '…и ещё 10 записей: они есть в файле JSON.' });
  expect(pairs.flat().every(([, value]) => value.length <= 500)).toBe(true);
});
