import type { Day } from '../calendar/day.ts';
import type { ConsentGiver } from '../consents/consent.ts';
import type { Person } from '../people/person.ts';
import type { Proposal } from './check-proposal.ts';
import type { Agreement, AgreementAnswer, EndReason, Meeting, PairCard } from './pair.ts';
import type { PersonalProgramme } from './personal-programme.ts';

export type PairEvent = {
  id: string;
  /** `null` where nobody did it, or whoever did was erased. */
  personId: string | null;
  kind: PairEventKind;
  facts: Readonly<Record<string, string>>;
  at: Date;
};

export const pairEventKinds = [
  'proposed',
  'answered',
  'agreed',
  'declined',
  'ordered',
  'active',
  'completed',
  'ended-early',
  'mentee-left',
  'paused',
  'resumed',
  'edited',
  'programme-edited',
  'term-over',
] as const;
export type PairEventKind = (typeof pairEventKinds)[number];

/** What somebody is asked by a proposal that waits for their word. */
export type OpenAgreement = { agreement: Agreement; pair: PairCard };

export type MeetingDraft = { on: Day; topic: string; outcome: 'held' | 'moved'; mark: number | null };

/** Pairs and what happens to them. Bound to one transaction; whoever calls has made sure that the actor may. */
export type PairBook = {
  /**
   * Locks everybody in it, so that of two proposals for a mentor's last place one wins. Refusals of `checkProposal`,
   * `Refusal('person-unknown')` for somebody of another programme. Returns the pair's id.
   */
  propose(
    proposal: Proposal,
    to: { programmeId: string; organizationId: string; by: string | null },
    at: Date,
  ): Promise<string>;
  byId(pairId: string): Promise<PairCard | null>;
  /** Mentor or mentee in it, live ones first, then the newest; as a representative none. */
  ofPerson(personId: string): Promise<PairCard[]>;
  /**
   * What this person is asked, for themselves or for a pupil they represent. `null` for one that is not theirs to answer.
   */
  askedOf(agreementId: string, personId: string): Promise<OpenAgreement | null>;
  /** What waits for this person's word, oldest first. */
  waitingFor(personId: string): Promise<OpenAgreement[]>;
  /**
   * `recordedBy`: of the staff, for an answer on paper. `Refusal('not-asked' | 'state-passed')`; an agreement that makes
   * the pair agreed asks for the consents once more: `Refusal('consent-missing')`.
   */
  answer(
    pairId: string,
    given: {
      personId: string;
      giver: ConsentGiver;
      answer: AgreementAnswer;
      reason?: string;
      givenBy: string | null;
      recordedBy?: string;
    },
    at: Date,
  ): Promise<PairCard>;
  /** `Refusal('state-passed')`. */
  withdraw(pairId: string, by: string | null, note: string, at: Date): Promise<PairCard>;
  start(pairId: string, by: string | null, at: Date): Promise<PairCard>;
  complete(pairId: string, by: string | null, result: string, at: Date): Promise<PairCard>;
  end(
    pairId: string,
    by: string | null,
    why: { reason: EndReason; note: string },
    at: Date,
  ): Promise<PairCard>;
  /**
   * An order with number and date fixes these pairs; `orderId: null` for one that is not kept here. All or none: `Refusal('pair-unknown' | 'state-passed' |
   * 'consent-missing')`, each with `pairId`.
   */
  markOrdered(
    pairIds: readonly string[],
    orderId: string | null,
    at: Date,
    by?: string | null,
  ): Promise<void>;
  /** Term and goal of a live pair. `Refusal('state-passed' | 'term-invalid' | 'goal-too-long')`. */
  edit(
    pairId: string,
    changed: { fromOn: Day; toOn: Day; goal: string },
    by: string | null,
    at: Date,
  ): Promise<PairCard>;
  programmeOf(pairId: string): Promise<PersonalProgramme>;
  saveProgramme(pairId: string, programme: PersonalProgramme, by: string | null, at: Date): Promise<void>;
  eventsOf(pairId: string): Promise<(PairEvent & { person: Person | null })[]>;
  /** Of an active pair, not in the future: `Refusal('state-passed' | 'meeting-invalid')`. Newest first in `meetingsOf`. */
  addMeeting(
    pairId: string,
    meeting: MeetingDraft,
    by: string | null,
    today: Day,
    at: Date,
  ): Promise<Meeting>;
  meetingsOf(pairId: string): Promise<Meeting[]>;
  /** By a mentee of the pair; twice is once. `null` where it is not theirs to confirm. */
  confirmMeeting(meetingId: string, by: string, at: Date): Promise<Meeting | null>;
  /** Curators of the pair's organization, the coordinators where it has none. */
  keepersOf(pairId: string): Promise<string[]>;
  representativesOf(pupilId: string): Promise<string[]>;
};

/** What the minute's look does with pairs. Bound to one transaction. */
export type PairRounds = {
  /** Ordered pairs whose term has begun become active, proposals nobody answered lapse, terms that are over are noted. */
  turn(programmeId: string, today: Day, at: Date): Promise<{ started: number; expired: number }>;
  /** Events nobody was told of yet, oldest first; locked until the transaction ends. */
  untold(programmeId: string, size: number): Promise<(PairEvent & { pair: PairCard })[]>;
  told(eventIds: readonly string[], at: Date): Promise<void>;
  /** Open questions whose next reminder is due, marked as reminded. */
  remind(programmeId: string, today: Day, size: number): Promise<(OpenAgreement & { turn: number })[]>;
};
