import { createPost, type Post } from '../bot/dialogues/post.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import {
  countMaterials,
  forgetMaterials,
  noteMaterials,
  peopleLackingMaterials,
} from '../database/repositories/material-people.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import type { Database } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { ContestKind } from '../domain/contests/contest.ts';
import type { ErrandKind, ErrandParams } from '../domain/errands/errand.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { materialsMessages } from '../texts/contests/materials.ts';

export const materialsKind = 'contest-materials';

type Deps = { database: Database; clock: Clock; mayNameOthers: MayNameOthers };
/** `fileIds`: the materials there were when it was ordered. */
type Sending = { contestId: string; fileIds: string[]; namesOthers: boolean };

/**
 * Sends the materials of a contest to those they are for, each file to each person once. That somebody has them and the
 * messages themselves are one transaction: wherever it dies, the next try goes on with the others.
 */
export function createMaterialsErrand(deps: Deps): ErrandKind {
  return {
    async run(params, { progress }) {
      const sending = readSending(params);
      const { contestId, fileIds } = sending;
      const people = await peopleLackingMaterials(deps.database, contestId, fileIds);
      const { told } = await countMaterials(deps.database, contestId, fileIds);
      for (const [index, personId] of people.entries()) {
        await progress(told + index, told + people.length);
        await sendOnce(deps, sending, personId);
      }
      return { facts: await countMaterials(deps.database, contestId, fileIds) };
    },
  };
}

function readSending({ contestId, fileIds, namesOthers }: ErrandParams): Sending {
  return {
    contestId: String(contestId),
    fileIds: Array.isArray(fileIds) ? fileIds.map(String) : [],
    namesOthers: namesOthers !== false,
  };
}

async function sendOnce(
  { database, clock, mayNameOthers }: Deps,
  { contestId, fileIds, namesOthers }: Sending,
  personId: string,
): Promise<void> {
  const at = clock.now();
  await database.transaction(async (sql) => {
    const [contest] = await sql.query<{ title: string; kind: ContestKind }>(
      'select title, kind from contest where id = $1',
      [contestId],
    );
    const fresh = await noteMaterials(sql, contestId, fileIds, { personId, at });
    if (contest === undefined || fresh.length === 0) return;
    const post = createPost({ people: createPeopleBook(sql), outbox: createOutbox(sql) }, at, mayNameOthers);
    const about = { ...contest, fileIds: fresh, namesOthers };
    if (await tellAll(post, personId, about)) await post.leave();
    else await forgetMaterials(sql, contestId, personId, fresh);
  });
}

async function tellAll(
  post: Post,
  personId: string,
  about: Parameters<typeof materialsMessages>[0],
): Promise<boolean> {
  // How many there are depends on the channel, which the post finds: it asks for what it sends last.
  let left = 1;
  for (let index = 0; index < left; index += 1) {
    const isReached = await post.tell(personId, (mayName) => {
      const messages = materialsMessages(about, mayName);
      left = messages.length;
      return messages[index] ?? { text: '' };
    });
    if (!isReached) return false;
  }
  return true;
}
