import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { lets, publicServer } from '../../../test/helpers/publishing.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';

const database = await testDatabase();
let town: Town;
let server: Awaited<ReturnType<typeof publicServer>>;
const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(2)>]]>'\u0001&`;

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  server = await publicServer(
    database,
    { now: () => new Date('2022-04-05T08:00:00Z') },
    'https://nastavnik.example.org',
  );
});
afterEach(() => server.stop());
afterAll(() => database.stop());

test('whatever a title, a team, a hashtag and a text are made of, pages and feeds hold it as words', async () => {
  const contest = await contestIn(database, town.programme.id, {
    state: 'published',
    title: hostile.replace('\u0001', ''),
    nominations: [{ title: hostile.replace('\u0001', ''), hashtags: [`#${hostile.replace('\u0001', '')}`] }],
  });
  const person = await town.person('Зырянова Вера Ильинична', 'mentee', town.school.id);
  await lets(database, person.id);
  const { id } = await entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: person.id,
    title: hostile,
    teamName: hostile,
    description: hostile,
    post: { ownerId: 501, postId: 7 },
  });
  await database.query(
    `insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, 1, 'winner')`,
    [contest.id, id],
  );
  const path = `/contests/${contest.id}`;
  for (const address of [
    ...['/contests', path, `${path}/results`, `${path}/gallery`, `${path}/works/${id}`],
    ...['/contests/rss', `${path}/rss`, `/check?code=${encodeURIComponent(hostile)}`],
    `/diploma/${encodeURIComponent(hostile)}`,
  ]) {
    const { text, headers } = await server.get(address);
    expect(text, address).not.toMatch(/<script|<img|\]\]>/u);
    expect(address.endsWith('/rss') && text.includes('\u0001'), address).toBe(false);
    expect(JSON.stringify([...headers]), address).not.toMatch(/alert/);
  }
});
