import { type PagePurpose, pagePurposes } from '../../domain/pages/page-link.ts';
import { noPage, pageOffer } from '../../texts/page.ts';
import type { Talk } from './talk.ts';

/** A link to our own page for this very account. Whoever is on the page already needs none. */
export async function offerPage(talk: Talk, purpose: PagePurpose): Promise<void> {
  if (talk.incoming.event.kind === 'page') return;
  if (talk.pageUrl === null) {
    talk.say(noPage());
    return;
  }
  const { secret } = await talk.desk.pages.create(talk.visitor.account.id, purpose, talk.at);
  talk.say(pageOffer(purpose, `${talk.pageUrl}/go/${secret}`));
}

/** `page:form`, `page:privacy` …; a purpose that is not this person's is an old button. */
export async function pressPage(talk: Talk, action: string): Promise<boolean> {
  const purpose = pagePurposes.find((each) => action === `page:${each}`);
  if (purpose === undefined || (purpose === 'staff' && !isStaff(talk))) return false;
  await offerPage(talk, purpose);
  return true;
}

export function isStaff({ visitor }: Pick<Talk, 'visitor'>): boolean {
  return visitor.appointments.some(({ role }) => role === 'coordinator' || role === 'curator');
}
