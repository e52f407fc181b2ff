import type { Person } from '../people/person.ts';
import type { PostAuthor } from '../posts/check-post.ts';
import type { PostKey } from '../posts/post.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryState } from './entry.ts';
import type { Waiting } from './seats.ts';

/** Contests as everybody reads them. Bound to one transaction; who may is decided by whoever calls. */
export type ContestBook = {
  /** With nominations (archived ones too), criteria and jurors, each in their order; `null` for one of another programme. */
  find(programmeId: string, contestId: string): Promise<Contest | null>;
  /** The same, its row locked until the transaction ends: whatever depends on its stage or counts entries asks here. */
  lock(programmeId: string, contestId: string): Promise<Contest | null>;
  /**
   * The same, held so that nobody moves or changes it until the transaction ends, while others may hold it likewise:
   * for what many do at once and what must not slip in behind a decision.
   */
  hold(programmeId: string, contestId: string): Promise<Contest | null>;
  /** Announced ones, archived and cancelled ones not, the nearest close first. */
  running(programmeId: string): Promise<Contest[]>;
  /** Whether anybody has given points. */
  isScored(contestId: string): Promise<boolean>;
};

export type NewEntry = Pick<
  Entry,
  'contestId' | 'nominationId' | 'personId' | 'organizationId' | 'source'
> & {
  state: EntryState;
  title?: string;
  description?: string;
  link?: string | null;
  teamName?: string | null;
  post?: Entry['post'];
};

export type EntryChange = Partial<
  Pick<
    Entry,
    | 'nominationId'
    | 'personId'
    | 'organizationId'
    | 'state'
    | 'title'
    | 'description'
    | 'link'
    | 'teamName'
    | 'teamCode'
    | 'post'
    | 'findings'
    | 'checkDueAt'
    | 'checkTrouble'
    | 'checkedAt'
    | 'submittedAt'
    | 'withdrawnAt'
    | 'reason'
  >
>;

/** Entries, one by one. Bound to one transaction. */
export type EntryBook = EntryPeople &
  EventSeats & {
    find(programmeId: string, entryId: string): Promise<Entry | null>;
    lock(programmeId: string, entryId: string): Promise<Entry | null>;
    /** Of a contest, by the person who handed them in or is a member of the team; drafts too, the oldest first. */
    ofPerson(personId: string, contestId?: string): Promise<Entry[]>;
    /**
     * Its author becomes its first member. `Refusal('entry-repeated')` for a post that a live entry of this contest has. One that
     * our search found and nobody had handed in becomes this one, with what is known of it.
     */
    add(entry: NewEntry, at: Date): Promise<Entry>;
    /** Only what is given changes. `Refusal('entry-repeated')` likewise, and a found one is taken over likewise. */
    change(entryId: string, change: EntryChange): Promise<Entry>;
    members(entryId: string): Promise<EntryMember[]>;
    files(
      entryId: string,
    ): Promise<{ id: string; name: string; mime: string; size: number | null; state: string }[]>;
    /** In their order, in place of those before; the files that nothing else has go. */
    setFiles(entryId: string, fileIds: readonly string[]): Promise<void>;
    /** The entry of this contest that has this post: a live one, or one that was found; `null` where none has. */
    withPost(contestId: string, post: PostKey): Promise<Entry | null>;
    /** What proves whose its post is: VK pages of its author, communities confirmed for its organization. */
    provenOf(entryId: string): Promise<PostAuthor>;
    /**
     * Hands in: state `checking`, to be looked at at once. With another post than before, what was seen and counted of that
     * one goes. `Refusal('entry-repeated')`.
     */
    queueCheck(entryId: string, post: PostKey, at: Date): Promise<Entry>;
    /** For a work that its author has changed or handed in anew: what staff decided was about the one before. */
    forgetDecision(entryId: string): Promise<void>;
    /** With its members and files. Nothing but a draft is ever removed. */
    removeDraft(entryId: string): Promise<void>;
    /** `null` before there are results. Who may read it is decided by the contest's stage. */
    outcome(entryId: string): Promise<EntryOutcome | null>;
    /** What the jury wrote on the sheets that count in the result, names of nobody; the oldest first. */
    comments(entryId: string): Promise<string[]>;
    /**
     * Notes that somebody was told something once; `false` where they had been. Whoever is told is told in the same
     * transaction.
     */
    isFirstNotice(notice: {
      contestId: string;
      personId: string;
      occasion: string;
      at: Date;
    }): Promise<boolean>;
  };

/** Seats of events; what depends on them is asked under the contest's lock. */
export type EventSeats = {
  /** Live members of accepted registrations. */
  seated(contestId: string): Promise<number>;
  /** Whoever waits longest first. */
  waiting(contestId: string): Promise<Waiting[]>;
  /** What the QR code of a member holds, made when it is first asked for; `null` for whoever is no member. */
  ticket(entryId: string, personId: string): Promise<string | null>;
};

/** Everybody behind an entry, and the mentor it names. Who may was made sure by the caller, under the contest's lock. */
export type EntryPeople = {
  /** Live members with their names, the author first. */
  team(entryId: string): Promise<(Person & { role: 'author' | 'member' })[]>;
  /** Names of these people, without those who were erased. */
  people(ids: readonly string[]): Promise<Person[]>;
  join(entryId: string, personId: string, at: Date): Promise<void>;
  leave(entryId: string, personId: string, at: Date): Promise<void>;
  /** Not withdrawn and not rejected; `null` for a code that opens nothing here. */
  byTeamCode(programmeId: string, code: string): Promise<Entry | null>;
  /** The mentor is asked anew, whatever the one before said; `null` names nobody any more. */
  nameMentor(entryId: string, mentorId: string | null): Promise<Entry>;
  answerNaming(entryId: string, answer: 'agreed' | 'declined', at: Date): Promise<Entry>;
  /** How many mentors were asked by this author so far, for works that are gone too. */
  askedBy(contestId: string, personId: string): Promise<number>;
  /** Live entries that name this person or would like to, the newest first. */
  naming(personId: string): Promise<Entry[]>;
  /**
   * Mentors of these organizations whose surname begins so, ten at most; never `exceptId`. For whoever names one: shows
   * names, so only to people of the same organizations.
   */
  mentorsCalled(
    organizationIds: readonly string[],
    surname: string,
    exceptId: string,
  ): Promise<(Person & { organizationName: string })[]>;
};

export type EntryOutcome = {
  award: 'winner' | 'laureate' | 'participant' | null;
  place: number | null;
};

export type EntryMember = {
  id: string;
  personId: string;
  role: 'author' | 'member';
  joinedAt: Date;
  leftAt: Date | null;
  attendedAt: Date | null;
};
