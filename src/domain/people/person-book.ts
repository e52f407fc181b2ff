import type { Platform } from './channel.ts';
import type { Person, Role } from './person.ts';

export type ListedPerson = Person & {
  appointments: { role: Role; organizationName: string }[];
  /** Platforms where the person is linked. */
  linked: string[];
};

/** What the staff does with people: enters, appoints, dismisses. */
export type PersonBook = {
  add(person: Omit<Person, 'id'>): Promise<Person>;
  list(programmeId: string): Promise<ListedPerson[]>;
  /** `Refusal('person-unknown')`. */
  byId(personId: string): Promise<Person>;
  /** People of exactly this name in the programme. */
  byName(person: Omit<Person, 'id'>): Promise<Person[]>;
  /** Twice the same changes nothing. `Refusal('role-needs-office')` for an office's role elsewhere. */
  appoint(personId: string, role: Role, organizationId: string): Promise<void>;
  /** Of staff every session ends. `Refusal('not-appointed')` where there is nothing to end, `('last-administrator')`. */
  dismiss(personId: string, role: Role, organizationId: string, at: Date): Promise<void>;
  /**
   * Takes the person's chat accounts (`null`: on every platform) and all open invitations away; what was about to leave
   * for these accounts stays here. Returns the platforms that were linked.
   */
  unlink(personId: string, platform: Platform | null): Promise<Platform[]>;
};
