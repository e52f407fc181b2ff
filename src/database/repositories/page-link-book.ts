import type { PageLinkBook, PageVisitBook } from '../../domain/pages/page-link.ts';
import type { Sql } from '../sql.ts';

export function createPageLinkBook(sql: Sql): PageLinkBook & PageVisitBook {
  return new Proxy({ sql } as never, {
    get: (_, name) => () => Promise.reject(new Error(`not built yet: ${String(name)}`)),
  });
}
