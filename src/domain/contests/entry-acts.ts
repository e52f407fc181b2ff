import type { PostKey } from '../posts/post.ts';
import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { ContestBook, EntryBook, EntryChange } from './contest-book.ts';
import { checkNomination, checkPlaces, type Entrant, mayTakePart, organizationOf } from './entering.ts';
import type { Entry } from './entry.ts';
import { claimPost } from './entry-claim.ts';
import { checkEventTime } from './seats.ts';
import { type ContestAct, mayDo } from './stage.ts';
import { checkComplete, workFindings } from './work.ts';

/**
 * What authors do with their works. Each act locks the contest first, so that its end, its limits and "one post once" hold
 * whoever comes at the same moment; everything it depends on is read after that.
 */
export type EntryBooks = { contests: Pick<ContestBook, 'lock'>; entries: EntryBook };
export type Held = { contest: Contest; entry: Entry };

/** `Refusal('contest-unknown' | 'contest-stage' | 'contest-not-for-you')`; those of `checkEventTime` for an event. */
export async function lockContest(
  { contests }: Pick<EntryBooks, 'contests'>,
  who: Entrant,
  contestId: string,
  act: ContestAct,
  at: Date,
): Promise<Contest> {
  const contest = await contests.lock(who.programmeId, contestId);
  if (contest === null) throw new Refusal('contest-unknown');
  if (contest.kind === 'event') checkEventTime(act, contest, at);
  else mayDo(act, contest, at);
  if (act === 'enter' && !mayTakePart(contest.terms, who)) throw new Refusal('contest-not-for-you');
  return contest;
}

/** One's own entry and its contest, both locked. `Refusal('entry-unknown' | 'entry-over')` and those of `lockContest`. */
export async function lockOwn(
  books: EntryBooks,
  who: Entrant,
  entryId: string,
  act: ContestAct,
  at: Date,
): Promise<Held> {
  const seen = await books.entries.find(who.programmeId, entryId);
  if (seen === null || seen.personId !== who.personId) throw new Refusal('entry-unknown');
  const contest = await lockContest(books, who, seen.contestId, act, at);
  const entry = await books.entries.lock(who.programmeId, entryId);
  if (entry === null || entry.personId !== who.personId) throw new Refusal('entry-unknown');
  if (['withdrawn', 'rejected', 'found'].includes(entry.state)) throw new Refusal('entry-over');
  return { contest, entry };
}

/** A draft; the one begun before in this contest goes on. Refusals of `lockContest`, `checkNomination`, `checkPlaces`. */
export async function beginEntry(
  books: EntryBooks,
  who: Entrant,
  { contestId, nominationId }: { contestId: string; nominationId: string },
  at: Date,
): Promise<Held> {
  const contest = await lockContest(books, who, contestId, 'enter', at);
  checkNomination(contest, nominationId);
  const own = await books.entries.ofPerson(who.personId, contestId);
  const draft = own.find(({ state, personId }) => state === 'draft' && personId === who.personId);
  checkPlaces(contest, own, {
    personId: who.personId,
    nominationId,
    ...(draft !== undefined && { exceptId: draft.id }),
  });
  if (draft !== undefined) {
    if (draft.nominationId === nominationId) return { contest, entry: draft };
    await checkMembers(books, contest, { ...draft, nominationId });
    return { contest, entry: await books.entries.change(draft.id, { nominationId }) };
  }
  const entry = await books.entries.add(
    {
      contestId,
      nominationId,
      personId: who.personId,
      organizationId: organizationOf(contest.terms, who),
      source: 'chat',
      state: 'draft',
    },
    at,
  );
  return { contest, entry };
}

/**
 * Hands in a post, or another in its place. `Refusal('entry-repeated')` for one that is another's work already; `released`:
 * the work of somebody whose it was not, who is to be told.
 */
export async function handInPost(
  books: EntryBooks,
  who: Entrant,
  { entryId, post }: { entryId: string; post: PostKey },
  at: Date,
): Promise<Held & { released: Entry | null }> {
  await lockHolder(books, who, entryId, post);
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  // A button's action can be forged: elsewhere a post would wait for a check that never comes.
  if (contest.kind !== 'post') throw new Refusal('contest-unknown');
  await checkPlacesFor(books, contest, entry);
  const released = await claimPost(books, contest, entry, post, at);
  return { contest, entry: await books.entries.queueCheck(entry.id, post, at), released };
}

/** Checks lock entries in the order of their ids: whoever may need two does so too, or each would wait for the other. */
async function lockHolder(
  { contests, entries }: EntryBooks,
  { programmeId }: Entrant,
  entryId: string,
  post: PostKey,
): Promise<void> {
  const seen = await entries.find(programmeId, entryId);
  if (seen === null || (await contests.lock(programmeId, seen.contestId)) === null) return;
  const holder = await entries.withPost(seen.contestId, post);
  if (holder !== null && BigInt(holder.id) < BigInt(entryId)) await entries.lock(programmeId, holder.id);
}

/** Hands in a work of files or a link, or says how it stands after a change. Refusals of `checkComplete`. */
export async function handInWork(books: EntryBooks, who: Entrant, entryId: string, at: Date): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  await checkPlacesFor(books, contest, entry);
  const files = await books.entries.files(entry.id);
  checkComplete(contest, entry, files.length);
  return { contest, entry: await settleOwn(books, contest, entry, at) };
}

/**
 * Changes what a work holds; one that was handed in is looked at again at once. `files`: called once nothing stands in the
 * way, for the ids of those that take the place of all before. What fits the regulations was made sure by the caller.
 */
export async function editWork(
  books: EntryBooks,
  who: Entrant,
  edit: {
    entryId: string;
    change?: Pick<EntryChange, 'title' | 'description' | 'link'>;
    files?: () => Promise<string[]>;
  },
  at: Date,
): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, edit.entryId, 'enter', at);
  const changed = await books.entries.change(entry.id, edit.change ?? {});
  if (edit.files !== undefined) await books.entries.setFiles(entry.id, await edit.files());
  if (entry.state === 'draft') return { contest, entry: changed };
  return { contest, entry: await settleOwn(books, contest, changed, at) };
}

/** Once its author has done something to it; others leave what staff decided as it is. */
async function settleOwn(books: EntryBooks, contest: Contest, entry: Entry, at: Date): Promise<Entry> {
  await books.entries.forgetDecision(entry.id);
  return settleWork(books, contest, entry, at);
}

/** Looks at a work by the regulations; nobody outside is asked, so that it never waits. */
export async function settleWork(
  { entries }: Pick<EntryBooks, 'entries'>,
  contest: Contest,
  entry: Entry,
  at: Date,
): Promise<Entry> {
  const files = await entries.files(entry.id);
  const members = (await entries.team(entry.id)).length;
  const findings = workFindings(contest, entry, files, members);
  return entries.change(entry.id, {
    state: findings.length === 0 ? 'accepted' : 'mending',
    findings,
    checkedAt: at,
    submittedAt: entry.submittedAt ?? at,
  });
}

/** Of the author and of everybody in the team: each has places of their own. */
export async function checkPlacesFor(books: EntryBooks, contest: Contest, entry: Entry): Promise<void> {
  if (entry.nominationId !== null) checkNomination(contest, entry.nominationId);
  await checkMembers(books, contest, entry);
}

async function checkMembers({ entries }: EntryBooks, contest: Contest, entry: Entry): Promise<void> {
  const { nominationId, id: exceptId } = entry;
  for (const { id: personId } of await entries.team(exceptId)) {
    const theirs = await entries.ofPerson(personId, contest.id);
    checkPlaces(contest, theirs, { personId, nominationId, exceptId });
  }
}

/** A post is looked at again: another nomination wants other hashtags. */
export async function changeNomination(
  books: EntryBooks,
  who: Entrant,
  { entryId, nominationId }: { entryId: string; nominationId: string },
  at: Date,
): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  await checkPlacesFor(books, contest, { ...entry, nominationId });
  const changed = await books.entries.change(entry.id, { nominationId });
  if (entry.state === 'draft' || entry.post === null) return { contest, entry: changed };
  return { contest, entry: await books.entries.queueCheck(entry.id, entry.post, at) };
}

/** «Проверить ещё раз». */
export async function checkAgain(books: EntryBooks, who: Entrant, entryId: string, at: Date): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  if (entry.state === 'draft') throw new Refusal('entry-incomplete', { what: 'content' });
  const again =
    entry.post === null
      ? await settleOwn(books, contest, entry, at)
      : await books.entries.queueCheck(entry.id, entry.post, at);
  return { contest, entry: again };
}

/** A draft is gone for good, what was handed in stays as withdrawn. `null`: it was a draft. */
export async function withdrawEntry(
  books: EntryBooks,
  who: Entrant,
  entryId: string,
  at: Date,
): Promise<Held | null> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'withdraw-entry', at);
  if (entry.state === 'draft') {
    await books.entries.removeDraft(entry.id);
    return null;
  }
  const gone = await books.entries.change(entry.id, {
    state: 'withdrawn',
    withdrawnAt: at,
    checkDueAt: null,
    checkTrouble: null,
  });
  return { contest, entry: gone };
}
