import { type Button, limits } from '../../domain/messages/message.ts';
import { clip } from '../../texts/tasks.ts';

/** A pressed button of a form, see `readAction`. */
export type FormAction = { form: string; question: string; value: string };

export function formAction(form: string, question: string, value: string): string {
  return `form:${form}:${question}:${value}`;
}

/** `null` for what no form ever put on a button. */
export function readAction(action: string): FormAction | null {
  const found = /^form:([a-z-]{1,16}):([a-z0-9-]{1,16}):([^\s]{1,40})$/.exec(action);
  const [, form, question, value] = found ?? [];
  return form === undefined || question === undefined || value === undefined
    ? null
    : { form, question, value };
}

export function button(label: string, action: string, tone?: 'primary' | 'positive'): Button {
  return { label: clip(label, limits.label), action, ...(tone === undefined ? {} : { tone }) };
}

/** One a row while there is room, the shortest neighbours side by side where there is not. */
export function rowsOf(options: readonly Button[], mostRows: number): Button[][] {
  const rows = options.map((option) => [option]);
  while (rows.length > mostRows) {
    const at = shortestPair(rows);
    if (at === null) return rows.slice(0, mostRows);
    rows.splice(at, 2, [...(rows[at] ?? []), ...(rows[at + 1] ?? [])]);
  }
  return rows;
}

function shortestPair(rows: readonly Button[][]): number | null {
  const widths = rows.slice(0, -1).flatMap((row, at) => {
    const pair = [...row, ...(rows[at + 1] ?? [])];
    const widest = Math.max(...pair.map(({ label }) => label.length));
    return pair.length === 2 ? [{ at, widest }] : [];
  });
  return widths.toSorted((a, b) => a.widest - b.widest)[0]?.at ?? null;
}

/** The page that there is, whichever was asked for. */
export function pageOf<Item>(items: readonly Item[], size: number, wished: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(0, wished), pages - 1);
  return { page, pages, shown: items.slice(page * size, (page + 1) * size) };
}
