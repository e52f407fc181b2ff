import type { Worksheet } from 'exceljs';
import type { SheetRow } from '../domain/bases/read-base.ts';
import { Refusal } from '../domain/refusal.ts';
import { cellText, openWorkbook } from './read-xlsx.ts';
import { unpack } from './unpack.ts';

const mostBytes = 5 * 1024 * 1024;
const mostRows = 1000;
const mostColumns = 60;

/**
 * The visible sheets of a spreadsheet as text, row by row with the numbers that people see.
 * `Refusal('document-broken' | 'document-too-big' | 'document-encrypted')`.
 */
export async function readSheets(bytes: Uint8Array): Promise<SheetRow[][]> {
  if (bytes.byteLength > mostBytes) throw new Refusal('document-too-big');
  const parts = await unpack(bytes);
  if (!parts.has('xl/workbook.xml')) throw new Refusal('document-broken');
  const workbook = await openWorkbook(bytes, parts).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal('document-broken');
  });
  return workbook.worksheets.filter(({ state }) => state === 'visible').map(rowsOf);
}

function rowsOf(sheet: Worksheet): SheetRow[] {
  if (sheet.actualRowCount > mostRows) throw new Refusal('document-too-big');
  const width = Math.min(sheet.columnCount, mostColumns);
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    rows.push({
      number,
      cells: Array.from({ length: width }, (_, index) => cellText(row.getCell(index + 1))),
    });
  });
  return rows;
}
