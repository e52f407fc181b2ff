import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createCommunityBook } from '../../database/repositories/community-book.ts';
import { createContestBook } from '../../database/repositories/contest-book.ts';
import { readCases } from '../../database/repositories/contest-check-cases.ts';
import { createEntryBook } from '../../database/repositories/entry-book.ts';
import type { Database } from '../../database/sql.ts';
import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { Entry } from './entry.ts';
import { beginEntry, handInPost } from './entry-acts.ts';

let database: Database;
let town: Town;
let contest: Contest;
const at = new Date('2022-03-12T06:00:00Z');
const page = 501;
const post = { ownerId: page, postId: 7 };
const wall = { ownerId: -88, postId: 7 };
const repeated = new Refusal('entry-repeated');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id, { terms: { perPerson: 5, perNomination: 5 } });
});

async function person(names: string, vk: number | null, organizationId = town.school.id) {
  const { id } = await town.person(names, 'mentor', organizationId);
  if (vk !== null)
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [String(vk), id],
    );
  return {
    personId: id,
    programmeId: town.programme.id,
    appointments: [{ role: 'mentor' as const, organizationId }],
  };
}
type Who = Awaited<ReturnType<typeof person>>;
const nominationId = () => contest.nominations[0]?.id ?? '';

function handIn(who: Who, key = post) {
  return database.transaction(async (sql) => {
    const books = { contests: createContestBook(sql), entries: createEntryBook(sql) };
    const { entry } = await beginEntry(
      books,
      who,
      { contestId: contest.id, nominationId: nominationId() },
      at,
    );
    return handInPost(books, who, { entryId: entry.id, post: key }, at);
  });
}
const found = (entry: Entry, ...codes: string[]) =>
  createEntryBook(database).change(entry.id, {
    state: 'mending',
    findings: codes.map((code) => ({ code, facts: {} })),
  });
const stateOf = async ({ id }: Entry) => (await createEntryBook(database).find(town.programme.id, id))?.state;

test('whoever was quicker with a post of somebody else’s page loses it to them, looked at or not', async () => {
  const stranger = await person('Шустров Пётр Ильич', 666);
  const author = await person('Орлова Анна Петровна', page);
  const first = (await handIn(stranger)).entry;
  const { entry, released } = await handIn(author);
  expect(released).toMatchObject({ id: first.id, personId: stranger.personId, state: 'withdrawn' });
  expect(released?.findings).toEqual([{ code: 'post-claimed', facts: {} }]);
  expect(released?.checkDueAt).toBeNull();
  expect(await stateOf(entry)).toBe('checking');
  await expect(handIn(stranger)).rejects.toEqual(repeated);
});

test('without a proof of the page nobody takes a post away, and with one nobody takes it from its author', async () => {
  const stranger = await person('Шустров Пётр Ильич', null);
  const other = await person('Ловкий Иван Ильич', 777);
  const first = (await handIn(stranger)).entry;
  await found(first, 'post-author-unproven');
  await expect(handIn(await person('Орлова Анна Петровна', null))).rejects.toEqual(repeated);
  await expect(handIn(other)).rejects.toEqual(repeated);
  const author = await person('Белова Анна Петровна', page);
  const { entry } = await handIn(author);
  await found(entry, 'post-hashtag-missing');
  await expect(handIn(other)).rejects.toEqual(repeated);
  expect(await stateOf(first)).toBe('withdrawn');
});

test('what staff have accepted as it is stays', async () => {
  const first = (await handIn(await person('Шустров Пётр Ильич', 666))).entry;
  await database.query(`update contest_entry set state = 'accepted', decided_at = $2 where id = $1`, [
    first.id,
    at,
  ]);
  await expect(handIn(await person('Орлова Анна Петровна', page))).rejects.toEqual(repeated);
});

test('a community’s post goes to its own organization once a check has found that it is not the holder’s', async () => {
  await createCommunityBook(database).confirm(town.school.id, 88, at);
  const first = (await handIn(await person('Шустров Пётр Ильич', 666, town.otherSchool.id), wall)).entry;
  const teacher = await person('Орлова Анна Петровна', null);
  await expect(handIn(teacher, wall)).rejects.toEqual(repeated);
  await found(first, 'post-community-unconfirmed');
  const { released } = await handIn(teacher, wall);
  expect(released?.id).toBe(first.id);
});

test('a post that is claimed by both at the same moment is its author’s', async () => {
  const stranger = await person('Шустров Пётр Ильич', 666);
  const author = await person('Орлова Анна Петровна', page);
  const [, mine] = await Promise.allSettled([handIn(stranger), handIn(author)]);
  expect(mine.status).toBe('fulfilled');
  const live = await database.query(
    `select person_id::text as "personId" from contest_entry where state = 'checking'`,
  );
  expect(live).toEqual([{ personId: author.personId }]);
});

test('a stranger’s work in another contest shuts nobody out of this one', async () => {
  const other = await contestIn(database, town.programme.id, { title: 'Лучшие практики' });
  const stranger = await person('Шустров Пётр Ильич', 666);
  const author = await person('Орлова Анна Петровна', page);
  const theirs = await entryIn(database, {
    contestId: other.id,
    personId: stranger.personId,
    state: 'checking',
    post,
  });
  const { entry } = await handIn(author);
  const enteredIn = async () => (await readCases(database, [entry.id]))[0]?.enteredIn;
  expect(await enteredIn()).toBeNull();
  await found(theirs, 'post-not-own');
  expect(await enteredIn()).toBeNull();
  await database.query('update contest_entry set person_id = $2 where id = $1', [theirs.id, author.personId]);
  expect(await enteredIn()).toBe('Лучшие практики');
});

test('a post is handed in to a contest of posts alone', async () => {
  contest = await contestIn(database, town.programme.id, { kind: 'work' });
  await expect(handIn(await person('Орлова Анна Петровна', page))).rejects.toEqual(
    new Refusal('contest-unknown'),
  );
});
