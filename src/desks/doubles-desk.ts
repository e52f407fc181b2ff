import { menuFor } from '../bot/dialogues/menu.ts';
import { createPost } from '../bot/dialogues/post.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { likelyDoubles } from '../database/repositories/likely-doubles.ts';
import { mergePeople, movingOf, rememberApart } from '../database/repositories/merge-people.ts';
import { lockFacts, personCard } from '../database/repositories/person-card.ts';
import { postsOf } from '../database/repositories/person-posts.ts';
import type { DoublesDesk } from '../domain/people/doubles-desk.ts';
import { mayStandFor } from '../domain/people/may-appoint.ts';
import { Refusal } from '../domain/refusal.ts';
import { covers } from '../domain/staff/powers.ts';
import { anotherAccount, joinedNews } from '../texts/application-news.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';

const power = 'people:write';

export function createDoublesDesk(deps: DeskDeps): DoublesDesk {
  return {
    list: (staff, query) =>
      staffLook(deps, staff, power, ({ sql, reach }) => likelyDoubles(sql, reach, query)),
    compare: (staff, doubleId, knownId) =>
      staffLook(deps, staff, power, async (look) => {
        const { sql, reach, at } = look;
        const shown = { at, contacts: covers(staff, 'people:contacts', reach) };
        const double = await personCard(sql, reach, doubleId, shown);
        const known = await personCard(sql, reach, knownId, shown);
        const moving = await movingOf(sql, doubleId);
        return { double, known, moving, may: await mayMerge(look, doubleId, knownId) };
      }),
    merge: (staff, doubleId, knownId) =>
      staffWork(deps, staff, power, async (work) => {
        await bothWithin(work, doubleId, knownId);
        if (doubleId === staff.personId) throw new Refusal('own-record');
        if (!(await mayMerge(work, doubleId, knownId))) throw new Refusal('may-not-stand-for');
        const { sql, at, note } = work;
        const moving = await movingOf(sql, doubleId);
        const tell = await newsOf(deps, work, doubleId, knownId);
        await mergePeople(sql, doubleId, knownId, { by: staff.personId, at });
        await tell();
        const subject = { kind: 'person', id: knownId };
        const moved = Object.fromEntries(moving.map(({ table, count }) => [table, count]));
        await note({ action: 'person.merged', subject, before: { doubleId }, after: moved });
        return { id: knownId };
      }),
    keepApart: (staff, oneId, otherId) =>
      staffWork(deps, staff, power, async (work) => {
        await bothWithin(work, oneId, otherId);
        await rememberApart(work.sql, oneId, otherId, { by: staff.personId, at: work.at });
        const subject = { kind: 'person', id: oneId };
        await work.note({ action: 'person.kept-apart', subject, after: { otherId } });
      }),
  };
}

async function bothWithin({ sql, reach }: Look, oneId: string, otherId: string): Promise<void> {
  for (const id of [oneId, otherId]) await lockFacts(sql, reach, id, false);
  if (oneId === otherId) throw new Refusal('same-person');
}

async function mayMerge({ sql, staff, reach }: Look, doubleId: string, knownId: string): Promise<boolean> {
  if (doubleId === knownId || doubleId === staff.personId) return false;
  for (const id of [doubleId, knownId]) {
    if (!mayStandFor(staff, reach, id, await postsOf(sql, id))) return false;
  }
  return true;
}

/** Whoever had an account until now hears of it there: a claim may be false. */
async function newsOf(deps: DeskDeps, { sql, books, at, tell }: Work, doubleId: string, knownId: string) {
  const { accounts } = await books.people.accountsOf(knownId);
  const { accounts: coming } = await books.people.accountsOf(doubleId);
  return async () => {
    if (coming.length === 0) return;
    const post = createPost({ people: books.people, outbox: createOutbox(sql) }, at, deps.mayNameOthers);
    for (const account of accounts) {
      if (account.closedAt === null) post.put(account, { kind: 'send', message: anotherAccount() });
    }
    await post.leave();
    const [person] = await sql.query<Parameters<typeof joinedNews>[0]>(
      `select id, programme_id as "programmeId", surname, name, patronymic from person where id = $1`,
      [knownId],
    );
    if (person === undefined) throw new Error('the known person of a merge is gone');
    const menu = await menuFor({ desk: books }, knownId);
    await tell(knownId, () => joinedNews(person, menu));
  };
}
