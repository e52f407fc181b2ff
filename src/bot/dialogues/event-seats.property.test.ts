import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contestIn } from '../../../test/helpers/contest-town.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createContestBook } from '../../database/repositories/contest-book.ts';
import { createEntryBook } from '../../database/repositories/entry-book.ts';
import type { Database, Sql } from '../../database/sql.ts';
import type { Entrant } from '../../domain/contests/entering.ts';
import { joinTeam } from '../../domain/contests/entry-team.ts';
import { refuseSeat, register } from '../../domain/contests/event-acts.ts';
import { Refusal } from '../../domain/refusal.ts';

const seats = 4;
const people = 8;
let database: Database;
let town: Town;
let entrants: Entrant[];
let runs = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  entrants = [];
  for (let index = 0; index < people; index += 1) {
    const { id } = await town.person(`Котова Анна${index}`, 'mentee', town.school.id);
    entrants.push({ personId: id, programmeId: town.programme.id, appointments: [] });
  }
});
afterAll(() => database.stop());

const step = fc.record({
  who: fc.nat(people - 1),
  act: fc.constantFrom('alone', 'alone', 'team', 'join', 'join', 'refuse', 'refuse'),
  other: fc.nat(people - 1),
  killed: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

class Killed extends Error {}

/** One act is one transaction; a process that dies just before its end leaves nothing behind. */
async function take(contestId: string, { who, act, other, killed }: Step, at: Date): Promise<void> {
  const entrant = entrants[who];
  if (entrant === undefined) return;
  try {
    await database.transaction(async (sql) => {
      await does(sql, { contestId, entrant, act, other: entrants[other]?.personId ?? '' }, at);
      if (killed) throw new Killed();
    });
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Killed)) throw error;
  }
}

async function does(
  sql: Sql,
  { contestId, entrant, act, other }: { contestId: string; entrant: Entrant; act: string; other: string },
  at: Date,
): Promise<void> {
  const books = { contests: createContestBook(sql), entries: createEntryBook(sql) };
  const team = act === 'team' ? { teamName: 'Совы', newCode: `${++runs}`.padStart(16, '0') } : null;
  if (act === 'alone' || act === 'team') await register(books, entrant, { contestId, team }, at);
  const whose = act === 'join' ? other : entrant.personId;
  const live = (await books.entries.ofPerson(whose, contestId)).find(({ state }) => state !== 'withdrawn');
  if (live === undefined) return;
  if (act === 'join' && live.teamCode !== null) await joinTeam(books, entrant, live.teamCode, at);
  if (act === 'refuse') await refuseSeat(books, entrant, live.id, at);
}

test('however people come, go and die at once, seats never overflow, and nobody who fits is kept waiting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      async (rounds) => {
        const contest = await contestIn(database, town.programme.id, {
          kind: 'event',
          terms: {
            team: { allowed: true, least: 1, most: 3 },
            event: { place: '', link: '', seats, waitingList: true },
          },
        });
        const book = createEntryBook(database);
        for (const [index, together] of rounds.entries()) {
          const at = new Date(contest.opensAt.getTime() + (index + 1) * 60_000);
          const waitedBefore = await book.waiting(contest.id);
          await Promise.all(together.map((each) => take(contest.id, each, at)));
          const seated = await book.seated(contest.id);
          const waiting = await book.waiting(contest.id);
          expect(seated).toBeLessThanOrEqual(seats);
          for (const { members } of waiting) expect(members).toBeLessThanOrEqual(seats);
          // Whoever waited before still stands before all newcomers, in the same order.
          const stay = waitedBefore.map(({ entryId }) => entryId);
          const kept = waiting.map(({ entryId }) => entryId).filter((id) => stay.includes(id));
          expect(waiting.slice(0, kept.length).map(({ entryId }) => entryId)).toEqual(kept);
          expect(stay.filter((id) => kept.includes(id))).toEqual(kept);
          const ones = waiting.filter(({ members }) => members <= seats - seated);
          expect(ones).toEqual([]);
        }
      },
    ),
    { numRuns: 15 },
  );
});
