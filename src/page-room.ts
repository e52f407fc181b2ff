import { allForms } from './bot/forms/all-forms.ts';
import { forms } from './bot/handle.ts';
import { createPageDesk } from './bot/page-desk.ts';
import type { PageBooks } from './bot/pages/page-talk.ts';
import { deskOf } from './bot-room.ts';
import { createUploadBook } from './database/repositories/upload-book.ts';
import type { Database } from './database/sql.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { FileShelf } from './domain/files/stored-file.ts';
import type { PageDesk } from './domain/pages/page-desk.ts';
import type { MayNameOthers } from './domain/people/channel.ts';

type PageRoomDeps = {
  database: Database;
  files: FileShelf;
  clock: Clock;
  mayNameOthers: MayNameOthers;
  /** Known once the server listens. */
  pageUrl(): string | null;
  /** Somebody who sends lives in this process, too. */
  answered?: (() => void) | undefined;
};

/** Our own page: what is done there is one transaction, and what is said goes to the visitor's chat. */
export function createPageRoom({ database, pageUrl, answered, ...shared }: PageRoomDeps): PageDesk {
  return createPageDesk({
    ...shared,
    forms: { engine: forms, hooks: allForms },
    get pageUrl() {
      return pageUrl();
    },
    ...(answered && { answered }),
    inTransaction: (work) =>
      database.transaction(async (sql) => {
        const writes: (() => Promise<void>)[] = [];
        const desk: PageBooks = {
          ...deskOf(sql, (write) => writes.push(write)),
          uploads: createUploadBook(sql),
        };
        const done = await work(desk);
        for (const write of writes) await write();
        return done;
      }),
  });
}
