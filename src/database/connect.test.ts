import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/helpers/database.ts';
import { openDatabase } from './connect.ts';
import type { Database } from './sql.ts';

describe('database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.stop());

  it('gives days as text, ids as digits and moments as dates', async () => {
    const [row] = await database.query(
      `select date '2022-03-25' as day, array[date '2022-03-25', null] as days, 9007199254740993::bigint as id,
        array[1::bigint] as ids, timestamptz '2022-03-25 10:00+04' as at`,
    );
    expect(row).toEqual({
      day: '2022-03-25',
      days: ['2022-03-25', null],
      id: '9007199254740993',
      ids: ['1'],
      at: new Date('2022-03-25T06:00:00Z'),
    });
  });

  it('answers every kind of statement with its rows', async () => {
    expect(await database.query(`insert into cursor (name, value) values ('a', '1') returning name`)).toEqual(
      [{ name: 'a' }],
    );
    expect(await database.query(`update cursor set value = '2' where name = 'a' returning value`)).toEqual([
      { value: 2 },
    ]);
    expect(await database.query(`update cursor set value = '3'`)).toEqual([]);
    expect(await database.query('delete from cursor returning name')).toEqual([{ name: 'a' }]);
  });

  it('keeps what a transaction did only when it ends well', async () => {
    await expect(
      database.transaction(async (sql) => {
        await sql.query(`insert into cursor (name, value) values ('lost', '1')`);
        throw new Error('second thoughts');
      }),
    ).rejects.toThrow('second thoughts');
    await database.transaction((sql) => sql.query(`insert into cursor (name, value) values ('kept', '1')`));
    expect(await database.query('select name from cursor')).toEqual([{ name: 'kept' }]);
  });

  it('names the constraint but never the values in an error', async () => {
    const add = () => database.query(`insert into setting (key, value) values ($1, '1')`, ['Иванова']);
    await add();
    const error = await add().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: '23505', constraint: 'setting_pkey' });
    expect(JSON.stringify(error) + String(error)).not.toContain('Иванова');
  });

  it('survives the loss of its connections', async () => {
    await expect(
      database.transaction(async (sql) => {
        await sql.query('select pg_terminate_backend(pg_backend_pid())');
      }),
    ).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets several processes migrate at once, even with a single connection each', async () => {
    await database.query('drop schema public cascade');
    await database.query('create schema public');
    const opened = await Promise.all(
      [1, 2, 3].map(() => openDatabase({ url: database.url, poolSize: 1, migrate: true })),
    );
    expect(await opened[0]!.query('select key from platform order by key')).toEqual([
      { key: 'telegram' },
      { key: 'vk' },
    ]);
    await Promise.all(opened.map((one) => one.stop()));
  });
});
