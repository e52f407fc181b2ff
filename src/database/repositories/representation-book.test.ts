import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicants, applyingAt as at } from '../../../test/helpers/applicants.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { ChatAccount } from '../../domain/people/channel.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Database } from '../sql.ts';
import { createPeopleBook } from './people-book.ts';

let database: Database;
let town: Town;
let curator: Person;
let people: ReturnType<typeof applicants>;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  town = await foundTown(database);
  curator = await town.person('Лунёва Инна Павловна', 'curator', town.school.id);
  people = applicants(database, town);
});
afterAll(() => database.stop());

async function invitedPupil() {
  const pupil = await people.begin('pupil');
  const { representativeId } = await people.books.inviteRepresentative(pupil.personId, at);
  const { secret } = await createPeopleBook(database).invite(representativeId, at);
  return { ...pupil, account: { ...pupil.account, personId: pupil.personId }, representativeId, secret };
}

const accept = (account: ChatAccount, secret: string) =>
  database.transaction((sql) => createPeopleBook(sql).acceptInvitation(account, secret, at));
const parent = { surname: 'Взрослая', name: 'Яна', patronymic: '', phone: '+79120000002', birthYear: null };

test('the representative is one blank person until somebody has come, then another one may be invited', async () => {
  const { personId, representativeId, secret } = await invitedPupil();
  expect(await people.books.inviteRepresentative(personId, at)).toEqual({ representativeId });
  expect(await people.books.representativesOf(personId)).toEqual([]);
  await accept(await people.account(), secret);
  expect((await people.books.representativesOf(personId)).map(({ id }) => id)).toEqual([representativeId]);
  expect(await people.books.inviteRepresentative(personId, at)).not.toEqual({ representativeId });
});

test('whoever opens the link sees which pupil waits, and says who they are', async () => {
  const { personId, applicationId, representativeId, secret } = await invitedPupil();
  await accept(await people.account(), secret);
  expect(await people.books.pupilsOf(representativeId)).toMatchObject([
    { pupil: { id: personId }, application: { id: applicationId, state: 'draft' } },
  ]);
  await people.books.describeRepresentative(representativeId, personId, 'parent', parent);
  expect(await people.books.representativesOf(personId)).toMatchObject([{ surname: 'Взрослая' }]);
  await expect(
    people.books.describeRepresentative(curator.id, personId, 'parent', parent),
  ).rejects.toMatchObject({ code: 'representation-unknown' });
});

test('somebody known represents the pupil themselves, and nobody blank is left behind', async () => {
  const { personId, representativeId, secret } = await invitedPupil();
  const mentor = await people.applied('Родная Инна Львовна');
  const account = { ...(await people.account()), personId: mentor.personId };
  expect(await accept(account, secret)).toMatchObject({ id: mentor.personId, surname: 'Родная' });
  expect((await people.books.representativesOf(personId)).map(({ id }) => id)).toEqual([mentor.personId]);
  const left = await database.query('select from person where id = $1', [representativeId]);
  expect(left).toEqual([]);
  // Once more is no fault.
  expect((await accept(account, secret)).id).toBe(mentor.personId);
});

test('a parent of two is known the second time', async () => {
  const [first, second] = [await invitedPupil(), await invitedPupil()];
  const account = await people.account();
  const { id } = await accept(account, first.secret);
  await accept({ ...account, personId: id }, second.secret);
  expect((await people.books.pupilsOf(id)).map(({ pupil }) => pupil.id)).toEqual([
    first.personId,
    second.personId,
  ]);
});

test('no pupil opens a representative’s link: neither their own nor a classmate’s', async () => {
  const [one, other] = [await invitedPupil(), await invitedPupil()];
  for (const { account } of [one, other]) {
    await expect(accept(account, one.secret)).rejects.toMatchObject({ code: 'own-link' });
  }
  expect((await accept(await people.account(), one.secret)).id).toBe(one.representativeId);
});

test('a link that a representative has opened makes nobody else one, on the other platform neither', async () => {
  const { secret } = await invitedPupil();
  await accept(await people.account('telegram'), secret);
  await expect(accept(await people.account('vk'), secret)).rejects.toMatchObject({
    code: 'invitation-expired',
  });
});

test('of two who open the link on two platforms at the same moment one represents the pupil', async () => {
  const { personId, secret } = await invitedPupil();
  const accounts = [await people.account('telegram'), await people.account('vk')];
  const known = await people.applied('Скорая Инна Львовна');
  accounts.push({ ...(await people.account()), personId: known.personId });
  const tries = await Promise.allSettled(accounts.map((account) => accept(account, secret)));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  const [representative, ...others] = await people.books.representativesOf(personId);
  expect(others).toEqual([]);
  const linked = await database.query('select from chat_account where person_id = $1', [representative!.id]);
  expect(linked).toHaveLength(1);
});

test('a representative takes the pupil out of the programme, but decides nothing', async () => {
  const { personId, applicationId, representativeId, secret } = await invitedPupil();
  await accept(await people.account(), secret);
  for (const kind of ['personal-data', 'participation'] as const)
    await people.consent(personId, kind, { giver: 'representative' });
  await people.books.submit(applicationId, people.submission('Малая Ида', { role: 'mentee' }), at);
  const change = (actorId: string, to: 'confirmed' | 'left') =>
    people.books.change(applicationId, actorId, to, {}, at);
  await expect(change(representativeId, 'confirmed')).rejects.toMatchObject({ code: 'may-not-decide' });
  await change(curator.id, 'confirmed');
  expect((await change(representativeId, 'left')).state).toBe('left');
  expect(await people.rolesOf(personId)).toEqual([]);
});
