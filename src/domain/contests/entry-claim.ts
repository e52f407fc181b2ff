import type { PostAuthor } from '../posts/check-post.ts';
import type { PostKey } from '../posts/post.ts';
import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { EntryBook } from './contest-book.ts';
import type { Entry } from './entry.ts';

type Books = { entries: EntryBook };
type Holder = { entry: Pick<Entry, 'state' | 'findings' | 'decidedAt'>; author: PostAuthor };

/** What its author finds on the work that lost its post. */
export const claimedFinding = 'post-claimed';

/**
 * Whether a post goes over to whoever hands it in now. One post takes part once, and the first to hand it in holds it; but a
 * stranger must not keep it from those it belongs to by having been quicker: it is taken from them by proof alone. What was accepted,
 * or what staff have decided, is taken from nobody.
 */
export function losesTo({ entry, author }: Holder, newcomer: PostAuthor, { ownerId }: PostKey): boolean {
  if (entry.decidedAt !== null || !['checking', 'mending'].includes(entry.state)) return false;
  if (ownerId > 0) return newcomer.vkAccountIds.includes(ownerId) && !author.vkAccountIds.includes(ownerId);
  // Who signed a community's post only a check can tell: until one has, and found it foreign, the holder keeps it.
  const found = (code: string) => entry.findings.some((finding) => finding.code === code);
  const isTheirs = newcomer.communityIds.includes(-ownerId) && !author.communityIds.includes(-ownerId);
  if (found('post-not-own')) return isTheirs || newcomer.vkAccountIds.length > 0;
  return found('post-community-unconfirmed') && isTheirs;
}

/**
 * Makes room for the post that this entry is about to hold. Answers the work that had to let go of it, withdrawn, for its
 * author to be told; `null` where nobody's had. Called under the contest's lock. `Refusal('entry-repeated')`.
 */
export async function claimPost(
  { entries }: Books,
  contest: Contest,
  { id, personId }: Pick<Entry, 'id' | 'personId'>,
  post: PostKey,
  at: Date,
): Promise<Entry | null> {
  const seen = await entries.withPost(contest.id, post);
  if (seen === null || seen.id === id) return null;
  if (seen.state === 'found' && [null, personId].includes(seen.personId)) return null;
  // Read again under its lock: a check may have just settled it.
  const entry = await entries.lock(contest.programmeId, seen.id);
  const provenOf = async (entryId: string) => {
    const author = await entries.provenOf(entryId);
    return contest.terms.post.communities ? author : { ...author, communityIds: [] };
  };
  const holder = entry && { entry, author: await provenOf(entry.id) };
  if (holder === null || !losesTo(holder, await provenOf(id), post)) throw new Refusal('entry-repeated');
  return entries.change(seen.id, {
    state: 'withdrawn',
    withdrawnAt: at,
    findings: [{ code: claimedFinding, facts: {} }],
    checkDueAt: null,
    checkTrouble: null,
  });
}
