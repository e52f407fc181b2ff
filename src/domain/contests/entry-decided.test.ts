import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createContestBook } from '../../database/repositories/contest-book.ts';
import { createEntryBook } from '../../database/repositories/entry-book.ts';
import { createEntryDeciding } from '../../database/repositories/entry-deciding.ts';
import type { Database } from '../../database/sql.ts';
import type { Entrant } from './entering.ts';
import type { EntryState } from './entry.ts';
import { checkAgain, editWork } from './entry-acts.ts';
import { joinTeam } from './entry-team.ts';

let database: Database;
let town: Town;
let author: Entrant;
let entryId: string;
const at = new Date('2022-03-12T06:00:00Z');
const code = 'AAAAbbbbCCCCdddd';

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  author = await entrant('Орлова Анна Петровна');
  const contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    terms: {
      team: { allowed: true, least: 3, most: 5 },
      work: { files: 0, link: true, description: { least: 0, most: 100 } },
    },
  });
  ({ id: entryId } = await entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: author.personId,
    title: 'Урок',
    link: 'https://example.org/work',
  }));
});

async function entrant(names: string): Promise<Entrant> {
  const { id: personId } = await town.person(names, 'mentor', town.school.id);
  const appointments = [{ role: 'mentor' as const, organizationId: town.school.id }];
  return { personId, programmeId: town.programme.id, appointments };
}
const books = () => ({ contests: createContestBook(database), entries: createEntryBook(database) });
const decide = (state: EntryState) =>
  createEntryDeciding(database).decide(entryId, { state, by: author.personId, at, reason: 'Нет подписи' });
const now = () => createEntryBook(database).find(town.programme.id, entryId);
const asTeam = () => createEntryBook(database).change(entryId, { teamName: 'Физики', teamCode: code });

test('a work that staff gave back is an ordinary one again once its author has changed it', async () => {
  await decide('mending');
  await editWork(books(), author, { entryId, change: { title: 'Урок физики' } }, at);
  expect(await now()).toMatchObject({ state: 'accepted', decidedAt: null, reason: '' });
  await decide('mending');
  await checkAgain(books(), author, entryId, at);
  expect(await now()).toMatchObject({ state: 'accepted', decidedAt: null, reason: '' });
});

test('a post that staff gave back is so too', async () => {
  const post = { ownerId: 501, postId: 7 };
  await decide('mending');
  await createEntryBook(database).queueCheck(entryId, post, at);
  expect(await now()).toMatchObject({ state: 'checking', decidedAt: null, reason: '' });
});

test.each(['mending', 'accepted'] as const)(
  'somebody who joins changes nothing of what staff decided: %s',
  async (state) => {
    await asTeam();
    await decide(state);
    await joinTeam(books(), await entrant('Белова Вера Ильинична'), code, at);
    await joinTeam(books(), await entrant('Серова Нина Ильинична'), code, at);
    expect(await now()).toMatchObject({ state, reason: 'Нет подписи' });
  },
);
