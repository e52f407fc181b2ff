import { nextStep, summaryStep } from '../../domain/forms/flow.ts';
import type { Answers, Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationCard, RegistrationForm } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { readSubmission } from '../../domain/registration/read-submission.ts';
import { newApplication } from '../../texts/applications.ts';
import { amended, applied, confirmedAtOnce } from '../../texts/registration.ts';
import { tellDeciders } from '../dialogues/application-news.ts';
import { liftErasure } from '../dialogues/privacy.ts';
import type { Talk } from '../dialogues/talk.ts';
import { sendPapers } from './registration-papers.ts';
import { begun } from './registration-start.ts';

/** «Отправить заявку», or the end of «Исправить» where `facts.amend` names what is corrected. */
export async function finishRegistration(talk: Talk, run: FormRun, key: RegistrationForm): Promise<void> {
  const form = registrationFormOf[key];
  if (nextStep(form, run.answers) !== summaryStep) throw new Refusal('form-unfinished');
  if (run.facts.amend !== undefined) return amend(talk, form, run, run.facts.amend);
  const { run: whole, applicationId } = await begun(talk, run, key);
  const submission = readSubmission(
    key,
    withoutConsents(form, whole.answers),
    whole.facts.duplicateOf ?? null,
  );
  const card = await talk.desk.applications.submit(applicationId, submission, talk.at);
  await liftErasure(talk, card.personId);
  await say(talk, card);
  await sendPapers(talk, form, whole);
}

async function say(talk: Talk, card: ApplicationCard): Promise<void> {
  if (card.state === 'confirmed') {
    talk.say(confirmedAtOnce(card.person));
    return;
  }
  const told = await tellDeciders(talk, card, (mayName) => newApplication(card, mayName));
  talk.say(applied(told));
}

async function amend(talk: Talk, form: Form, run: FormRun, applicationId: string): Promise<void> {
  const { person } = talk.visitor;
  if (person === null) throw new Refusal('application-unknown');
  const { applications } = talk.desk;
  const before = await applications.byId(applicationId);
  const card = await applications.amend(
    applicationId,
    withoutConsents(form, run.answers),
    person.id,
    talk.at,
  );
  const isMoved =
    card.state === 'applied' && (card.organizationId !== before?.organizationId || card.role !== before.role);
  // Whoever decides about it now has not heard of it yet.
  const told = isMoved ? await tellDeciders(talk, card, (mayName) => newApplication(card, mayName)) : null;
  talk.say(amended(told));
}

/** Answers to the form's own questions; consents have rows of their own. */
function withoutConsents(form: Form, answers: Answers): Answers {
  const plain = form.questions.filter(({ kind }) => kind !== 'consent').map(({ key }) => key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => plain.includes(key)));
}
