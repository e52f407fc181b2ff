import { useSearchParams } from 'wouter';

/** What is shown of a list: it stands in the address, so that it can be sent to somebody and survives «back». */
export type ListState<Filter extends string> = {
  page: number;
  size: number;
  sort: string;
  q: string;
  filters: Partial<Record<Filter, string>>;
  /** Everything set, as the API takes it. */
  query: { page: number; size: number; sort: string; q?: string } & Partial<Record<Filter, never>>;
  turn(page: number): void;
  order(sort: string): void;
  search(q: string): void;
  filter(name: Filter, value: string | null): void;
  reset(): void;
};

/** What a table needs of it, whatever the filters are. */
export type ListShown = Pick<
  ListState<never>,
  'page' | 'size' | 'sort' | 'q' | 'turn' | 'order' | 'reset'
> & {
  filters: Readonly<Record<string, string | undefined>>;
};

const size = 50;

export function useListState<Filter extends string = never>(
  usualSort: string,
  names: readonly Filter[] = [],
): ListState<Filter> {
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const sort = params.get('sort') ?? usualSort;
  const q = params.get('q') ?? '';
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  /** Whatever changes but the page itself begins at the first page. */
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (name !== 'page') next.delete('page');
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: name !== 'page' },
    );
  return {
    page,
    size,
    sort,
    q,
    filters,
    query: { page, size, sort, ...(q === '' ? {} : { q }), ...filters } as ListState<Filter>['query'],
    turn: (next) => set('page', next === 1 ? null : String(next)),
    order: (next) => set('sort', next === usualSort ? null : next),
    search: (next) => set('q', next),
    filter: set,
    reset: () => setParams(new URLSearchParams()),
  };
}
