import { consentState } from '../../domain/consents/consent.ts';
import type { Answers, Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RegistrationForm } from '../../domain/registration/application.ts';
import { readAppliedRole } from '../../domain/registration/needed-consents.ts';
import type { KnownTalk, Talk } from '../dialogues/talk.ts';
import { moveRuns } from './run-storage.ts';

/** Whoever has a name belongs to their programme; others may still choose another city. */
export async function programmeOf({ visitor, desk }: Talk, run: FormRun): Promise<string> {
  const { person } = visitor;
  if (person !== null && person.surname !== '') return person.programmeId;
  const known = run.facts.programmeId ?? person?.programmeId ?? (await desk.programmes.list())[0]?.id;
  if (known === undefined) throw new Error('there is no programme to take part in');
  return known;
}

/** The run with the draft that it is about, begun if need be; whoever was nobody yet is somebody from then on. */
export async function begun(
  talk: Talk,
  run: FormRun,
  form: RegistrationForm,
): Promise<{ run: FormRun; personId: string; applicationId: string }> {
  const { applicationId, personId } = run.facts;
  if (applicationId !== undefined && personId !== undefined && personId === talk.visitor.person?.id) {
    return { run, personId, applicationId };
  }
  const programmeId = await programmeOf(talk, run);
  const draft = await talk.desk.applications.begin(talk.visitor.account, form, programmeId, talk.at);
  if (talk.visitor.person === null) await become(talk);
  return { run: { ...run, facts: { ...run.facts, ...draft } }, ...draft };
}

/** The account is somebody's now: what it had begun goes over to them. */
export async function become(talk: Talk): Promise<KnownTalk> {
  const owner = talk.owner();
  const known = await talk.become();
  await moveRuns(talk, owner);
  return known;
}

/** What need not be asked of somebody whom the staff have entered or who has registered before. */
export async function knownAnswers({ desk, person, visitor }: KnownTalk, form: Form): Promise<Answers> {
  const consents = await desk.consents.ofPerson(person.id);
  const own = consents.filter(({ giver, withdrawnAt }) => giver === 'self' && withdrawnAt === null);
  const given = form.questions.flatMap((question) => {
    const isOwn = question.kind === 'consent' && ['pd', 'part'].includes(question.key);
    if (!isOwn || consentState(question.consent, own) !== 'given') return [];
    const consent = own.find(({ kind, current }) => kind === question.consent && current);
    return consent === undefined ? [] : [[question.key, consent.id] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...namesOf(person),
    ...(await placeOf({ desk, person, visitor }, form)),
  };
}

function namesOf({ surname, name, patronymic }: Person): Answers {
  return surname === '' ? {} : { surname, name, patronymic: patronymic === '' ? null : patronymic };
}

/** The organization where somebody was appointed to just this, or the only one they have; with the role, where it is asked for. */
async function placeOf(
  { desk, person, visitor }: Pick<KnownTalk, 'desk' | 'person' | 'visitor'>,
  form: Form,
): Promise<Answers> {
  const question = form.questions.find(({ kind }) => kind === 'organization');
  if (question?.kind !== 'organization') return {};
  const roles = form.key === 'staff' ? ['curator', 'deputy-head', 'head'] : [form.key];
  const fitting = visitor.appointments.find(({ role }) => roles.includes(role));
  const all = new Set(visitor.appointments.map(({ organizationId }) => organizationId));
  const organizationId = fitting?.organizationId ?? (all.size === 1 ? [...all][0] : undefined);
  const place = (await desk.organizations.list(person.programmeId)).find(({ id }) => id === organizationId);
  if (place === undefined || !question.of.includes(place.kind)) return {};
  const role = form.key === 'staff' ? readAppliedRole(fitting?.role) : null;
  return { organization: place.id, ...(role === null ? {} : { role }) };
}
