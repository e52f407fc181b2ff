import type { Worksheet } from 'exceljs';
import type { SheetColumn, SheetPlan } from '../domain/files/sheet-plan.ts';

/** For how many rows a template offers its lists. */
const listedRows = 200;

/**
 * An XLSX. Words are stored as text and marked as such, so that what begins with `=`, `+`, `-` or `@` is never a formula,
 * neither when opened nor when edited.
 */
export async function writeXlsx(plans: readonly SheetPlan[], at: Date): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.created = at;
  workbook.modified = at;
  for (const plan of plans) fill(workbook.addWorksheet(plan.name), plan);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(sheet: Worksheet, { above, columns, rows }: SheetPlan): void {
  for (const line of above) sheet.addRow([line]);
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  sheet.views = [{ state: 'frozen', ySplit: head.number }];
  for (const [index, { width, choices }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = '@';
    if (choices !== undefined) offer(sheet, index, head.number, choices);
  }
  for (const cells of rows) {
    const row = sheet.addRow([...cells]);
    row.alignment = { wrapText: true, vertical: 'top' };
    row.eachCell((cell, number) => {
      cell.numFmt = typeof cell.value === 'number' ? numberFormat(columns[number - 1]) : '@';
    });
  }
}

function numberFormat({ decimals = 0 }: Partial<SheetColumn> = {}): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function offer(
  sheet: Worksheet,
  index: number,
  head: number,
  choices: NonNullable<SheetColumn['choices']>,
): void {
  const letter = sheet.getColumn(choices.column + 1).letter;
  const list = `'${choices.sheet}'!$${letter}$2:$${letter}$${choices.count + 1}`;
  for (let row = head + 1; row <= head + listedRows; row += 1) {
    // Other words are let through: organizations may be called by a nickname, and the import says what it did not find.
    sheet.getCell(row, index + 1).dataValidation = {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [list],
    };
  }
}
