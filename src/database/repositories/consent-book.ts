import type { ConsentBook } from '../../domain/consents/consent-book.ts';
import type { Sql } from '../sql.ts';

export function createConsentBook(sql: Sql): ConsentBook {
  return new Proxy({ sql } as never, {
    get: (_, name) => () => Promise.reject(new Error(`not built yet: ${String(name)}`)),
  });
}
