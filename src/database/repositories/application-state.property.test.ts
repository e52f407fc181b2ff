import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants, applyingAt as at } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  type ApplicationState,
  appliedRoles,
  nextStates,
  takingPart,
} from '../../domain/registration/application.ts';
import type { Database } from '../sql.ts';

let database: Database;
let town: Town;
let people: ReturnType<typeof applicants>;
let actors: Record<string, string>;
let runs = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  people = applicants(database, town);
  actors = {
    coordinator: (await town.person('Серова Ольга Игоревна', 'coordinator', town.office.id)).id,
    curator: (await town.person('Лунёва Инна Павловна', 'curator', town.school.id)).id,
    stranger: (await town.person('Дальний Пётр Ильич', 'curator', town.otherSchool.id)).id,
    nobody: (await town.person('Тихий Пётр Ильич', 'mentor', town.school.id)).id,
  };
});
afterAll(() => database.stop());

const often = <T>(...weighted: [number, T][]) =>
  fc.oneof(...weighted.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
const press = fc.record({
  by: often([4, 'coordinator'], [3, 'curator'], [3, 'applicant'], [1, 'stranger'], [1, 'nobody']),
  to: often<ApplicationState>(
    [6, 'confirmed'],
    [4, 'active'],
    [4, 'on-leave'],
    [1, 'left'],
    [1, 'declined'],
    [1, 'draft'],
    [1, 'applied'],
  ),
});
const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: press },
    { weight: 3, arbitrary: often([5, 'submit' as const], [1, 'keepApart' as const], [1, 'join' as const]) },
  ),
  { minLength: 6, maxLength: 24, size: 'max' },
);

const expected = ['application-unknown', 'may-not-decide', 'state-passed', 'not-a-double'];

test('whoever presses whatever: states follow one another as they may, and the appointment follows the state', async () => {
  const reached = new Set<ApplicationState>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...appliedRoles), acts, async (role, steps) => {
      const { personId, applicationId } = await people.begin(
        role === 'mentor' || role === 'mentee' ? role : 'staff',
      );
      for (const kind of ['personal-data', 'participation'] as const) await people.consent(personId, kind);
      const given = people.submission(`Случайная Ия${'я'.repeat(++runs % 50)}`, { role });
      const who = { ...actors, applicant: personId };
      const seen: ApplicationState[] = ['draft'];
      for (const step of steps) {
        await act(step).catch((error: unknown) => {
          if (!(error instanceof Refusal) || !expected.includes(error.code)) throw error;
        });
        const card = (await people.books.byId(applicationId))!;
        const before = seen.at(-1)!;
        if (card.state !== before) {
          expect(nextStates[before]).toContain(card.state);
          seen.push(card.state);
          reached.add(card.state);
        }
        expect(await people.rolesOf(personId)).toEqual(takingPart.includes(card.state) ? [role] : []);
      }
      const events = (await people.eventsOf(applicationId)).map((event) => event.split(' ')[0]);
      expect(events.slice(1)).toEqual(seen.slice(1));

      function act(step: (typeof steps)[number]): Promise<unknown> {
        if (step === 'submit') return people.books.submit(applicationId, given, at);
        if (step === 'keepApart') return people.books.keepApart(applicationId, actors.coordinator!, at);
        if (step === 'join') return people.books.join(applicationId, actors.coordinator!, at);
        return people.books.change(applicationId, who[step.by as keyof typeof who]!, step.to, {}, at);
      }
    }),
    { numRuns: 60 },
  );
  // Or the test would prove little.
  for (const state of ['confirmed', 'active', 'on-leave', 'left'] as const) expect(reached).toContain(state);
});
