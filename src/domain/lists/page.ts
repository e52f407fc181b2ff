/** One page of a list, the same everywhere. */
export type ListQuery<Sort extends string> = {
  /** From 1. */
  page: number;
  size: number;
  sort: Sort;
  descending: boolean;
  /** What is looked for, trimmed; `null` for everything. */
  q: string | null;
};

export type Page<Item> = { items: Item[]; total: number };

export const pageSizes = { usual: 50, most: 100 } as const;
/** Nobody leafs that far; who wants everything exports it. */
export const lastPage = 10_000;
