import { addDays, toDay, yearOf } from '../../domain/calendar/day.ts';
import { atNextStep } from '../../domain/forms/flow.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { type PupilAge, pupilForm } from '../../domain/registration/forms.ts';
import { mayBeMinor, neededConsents } from '../../domain/registration/needed-consents.ts';
import { askRepresentative, stillWaiting } from '../../texts/registration.ts';
import type { KnownTalk, Talk } from '../dialogues/talk.ts';
import { begun } from './registration-start.ts';
import { keepRun } from './run-storage.ts';

export const forRepresentative = 'representative';
/** All that a minor is asked before. */
const early = ['surname', 'name', 'organization', 'class', 'birth-year'];

/**
 * Whoever may be under 18 waits for a representative; until then the programme keeps no more than name, school, class and
 * birth year, so that the representative sees for whom they consent.
 */
export async function judgeAge(talk: Talk, run: FormRun): Promise<FormRun | null> {
  const birthYear = Number(run.answers['birth-year']);
  if (!mayBeMinor(birthYear, yearOf(talk.today))) return withAge(run, 'adult');
  const { run: draft, personId, applicationId } = await begun(talk, run, 'pupil');
  // Corrections are written when all of them are made.
  if (run.facts.amend === undefined) {
    const answers = Object.fromEntries(early.map((key) => [key, run.answers[key] ?? null]));
    await talk.desk.applications.amend(applicationId, answers, personId, talk.at);
  }
  if (await hasConsent(talk, personId)) return withAge(draft, 'consented');
  const waiting = { ...draft.facts, waiting: forRepresentative };
  await keepRun(talk, { ...withAge(draft, 'minor'), paused: true, facts: waiting });
  await sendInvitation(talk, personId);
  return null;
}

/** Goes on by itself once the representative has agreed: the questions that had to wait are asked then. */
export async function waitsForRepresentative(talk: Talk, run: FormRun): Promise<boolean> {
  if (run.facts.waiting !== forRepresentative) return false;
  const { person } = talk.visitor;
  if (person !== null && (await hasConsent(talk, person.id))) {
    await keepRun(talk, atNextStep(pupilForm, { ...withAge(run, 'consented'), paused: false }));
    await talk.forms.resume(talk);
  } else {
    talk.say(stillWaiting());
  }
  return true;
}

function withAge(run: FormRun, age: PupilAge): FormRun {
  const { waiting: _, ...facts } = run.facts;
  return { ...run, facts, answers: { ...run.answers, age } };
}

/** Everything that a pupil under 18 needs from whoever represents them. */
export async function hasConsent({ desk }: Pick<KnownTalk, 'desk'>, pupilId: string): Promise<boolean> {
  const given = (await desk.consents.ofPerson(pupilId)).filter(
    ({ giver, withdrawnAt }) => giver === 'representative' && withdrawnAt === null,
  );
  return neededConsents('mentee', true).kinds.every((kind) => given.some((each) => each.kind === kind));
}

/** A link and a code for the representative; earlier ones of theirs hold no longer. */
export async function sendInvitation(talk: Talk, pupilId: string): Promise<void> {
  const { representativeId } = await talk.desk.applications.inviteRepresentative(pupilId, talk.at);
  const invitation = await talk.desk.people.invite(representativeId, talk.at);
  talk.say(askRepresentative(invitation, lastDayOf(talk, invitation.expiresAt)));
}

/** The last whole day on which something holds that expires then. */
export function lastDayOf({ visitor }: Pick<Talk, 'visitor'>, expiresAt: Date): string {
  return addDays(toDay(expiresAt, visitor.programme?.timeZone ?? 'UTC'), -1);
}
