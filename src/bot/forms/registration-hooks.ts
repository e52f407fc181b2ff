import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RegistrationForm } from '../../domain/registration/application.ts';
import { registrationFormOf, representativeForm } from '../../domain/registration/forms.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { representativeAgreed, thankRepresentative } from '../../texts/registration.ts';
import { isMinor } from '../dialogues/consent-subject.ts';
import { startRepresentative } from '../dialogues/representative.ts';
import type { Talk } from '../dialogues/talk.ts';
import type { FormHooks } from './form-engine.ts';
import { askDouble, waitsForDouble } from './registration-double.ts';
import { sendPapers } from './registration-papers.ts';
import { judgeAge, waitsForRepresentative } from './registration-pupil.ts';
import { begun, programmeOf } from './registration-start.ts';
import { finishRegistration } from './registration-submit.ts';

/** Somebody registers themselves: their consents are their own, and the first one makes them somebody. */
function registration(key: RegistrationForm): FormHooks {
  return {
    form: registrationFormOf[key],
    answered: askDouble,
    waits: waitsForDouble,
    consents: {
      of: async (talk, run) => ({ programmeId: await programmeOf(talk, run), giver: 'self' }),
      async sign(talk, run) {
        await checkAge(talk, key);
        const { run: draft, personId } = await begun(talk, run, key);
        return { run: draft, personId, givenBy: personId };
      },
    },
    finish: (talk, run) => finishRegistration(talk, run, key),
  };
}

/** Another form makes no minor older: whoever is known to be under 18 consents to nothing alone. */
async function checkAge(talk: Talk, key: RegistrationForm): Promise<void> {
  const { person } = talk.visitor;
  if (key === 'pupil' || person === null) return;
  if (isMinor(talk, await talk.desk.applications.ofPerson(person.id))) throw new Refusal('may-not-decide');
}

const pupil: FormHooks = {
  ...registration('pupil'),
  answered: (talk, run, key) => (key === 'birth-year' ? judgeAge(talk, run) : askDouble(talk, run, key)),
  waits: async (talk, run) => (await waitsForRepresentative(talk, run)) || waitsForDouble(talk, run),
};

const ownKeys = ['pd'];

const representative: FormHooks = {
  form: representativeForm,
  consents: {
    of: async (talk, run, key) => ({
      programmeId: await programmeOf(talk, run),
      giver: ownKeys.includes(key) ? 'self' : 'representative',
    }),
    async sign(talk, run, key) {
      const { personId, pupilId } = parties(talk, run);
      if (ownKeys.includes(key)) return { run, personId, givenBy: personId };
      // A consent proves who gave it from the moment it is given: the form may never be sent.
      await describe(talk, run);
      return { run, personId: pupilId, givenBy: personId };
    },
  },
  async finish(talk, run) {
    const { pupilId } = await describe(talk, run);
    await talk.tell(pupilId, () => representativeAgreed());
    talk.say({ text: thankRepresentative() });
    await sendPapers(talk, representativeForm, run);
    const { person: self } = talk.visitor;
    if (self !== null) await startRepresentative({ ...talk, person: self });
  },
};

/** Who represents the pupil, as far as it was answered. `Refusal('form-unfinished')` for somebody without a name. */
async function describe(talk: Talk, run: FormRun): Promise<{ pupilId: string }> {
  const { personId, pupilId } = parties(talk, run);
  const { person } = splitAnswers(run.answers);
  const { relation } = run.answers;
  if (person.surname === '' || person.name === '' || typeof relation !== 'string') {
    throw new Refusal('form-unfinished');
  }
  await talk.desk.applications.describeRepresentative(personId, pupilId, relation, person);
  return { pupilId };
}

function parties({ visitor }: Talk, { facts }: FormRun): { personId: string; pupilId: string } {
  const { pupilId } = facts;
  if (visitor.person === null || pupilId === undefined) throw new Refusal('representation-unknown');
  return { personId: visitor.person.id, pupilId };
}

export const registrationHooks: readonly FormHooks[] = [
  registration('mentor'),
  registration('mentee'),
  registration('staff'),
  pupil,
  representative,
];
