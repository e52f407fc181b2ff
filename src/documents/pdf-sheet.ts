import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PdfBlock, PdfDocument } from '../domain/files/pdf-document.ts';

/** What the worker takes: data only, since functions do not travel between threads. */
export type PdfSheet = { definition: TDocumentDefinitions; footer: string; pageLine: string };

/** 20 mm, and 20 more points at the foot for the line there. */
const margin = 57;
const across = 595 - 2 * margin;
const namesWide = 160;
/** About as wide as a wide sign of ours. */
const signWide = 7;

/** Every word of ours becomes a text node: nothing in it can name a file, a picture or an address. */
export function sheetOf({
  title,
  blocks,
  footer = '',
  pageLine = '{page} / {pages}',
}: PdfDocument): PdfSheet {
  return {
    footer: plain(footer),
    pageLine: plain(pageLine),
    definition: {
      pageSize: 'A4',
      pageMargins: [margin, margin, margin, margin + 20],
      info: { title: plain(title) },
      language: 'ru-RU',
      defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
      styles: {
        title: { fontSize: 15, bold: true, alignment: 'center', margin: [0, 0, 0, 14] },
        heading: { fontSize: 12, bold: true, margin: [0, 10, 0, 4] },
        paragraph: { margin: [0, 0, 0, 6] },
        name: { color: '#444444' },
        small: { fontSize: 10 },
      },
      content: [{ text: plain(title), style: 'title' }, ...blocks.map(contentOf)],
    },
  };
}

function contentOf(block: PdfBlock): Content {
  switch (block.kind) {
    case 'paragraph':
      return { text: plain(block.text), style: 'paragraph' };
    case 'heading':
      // By its level the worker knows it and keeps it with what follows.
      return { text: plain(block.text), style: 'heading', headlineLevel: 1 };
    case 'table':
      return tableOf(block.head, block.rows);
    case 'pairs':
      return block.rows.length === 0 ? { text: '' } : pairsOf(block.rows);
  }
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): Content {
  if (head.length === 0) return { text: '' };
  const room = across / head.length - 16;
  // A row that is too short or too long would stop the whole document.
  const cells = (row: readonly string[]) => head.map((_, at) => cellOf(row[at] ?? '', room));
  return {
    style: 'small',
    margin: [0, 4, 0, 10],
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      widths: head.map(() => '*'),
      body: [cells(head).map((cell) => ({ ...cell, bold: true })), ...rows.map(cells)],
    },
  };
}

function pairsOf(rows: readonly (readonly [string, string])[]): Content {
  return {
    margin: [0, 2, 0, 8],
    layout: 'noBorders',
    table: {
      widths: [namesWide, '*'],
      body: rows.map(([name, value]) => [
        { ...cellOf(name, namesWide), style: 'name' },
        cellOf(value, across - namesWide - 8),
      ]),
    },
  };
}

/** A column is never narrower than its longest word, so that a check sum would push the rest off the page: such words are broken. */
function cellOf(text: string, room: number) {
  const most = Math.max(1, Math.floor(room / signWide));
  const words = plain(text).split(/(\s+)/u);
  return {
    text: words.map((word) => (word.length > most ? { text: word, wordBreak: 'break-all' as const } : word)),
  };
}

/** Without signs that no font has a shape for. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ' '));
}
