import { Refusal } from '../refusal.ts';
import type { Entrant } from './entering.ts';
import type { Entry } from './entry.ts';
import { type EntryBooks, type Held, lockOwn } from './entry-acts.ts';

/** So many mentors are asked for each work one may have: each is written to, and works can be begun anew. */
export const mostAsked = 5;

/**
 * Names the mentor the work is about. `isFirst`: they have not been asked about this work yet, and are to be told; once
 * asked they find it among what waits for them. `Refusal('naming-not-allowed' | 'mentor-unknown' | 'naming-enough')`.
 */
export async function nameMentor(
  books: EntryBooks,
  who: Entrant,
  { entryId, mentorId, mayBe }: { entryId: string; mentorId: string; mayBe: (id: string) => boolean },
  at: Date,
): Promise<Held & { isFirst: boolean }> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  if (!contest.terms.namesMentor) throw new Refusal('naming-not-allowed');
  if (mentorId === who.personId || !mayBe(mentorId)) throw new Refusal('mentor-unknown');
  if (entry.mentorId === mentorId) return { contest, entry, isFirst: false };
  const most = mostAsked * contest.terms.perPerson;
  if ((await books.entries.askedBy(contest.id, who.personId)) >= most) {
    throw new Refusal('naming-enough', { most });
  }
  const named = await books.entries.nameMentor(entry.id, mentorId);
  const isFirst = await books.entries.isFirstNotice({
    contestId: contest.id,
    personId: mentorId,
    occasion: `naming:${entry.id}:${who.personId}`,
    at,
  });
  return { contest, entry: named, isFirst };
}

export async function nameNobody(books: EntryBooks, who: Entrant, entryId: string, at: Date): Promise<Held> {
  const { contest, entry } = await lockOwn(books, who, entryId, 'enter', at);
  return { contest, entry: await books.entries.nameMentor(entry.id, null) };
}

/**
 * The mentor's own word, which they may change at any time: consent to be named is taken back as easily as it is given
 * (152-ФЗ art. 9 part 2). `Refusal('entry-unknown')` for whoever is not the one that is named. `isNew`: it differs from what
 * they had said.
 */
export async function answerNaming(
  { entries }: Pick<EntryBooks, 'entries'>,
  who: Entrant,
  { entryId, answer }: { entryId: string; answer: 'agreed' | 'declined' },
  at: Date,
): Promise<{ entry: Entry; isNew: boolean }> {
  const entry = await entries.lock(who.programmeId, entryId);
  if (entry === null || entry.mentorId !== who.personId) throw new Refusal('entry-unknown');
  if (entry.mentorAnswer === answer) return { entry, isNew: false };
  return { entry: await entries.answerNaming(entryId, answer, at), isNew: true };
}
