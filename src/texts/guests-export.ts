import type { Guest } from '../domain/contests/event-desk.ts';
import type { SheetPlan } from '../domain/files/sheet-plan.ts';
import { instantText, type Moment } from './contests/when.ts';
import { eventPanelWords as words } from './panel/contest-event.ts';
import { fullName } from './people.ts';
import { clip } from './tasks.ts';

export function guestsFileName(title: string): string {
  return words.fileName(clip(title.replace(/[«»"/\\:*?<>|]/g, ''), 80));
}

/** The people of an event, in the order in which they are shown. */
export function guestsPlan(guests: readonly Guest[], moment: Moment): SheetPlan {
  const { number, name, organization, team, state, attended } = words.columns;
  return {
    name: words.sheet,
    above: [words.stamp(instantText(moment.at, moment), guests.length)],
    columns: [
      { heading: number, width: 6 },
      { heading: name, width: 40 },
      { heading: organization, width: 30 },
      { heading: team, width: 24 },
      { heading: state, width: 18 },
      { heading: attended, width: 12 },
    ],
    rows: guests.map((guest, index) => [
      index + 1,
      fullName(guest.person),
      guest.organizationName ?? '',
      guest.teamName ?? '',
      words.stateOf(guest.isWaiting),
      guest.attendedAt === null ? words.no : words.yes,
    ]),
  };
}
