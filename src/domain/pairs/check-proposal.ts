import { type Day, daysBetween, isDay } from '../calendar/day.ts';
import type { Consent } from '../consents/consent.ts';
import { requireConsents } from '../consents/required.ts';
import { Refusal } from '../refusal.ts';
import type { MentoringForm } from '../registration/forms.ts';
import { longest } from './pair.ts';

export type Proposal = {
  mentorId: string;
  menteeIds: readonly string[];
  form: MentoringForm;
  fromOn: Day;
  toOn: Day;
  goal: string;
};

/** What is known of somebody who is to be in a pair, in the part they are to take. */
export type Participant = {
  personId: string;
  /** Appointed to this part now. */
  takesPart: boolean;
  /** Registered as a pupil or a student. */
  pupil: boolean;
  /** Under 18: a representative agrees, too. */
  minor: boolean;
  represented: boolean;
  consents: readonly Consent[];
};

export type ProposedMentor = Participant & {
  /** Mentees they are ready to take; see `capacityOf`. */
  capacity: number;
  /** Mentees in their live pairs. */
  load: number;
  /** Of these. */
  menteeIds: readonly string[];
};

/** Of a mentor whom staff have appointed and who never said how many they take. */
const unknownCapacity = 1;

/** By the answer of the mentor's application. */
export function capacityOf(answer: unknown): number {
  return typeof answer === 'number' && Number.isInteger(answer) && answer > 0 ? answer : unknownCapacity;
}

/** A school year and its summer, twice. */
const longestTermDays = 731;

/**
 * Whether this pair may be proposed: `Refusal('mentees-missing' | 'own-mentor' | 'term-invalid' | 'goal-too-long' |
 * 'not-taking-part' | 'form-unfit' | 'representative-missing' | 'consent-missing' | 'pair-exists' | 'capacity-reached')`.
 * The facts of a person's fault hold `personId`, never more.
 */
export function checkProposal(
  proposal: Proposal,
  mentor: ProposedMentor,
  mentees: readonly Participant[],
): void {
  const { menteeIds, mentorId } = proposal;
  if (menteeIds.length === 0 || menteeIds.length > longest.mentees) throw new Refusal('mentees-missing');
  if (new Set(menteeIds).size !== menteeIds.length) throw new Refusal('mentees-missing');
  if (menteeIds.includes(mentorId)) throw new Refusal('own-mentor');
  checkTerm(proposal);
  for (const each of [mentor, ...mentees]) checkParticipant(each);
  for (const mentee of mentees) checkForm(proposal.form, mentor, mentee);
  const known = menteeIds.find((id) => mentor.menteeIds.includes(id));
  if (known !== undefined) throw new Refusal('pair-exists', { personId: known });
  const { capacity, load } = mentor;
  if (load + menteeIds.length > capacity) throw new Refusal('capacity-reached', { capacity, load });
}

export function checkTerm({ fromOn, toOn, goal }: Pick<Proposal, 'fromOn' | 'toOn' | 'goal'>): void {
  if (!isDay(fromOn) || !isDay(toOn)) throw new Refusal('term-invalid');
  const days = daysBetween(fromOn, toOn);
  if (days < 0 || days > longestTermDays) throw new Refusal('term-invalid');
  if (goal.length > longest.goal) throw new Refusal('goal-too-long', { longest: longest.goal });
}

/** Consents of everybody, of a minor those that a representative gave: no pair without (152-ФЗ art. 9). */
export function checkParticipant({ personId, takesPart, minor, represented, consents }: Participant): void {
  if (!takesPart) throw new Refusal('not-taking-part', { personId });
  if (minor && !represented) throw new Refusal('representative-missing', { personId });
  try {
    requireConsents('pair-order', consents, { minor });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, { ...error.facts, personId });
  }
}

/**
 * Whether a form of mentoring is one for these two (Р-145): who learns is a pupil or works; a pupil mentors other pupils
 * only, and nobody else does so as a pupil.
 */
export function fitsForm(
  form: MentoringForm,
  mentor: Pick<Participant, 'pupil' | 'minor'>,
  mentee: Pick<Participant, 'pupil' | 'minor'>,
): boolean {
  const learns = mentee.pupil || mentee.minor;
  if (form.endsWith('-pupil') !== learns) return false;
  if (form === 'pupil-pupil') return mentor.pupil || mentor.minor;
  if (form === 'student-pupil') return true;
  return !mentor.minor;
}

function checkForm(form: MentoringForm, mentor: Participant, mentee: Participant): void {
  if (!fitsForm(form, mentor, mentee)) throw new Refusal('form-unfit', { form, personId: mentee.personId });
}
