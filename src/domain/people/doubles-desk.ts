import type { ListQuery, Page } from '../lists/page.ts';
import type { Staff } from '../staff/staff.ts';
import type { Person } from './person.ts';
import type { PersonCard } from './person-card.ts';

/** Why two may be one. */
export const doubleReasons = ['same-name', 'similar-name', 'same-phone'] as const;
export type DoubleReason = (typeof doubleReasons)[number];

export type LikelyDouble = {
  one: DoublePerson;
  other: DoublePerson;
  reasons: DoubleReason[];
};
export type DoublePerson = Pick<Person, 'id' | 'surname' | 'name' | 'patronymic'> & {
  birthYear: number | null;
  /** Short names of the organizations within reach. */
  organizations: string[];
  hasChat: boolean;
};

/** What goes over to the known person, by table; none that has nothing. */
export type Moving = { table: string; count: number }[];

/**
 * People who may be one, and making them one (`people:write`). Both must be within reach: `Refusal('person-unknown')`.
 */
export type DoublesDesk = {
  /** Of the same or a similar name in one organization, or of the same phone; without those that were told apart. */
  list(staff: Staff, query: ListQuery<'surname'>): Promise<Page<LikelyDouble>>;
  /** Side by side, with what would move and whether the caller may. */
  compare(
    staff: Staff,
    doubleId: string,
    knownId: string,
  ): Promise<{ double: PersonCard; known: PersonCard; moving: Moving; may: boolean }>;
  /**
   * Everything of the double goes over to the known person, whose facts win, and the double is gone for good. Only by
   * somebody who could appoint to all that either holds: whoever is joined to somebody may what they may.
   * `Refusal('may-not-stand-for' | 'same-person' | 'own-record')`.
   */
  merge(staff: Staff, doubleId: string, knownId: string): Promise<{ id: string }>;
  /** They are two: not listed again. */
  keepApart(staff: Staff, oneId: string, otherId: string): Promise<void>;
};
