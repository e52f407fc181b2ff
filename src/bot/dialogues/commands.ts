import { type Command, menuRolesOf } from '../../texts/menu.ts';
import { cancelled, help, notCoordinator } from '../../texts/talk.ts';
import { showApplications } from './applications.ts';
import { showContests } from './contests.ts';
import { showHome } from './home.ts';
import { showMe } from './me.ts';
import { showPairs } from './pairs.ts';
import { showPrivacy } from './privacy.ts';
import { showPrivacyForStranger } from './privacy-requests.ts';
import { ask } from './question.ts';
import { showSettings } from './settings.ts';
import { askForDigits } from './sign-in.ts';
import { summaryFor } from './summary.ts';
import type { KnownTalk, Talk } from './talk.ts';
import { sayTasks } from './task-list.ts';

/**
 * Commands work in the middle of anything and, but for `/cancel`, leave it as it was: a form that waits is called to mind
 * afterwards.
 */
export async function obey(talk: Talk, known: KnownTalk | null, command: Command): Promise<void> {
  if (command === 'cancel') return cancel(talk, false);
  if (command === 'start' || command === 'menu') return showHome(talk);
  if (command === 'contact') await ask(talk);
  else if (command === 'login') askForDigits(talk);
  else if (command === 'help') talk.say(help(known === null ? null : menuRolesOf(talk.visitor.appointments)));
  else if (known !== null) await forKnown[command](known);
  else if (command === 'privacy') showPrivacyForStranger(talk);
  else return showHome(talk);
  // Whoever is to write a question now is not asked for two things at once.
  if (talk.state() === null) await talk.forms.remind(talk);
}

/** `inPlace`: by the button «Отмена». What is open besides a form goes first, then the form is put aside. */
export async function cancel(talk: Talk, inPlace: boolean): Promise<void> {
  if (talk.state() === null && (await talk.forms.pause(talk))) return;
  const message = { text: cancelled(talk.state() !== null) };
  talk.turn(null);
  if (inPlace) talk.show(message);
  else talk.say(message);
  await talk.forms.remind(talk);
}

type KnownCommand =
  | 'tasks'
  | 'summary'
  | 'applications'
  | 'pairs'
  | 'contests'
  | 'me'
  | 'settings'
  | 'privacy';

const forKnown: Record<KnownCommand, (talk: KnownTalk) => Promise<void>> = {
  tasks: sayTasks,
  me: showMe,
  settings: showSettings,
  applications: showApplications,
  pairs: showPairs,
  contests: showContests,
  privacy: showPrivacy,
  async summary(talk) {
    if (!talk.isCoordinator) {
      talk.say({ text: notCoordinator() });
      await sayTasks(talk);
      return;
    }
    talk.say(await summaryFor(talk));
  },
};
