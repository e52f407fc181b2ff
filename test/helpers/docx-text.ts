import { readDocx } from '../../src/documents/read-docx.ts';
import { unpack } from '../../src/documents/unpack.ts';

/** What stands in a DOCX, line by line; the cells of a row are set apart by ` | `. */
export async function docxLines(bytes: Uint8Array): Promise<string[]> {
  const { paragraphs, rows } = readDocx(await unpack(bytes));
  return [...paragraphs, ...rows.map((row) => row.join(' | '))];
}
