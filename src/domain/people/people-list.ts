import type { ConsentKind } from '../consents/consent.ts';
import type { ApplicationState, AppliedRole } from '../registration/application.ts';
import type { Platform } from './channel.ts';
import type { Person, Role } from './person.ts';

export const peopleSorts = ['surname', 'organization', 'created'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** `null`: whatever it is. */
export type PeopleFilter = {
  role: Role | null;
  organizationId: string | null;
  /** Of a live application, or of the last one that ended. */
  state: ApplicationState | null;
  lacks: ConsentKind | 'any' | null;
  /** Whether any chat of theirs is open. */
  reachable: boolean | null;
  /** Where they have an account, open or not. */
  platform: Platform | null;
};

export type PersonLine = Omit<Person, 'programmeId'> & {
  appointments: { role: Role; organizationId: string; organizationName: string }[];
  /** Those that have not ended, drafts left out. */
  applications: { id: string; role: AppliedRole; state: ApplicationState; organizationName: string }[];
  channels: { platform: Platform; open: boolean }[];
  /** Needed by what they take part in, and not given to the newest text. */
  lacks: ConsentKind[];
  createdAt: Date;
};

/** A line of the export, too. */
export type DetailedLine = PersonLine & { birthYear: number | null; phone: string | null };

/** More is written by nobody's browser, and read by nobody. */
export const mostExported = 10_000;
