import { home, menuOf, strangerWelcome } from '../../texts/talk.ts';
import type { Talk } from './talk.ts';

/** The door: whom the bot does not know is told how to come in, everybody else gets the menu. */
export function showHome(talk: Talk): void {
  const { person } = talk.visitor;
  talk.say(person === null ? strangerWelcome() : home(person, menuOf(talk.isCoordinator)));
}
