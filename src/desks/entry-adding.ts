import { createHash } from 'node:crypto';
import { createEntryDeciding } from '../database/repositories/entry-deciding.ts';
import type { Contest } from '../domain/contests/contest.ts';
import {
  checkNomination,
  checkPlaces,
  type Entrant,
  mayTakePart,
  organizationOf,
} from '../domain/contests/entering.ts';
import { type Entry, liveEntryStates } from '../domain/contests/entry.ts';
import { settleWork } from '../domain/contests/entry-acts.ts';
import { claimPost } from '../domain/contests/entry-claim.ts';
import type { EntryDesk, EntryDraft } from '../domain/contests/entry-desk.ts';
import { mayDo } from '../domain/contests/stage.ts';
import { descriptionFault, mostFiles, readTitle } from '../domain/contests/work.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble, largestFile } from '../domain/files/stored-file.ts';
import { readPostLink } from '../domain/posts/read-post-link.ts';
import { Refusal } from '../domain/refusal.ts';
import { entryNews, postClaimed } from '../texts/contests/entry-news.ts';
import { lockedContest } from './contest-work.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { entryOf, noteEntry, shownEntry } from './entry-work.ts';

/** Entries that staff hand in for somebody. */
export function createEntryAdding(deps: DeskDeps): Pick<EntryDesk, 'add' | 'addFile'> {
  return {
    add: (staff, contestId, draft, call) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await lockedContest(work, contestId);
        return work.once(call, async () => {
          mayDo('enter', contest, work.at);
          if (contest.kind === 'event') throw new Refusal('entry-step', { state: 'draft' });
          checkNomination(contest, draft.nominationId);
          const who = await entrantOf(work, contest, draft.personId, draft.nominationId);
          const entry = await handIn(work, contest, who, draft);
          const { personId, nominationId } = draft;
          await noteEntry(work, entry, 'entry.added', { contestId, personId, nominationId });
          await work.tell(personId, (mayNameOthers) => entryNews('add', { entry, contest }, mayNameOthers));
          work.due();
          return { id: entry.id };
        });
      }),

    addFile: (staff, contestId, entryId, { name, bytes }) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        if (bytes.length > largestFile) throw new FileTrouble('too-large', { final: true });
        const { contest, entry } = await lockedEntry(work, contestId, entryId);
        mayDo('decide-entry', contest, work.at);
        if (contest.kind !== 'work' || !liveEntryStates.includes(entry.state))
          throw new Refusal('entry-step', { state: entry.state });
        const { entries, uploads } = work.books;
        const most = mostFiles(contest);
        if ((await entries.files(entryId)).length >= most)
          throw new Refusal('entry-too-many-files', { most });
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const file = { name, bytes, mime: sniff(name, bytes), sha256 };
        const fileId = await uploads.keep(entry.personId, file);
        await createEntryDeciding(work.sql).addFile(entryId, fileId);
        const isTaken = entry.state === 'accepted' && entry.decidedAt !== null;
        const now = isTaken ? entry : await settleWork(work.books, contest, entry, work.at);
        await noteEntry(work, entry, 'entry.file-added', { fileId, size: bytes.length });
        return shownEntry(work, contest, now);
      }),
  };
}

/** The contest first, as authors do: whoever comes at the same moment waits. */
export async function lockedEntry(
  work: Work,
  contestId: string,
  entryId: string,
): Promise<{ contest: Contest; entry: Entry }> {
  const contest = await lockedContest(work, contestId);
  await work.books.entries.lock(work.reach.programmeId, entryId);
  const { entry } = await entryOf(work, contestId, entryId);
  return { contest, entry };
}

/** Somebody who may take part and has a place left; see `EntryDesk.add` for the refusals. */
export async function entrantOf(
  work: Work,
  contest: Contest,
  personId: string,
  nominationId: string | null,
): Promise<Entrant> {
  const { programmeId } = work.reach;
  const appointments = await createEntryDeciding(work.sql).entrant(programmeId, personId);
  if (appointments === null) throw new Refusal('person-unknown');
  const who: Entrant = { personId, programmeId, appointments };
  if (!mayTakePart(contest.terms, who)) throw new Refusal('contest-not-for-you');
  const own = await work.books.entries.ofPerson(personId, contest.id);
  checkPlaces(contest, own, { personId, nominationId });
  return who;
}

async function handIn(work: Work, contest: Contest, who: Entrant, draft: EntryDraft): Promise<Entry> {
  const { books, at } = work;
  const { personId } = who;
  const common = {
    contestId: contest.id,
    nominationId: draft.nominationId,
    personId,
    organizationId: organizationOf(contest.terms, who),
    source: 'panel',
  } as const;
  if (contest.kind === 'post') {
    const read = readPostLink(draft.link);
    if (read.kind !== 'post') throw new Refusal('post-link-wrong');
    const entry = await books.entries.add({ ...common, state: 'draft' }, at);
    const released = await claimPost(books, contest, entry, read.key, at);
    if (released !== null && released.personId !== null)
      await work.tell(released.personId, () => postClaimed(released, contest));
    return books.entries.queueCheck(entry.id, read.key, at);
  }
  const title = readTitle(draft.title);
  if (title === null) throw new Refusal('entry-incomplete', { what: 'title' });
  const description = draft.description.trim();
  if (descriptionFault(contest, description) !== null)
    throw new Refusal('entry-incomplete', { what: 'description' });
  const link = readLink(contest, draft.link);
  const entry = await books.entries.add({ ...common, state: 'mending', title, description, link }, at);
  return settleWork(books, contest, entry, at);
}

function readLink({ terms }: Contest, text: string): string | null {
  const link = text.trim();
  if (link === '') return null;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!terms.work.link || url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal('entry-link-wrong');
  return url.href;
}
