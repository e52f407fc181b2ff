import { progressOf } from '../../domain/forms/flow.ts';
import type { Button } from '../../domain/messages/message.ts';
import { applicationState, goOnButton, openForm } from '../../texts/me.ts';
import { menuOf } from '../../texts/menu.ts';
import { home, strangerWelcome } from '../../texts/talk.ts';
import { allForms } from '../forms/all-forms.ts';
import type { Talk } from './talk.ts';

/** The door: whom the bot does not know is told how to come in, everybody else gets the menu. */
export async function showHome(talk: Talk): Promise<void> {
  const { person, appointments } = talk.visitor;
  const goOn = await runButton(talk);
  if (person === null) {
    talk.say(strangerWelcome(goOn === null ? [] : [[goOn]]));
    return;
  }
  talk.say(home(person, await standing(talk, person.id), menuOf(appointments)));
  if (goOn !== null) talk.say({ text: openForm(), buttons: [[goOn]] });
}

/** How the application of somebody stands who is nothing yet; nothing for all others. */
async function standing({ desk, visitor }: Talk, personId: string): Promise<string> {
  if (visitor.appointments.length > 0) return '';
  const [newest] = await desk.applications.ofPerson(personId);
  return newest === undefined ? '' : applicationState(newest);
}

async function runButton(talk: Talk): Promise<Button | null> {
  const run = await talk.forms.runOf(talk);
  const form = allForms.find((each) => each.form.key === run?.form)?.form;
  if (run === null || form === undefined) return null;
  return goOnButton(progressOf(form, run));
}
