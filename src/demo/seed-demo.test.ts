import { expect, test } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { machineClock } from '../domain/calendar/clock.ts';
import { demoProgramme } from './demo-data.ts';
import { refuseSandboxData, seedDemo } from './seed-demo.ts';

const accountOf = ({ key }: { key: string }) => key;
const count = 'select count(*)::int as people from person';

test('the database of a city that forgot its tokens never becomes a sandbox, even under the same key', async () => {
  const database = await testDatabase();
  await createProgrammeBook(database).add({ key: demoProgramme.key, name: 'Настоящая' });
  await database.query(
    `insert into chat_account (platform, account_id, chat_id) values ('telegram', '987654321', '987654321')`,
  );
  await expect(seedDemo(database, machineClock, accountOf)).rejects.toThrow('not-a-sandbox');
  expect(await database.query(count)).toEqual([{ people: 0 }]);
  await database.stop();
});

test('a roadmap imported before the first start is no hindrance', async () => {
  const database = await testDatabase();
  await createProgrammeBook(database).add({ key: demoProgramme.key, name: 'Моя' });
  await seedDemo(database, machineClock, accountOf);
  // Somebody talks to the bot, and it is started anew.
  await database.query(`insert into chat_account (platform, account_id, chat_id) values ('vk', '5', '5')`);
  expect((await seedDemo(database, machineClock, accountOf)).programme.name).toBe('Моя');
  await database.stop();
});

test('a sandbox is filled once and may hold further programmes', async () => {
  const database = await testDatabase();
  const { programme } = await seedDemo(database, machineClock, accountOf);
  const filled = await database.query(count);
  await createProgrammeBook(database).add({ key: 'other', name: 'Ещё одна' });
  expect((await seedDemo(database, machineClock, accountOf)).programme).toEqual(programme);
  expect(await database.query(count)).toEqual(filled);
  await database.stop();
});

test('a sandbox’s invented people are never written to with real tokens', async () => {
  const database = await testDatabase();
  await refuseSandboxData(database);
  await seedDemo(database, machineClock, accountOf);
  await expect(refuseSandboxData(database)).rejects.toThrow('sandbox-data');
  await database.stop();
});

test('the demonstration has pairs on every step, and mentees who look for a mentor', async () => {
  const database = await testDatabase();
  await seedDemo(database, machineClock, accountOf);
  expect(await database.query('select state, count(*)::int as n from pair group by 1 order by 1')).toEqual([
    { state: 'active', n: 1 },
    { state: 'agreed', n: 1 },
    { state: 'ordered', n: 1 },
    { state: 'proposed', n: 1 },
  ]);
  expect(
    await database.query(
      `select p.surname from appointment a join person p on p.id = a.person_id
       where a.role = 'mentee' and not exists (select from pair_mentee m where m.mentee_id = p.id) order by 1`,
    ),
  ).toEqual([{ surname: 'Горшков' }, { surname: 'Лекомцева' }, { surname: 'Опарина' }]);
  expect(await database.query('select from pair_event where told_at is null')).toEqual([]);
  await database.stop();
});
