export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of a spreadsheet as data. */
export type SheetPlan = {
  name: string;
  /** Lines above the heading. */
  above: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly (readonly (string | number)[])[];
};

export type SheetColumn = {
  heading: string;
  /** In characters. */
  width: number;
  /** Digits after the comma of its numbers; none where it is left out. */
  decimals?: number;
  /** Offered in the empty rows below: the values of another sheet's column, counted from 0, under its heading. */
  choices?: { sheet: string; column: number; count: number };
};
