import type { Programme } from '../programme/programme.ts';
import type { ChatAccount, Platform } from './channel.ts';
import type { LinkedInvitation } from './invitation.ts';
import type { Appointment, Person } from './person.ts';
import type { WritingWishes } from './writing-wishes.ts';

export type Visitor = {
  account: ChatAccount;
  /** `null` for somebody nobody has invited yet. */
  person: Person | null;
  /** The person's; `null` with them. */
  programme: Programme | null;
  appointments: (Appointment & { organizationName: string })[];
};

/** Accounts, people and invitations. Bound to one transaction. */
export type PeopleBook = {
  /** Finds or creates the account, notes that it was seen and reopens a closed channel. */
  visitor(platform: Platform, accountId: string, chatId: string, at: Date): Promise<Visitor>;
  /** Whose account it is, noting nothing: whoever is elsewhere has not written here. `null` for one that is gone. */
  holder(platform: Platform, accountId: string): Promise<Visitor | null>;
  closeChannel(platform: Platform, accountId: string, reason: string, at: Date): Promise<void>;
  /** Most recently seen first; with the zone of the person's programme. */
  accountsOf(
    personId: string,
  ): Promise<{ accounts: ChatAccount[]; preferred: Platform | null; timeZone: string }>;
  /** `null` returns to "wherever the person wrote last". */
  preferPlatform(personId: string, platform: Platform | null): Promise<void>;
  writingWishesOf(personId: string): Promise<WritingWishes>;
  /** What is given replaces what was; the rest stays. */
  wishWriting(personId: string, wishes: Partial<WritingWishes>): Promise<void>;
  /** Keys and names («ВКонтакте») of the platforms there are. */
  platforms(): Promise<{ key: Platform; name: string }[]>;
  /**
   * Links the account by a deep link's secret or the code typed by hand. Spent, expired and unknown ones are told
   * apart: `Refusal('invitation-unknown' | 'invitation-used' | 'invitation-expired' | 'too-many-codes')`. An account
   * already linked to somebody else is refused: `Refusal('account-taken')`; who has only begun a form, without a name, is
   * nobody else yet and becomes the invited person with all they began. Once more with one's own is no fault.
   * A representative's invitation is taken by whoever is known already: they represent the pupil from then on; by a
   * pupil never: `Refusal('own-link')`.
   */
  acceptInvitation(account: ChatAccount, secret: string, at: Date): Promise<Person>;
  /** A new invitation of this person; whatever they were sent before holds no longer. */
  invite(personId: string, at: Date): Promise<LinkedInvitation>;
  /** A deep link to the bot of every platform, with this payload (`A-Za-z0-9_-`, 64 at most). */
  links(payload: string): Promise<LinkedInvitation['links']>;
  /** Live ones, as they are now: of the visitor they were read when the event came. */
  appointmentsOf(personId: string): Promise<Visitor['appointments']>;
  /**
   * Whoever has no consent to take part any more takes none, an application behind it or not: appointments as mentor and
   * mentee end. Returns the organizations. Whose they are was made sure by the caller.
   */
  endMentoring(personId: string, at: Date): Promise<{ organizationId: string; organizationName: string }[]>;
  coordinatorsOf(programmeId: string): Promise<Person[]>;
  /** Of the organizations where this person is appointed or has a live application; never the person. */
  curatorsFor(personId: string): Promise<(Person & { organizationId: string })[]>;
  /** Coordinators of the only (or first) programme, for a question of somebody unknown. */
  anyCoordinators(): Promise<Person[]>;
};
