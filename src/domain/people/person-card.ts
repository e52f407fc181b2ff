import type { Day } from '../calendar/day.ts';
import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import type { DataRequest } from '../privacy/privacy-book.ts';
import type { ApplicationState, AppliedRole, RegistrationForm } from '../registration/application.ts';
import type { Platform } from './channel.ts';
import type { Person, Role } from './person.ts';

type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** What staff may correct; a version is told of this alone, since everything else on a card moves by itself. */
export type PersonFacts = Names & {
  /** `null` also for whoever may see no phones. */
  phone: string | null;
  birthYear: number | null;
};

export type HeldPost = {
  role: Role;
  organizationId: string;
  organizationName: string;
  since: Date;
  endedAt: Date | null;
};

export type PersonApplication = {
  id: string;
  form: RegistrationForm;
  role: AppliedRole;
  organizationId: string;
  organizationName: string;
  state: ApplicationState;
  appliedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: Names | null;
};

export type PersonConsent = {
  id: string;
  kind: ConsentKind;
  giver: ConsentGiver;
  version: number;
  current: boolean;
  way: 'chat' | 'page' | 'paper';
  givenBy: Names & { id: string };
  givenAt: Date;
  withdrawnAt: Date | null;
  hasScan: boolean;
};

export type PersonChannel = {
  platform: Platform;
  platformName: string;
  linkedAt: Date | null;
  lastSeenAt: Date;
  closedAt: Date | null;
  /** As the platform called it. */
  closedReason: string | null;
};

export type PersonTask = {
  id: string;
  itemCode: string;
  itemTitle: string;
  organizationName: string;
  dueOn: Day | null;
};

export type Relative = Names & { id: string; relation: string | null };

/** Everything about somebody that this reach shows: nothing of organizations out of it. */
export type PersonCard = {
  id: string;
  facts: PersonFacts;
  pausedUntil: Day | null;
  createdAt: Date;
  appointments: HeldPost[];
  applications: PersonApplication[];
  consents: PersonConsent[];
  lacks: ConsentKind[];
  channels: PersonChannel[];
  /** Unsettled ones of their roles. */
  tasks: PersonTask[];
  requests: Omit<DataRequest, 'facts' | 'personId'>[];
  representatives: Relative[];
  pupils: Relative[];
};
