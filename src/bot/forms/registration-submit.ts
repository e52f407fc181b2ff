import { nextStep, summaryStep } from '../../domain/forms/flow.ts';
import type { Answers, Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationCard, RegistrationForm } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { readSubmission, roleKeys } from '../../domain/registration/read-submission.ts';
import { newApplication } from '../../texts/applications.ts';
import { shortName } from '../../texts/people.ts';
import { correctionAsked, requestNews } from '../../texts/privacy.ts';
import { amended, applied, confirmedAtOnce, nothingAmended } from '../../texts/registration.ts';
import { tellDeciders } from '../dialogues/application-news.ts';
import { liftErasure } from '../dialogues/privacy.ts';
import type { KnownTalk, Talk } from '../dialogues/talk.ts';
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
  const answers = withoutConsents(form, run.answers);
  const refused = await fixedKeyIn(() => applications.amend(applicationId, answers, person.id, talk.at));
  if (refused !== null) {
    await applications.amend(applicationId, withoutPlace(answers), person.id, talk.at);
    return leaveToCoordinator({ ...talk, person }, refused, String(answers.organization));
  }
  const card = await applications.byId(applicationId);
  if (card === null || before === null) throw new Refusal('application-unknown');
  if (JSON.stringify(card) === JSON.stringify(before)) return talk.say(nothingAmended());
  await talk.desk.privacy.request(person.id, 'correct', { done: true, at: talk.at });
  const isMoved =
    card.state === 'applied' && (card.organizationId !== before.organizationId || card.role !== before.role);
  // Whoever decides about it now has not heard of it yet.
  const told = isMoved ? await tellDeciders(talk, card, (mayName) => newApplication(card, mayName)) : null;
  talk.say(amended(told));
}

/** What may not be changed by oneself any more; `null` where all went well. */
async function fixedKeyIn(amending: () => Promise<unknown>): Promise<string | null> {
  try {
    await amending();
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'may-not-amend') return String(error.facts.key);
    throw error;
  }
}

/** Where somebody was confirmed, and as what, is not theirs to change. */
function withoutPlace(answers: Answers): Answers {
  const places = ['organization', ...Object.values(roleKeys)];
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !places.includes(key)));
}

/** The rest was corrected; this becomes a task of the coordinator. */
async function leaveToCoordinator(talk: KnownTalk, key: string, organizationId: string): Promise<void> {
  const { desk, person, at, today } = talk;
  const organizations = key === 'organization' ? await desk.organizations.list(person.programmeId) : [];
  const wish = organizations.find(({ id }) => id === organizationId)?.shortName ?? '';
  const facts = { key, ...(wish !== '' && { wish }) };
  const request = await desk.privacy.request(person.id, 'correct', { done: false, facts, at });
  for (const { id } of await desk.people.coordinatorsOf(person.programmeId)) {
    if (id === person.id) continue;
    await talk.tell(id, (mayName) => requestNews(request, mayName ? shortName(person) : '', today));
  }
  talk.say(correctionAsked(request.dueOn, today));
}

/** Answers to the form's own questions; consents have rows of their own. */
function withoutConsents(form: Form, answers: Answers): Answers {
  const plain = form.questions.filter(({ kind }) => kind !== 'consent').map(({ key }) => key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => plain.includes(key)));
}
