import { progressOf } from '../../domain/forms/flow.ts';
import type { Button } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { stateWords } from '../../texts/applications.ts';
import { goOnButton, openForm } from '../../texts/me.ts';
import { menuOf } from '../../texts/menu.ts';
import { chooseForm, elsewhereButton } from '../../texts/registration.ts';
import { asRepresentative, representedLine } from '../../texts/represented.ts';
import { home, strangerWelcome } from '../../texts/talk.ts';
import { allForms } from '../forms/all-forms.ts';
import { offerRegistration } from './registration.ts';
import { startRepresentative } from './representative.ts';
import type { KnownTalk, Talk } from './talk.ts';

/** The door: whom the bot does not know is told how to come in, everybody else gets the menu. */
export async function showHome(talk: Talk): Promise<void> {
  const { person, appointments } = talk.visitor;
  const goOn = await runButton(talk);
  if (person === null) {
    talk.say(strangerWelcome([...(goOn === null ? [] : [[goOn]]), ...offerRegistration()]));
    return;
  }
  const newest = appointments.length > 0 ? null : await newestApplication(talk, person.id);
  const stands = newest === null ? '' : stateWords[newest.state];
  const pupils = await talk.desk.applications.pupilsOf(person.id);
  talk.say(
    named(talk.mayNameOthers, (mayName) => {
      const about = [stands, representedLine(pupils, mayName)].filter((part) => part !== '').join(' ');
      return home(person, about, menuOf(appointments));
    }),
  );
  if (goOn !== null) talk.say({ text: openForm(), buttons: [[goOn], [elsewhereButton]] });
  else if (appointments.length === 0 && newest === null)
    await offerPlace({ ...talk, person }, pupils.length > 0);
}

async function newestApplication({ desk }: Talk, personId: string): Promise<ApplicationCard | null> {
  const [newest] = await desk.applications.ofPerson(personId);
  return newest ?? null;
}

/** For somebody who is nothing here yet: to represent the pupil who waits for them, or to register. */
async function offerPlace(talk: KnownTalk, represents: boolean): Promise<void> {
  if (await startRepresentative(talk)) return;
  talk.say(represents ? asRepresentative() : chooseForm());
}

async function runButton(talk: Talk): Promise<Button | null> {
  const run = await talk.forms.runOf(talk);
  const form = allForms.find((each) => each.form.key === run?.form)?.form;
  if (run === null || form === undefined) return null;
  return goOnButton(progressOf(form, run));
}
