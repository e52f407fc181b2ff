import type { Message } from '../../domain/messages/message.ts';
import { named } from '../../domain/messages/named.ts';
import { summaryMessage, withoutNames } from '../../texts/summary.ts';
import type { KnownTalk } from './talk.ts';

/** How the programme stands; for coordinators only. */
export async function summaryFor(talk: KnownTalk): Promise<Message> {
  const organizations = await talk.desk.tasks.summary(talk.person.id, talk.today);
  return named(talk.mayNameOthers, (mayName) =>
    summaryMessage(mayName ? organizations : organizations.map(withoutNames), talk.today),
  );
}
