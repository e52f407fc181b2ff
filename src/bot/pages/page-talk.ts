import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/calendar/clock.ts';
import type { FileShelf } from '../../domain/files/stored-file.ts';
import type { UploadBook } from '../../domain/files/upload-book.ts';
import type { PageLinkBook, PageVisit, PageVisitBook } from '../../domain/pages/page-link.ts';
import type { MayNameOthers } from '../../domain/people/channel.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Desk } from '../desk.ts';
import { type KnownTalk, openTalk, type Talk } from '../dialogues/talk.ts';
import type { FormEngine, FormHooks } from '../forms/form-engine.ts';

/** What a page may touch: a conversation's desk, and what only the page itself needs. */
export type PageBooks = Desk & {
  pages: PageLinkBook & PageVisitBook;
  uploads: UploadBook;
};

export type PageDeps = {
  /** Commits what was done and said on the desk together. */
  inTransaction<T>(work: (desk: PageBooks) => Promise<T>): Promise<T>;
  /** Renders documents that nobody needed yet. */
  files: FileShelf;
  forms: { engine: FormEngine; hooks: readonly FormHooks[] };
  clock: Clock;
  mayNameOthers: MayNameOthers;
  /** Known once the server listens. */
  pageUrl(): string | null;
  /** What was said lies in the outbox. */
  answered?(): void;
};

export type PageTalk = Talk & { desk: PageBooks };

/**
 * Answers one request as if it had come from the visitor's chat: what it says goes there.
 */
export async function talkOver<T>(
  { inTransaction, forms, clock, mayNameOthers, pageUrl, answered }: PageDeps,
  visit: PageVisit,
  work: (talk: PageTalk) => Promise<T>,
): Promise<T> {
  const { platform, accountId, chatId } = visit.account;
  const result = await inTransaction(async (desk) => {
    const at = clock.now();
    const eventId = `page:${randomUUID()}`;
    const incoming = { platform, eventId, accountId, chatId, at, event: { kind: 'page' } } as const;
    const talk = await openTalk(desk, incoming, at, {
      mayNameOthers,
      forms: forms.engine,
      pageUrl: pageUrl(),
    });
    const done = await work(Object.assign(talk, { desk }));
    await talk.close();
    return done;
  });
  answered?.();
  return result;
}

/** A page for people of the programme only: nobody else learns that it is there. */
export function knownOn(talk: PageTalk): PageTalk & KnownTalk {
  const { person } = talk.visitor;
  if (person === null) throw new Refusal('not-found');
  return Object.assign(talk, { person });
}
