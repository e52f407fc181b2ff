import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import type { Database } from '../database/sql.ts';
import { createMailingDesk } from '../desks/mailing-desk.ts';
import { staffActions } from '../domain/mailings/mailing-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { createMailingRound } from './mailings.ts';

// Whatever staff press, whenever rounds run and however sending ends: nobody hears it twice, nobody is lost.

const clock = { now: () => new Date('2022-03-18T06:00:00Z') };
const readers = 7;
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const step = fc.oneof(
  fc.constantFrom(...staffActions).map((action) => ({ action })),
  fc.constant({ round: true as const }),
  fc.constant({ claim: true as const }),
  fc.constantFrom('sent', 'failed', 'uncertain', 'expired').map((ends) => ({ ends })),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

async function life(steps: readonly Step[]): Promise<void> {
  await emptied(database);
  const town = await foundTown(database);
  const author = await town.person('Тихонова Марина', 'coordinator', town.office.id);
  for (let each = 0; each < readers; each += 1) {
    const { id } = await town.person(`Учитель Номер${each}`, 'mentor', town.school.id);
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [`chat-${id}`, id],
    );
  }
  const staff = staffAs(author.id, town.programme.id, [
    { role: 'coordinator', organizationId: town.office.id },
  ]);
  const desk = createMailingDesk(deskDeps(database, clock));
  const inTransaction = <T>(work: (books: ReturnType<typeof createRoundBooks>) => Promise<T>) =>
    database.transaction((sql) => work(createRoundBooks(sql)));
  const round = createMailingRound({ inTransaction, clock, log: notedLog(), chunk: 3 });
  const audience = {
    roles: ['mentor' as const],
    organizationIds: [],
    applicationStates: [],
    pairStates: [],
    lacks: null,
    personIds: [],
  };
  const draft = { title: '', text: 'Семинар', namesOthers: false, otherText: null, audience };
  const { id } = await desk.create(staff, draft, null);
  let started = false;
  for (const each of steps) {
    if ('round' in each) await round();
    else if ('claim' in each) await claimOne();
    else if ('ends' in each) await endOne(each.ends);
    else
      await desk.act(staff, id, each.action, null).then(
        () => {
          started ||= each.action === 'start';
        },
        (refusal) => expect(refusal).toBeInstanceOf(Refusal),
      );
    await holds(desk.progress(staff, id), started);
  }
}

/** A sender takes the oldest one that may leave. */
const claimOne = () =>
  database.query(
    `update delivery set state = 'claimed', claimed_by = 'x' where id = (select min(id) from delivery where state = 'planned')`,
  );

/** Only what was claimed can be sent, fail or be lost; only what waits expires. */
const endOne = (ends: string) =>
  database.query(
    `update delivery set state = $1, error = case when $1 = 'sent' then null else 'code' end, settled_at = now()
     where id = (select min(id) from delivery where state = case when $1 = 'expired' then 'planned' else 'claimed' end)`,
    [ends],
  );

async function holds(
  progress: Promise<{ state: string; counts: Record<string, number> }>,
  started: boolean,
): Promise<void> {
  const { state, counts } = await progress;
  expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(started ? readers : 0);
  if (state === 'done' || state === 'stopped') expect(counts.planned).toBe(0);
  if (state === 'paused') {
    // Held back: whatever still lies in the outbox is in the hands of a sender.
    const [row] = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from delivery where state = 'planned'`,
    );
    expect(row?.waiting).toBe(0);
  }
  const twice = await database.query(
    `select person_id from delivery where state in ('planned', 'claimed', 'sent', 'uncertain')
     group by person_id having count(*) > 1`,
  );
  expect(twice).toEqual([]);
}

test('nobody hears a mailing twice and nobody is lost, whatever happens in whatever order', async () => {
  const lives = fc
    .array(step, { minLength: 5, maxLength: 40 })
    .map((steps) => [{ action: 'start' as const }, ...steps]);
  await fc.assert(fc.asyncProperty(lives, life), { numRuns: 15 });
}, 120_000);
