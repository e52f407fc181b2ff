import { createMailingBook } from '../database/repositories/mailing-book.ts';
import { checkReady } from '../domain/mailings/check-draft.ts';
import type { Mailing } from '../domain/mailings/mailing.ts';
import type { MailingBook } from '../domain/mailings/mailing-book.ts';
import type { MailingDesk, StaffAction } from '../domain/mailings/mailing-desk.ts';
import { afterAction } from '../domain/mailings/mailing-state.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { groupOf } from './mailing-preview.ts';
import { lockedMailing, mailingOf, progressOf } from './mailing-views.ts';

/** What moves a mailing. Each holds its row, so that no round hands out another portion meanwhile. */
export function createMailingActions(deps: DeskDeps): Pick<MailingDesk, 'act' | 'copy'> {
  return {
    async act(staff, id, action, readers) {
      const progress = await staffWork(deps, staff, 'messages:write', async (work) => {
        const book = createMailingBook(work.sql);
        return progressOf(work, book, await actOn(work, book, id, action, readers));
      });
      if (action !== 'pause' && action !== 'stop') deps.ring?.();
      return progress;
    },

    copy: (staff, id, call) =>
      staffWork(deps, staff, 'messages:write', (work) =>
        work.once(call, async () => {
          const book = createMailingBook(work.sql);
          const { title, text, otherText, namesOthers, audience, organizationIds } = await mailingOf(
            work,
            book,
            id,
          );
          const draft = { title, text, otherText, namesOthers, audience };
          const { programmeId } = work.reach;
          // As far as the first one reached: whoever copies reaches at least that far.
          const whose = { programmeId, organizationIds, authorId: staff.personId, copiedFrom: id };
          const copyId = await book.add({ ...draft, ...whose }, work.at);
          await book.copyFiles(id, copyId);
          await work.note({
            action: 'mailing.copied',
            subject: { kind: 'mailing', id: copyId },
            after: { copiedFrom: id },
          });
          return { id: copyId };
        }),
      ),
  };
}

/** In the transaction of `work`; the mailing as it is then. */
export async function actOn(
  work: Work,
  book: MailingBook,
  id: string,
  action: StaffAction,
  readers: number | null,
): Promise<Mailing> {
  const mailing = await lockedMailing(work, book, id);
  const state = afterAction(mailing.state, action);
  const facts = await steps[action](work, book, mailing, readers);
  await book.move(id, state, work.at);
  await work.note({
    action: `mailing.${action}`,
    subject: { kind: 'mailing', id },
    before: { state: mailing.state },
    after: { state, ...facts },
  });
  return { ...mailing, state };
}

type Step = (
  work: Work,
  book: MailingBook,
  mailing: Mailing,
  readers: number | null,
) => Promise<Record<string, number>>;

const steps: Record<StaffAction, Step> = {
  async start(work, book, mailing, readers) {
    checkReady(mailing);
    const filled = await book.fill(mailing.id, groupOf(work, mailing));
    if (filled === 0) throw new Refusal('mailing-to-nobody');
    if (readers !== null && readers !== filled)
      throw new Refusal('mailing-readers-changed', { readers: filled });
    return { readers: filled };
  },
  async pause({ at }, book, { id }) {
    await book.callBack(id, false, at);
    return {};
  },
  resume: async () => ({}),
  async stop({ at }, book, { id }) {
    await book.callBack(id, true, at);
    return {};
  },
  async retry(_work, book, { id }) {
    const again = await book.retry(id);
    if (again === 0) throw new Refusal('mailing-nobody-missed');
    return { readers: again };
  },
};
