import { createMailingBook } from '../database/repositories/mailing-book.ts';
import type { MailingBook } from '../domain/mailings/mailing-book.ts';
import type { MailingDesk } from '../domain/mailings/mailing-desk.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { type DeskDeps, type Look, staffLook } from './desk-work.ts';
import { createMailingActions } from './mailing-actions.ts';
import { createMailingDrafts } from './mailing-drafts.ts';
import { createMailingFileDesk } from './mailing-file-desk.ts';
import { previewOf } from './mailing-preview.ts';
import { mailingOf, progressOf, shownMailing } from './mailing-views.ts';

/** Refuses somebody else's mailing before anything of it is read. */
export function createMailingDesk(deps: DeskDeps): MailingDesk {
  const looking = <T>(staff: Staff, look: (look: Look, book: MailingBook) => Promise<T>) =>
    staffLook(deps, staff, 'messages:read', (each) => look(each, createMailingBook(each.sql)));

  return {
    ...createMailingDrafts(deps),
    ...createMailingFileDesk(deps),
    ...createMailingActions(deps),

    list: (staff, { page, size, descending, q, state }) =>
      looking(staff, ({ reach }, book) =>
        book.list(reach.programmeId, reach.organizationIds, {
          offset: (page - 1) * size,
          size,
          descending,
          q,
          state,
        }),
      ),

    one: (staff, id) =>
      looking(staff, async (look, book) => shownMailing(look, await mailingOf(look, book, id))),

    preview: (staff, id) =>
      looking(staff, async (look, book) =>
        previewOf(look, book, await mailingOf(look, book, id), deps.mayNameOthers),
      ),

    progress: (staff, id) =>
      looking(staff, async (look, book) => progressOf(look, book, await mailingOf(look, book, id))),

    recipients: (staff, id, { page, size, descending, q, state }) =>
      looking(staff, async (look, book) => {
        await mailingOf(look, book, id);
        return book.recipients(id, { offset: (page - 1) * size, size, descending, q, state });
      }),
  };
}
