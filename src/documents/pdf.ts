import type { PdfDocument as Document } from '../domain/files/pdf-document.ts';
import { sheetOf } from './pdf-sheet.ts';
import { createPdfWorkshop } from './pdf-workshop.ts';

export type PdfDocument = Document;

const workshop = createPdfWorkshop(new URL('./pdf-worker.mjs', import.meta.url));

/** The bytes of a PDF, laid out off the main thread: a processor that blocks the event loop loses its lock. */
export function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  return workshop.render(sheetOf(document));
}
