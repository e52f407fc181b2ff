import type { Day } from '../calendar/day.ts';
import type { DeliveryState } from '../delivery/delivery.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Platform } from './channel.ts';
import type { PeopleFilter, PeopleSort, PersonLine } from './people-list.ts';
import type { Role } from './person.ts';
import type { PersonCard, PersonFacts } from './person-card.ts';

/** One message to somebody, and what became of it. */
export type SentMessage = {
  id: string;
  platform: Platform;
  state: DeliveryState;
  /** `null` for what is shown to nobody else: it names others, was erased, or answered a button. */
  text: string | null;
  error: string | null;
  attempts: number;
  createdAt: Date;
  settledAt: Date | null;
  /** What was sent in its place. */
  replacedBy: string | null;
};

/** What staff may do on a card; the panel shows no more than that. */
export type PersonMay = {
  edit: boolean;
  /** Roles they appoint to and dismiss from. */
  appoint: Role[];
  /** Invite and unlink. */
  standFor: boolean;
  seeContacts: boolean;
};

export type Invited = {
  code: string;
  expiresAt: Date;
  /** `link` and `qr` (SVG) are `null` where the bot has never been started. */
  links: { name: string; link: string | null; qr: string | null }[];
};

export type Post = { role: Role; organizationId: string };

/**
 * People, as far as the caller's powers reach: whoever is out of reach is `Refusal('person-unknown')`, as somebody who is
 * not there.
 */
export type PeopleDesk = {
  /** `people:read`. */
  list(staff: Staff, query: ListQuery<PeopleSort>, filter: PeopleFilter): Promise<Page<PersonLine>>;
  /** `people:export`: the same as a spreadsheet. `Refusal('too-many-to-export')`. */
  export(staff: Staff, query: ListQuery<PeopleSort>, filter: PeopleFilter): Promise<FileContent>;
  card(staff: Staff, personId: string): Promise<{ card: PersonCard; may: PersonMay }>;
  messages(
    staff: Staff,
    personId: string,
    query: ListQuery<'created'>,
    state: DeliveryState | null,
  ): Promise<Page<SentMessage>>;
  /**
   * `people:write`, all of the following. With the post they come for: nobody is in nobody's list.
   * `Refusal('facts-wrong' | 'organization-unknown' | 'may-not-appoint' | 'role-needs-office')`.
   */
  add(staff: Staff, facts: PersonFacts, post: Post, call: CallKey | null): Promise<{ id: string }>;
  /** `expected`: the version of the card's facts. Throws `Outdated`, `Refusal('facts-wrong')`. */
  edit(staff: Staff, personId: string, facts: PersonFacts, expected: string): Promise<PersonFacts>;
  appoint(staff: Staff, personId: string, post: Post): Promise<void>;
  /** `Refusal('not-appointed')`. */
  dismiss(staff: Staff, personId: string, post: Post): Promise<void>;
  /** Whatever was sent before holds no longer. `Refusal('may-not-stand-for')`. */
  invite(staff: Staff, personId: string): Promise<Invited>;
  unlink(staff: Staff, personId: string, platform: Platform | null): Promise<{ platforms: Platform[] }>;
  /** No reminders until this day; `null` ends the pause. `Refusal('pause-wrong')` for more than a year. */
  pause(staff: Staff, personId: string, until: Day | null): Promise<void>;
};
