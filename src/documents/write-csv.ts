import type { SheetPlan } from '../domain/files/sheet-plan.ts';

/**
 * A CSV that Russian spreadsheets open as it is: semicolons, UTF-8 with its mark, lines ended as RFC 4180 says. What begins
 * like a formula gets an apostrophe in front, so that it is text wherever it is opened.
 */
export function writeCsv({ columns, rows }: SheetPlan): Uint8Array {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(cellOf).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
