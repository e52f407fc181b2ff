import { noPanel, panelButtons, panelOffer } from '../../texts/panel-way.ts';
import { mayEnter } from './sign-in.ts';
import type { Talk } from './talk.ts';

type Place = keyof typeof panelButtons;
const places = Object.keys(panelButtons) as Place[];
/** Buttons of chats from before the panel was: they led to a page that is gone. */
const before = 'page:staff';

/** Where the panel is, in words and as a button: no link of ours opens it, whoever comes there signs in. */
export function offerPanel({ say, pageUrl }: Pick<Talk, 'say' | 'pageUrl'>, place: Place): void {
  say(pageUrl === null ? noPanel() : panelOffer(place, `${pageUrl}/panel`));
}

/** `panel:applications` …; an old button for whoever is no staff. */
export async function pressPanel(talk: Talk, action: string): Promise<boolean> {
  const place =
    action === before ? 'applications' : places.find((each) => panelButtons[each].action === action);
  if (place === undefined || !mayEnter(talk)) return false;
  offerPanel(talk, place);
  return true;
}

/** Whoever decides on applications and keeps consents in order, in the chat, too. */
export function isStaff({ visitor }: Pick<Talk, 'visitor'>): boolean {
  return visitor.appointments.some(({ role }) => role === 'coordinator' || role === 'curator');
}
