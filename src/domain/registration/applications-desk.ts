import type { ListQuery, Page } from '../lists/page.ts';
import type { Person } from '../people/person.ts';
import type { Staff } from '../staff/staff.ts';
import type { ApplicationState, AppliedRole, RegistrationForm } from './application.ts';

type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;

export const applicationSorts = ['applied', 'surname'] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

/** `null`: whatever it is. */
export type ApplicationFilter = {
  state: ApplicationState | null;
  role: AppliedRole | null;
  organizationId: string | null;
};

export type ApplicationLine = {
  id: string;
  person: Names & { id: string };
  form: RegistrationForm;
  role: AppliedRole;
  organizationId: string;
  organizationName: string;
  state: ApplicationState;
  appliedAt: Date | null;
  decidedAt: Date | null;
  /** Somebody known whom the applicant may be. */
  double: (Names & { id: string }) | null;
};

/** A step of an application: `applied`, a state, `joined`, `kept-apart`, `imported`. */
export type ApplicationStep = { kind: string; at: Date; by: Names | null; reason: string | null };

export type ApplicationView = ApplicationLine & {
  /** Under 18 as far as is known: a representative consents. */
  minor: boolean;
  /** In words, question by question. */
  answers: { name: string; said: string }[];
  steps: ApplicationStep[];
  /** What the caller may make of it now. */
  may: ApplicationState[];
};

/**
 * Applications that the caller decides (`applications:decide`): coordinators all of the city, curators mentors and mentees
 * of their organization. Any other is `Refusal('application-unknown')`. The applicant is told of each step as the bot does.
 */
export type ApplicationsDesk = {
  list(
    staff: Staff,
    query: ListQuery<ApplicationSort>,
    filter: ApplicationFilter,
  ): Promise<Page<ApplicationLine>>;
  card(staff: Staff, applicationId: string): Promise<ApplicationView>;
  /**
   * `reason`: told to the applicant who is declined, empty for none. `Refusal('state-passed' | 'consent-missing' |
   * 'own-application')`.
   */
  decide(staff: Staff, applicationId: string, to: ApplicationState, reason: string): Promise<ApplicationView>;
  /** The applicant is the known person: see `ApplicationBook.join`. `Refusal('not-a-double' | 'may-not-stand-for')`. */
  join(staff: Staff, applicationId: string): Promise<ApplicationView>;
  keepApart(staff: Staff, applicationId: string): Promise<ApplicationView>;
};
