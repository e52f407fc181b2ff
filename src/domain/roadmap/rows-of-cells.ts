import { type Columns, columnsOf, isColumnCount, meaningOf } from './columns.ts';
import { codeOf, hasSeveralLevels, looksNumbered } from './numbering.ts';
import { fold } from './roadmap.ts';

/**
 * Rows out of a bare stream of cells, as plain text keeps a table: the heading tells how wide a row is, a number tells where
 * one begins. A cell with a numbered one right after it stood alone in its row: a section. Without a heading
 * every cell is a row of its own.
 */
export function rowsOfCells(cells: readonly string[]): string[][] {
  const heading = findHeading(cells);
  if (heading === null) return cells.map((cell) => [cell]);
  const { start, columns } = heading;
  const rows = [...cells.slice(0, start).map((cell) => [cell]), cells.slice(start, start + columns.width)];
  let at = start + columns.width;
  while (at < cells.length) {
    const length = rowLength(cells, at, columns);
    const row = cells.slice(at, at + length);
    if (row.some((cell) => fold(cell) !== '')) rows.push(row);
    at += length;
  }
  return rows;
}

function findHeading(cells: readonly string[]): { start: number; columns: Columns } | null {
  for (let start = 0; start < cells.length; start += 1) {
    let end = start;
    while (end < cells.length && isHeadingCell(cells[end] ?? '')) end += 1;
    const columns = columnsOf(cells.slice(start, end));
    if (columns !== null) return { start, columns };
    start = Math.max(start, end - 1);
  }
  return null;
}

function isHeadingCell(cell: string): boolean {
  return meaningOf(cell) !== null && !looksNumbered(cell);
}

function rowLength(cells: readonly string[], at: number, columns: Columns): number {
  const rest = cells.slice(at, at + columns.width);
  if (isColumnCount(rest) || columnsOf(rest) !== null) return columns.width;
  const starts = (index: number) => isStart(rest, index, columns);
  if (fold(rest[0] ?? '') === '' && starts(1)) return 1;
  const alone = hasSeveralLevels(rest[0] ?? '') ? hasSeveralLevels(rest[1] ?? '') : starts(1);
  if (alone) return 1;
  // A row that lacks cells ends where the next one begins; one with a column «№» needs two cells to tell.
  for (let index = 2; index < rest.length; index += 1) {
    if (hasSeveralLevels(rest[index] ?? '') && starts(index)) return index;
  }
  return columns.width;
}

function isStart(cells: readonly string[], index: number, columns: Columns): boolean {
  const cell = cells[index] ?? '';
  if (columns.code === null) return looksNumbered(cell);
  return codeOf(cell) !== '' || looksNumbered(cell);
}
