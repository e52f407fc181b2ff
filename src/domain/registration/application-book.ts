import type { Answers } from '../forms/form.ts';
import type { ChatAccount } from '../people/channel.ts';
import type { Person } from '../people/person.ts';
import type {
  Application,
  ApplicationCard,
  ApplicationState,
  AppliedRole,
  RegistrationForm,
} from './application.ts';

export type PersonAnswers = {
  surname: string;
  name: string;
  patronymic: string;
  phone: string | null;
  birthYear: number | null;
};

export type Submission = {
  role: AppliedRole;
  organizationId: string;
  /** Everything but the person's own. */
  answers: Answers;
  person: PersonAnswers;
  duplicateOf: string | null;
};

/** Applications and the people behind them. Bound to one transaction; rights are checked inside by `may-decide.ts`. */
export type ApplicationBook = {
  /**
   * The draft of this form for whoever writes from this account, made if there is none. An account that nobody is known
   * by gets a person without a name, linked to it.
   * `Refusal('already-applied')` where a live application by this form exists, `Refusal('too-many-applications')` where ten
   * of a day have ended already.
   */
  begin(
    account: ChatAccount,
    form: RegistrationForm,
    programmeId: string,
    at: Date,
  ): Promise<{ personId: string; applicationId: string }>;
  /** Newest first, the ended ones too. */
  ofPerson(personId: string): Promise<ApplicationCard[]>;
  byId(applicationId: string): Promise<ApplicationCard | null>;
  /**
   * For whoever pressed a button that names it: `null` for anybody but the applicant, their representative and those who
   * decide (`deciding`).
   */
  seenBy(
    applicationId: string,
    personId: string,
  ): Promise<{ card: ApplicationCard; deciding: boolean } | null>;
  /** People of this name in this organization, but for the applicant: by appointment or application. */
  duplicatesOf(names: PersonAnswers, organizationId: string, personId: string): Promise<Person[]>;
  /**
   * draft → applied. Whoever was appointed to this role here by staff before is confirmed at once.
   * `Refusal('consent-missing', { kind })`, `Refusal('state-passed')` where it is no draft.
   */
  submit(applicationId: string, submission: Submission, at: Date): Promise<ApplicationCard>;
  /** Whoever is to be told of it: curators of the organization for mentors and mentees, else the coordinators. */
  decidersOf(applicationId: string): Promise<string[]>;
  /** Those waiting that this person may decide, oldest first; pages count from 0. */
  waiting(personId: string, page: number, size: number): Promise<{ total: number; cards: ApplicationCard[] }>;
  /**
   * To `confirmed` (which appoints), `declined`, or between `active`, `on-leave` and `left` (which ends the
   * appointment). One's own application, or that of a pupil one represents, only to `on-leave`, `active` and `left`.
   * `Refusal('application-unknown')`, `Refusal('may-not-decide')`, `Refusal('state-passed', { state })`; to `confirmed` also
   * `Refusal('consent-missing', { kind })`.
   */
  change(
    applicationId: string,
    actorId: string,
    to: ApplicationState,
    facts: Readonly<Record<string, string>>,
    at: Date,
  ): Promise<ApplicationCard>;
  /**
   * Corrects answers of one's own application, whatever its state but `left` and `declined`: `Refusal('state-passed')`.
   * The organization and the role only until it is confirmed: `Refusal('may-not-amend', { key })`.
   */
  amend(applicationId: string, changed: Answers, actorId: string, at: Date): Promise<ApplicationCard>;
  /**
   * The applicant is the person they say to be: accounts, consents and the application go over to that one, and the
   * double is gone. Only by somebody who could appoint to all that the known person is appointed to: whoever is joined
   * holds these rights from then on. `Refusal('may-not-decide')`, `Refusal('not-a-double')`.
   */
  join(applicationId: string, actorId: string, at: Date): Promise<ApplicationCard>;
  /** They are two after all: the application stays as it is. */
  keepApart(applicationId: string, actorId: string, at: Date): Promise<ApplicationCard>;
  /** A person without a name for whom the pupil's link is meant; the same one each time until somebody has opened it. */
  inviteRepresentative(pupilId: string, at: Date): Promise<{ representativeId: string }>;
  /** Whom this person represents, and whether the pupil's application still waits for them. */
  pupilsOf(representativeId: string): Promise<{ pupil: Person; application: Application | null }[]>;
  representativesOf(pupilId: string): Promise<Person[]>;
  /** Names and phone of a representative and what they are to the pupil. */
  describeRepresentative(
    representativeId: string,
    pupilId: string,
    relation: string,
    person: PersonAnswers,
  ): Promise<void>;
};
