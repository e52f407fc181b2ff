import { createCommunityBook } from '../database/repositories/community-book.ts';
import { aroundEntry } from '../database/repositories/entry-card.ts';
import { createEntryDeciding } from '../database/repositories/entry-deciding.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { checkNomination, organizationOf } from '../domain/contests/entering.ts';
import type { Entry } from '../domain/contests/entry.ts';
import { checkPlacesFor, settleWork } from '../domain/contests/entry-acts.ts';
import type { EntryDesk, StepDraft } from '../domain/contests/entry-desk.ts';
import { checkStep, type EntryStep } from '../domain/contests/entry-steps.ts';
import { Refusal } from '../domain/refusal.ts';
import { entryNews, type ToldStep } from '../texts/contests/entry-news.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { entrantOf, lockedEntry } from './entry-adding.ts';
import { noteEntry, shownEntry } from './entry-work.ts';

type Held = { contest: Contest; entry: Entry };

const actions: Readonly<Record<EntryStep, string>> = {
  accept: 'entry.accepted',
  mend: 'entry.given-back',
  reject: 'entry.rejected',
  nominate: 'entry.nominated',
  check: 'entry.check-asked',
  withdraw: 'entry.withdrawn',
  restore: 'entry.restored',
  assign: 'entry.assigned',
  dismiss: 'entry.dismissed',
  'marks-seen': 'entry.marks-seen',
  'confirm-community': 'entry.community-confirmed',
  'unconfirm-community': 'entry.community-unconfirmed',
};

const told: readonly EntryStep[] = ['accept', 'mend', 'reject', 'withdraw', 'restore', 'nominate', 'assign'];
const isTold = (step: EntryStep): step is ToldStep => told.includes(step);

/** What staff decide about an entry. */
export function createEntryStepping(deps: DeskDeps): Pick<EntryDesk, 'step'> {
  return {
    step: (staff, contestId, entryId, draft) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const held = await lockedEntry(work, contestId, entryId);
        const { marksSeenAt, isCommunityConfirmed } = await aroundEntry(work.sql, entryId);
        const facts = { isMarkSeen: marksSeenAt !== null, isCommunityConfirmed };
        checkStep(draft.step, held.contest, held.entry, facts, work.at);
        const after = await take(work, held, draft);
        const { entries } = work.books;
        const entry = await entries.find(work.reach.programmeId, entryId);
        if (entry === null) throw new Error('an entry that was just locked is gone');
        const { state } = held.entry;
        await noteEntry(work, entry, actions[draft.step], { state: entry.state, ...after }, { state });
        await tell(work, { contest: held.contest, entry }, draft);
        work.due();
        return shownEntry(work, held.contest, entry);
      }),
  };
}

async function tell(work: Work, { contest, entry }: Held, draft: StepDraft): Promise<void> {
  const { step } = draft;
  if (!isTold(step) || entry.personId === null || entry.state === 'found') return;
  const reason = 'reason' in draft ? draft.reason : '';
  await work.tell(entry.personId, (mayNameOthers) =>
    entryNews(step, { entry, contest, reason }, mayNameOthers),
  );
}

/** Answers what goes into the audit beside the state. */
async function take(work: Work, held: Held, draft: StepDraft): Promise<Record<string, unknown>> {
  const { sql, staff, at } = work;
  const { entry } = held;
  const deciding = createEntryDeciding(sql);
  const decide = (state: Entry['state'], reason: string) =>
    deciding.decide(entry.id, { state, by: staff.personId, at, reason });
  switch (draft.step) {
    case 'accept':
      await decide('accepted', mustSay(draft.reason));
      return {};
    case 'mend':
      await decide('mending', mustSay(draft.reason));
      return {};
    case 'reject':
    case 'dismiss':
      await decide('rejected', mustSay(draft.reason));
      return {};
    case 'withdraw':
      await decide('withdrawn', draft.reason.trim());
      return {};
    case 'restore':
      await restore(work, held);
      return {};
    case 'check':
      await lookAgain(work, held);
      return {};
    case 'nominate':
      return nominate(work, held, draft.nominationId);
    case 'assign':
      return assign(work, held, draft.personId);
    case 'marks-seen':
      await deciding.markSeen(entry.id, at);
      return {};
    case 'confirm-community':
    case 'unconfirm-community':
      return confirm(work, held, draft.step === 'confirm-community');
  }
}

function mustSay(reason: string): string {
  const said = reason.trim();
  if (said === '') throw new Refusal('reason-empty');
  return said;
}

/** What staff have taken as it is stays so; the rest is looked at anew. */
async function lookAgain({ sql, books, at }: Work, { contest, entry }: Held): Promise<void> {
  if (entry.post !== null) await createEntryDeciding(sql).lookNow(entry.id, at);
  else if (entry.decidedAt === null) await settleWork(books, contest, entry, at);
}

async function restore(work: Work, { contest, entry }: Held): Promise<void> {
  const { sql, books, at, reach } = work;
  const deciding = createEntryDeciding(sql);
  // A found one that was dismissed: nobody had handed it in.
  if (entry.personId === null || entry.submittedAt === null) {
    await requireFree(work, entry);
    return deciding.undecide(entry.id, 'found');
  }
  if ((await deciding.entrant(reach.programmeId, entry.personId)) === null)
    throw new Refusal('person-unknown');
  await checkPlacesFor(books, contest, entry);
  await requireFree(work, entry);
  await deciding.undecide(entry.id, 'withdrawn');
  if (entry.post !== null) await books.entries.queueCheck(entry.id, entry.post, at);
  else await settleWork(books, contest, entry, at);
}

/** Meanwhile its post may have been handed in again. */
async function requireFree({ books }: Work, { id, contestId, post }: Entry): Promise<void> {
  if (post === null) return;
  const holder = await books.entries.withPost(contestId, post);
  if (holder !== null && holder.id !== id) throw new Refusal('entry-repeated');
}

async function nominate(work: Work, { contest, entry }: Held, nominationId: string) {
  const { books, at } = work;
  checkNomination(contest, nominationId);
  const before = entry.nominationId;
  if (before === nominationId) return {};
  if (entry.state !== 'found') await checkPlacesFor(books, contest, { ...entry, nominationId });
  await books.entries.change(entry.id, { nominationId });
  // Another nomination wants other hashtags.
  if (entry.state !== 'found' && entry.post !== null)
    await createEntryDeciding(work.sql).lookNow(entry.id, at);
  return { nominationId, formerNominationId: before };
}

async function assign(work: Work, { contest, entry }: Held, personId: string) {
  const { books, at, sql } = work;
  if (entry.post === null) throw new Refusal('entry-step', { state: entry.state });
  if (entry.nominationId === null) throw new Refusal('entry-nomination-missing');
  const who = await entrantOf(work, contest, personId, entry.nominationId);
  const organizationId = organizationOf(contest.terms, who);
  await createEntryDeciding(sql).assign(entry.id, { personId, organizationId }, at);
  await books.entries.queueCheck(entry.id, entry.post, at);
  return { personId };
}

async function confirm({ sql, at }: Work, { entry }: Held, isTheirs: boolean) {
  const { organizationId, post } = entry;
  if (organizationId === null || post === null) throw new Refusal('entry-step', { state: entry.state });
  const communityId = -post.ownerId;
  const book = createCommunityBook(sql);
  if (isTheirs) await book.confirm(organizationId, communityId, at);
  else await book.unconfirm(organizationId, communityId, at);
  return { communityId };
}
