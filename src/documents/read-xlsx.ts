import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs';
import { Refusal } from '../domain/refusal.ts';
import { columnsOf } from '../domain/roadmap/columns.ts';
import type { RoadmapPages } from '../domain/roadmap/roadmap.ts';

const mostRows = 5000;
const mostColumns = 60;

// A rule for a whole column, or a merge of a million cells, is a few letters in the file and hours in the reader.
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'drawing',
  'hyperlinks',
  'extLst',
];
const mostMergedCells = 200_000;

/**
 * An XLSX by its bytes and the parts that `unpack` found to keep its limits. Hidden sheets, and sheets without a heading beside one that has it,
 * are left out.
 */
export async function readXlsx(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Promise<RoadmapPages> {
  const workbook = await openWorkbook(bytes, parts);
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible').map(rowsOf);
  const headed = sheets.filter((rows) => rows.some((row) => columnsOf(row) !== null));
  return { paragraphs: [], rows: (headed.length > 0 ? headed : sheets).flat() };
}

/** `parts`: what `unpack` found. `Refusal('document-too-big')` for more merged cells than anybody means. */
export async function openWorkbook(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Promise<Workbook> {
  if (mergedCells(parts) > mostMergedCells) throw new Refusal('document-too-big');
  const { default: exceljs } = await import('exceljs');
  const workbook: Workbook = new exceljs.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    { ignoreNodes },
  );
  return workbook;
}

function mergedCells(parts: ReadonlyMap<string, string>): number {
  const ranges = [...parts.values()].flatMap((part) => [
    ...part.matchAll(/<mergeCell\s[^>]*ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"/gu),
  ]);
  const areas = ranges.map(
    ([, left = '', top, right = '', bottom]) =>
      (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1),
  );
  return areas.reduce((sum, area) => sum + Math.abs(area), 0);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function rowsOf(sheet: Worksheet): string[][] {
  if (sheet.actualRowCount > mostRows) throw new Refusal('document-too-big');
  const width = Math.min(sheet.columnCount, mostColumns);
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells = Array.from({ length: width }, (_, index) => row.getCell(index + 1));
    const texts = cells.map(cellText);
    const [first] = cells;
    const merged =
      first !== undefined &&
      cells.filter((cell) => cellText(cell) !== '').length === 1 &&
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

/** What the cell shows, whatever it holds. */
export function cellText(cell: Cell): string {
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
