import { allForms } from './bot/forms/all-forms.ts';
import { forms } from './bot/handle.ts';
import { createPageDesk } from './bot/page-desk.ts';
import type { PageDeps } from './bot/pages/page-talk.ts';
import { deskOf } from './bot-room.ts';
import { createUploadBook } from './database/repositories/upload-book.ts';
import type { Database } from './database/sql.ts';
import type { PageDesk } from './domain/pages/page-desk.ts';

/** Our own page over this database. */
export function createPageRoom({
  database,
  ...rest
}: Omit<PageDeps, 'inTransaction' | 'forms'> & { database: Database }): PageDesk {
  return createPageDesk({
    ...rest,
    forms: { engine: forms, hooks: allForms },
    inTransaction: deskTransactions(database),
  });
}

/** Rows that a request leaves, answers and messages alike, are committed together. */
function deskTransactions(database: Database): PageDeps['inTransaction'] {
  return (work) =>
    database.transaction(async (sql) => {
      const writes: (() => Promise<void>)[] = [];
      const beforeCommit = (write: () => Promise<void>) => void writes.push(write);
      const result = await work({
        ...deskOf(sql, beforeCommit),
        uploads: createUploadBook(sql),
      });
      for (const write of writes) await write();
      return result;
    });
}
