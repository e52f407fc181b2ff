import { toDay } from '../domain/calendar/day.ts';
import type { PdfBlock, PdfDocument } from '../domain/files/pdf-document.ts';
import type { Dossier } from '../domain/privacy/privacy-book.ts';
import { pageLine } from './consent-document.ts';
import {
  columnTitle,
  dossierIntro,
  dossierLines,
  dossierTitle,
  moreRows,
  sectionsOf,
  sectionTitle,
  valueText,
} from './privacy-dossier.ts';

/** A document to be read; the rest of a long table is in the JSON. */
const shownRows = 50;

/** Everything stored about a person, to be read on paper: a heading for each table, a block for each row. */
export function dossierPdf(dossier: Dossier, at: Date, timeZone: string): PdfDocument {
  const sections = sectionsOf(dossier).flatMap((name) => sectionBlocks(name, dossier[name] ?? [], timeZone));
  return {
    title: dossierTitle,
    blocks: [
      { kind: 'paragraph', text: dossierIntro(toDay(at, timeZone)) },
      { kind: 'paragraph', text: dossierLines(dossier).join('\n') },
      ...sections,
    ],
    pageLine,
  };
}

function sectionBlocks(name: string, rows: Dossier[string], timeZone: string): PdfBlock[] {
  const rest = rows.length - shownRows;
  return [
    { kind: 'heading', text: sectionTitle(name) },
    ...rows.slice(0, shownRows).map((row) => rowBlock(row, timeZone)),
    ...(rest > 0 ? [{ kind: 'paragraph', text: moreRows(rest) } as const] : []),
  ];
}

function rowBlock(row: Dossier[string][number], timeZone: string): PdfBlock {
  const pairs = Object.entries(row)
    .map(([column, value]) => [columnTitle(column), valueText(value, timeZone)] as const)
    .filter(([, value]) => value !== '');
  return { kind: 'pairs', rows: pairs };
}
