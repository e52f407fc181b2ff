import type { Entry } from '../../domain/contests/entry.ts';
import type { OwnDiploma } from '../../domain/diplomas/diploma-shelf.ts';
import { named } from '../../domain/messages/named.ts';
import { ownDiploma } from '../../texts/contests/diploma-news.ts';
import type { KnownTalk } from './talk.ts';

type OfWork = Pick<Entry, 'id' | 'contestId'>;

/** The reader's own papers for a work, and those for its contest as a whole. */
export function ownDiplomas({ desk, person }: KnownTalk, { id, contestId }: OfWork): Promise<OwnDiploma[]> {
  return desk.diplomas.ofPerson(person.id, { contestId, entryId: id });
}

/** `entry:diploma:7:12`: sends the file once more. `false` for a paper that is nobody's here, or holds no longer. */
export async function sendDiploma(
  talk: KnownTalk,
  entry: OfWork,
  diplomaId: string | null,
): Promise<boolean> {
  const diploma = (await ownDiplomas(talk, entry)).find(({ id }) => id === diplomaId);
  const file = diploma === undefined ? null : await talk.desk.diplomas.file(talk.person.id, diploma.id);
  if (diploma === undefined || file === null) return false;
  talk.say(named(talk.mayNameOthers, (mayName) => ownDiploma(diploma, file, mayName)));
  return true;
}
