import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RegistrationForm } from '../../domain/registration/application.ts';
import { registrationFormOf, representativeForm } from '../../domain/registration/forms.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { representativeAgreed, thankRepresentative } from '../../texts/registration.ts';
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
        const { run: draft, personId } = await begun(talk, run, key);
        return { run: draft, personId, givenBy: personId };
      },
    },
    finish: (talk, run) => finishRegistration(talk, run, key),
  };
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
      return { run, personId: ownKeys.includes(key) ? personId : pupilId, givenBy: personId };
    },
  },
  async finish(talk, run) {
    const { personId, pupilId } = parties(talk, run);
    const { person } = splitAnswers(run.answers);
    const relation = String(run.answers.relation);
    await talk.desk.applications.describeRepresentative(personId, pupilId, relation, person);
    await talk.tell(pupilId, () => representativeAgreed());
    talk.say({ text: thankRepresentative() });
    await sendPapers(talk, representativeForm, run);
    const { person: self } = talk.visitor;
    if (self !== null) await startRepresentative({ ...talk, person: self });
  },
};

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
