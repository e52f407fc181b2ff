import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs';
import { Refusal } from '../domain/refusal.ts';
import { columnsOf } from '../domain/roadmap/columns.ts';
import type { RoadmapPages } from '../domain/roadmap/roadmap.ts';

const mostRows = 5000;
const mostColumns = 60;

/** An XLSX that `unpack` has found to keep its limits. Hidden sheets, and sheets without a heading beside one that has it, are left out. */
export async function readXlsx(bytes: Uint8Array): Promise<RoadmapPages> {
  const { default: exceljs } = await import('exceljs');
  const workbook: Workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
  } catch {
    throw new Refusal('document-broken');
  }
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible').map(rowsOf);
  const headed = sheets.filter((rows) => rows.some((row) => columnsOf(row) !== null));
  return { paragraphs: [], rows: (headed.length > 0 ? headed : sheets).flat() };
}

function rowsOf(sheet: Worksheet): string[][] {
  if (sheet.actualRowCount > mostRows) throw new Refusal('document-too-big');
  const width = Math.min(sheet.columnCount, mostColumns);
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells = Array.from({ length: width }, (_, index) => row.getCell(index + 1));
    const texts = cells.map(textOf);
    const [first] = cells;
    const merged =
      first !== undefined &&
      cells.filter((cell) => textOf(cell) !== '').length === 1 &&
      isMergedSideways(cells);
    rows.push(merged ? texts.filter((text) => text !== '') : texts);
  });
  return rows;
}

/** Nothing but one merged cell stands in the row. */
function isMergedSideways(cells: readonly Cell[]): boolean {
  return cells.some(
    (cell) => cell.isMerged && cell.master.address !== cell.address && cell.master.row === cell.row,
  );
}

function textOf(cell: Cell): string {
  // A cell merged sideways shows in its first column only; merged downwards it belongs to every row.
  if (cell.isMerged && cell.master.col !== cell.col) return '';
  return textOfValue(cell.isMerged ? cell.master.value : cell.value, cell.numFmt ?? '').trim();
}

function textOfValue(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return textOfDate(value, format);
  if (typeof value === 'number') return textOfNumber(value, format);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('text' in value) return textOfValue(value.text as CellValue, format);
  if ('result' in value) return textOfValue(value.result as CellValue, format);
  return '';
}

/** The sheet keeps a day even where it shows a month or a year: what it shows is what was meant. */
function textOfDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').toLowerCase();
  if (/^[^dm]*y+[^dm]*$/u.test(shown)) return String(date.getUTCFullYear());
  const day = shown.includes('m') && !shown.includes('d') ? undefined : '2-digit';
  const month = day === undefined ? 'long' : '2-digit';
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month, timeZone: 'UTC' };
  return new Intl.DateTimeFormat('ru-RU', day === undefined ? options : { ...options, day }).format(date);
}

/** The item 3.10 typed as a number is 3.1 shown with two places. */
function textOfNumber(value: number, format: string): string {
  const places = /^0\.(0+)$/u.exec(format)?.[1]?.length;
  return places === undefined ? String(value) : value.toFixed(places);
}
