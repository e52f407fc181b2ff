import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Contest } from '../../domain/contests/contest.ts';
import type { Database } from '../sql.ts';
import { createEntryBook, readEntries } from './entry-book.ts';

let database: Database;
let town: Town;
let contest: Contest;
let author: string;
const post = { ownerId: 501, postId: 7 };
const at = new Date('2022-03-12T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id);
  author = (await town.person('Орлова Анна Петровна', 'mentor', town.school.id)).id;
  const found = await entryIn(database, { contestId: contest.id, state: 'found', source: 'found', post });
  await database.query(
    `insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at) values ($1, $2, 'Мой наставник', 501, $2)`,
    [found.id, at],
  );
  await database.query(
    'insert into contest_counters (entry_id, at, likes, reposts, comments) values ($1, $2, 3, 0, 0)',
    [found.id, at],
  );
});

const all = () => readEntries(database, 'order by e.id', []);
const pasts = () =>
  database.query(`select s.entry_id::text as "entryId", c.likes from contest_snapshot s
    join contest_counters c on c.entry_id = s.entry_id`);

test('a found post that its author hands in is theirs, with what was seen of it', async () => {
  const entry = await entryIn(database, {
    contestId: contest.id,
    personId: author,
    state: 'checking',
    post,
  });
  expect(await all()).toMatchObject([{ id: entry.id, personId: author, state: 'checking', source: 'chat' }]);
  expect(await pasts()).toEqual([{ entryId: entry.id, likes: 3 }]);
});

test('a draft leaves it alone until it is handed in', async () => {
  const book = createEntryBook(database);
  const draft = await entryIn(database, { contestId: contest.id, personId: author, state: 'draft', post });
  expect((await all()).map(({ state }) => state)).toEqual(['found', 'draft']);
  await book.change(draft.id, { state: 'checking', submittedAt: at });
  expect(await all()).toMatchObject([{ id: draft.id, state: 'checking' }]);
  expect(await pasts()).toEqual([{ entryId: draft.id, likes: 3 }]);
});

test('a link that is replaced by a found one takes it over as well', async () => {
  const book = createEntryBook(database);
  const entry = await entryIn(database, {
    contestId: contest.id,
    personId: author,
    post: { ownerId: 501, postId: 1 },
  });
  await book.change(entry.id, { post });
  expect(await all()).toMatchObject([{ id: entry.id, post }]);
});

test('a post that somebody has handed in is still refused', async () => {
  await entryIn(database, { contestId: contest.id, personId: author, state: 'mending', post });
  await expect(
    entryIn(database, { contestId: contest.id, personId: author, state: 'checking', post }),
  ).rejects.toMatchObject({ code: 'entry-repeated' });
});
