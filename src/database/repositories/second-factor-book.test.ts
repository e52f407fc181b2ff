import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import { factorTries } from '../../domain/sign-in/second-factor.ts';
import type { Database } from '../sql.ts';
import { createSecondFactorBook } from './second-factor-book.ts';

const at = new Date('2026-11-05T08:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
let database: Database;
let personId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  const town = await foundTown(database);
  personId = (await town.person('Громова Анна Ильинична', 'coordinator', town.office.id)).id;
});

const book = () => createSecondFactorBook(database);

test('a factor that was never confirmed is replaced, a confirmed one never', async () => {
  expect(await book().enrol(personId, 'first', at)).toBe(true);
  expect(await book().enrol(personId, 'second', at)).toBe(true);
  expect(await book().ofPerson(personId)).toEqual({ secret: 'second', confirmed: false, lastStep: null });
  await book().use(personId, 59_000_000, at);
  expect(await book().enrol(personId, 'third', at)).toBe(false);
  expect(await book().ofPerson(personId)).toEqual({
    secret: 'second',
    confirmed: true,
    lastStep: 59_000_000,
  });
});

test('after five tries nothing is taken for a quarter of an hour', async () => {
  await book().enrol(personId, 'secret', at);
  const tries = async (when: Date) => book().countTry(personId, when);
  for (let count = 0; count < factorTries.most; count++) expect(await tries(at)).toBe(true);
  expect(await tries(later(5))).toBe(false);
  expect(await tries(later(15))).toBe(true);
});

test('a recovery code is good once, and for nobody else', async () => {
  await book().enrol(personId, 'secret', at);
  await book().keepRecovery(personId, ['a', 'b']);
  expect(await book().spendRecovery('0', 'a', at)).toBe(false);
  expect(await book().spendRecovery(personId, 'a', at)).toBe(true);
  expect(await book().spendRecovery(personId, 'a', at)).toBe(false);
  expect(await book().recoveryLeft(personId)).toBe(1);
  await book().keepRecovery(personId, ['c', 'd', 'e']);
  expect(await book().spendRecovery(personId, 'b', at)).toBe(false);
  expect(await book().recoveryLeft(personId)).toBe(3);
});

test('after a reset the person enrols anew', async () => {
  await book().enrol(personId, 'secret', at);
  await book().use(personId, 1, at);
  await book().keepRecovery(personId, ['a']);
  expect(await book().reset(personId)).toBe(true);
  expect(await book().reset(personId)).toBe(false);
  expect(await book().ofPerson(personId)).toBeNull();
  expect(await book().recoveryLeft(personId)).toBe(0);
});
