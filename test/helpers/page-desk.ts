import { allForms } from '../../src/bot/forms/all-forms.ts';
import { createFormEngine } from '../../src/bot/forms/engine.ts';
import { createPageDesk } from '../../src/bot/page-desk.ts';
import type { PageDeps } from '../../src/bot/pages/page-talk.ts';
import { createDeskBooks } from '../../src/database/repositories/desk-books.ts';
import { createUploadBook } from '../../src/database/repositories/upload-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { deskOf } from './conversation.ts';

/** Our own page over a test's database. */
export function pageDesk(database: Database, deps: Omit<PageDeps, 'inTransaction' | 'forms'>) {
  const forms = { engine: createFormEngine(allForms), hooks: allForms };
  return createPageDesk({
    ...deps,
    forms,
    inTransaction: (work) =>
      database.transaction(async (sql) => {
        const writes: (() => Promise<void>)[] = [];
        const { dialogues, outbox } = deskOf(sql, (write) => writes.push(write));
        const done = await work({
          ...createDeskBooks(sql),
          uploads: createUploadBook(sql),
          dialogues,
          outbox,
        });
        for (const write of writes) await write();
        return done;
      }),
  });
}
