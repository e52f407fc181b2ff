import type { Day } from '../../calendar/day.ts';
import type { Window } from './windows.ts';

/** A window so that the grammar reads the same window back, whatever the period. */
export function printWindow({ from, to }: Window): string {
  if (from === null) return `до ${written(to)}`;
  return from === to ? written(to) : `с ${written(from)} по ${written(to)}`;
}

function written(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}
