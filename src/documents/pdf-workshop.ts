import type { PdfSheet } from './pdf-sheet.ts';
import { createWorkshop } from './workshop.ts';

/** Sheets one after the other, off the main thread. */
export function createPdfWorkshop(workerUrl: URL, patience?: number) {
  const { make } = createWorkshop<PdfSheet, Uint8Array>({
    workerUrl,
    of: 'PDF',
    ...(patience !== undefined && { patience }),
  });
  return { render: make };
}
