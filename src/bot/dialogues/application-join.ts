import type { ApplicationCard } from '../../domain/registration/application.ts';
import { anotherAccount, joinedNews } from '../../texts/application-news.ts';
import type { Teller } from './application-news.ts';
import { menuFor } from './menu.ts';
import type { Talk } from './talk.ts';

type Joining = Teller & Pick<Talk, 'write' | 'at'>;

/** See `ApplicationBook.join`; whoever is concerned hears of it. */
export async function joinAndTell(
  talk: Joining,
  card: ApplicationCard,
  actorId: string,
): Promise<ApplicationCard> {
  const { people, applications } = talk.desk;
  const known = card.duplicateOf === null ? [] : (await people.accountsOf(card.duplicateOf)).accounts;
  const joined = await applications.join(card.id, actorId, talk.at);
  // Whoever was that person until now hears of it where they wrote from: a claim may be false.
  for (const account of known) if (account.closedAt === null) talk.write(account, anotherAccount());
  const menu = await menuFor(talk, joined.personId);
  await talk.tell(joined.personId, () => joinedNews(joined.person, menu));
  return joined;
}
