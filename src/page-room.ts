import type { DialogueState } from './bot/desk.ts';
import { allForms } from './bot/forms/all-forms.ts';
import { createFormEngine } from './bot/forms/engine.ts';
import { createPageDesk } from './bot/page-desk.ts';
import type { PageDeps } from './bot/pages/page-talk.ts';
import { createOutbox, gatherOrders } from './database/repositories/delivery-outbox.ts';
import { createDeskBooks } from './database/repositories/desk-books.ts';
import { createDialogueBook } from './database/repositories/dialogue-book.ts';
import { createUploadBook } from './database/repositories/upload-book.ts';
import type { Database } from './database/sql.ts';
import type { PageDesk } from './domain/pages/page-desk.ts';

/** Our own page over this database. */
export function openPageDesk({
  database,
  ...rest
}: Omit<PageDeps, 'inTransaction' | 'forms'> & { database: Database }): PageDesk {
  const forms = { engine: createFormEngine(allForms), hooks: allForms };
  return createPageDesk({ ...rest, forms, inTransaction: deskTransactions(database) });
}

/** Rows that a request leaves, answers and messages alike, are committed together. */
function deskTransactions(database: Database): PageDeps['inTransaction'] {
  return (work) =>
    database.transaction(async (sql) => {
      const writes: (() => Promise<void>)[] = [];
      const beforeCommit = (write: () => Promise<void>) => void writes.push(write);
      const result = await work({
        ...createDeskBooks(sql),
        uploads: createUploadBook(sql),
        dialogues: createDialogueBook<DialogueState>(sql, beforeCommit),
        outbox: gatherOrders(createOutbox(sql), beforeCommit),
      });
      for (const write of writes) await write();
      return result;
    });
}
