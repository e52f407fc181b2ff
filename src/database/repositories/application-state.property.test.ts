import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants, applyingAt as at } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  type ApplicationState,
  applicationStates,
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

const acts = fc.array(
  fc.oneof(
    fc.record({
      by: fc.constantFrom('coordinator', 'curator', 'stranger', 'nobody', 'applicant'),
      to: fc.constantFrom(...applicationStates),
    }),
    fc.constantFrom('submit' as const, 'keepApart' as const, 'join' as const),
  ),
  { maxLength: 12 },
);

const expected = ['application-unknown', 'may-not-decide', 'state-passed', 'not-a-double'];

test('whoever presses whatever: states follow one another as they may, and the appointment follows the state', async () => {
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
});
