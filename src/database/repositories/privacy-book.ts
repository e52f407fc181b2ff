import type { PrivacyBook } from '../../domain/privacy/privacy-book.ts';
import type { Sql } from '../sql.ts';

export function createPrivacyBook(sql: Sql): PrivacyBook {
  return new Proxy({ sql } as never, {
    get: (_, name) => () => Promise.reject(new Error(`not built yet: ${String(name)}`)),
  });
}
