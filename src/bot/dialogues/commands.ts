import { type Command, cancelled, help, notCoordinator } from '../../texts/talk.ts';
import { showHome } from './home.ts';
import { showSettings } from './settings.ts';
import { summaryFor } from './summary.ts';
import type { KnownTalk, Talk } from './talk.ts';
import { sayTasks } from './task-list.ts';

/** Commands work in the middle of anything and, but for `/cancel`, leave it as it was. */
export async function obey(talk: Talk, known: KnownTalk | null, command: Command): Promise<void> {
  if (command === 'cancel') cancel(talk, false);
  else if (command === 'start' || command === 'menu' || known === null) showHome(talk);
  else await forKnown[command](known);
}

/** `inPlace`: by the button «Отмена». */
export function cancel(talk: Talk, inPlace: boolean): void {
  const message = { text: cancelled(talk.state() !== null) };
  talk.turn(null);
  if (inPlace) talk.show(message);
  else talk.say(message);
}

const forKnown: Record<'help' | 'tasks' | 'summary' | 'settings', (talk: KnownTalk) => Promise<void>> = {
  async help(talk) {
    talk.say(help(talk.isCoordinator));
  },
  tasks: sayTasks,
  settings: showSettings,
  async summary(talk) {
    if (!talk.isCoordinator) {
      talk.say({ text: notCoordinator() });
      await sayTasks(talk);
      return;
    }
    talk.say(await summaryFor(talk));
  },
};
