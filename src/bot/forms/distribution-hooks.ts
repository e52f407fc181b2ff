import type { ConsentScope } from '../../domain/consents/consent.ts';
import { distributionForm } from '../../domain/consents/distribution-form.ts';
import type { Answers } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import { consentCopy } from '../../texts/consents.ts';
import { sayCopy } from '../dialogues/consent-giving.ts';
import { type Subject, subjectOf } from '../dialogues/consent-subject.ts';
import type { Talk } from '../dialogues/talk.ts';
import type { FormHooks } from './form-engine.ts';

/** What of oneself, or of a represented pupil (`facts.personId`), may be published where. */
export const distributionHooks: FormHooks = {
  form: distributionForm,

  /** Other places or conditions are another consent: it is asked for anew (152-ФЗ art. 10.1 part 9). */
  async answered(_talk, run, key) {
    if (key === 'agreement' || run.answers.agreement === undefined) return run;
    const { agreement: _given, ...answers } = run.answers;
    return { ...run, answers };
  },

  consents: {
    async of(talk, run) {
      const { person, giver } = await givingSubject(talk, run);
      return { programmeId: person.programmeId, giver, scope: scopeOf(run.answers) };
    },

    async sign(talk, run) {
      const subject = await givingSubject(talk, run);
      return { run, personId: subject.person.id, givenBy: talk.visitor.person?.id ?? subject.person.id };
    },
  },

  async finish(talk, run) {
    const subject = await givingSubject(talk, run);
    const { agreement } = run.answers;
    const consent = typeof agreement === 'string' ? await talk.desk.consents.byId(agreement) : null;
    if (consent === null || consent.personId !== subject.person.id) throw new Refusal('form-unfinished');
    await sayCopy({ ...talk, person: subject.reader }, subject, consent, consentCopy);
  },
};

/** `Refusal('may-not-decide')` for whoever may not give this consent (any more). */
async function givingSubject(talk: Talk, run: FormRun) {
  const { person } = talk.visitor;
  if (person === null) throw new Refusal('may-not-decide');
  const subject: Subject | null = await subjectOf({ ...talk, person }, run.facts.personId ?? person.id);
  if (subject === null || subject.giver === null) throw new Refusal('may-not-decide');
  return { ...subject, giver: subject.giver, reader: person };
}

function scopeOf({ what, where, conditions }: Answers): ConsentScope {
  return {
    what: chosenIn(what),
    where: chosenIn(where),
    ...(typeof conditions === 'string' ? { conditions } : {}),
  };
}

function chosenIn(answer: Answers[string] | undefined): readonly string[] {
  return typeof answer === 'object' && answer !== null && 'chosen' in answer ? answer.chosen : [];
}
