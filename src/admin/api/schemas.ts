import { z } from 'zod';
import { type ListQuery, lastPage, pageSizes } from '../../domain/lists/page.ts';

/** A row's key: digits, as many as a bigint certainly holds. */
export const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ description: 'Number of a row' });
export const idParams = z.object({ id: idSchema });
export const instantSchema = z.date();
export const daySchema = z.iso.date().meta({ description: 'Calendar day, `2026-03-09`' });
/** What people type in one line. */
export const lineSchema = (most: number) => z.string().trim().min(1).max(most);
export const createdSchema = z.object({ id: idSchema });
export const nothingSchema = z.null().meta({ description: 'Nothing' });

/** One value or several of a filter: `?state=a&state=b`. */
export const severalOf = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.enum(values), z.array(z.enum(values)).max(values.length)])
    .optional()
    .meta({ description: 'May be given several times' });

export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] | null =>
  value === undefined ? null : ([value].flat() as T[]);

/**
 * The query of a list: page, size, order (`-` before the name: descending) and what is looked for, with the filters of its
 * own. The first sort is the usual one.
 */
export function listQuery<const Sorts extends readonly [string, ...string[]], Filters extends z.ZodRawShape>(
  sorts: Sorts,
  filters: Filters,
) {
  const orders = sorts.flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];
  return z.object({
    page: z.coerce.number().int().min(1).max(lastPage).default(1),
    size: z.coerce.number().int().min(1).max(pageSizes.most).default(pageSizes.usual),
    sort: z.enum(orders).default(sorts[0]),
    q: z.string().trim().max(200).optional(),
    ...filters,
  });
}

type Asked = { page: number; size: number; sort: string; q?: string | undefined };

/** What `listQuery` has read, for a desk. */
export function asListQuery<Sort extends string>(asked: Asked): ListQuery<Sort> {
  const { page, size, sort, q } = asked;
  const descending = sort.startsWith('-');
  return {
    page,
    size,
    sort: sort.replace(/^-/, '') as Sort,
    descending,
    q: q === undefined || q === '' ? null : q,
  };
}

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), size: z.number().int() });

/** The answer of a list. */
export function paged<Item>(asked: { page: number; size: number }, found: { items: Item[]; total: number }) {
  return { ...found, page: asked.page, size: asked.size };
}
