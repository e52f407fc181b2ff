import type { ApplicationBook } from '../../domain/registration/application-book.ts';
import type { Sql } from '../sql.ts';

export function createApplicationBook(sql: Sql): ApplicationBook {
  return new Proxy({ sql } as never, {
    get: (_, name) => () => Promise.reject(new Error(`not built yet: ${String(name)}`)),
  });
}
