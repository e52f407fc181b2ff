import type { Button } from '../../domain/messages/message.ts';
import { type RegistrationForm, registrationForms } from '../../domain/registration/application.ts';
import { registrationFormOf } from '../../domain/registration/forms.ts';
import { roleOf, statePhrases } from '../../texts/applications.ts';
import {
  alreadyApplied,
  chooseCity,
  chooseForm,
  consentFirst,
  doubleWords,
  noProgramme,
  ownInvitation,
  registrationRows,
} from '../../texts/registration.ts';
import { words } from '../../texts/talk.ts';
import { forRepresentative, lastDayOf, sendInvitation } from '../forms/registration-pupil.ts';
import { knownAnswers } from '../forms/registration-start.ts';
import { keepRun } from '../forms/run-storage.ts';
import { isFirstPress } from './once.ts';
import type { Talk } from './talk.ts';

/** For whoever the bot does not know yet: who they may register as. */
export function offerRegistration(): Button[][] {
  return registrationRows();
}

/** `join`, `join:mentor`, `join:city:1:mentor`, and what a registration that waits is gone on by. */
export async function pressRegistration(talk: Talk, action: string): Promise<boolean> {
  const [topic, word, ...rest] = action.split(':');
  if (topic !== 'join') return false;
  if (word === undefined) {
    talk.say(chooseForm());
    return true;
  }
  if (word === 'city') return chooseInCity(talk, rest);
  const form = readForm(word);
  if (form !== null && rest.length === 0) {
    await chooseProgramme(talk, form);
    return true;
  }
  const answer = answers[word];
  return answer === undefined ? false : answer(talk, rest);
}

function readForm(word: string | undefined): RegistrationForm | null {
  return registrationForms.find((form) => form === word) ?? null;
}

async function chooseInCity(talk: Talk, [programmeId, key, ...rest]: string[]): Promise<boolean> {
  const form = readForm(key);
  const programme = (await talk.desk.programmes.list()).find(({ id }) => id === programmeId);
  if (form === null || programme === undefined || rest.length > 0) return false;
  await startRegistration(talk, form, programme.id);
  return true;
}

async function chooseProgramme(talk: Talk, form: RegistrationForm): Promise<void> {
  const { person } = talk.visitor;
  if (person !== null && person.surname !== '') return startRegistration(talk, form, person.programmeId);
  const programmes = await talk.desk.programmes.list();
  const [only, ...others] = programmes;
  if (only === undefined) talk.say(noProgramme());
  else if (others.length > 0) talk.say(chooseCity(programmes, form));
  else await startRegistration(talk, form, only.id);
}

async function startRegistration(talk: Talk, form: RegistrationForm, programmeId: string): Promise<void> {
  const { person } = talk.visitor;
  if (person === null) return talk.forms.start(talk, form, { facts: { programmeId } });
  const mine = (await talk.desk.applications.ofPerson(person.id)).find(
    (card) => card.form === form && !['draft', 'left', 'declined'].includes(card.state),
  );
  if (mine !== undefined) {
    talk.say(alreadyApplied(roleOf(mine), statePhrases[mine.state]));
    return;
  }
  const known = await knownAnswers({ ...talk, person }, registrationFormOf[form]);
  await talk.forms.start(talk, form, {
    facts: { programmeId: person.surname === '' ? programmeId : person.programmeId },
    known,
  });
}

/** `false`: an old button, or one that was never this person's. */
const answers: Record<string, (talk: Talk, rest: string[]) => Promise<boolean>> = {
  async same(talk, [knownId]) {
    const run = await talk.forms.runOf(talk);
    if (run?.facts.duplicateOf === undefined || run.facts.duplicateOf !== knownId) return false;
    return decideDouble(talk, doubleWords.same);
  },

  async other(talk) {
    return decideDouble(talk, doubleWords.other);
  },

  resume: (talk) => talk.forms.resume(talk),

  /** A new invitation for the representative. */
  async code(talk) {
    const run = await talk.forms.runOf(talk);
    const { person } = talk.visitor;
    if (run?.facts.waiting !== forRepresentative || person === null) return false;
    if (await isFirstPress(talk)) await sendInvitation(talk, person.id);
    else talk.toast(words.pressed);
    return true;
  },

  /** Oneself in the other messenger. */
  async elsewhere(talk) {
    const { person } = talk.visitor;
    if (person === null) {
      talk.say({ text: consentFirst() });
    } else if (await isFirstPress(talk)) {
      const invitation = await talk.desk.people.invite(person.id, talk.at);
      talk.say(ownInvitation(invitation, lastDayOf(talk, invitation.expiresAt)));
    } else {
      talk.toast(words.pressed);
    }
    return true;
  },
};

/** The answer to «Это вы?»: the form goes on. Whoever is another is nothing the deciders need to look at. */
async function decideDouble(talk: Talk, said: string): Promise<boolean> {
  const run = await talk.forms.runOf(talk);
  if (run?.facts.waiting !== 'double') return false;
  const { waiting: _, duplicateOf, ...facts } = run.facts;
  const kept = said === doubleWords.same && duplicateOf !== undefined ? { ...facts, duplicateOf } : facts;
  await keepRun(talk, { ...run, paused: false, facts: kept });
  talk.show({ text: said });
  await talk.forms.resume(talk);
  return true;
}
