import { createMailingBook } from '../database/repositories/mailing-book.ts';
import { checkDraft, tidyMailing } from '../domain/mailings/check-draft.ts';
import type { Mailing, MailingDraft } from '../domain/mailings/mailing.ts';
import type { MailingBook, Within } from '../domain/mailings/mailing-book.ts';
import type { MailingDesk } from '../domain/mailings/mailing-desk.ts';
import type { Reach } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { lockedMailing, mailingOf, mustBeDraft, shownMailing } from './mailing-views.ts';

/** What is still being written. */
export function createMailingDrafts(deps: DeskDeps): Pick<MailingDesk, 'create' | 'change' | 'remove'> {
  const writing = <T>(staff: Staff, work: (work: Work, book: MailingBook) => Promise<T>) =>
    staffWork(deps, staff, 'messages:write', (each) => work(each, createMailingBook(each.sql)));

  return {
    create: (staff, draft, call) =>
      writing(staff, (work, book) =>
        work.once(call, async () => ({ id: await draftMailing(work, book, draft, work.reach) })),
      ),

    change: (staff, id, draft, version) =>
      writing(staff, async (work, book) => {
        const before = await lockedMailing(work, book, id);
        checkVersion(await shownMailing(work, before), version);
        mustBeDraft(before);
        const tidy = await checked(book, draft, before.programmeId, before.organizationIds);
        await book.change(id, tidy);
        const after = await mailingOf(work, book, id);
        await work.note({
          action: 'mailing.changed',
          subject: { kind: 'mailing', id },
          before: factsOf(before),
          after: factsOf(after),
        });
        return shownMailing(work, after);
      }),

    remove: (staff, id) =>
      writing(staff, async (work, book) => {
        mustBeDraft(await lockedMailing(work, book, id));
        await book.remove(id);
        await work.note({ action: 'mailing.removed', subject: { kind: 'mailing', id } });
      }),
  };
}

/** A draft as far as `reach` goes, in the transaction of `work`; its id. */
export async function draftMailing(
  work: Work,
  book: MailingBook,
  draft: MailingDraft,
  { programmeId, organizationIds }: Reach,
): Promise<string> {
  const tidy = await checked(book, draft, programmeId, organizationIds);
  const whose = {
    programmeId,
    organizationIds: organizationIds === null ? null : [...organizationIds],
    authorId: work.staff.personId,
    copiedFrom: null,
  };
  const id = await book.add({ ...tidy, ...whose }, work.at);
  await work.note({ action: 'mailing.created', subject: { kind: 'mailing', id } });
  return id;
}

async function checked(
  book: MailingBook,
  draft: MailingDraft,
  programmeId: string,
  within: Within,
): Promise<MailingDraft> {
  const tidy = tidyMailing(draft);
  checkDraft(tidy);
  await book.mustReach({ programmeId, within, audience: tidy.audience });
  return tidy;
}

/** For the audit: words and people only as that they changed. */
function factsOf({ title, text, otherText, namesOthers, audience }: Mailing) {
  const { personIds, ...conditions } = audience;
  return { text: [title, text, otherText].join('\n'), namesOthers, ...conditions, people: personIds.length };
}
