import type { ListQuery, Page } from '../lists/page.ts';
import type { Person, Role } from '../people/person.ts';
import type { CallKey } from './once.ts';
import type { Staff } from './staff.ts';

export type StaffSort = 'surname' | 'seenAt';
export type StaffQuery = ListQuery<StaffSort> & { role: Role | null; organizationId: string | null };

export type StaffSeat = { id: string; role: Role; organizationId: string; organizationName: string };

/** Somebody who has anything to do at the panel. */
export type StaffLine = Omit<Person, 'id' | 'programmeId'> & {
  personId: string;
  seats: StaffSeat[];
  hasChat: boolean;
  /** A second factor is set up. */
  enrolled: boolean;
  sessions: number;
  tokens: number;
  /** When they were last at the panel. */
  seenAt: Date | null;
};

export type StaffPost = { role: Role; organizationId: string };
export type StaffNames = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** Who of the programme works at the panel, and as what. For administrators. */
export type StaffListDesk = {
  list(staff: Staff, query: StaffQuery): Promise<Page<StaffLine>>;
  /**
   * Somebody known, or somebody entered for it. `Refusal('person-unknown' | 'organization-unknown' | 'role-needs-office' |
   * 'not-staff-role')`.
   */
  appoint(
    staff: Staff,
    who: { personId: string } | { names: StaffNames },
    post: StaffPost,
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** Their sessions end. `Refusal('appointment-unknown' | 'last-administrator')`. */
  dismiss(staff: Staff, appointmentId: string): Promise<void>;
  /** A new invitation to the chat; whatever was sent before holds no longer. `Refusal('person-unknown')`. */
  invite(
    staff: Staff,
    personId: string,
  ): Promise<{ code: string; links: { name: string; link: string | null }[] }>;
  /**
   * They set it up anew at their next sign-in, and their sessions end. Never one's own: whoever got hold of a session
   * would be rid of it. `Refusal('person-unknown' | 'own-factor' | 'factor-missing')`.
   */
  resetFactor(staff: Staff, personId: string): Promise<void>;
  /** Their programs stop, too. `Refusal('person-unknown')`. */
  endSessions(staff: Staff, personId: string): Promise<{ ended: number }>;
};
