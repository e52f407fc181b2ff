import { menuChanged, menuOf } from '../../texts/menu.ts';
import type { Desk } from '../desk.ts';
import type { KnownTalk } from './talk.ts';

/** Somebody's menu by what they are appointed to now, after whatever this event has changed. */
export async function menuFor(
  { desk }: { desk: Pick<Desk, 'people'> },
  personId: string,
): Promise<string[][]> {
  return menuOf(await desk.people.appointmentsOf(personId));
}

/** The keys under the chat stay until others come: whoever has just got or lost a part sees theirs at once. */
export async function renewMenu(talk: KnownTalk): Promise<void> {
  if (talk.incoming.event.kind === 'page') return;
  const menu = await menuFor(talk, talk.person.id);
  if (menu.join() !== menuOf(talk.visitor.appointments).join()) talk.say(menuChanged(menu));
}
