import type { Day } from '../calendar/day.ts';
import type { ConsentGiver } from '../consents/consent.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { Person } from '../people/person.ts';
import type { MentoringForm } from '../registration/forms.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Proposal } from './check-proposal.ts';
import type { AgreementAnswer, CloseReason, EndReason, Meeting, PairCard, PairState } from './pair.ts';
import type { MeetingDraft, PairEvent } from './pair-book.ts';
import type { PersonalProgramme } from './personal-programme.ts';

type Names = Pick<Person, 'id' | 'surname' | 'name' | 'patronymic'>;

export const pairSorts = ['proposed', 'mentor', 'term'] as const;
export type PairSort = (typeof pairSorts)[number];

/** `null`: whatever it is. */
export type PairFilter = {
  states: readonly PairState[] | null;
  organizationId: string | null;
  mentorId: string | null;
  menteeId: string | null;
  form: MentoringForm | null;
};

/** A pair as lists and the board show it. */
export type PairRow = {
  id: string;
  state: PairState;
  organizationId: string;
  organizationName: string;
  form: MentoringForm;
  fromOn: Day;
  toOn: Day;
  closeReason: CloseReason | null;
  paused: boolean;
  mentor: Names;
  /** Who is in it, or was when it ended. */
  mentees: Names[];
  /** Words that are still awaited. */
  awaited: number;
  meetings: number;
  lastMetOn: Day | null;
};

/** The newest pairs of a state, and how many there are. */
export type BoardColumn = { state: PairState; total: number; items: PairRow[] };

export type PairTerms = { fromOn: Day; toOn: Day; goal: string };

export type PairView = {
  card: PairCard;
  terms: PairTerms;
  events: (Omit<PairEvent, 'personId'> & { person: Names | null })[];
  /** Whether whoever looks may change it, too. */
  may: { write: boolean };
};

export const participantSorts = ['surname', 'organization', 'since'] as const;
export type ParticipantSort = (typeof participantSorts)[number];

/** Of the application by which they take part; `null` for somebody whom staff have appointed. */
export type ParticipantState = 'confirmed' | 'active' | 'on-leave' | null;

export type MenteeRow = Names & {
  organizationId: string;
  organizationName: string;
  state: ParticipantState;
  pupil: boolean;
  /** Picked from the list and in their own words. */
  requests: string[];
  /** In live pairs. */
  mentors: Names[];
  since: Day;
};

export type MentorRow = Names & {
  organizationId: string;
  organizationName: string;
  state: ParticipantState;
  pupil: boolean;
  competencies: string[];
  forms: string[];
  capacity: number;
  load: number;
};

/** `paired`: whether they are in a live pair; `null` for both. */
export type MenteeFilter = {
  organizationId: string | null;
  paired: boolean | null;
  menteeId?: string;
};
/** `free`: whether they have a place left. */
export type MentorFilter = { organizationId: string | null; free: boolean | null };

/**
 * Pairs of the organizations within reach; all others are `Refusal('pair-unknown')`. A mentor of a partner organization
 * is for every school, all others for their own and the coordinator's pairs.
 */
export type PairDesk = {
  /** `pairs:read`. */
  list(staff: Staff, filter: PairFilter, query: ListQuery<PairSort>): Promise<Page<PairRow>>;
  board(staff: Staff, filter: PairFilter, q: string | null): Promise<BoardColumn[]>;
  view(staff: Staff, pairId: string): Promise<PairView>;
  mentees(staff: Staff, filter: MenteeFilter, query: ListQuery<ParticipantSort>): Promise<Page<MenteeRow>>;
  /** `Refusal('mentee-unknown')`. */
  mentee(staff: Staff, menteeId: string): Promise<MenteeRow>;
  mentors(staff: Staff, filter: MentorFilter, query: ListQuery<ParticipantSort>): Promise<Page<MentorRow>>;
  meetings(staff: Staff, pairId: string): Promise<Meeting[]>;
  programme(staff: Staff, pairId: string): Promise<PersonalProgramme>;
  /** `pairs:write`. `organizationId`: whose pair it is; `null` for that of the first mentee. See `PairBook.propose`. */
  propose(
    staff: Staff,
    proposal: Proposal & { organizationId: string | null },
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** Throws `Outdated` where the terms have changed. */
  edit(staff: Staff, pairId: string, terms: PairTerms, expected: string): Promise<PairTerms>;
  withdraw(staff: Staff, pairId: string, note: string): Promise<PairView>;
  start(staff: Staff, pairId: string): Promise<PairView>;
  complete(staff: Staff, pairId: string, result: string): Promise<PairView>;
  end(staff: Staff, pairId: string, why: { reason: EndReason; note: string }): Promise<PairView>;
  /** The pair ends as replaced, or is taken back, and its mentees are proposed to another mentor. */
  replace(
    staff: Staff,
    pairId: string,
    by: { mentorId: string; fromOn: Day },
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** A signed paper lies with staff. */
  agreeOnPaper(
    staff: Staff,
    pairId: string,
    said: { personId: string; giver: ConsentGiver; answer: AgreementAnswer; reason: string },
  ): Promise<PairView>;
  addMeeting(
    staff: Staff,
    pairId: string,
    meeting: MeetingDraft,
    call: CallKey | null,
  ): Promise<{ id: string }>;
  saveProgramme(
    staff: Staff,
    pairId: string,
    programme: PersonalProgramme,
    expected: string,
  ): Promise<PersonalProgramme>;
};
