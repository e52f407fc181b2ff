import type { CompetencyBook } from '../../domain/competencies/competency-book.ts';
import type { Sql } from '../sql.ts';

export function createCompetencyBook(sql: Sql): CompetencyBook {
  return new Proxy({ sql } as never, {
    get: (_, name) => () => Promise.reject(new Error(`not built yet: ${String(name)}`)),
  });
}
