import { type PagePurpose, pagePurposes } from '../../domain/pages/page-link.ts';
import { noPage, pageOffer, pageStillOpen } from '../../texts/page.ts';
import type { Talk } from './talk.ts';

/**
 * A link to our own page for this very account; the one of before, while it opens. Whoever is on the page already needs
 * none.
 */
export async function offerPage(talk: Talk, purpose: PagePurpose): Promise<void> {
  const { desk, visitor, at, pageUrl, incoming } = talk;
  if (incoming.event.kind === 'page') return;
  const isOffered = pageUrl !== null && (await desk.pages.isOffered(visitor.account.id, purpose, at));
  if (isOffered) talk.say(pageStillOpen(purpose));
  else await giveLink(talk, purpose);
}

async function giveLink({ desk, visitor, at, pageUrl, incoming, say }: Talk, purpose: PagePurpose) {
  if (incoming.event.kind === 'page') return;
  if (pageUrl === null) {
    say(noPage());
    return;
  }
  const { secret } = await desk.pages.create(visitor.account.id, purpose, at);
  say(pageOffer(purpose, `${pageUrl}/go/${secret}`));
}

/** `page:form`, `page:privacy` …: a new link each time; any other purpose is an old button. */
export async function pressPage(talk: Talk, action: string): Promise<boolean> {
  const purpose = pagePurposes.find((each) => action === `page:${each}`);
  if (purpose === undefined) return false;
  await giveLink(talk, purpose);
  return true;
}
