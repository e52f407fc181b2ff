import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import { openDatabase } from './connect.ts';
import { noteAudit } from './repositories/audit-book.ts';
import { joinPeople } from './repositories/join-people.ts';
import type { Database } from './sql.ts';

const from = { via: 'cli', id: null, network: null } as const;
const at = new Date('2026-11-05T08:00:00Z');

describe('the audit', () => {
  let owner: Database;
  let app: Database;
  beforeAll(async () => {
    owner = await testDatabase();
    app = await openDatabase({ url: owner.url, poolSize: 3, asApp: true });
  });
  afterAll(async () => {
    await app.stop();
    await owner.stop();
  });

  const note = (database: Database, personId: string | null = null) =>
    noteAudit(
      database,
      { personId, programmeId: null, from },
      { action: 'staff.appointed', subject: { kind: 'person', id: '1' } },
      at,
    );
  const changes = [
    `update audit set action = 'x'`,
    'delete from audit',
    'truncate audit',
    'truncate audit, programme cascade',
    'alter table audit disable trigger all',
    'drop table audit',
  ];

  it('is written by the program, which works as a role of its own', async () => {
    const [row] = await app.query('select current_user as "user", session_user <> current_user as other');
    expect(row).toEqual({ user: 'nastavnik_app', other: true });
    await note(app);
    expect(await app.query('select action from audit')).toEqual([{ action: 'staff.appointed' }]);
  });

  it.each(changes)('is not touched by the program: %s', async (statement) => {
    await note(app);
    const before = await app.query('select * from audit order by id');
    await expect(app.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^42501$/) });
    await expect(app.transaction((sql) => sql.query(statement))).rejects.toThrow();
    expect(await app.query('select * from audit order by id')).toEqual(before);
  });

  it.each(changes.slice(0, 4))(
    'is not touched by the owner either, unless the trigger is taken off: %s',
    async (statement) => {
      await note(app);
      await expect(owner.query(statement)).rejects.toThrow('append-only');
    },
  );

  it('lets the program do everything else: people, transactions, new rows of every table it may write', async () => {
    await emptied(owner);
    const town = await foundTown(app);
    const known = await town.person('Громова Анна Ильинична', 'curator', town.school.id);
    const double = await town.person('Громова Анна Ильинична', 'mentor', town.school.id);
    await note(app, double.id);
    await app.transaction((sql) => joinPeople(sql, double.id, known.id));
    expect(await app.query('select person_id as id from audit')).toEqual([{ id: double.id }]);
    expect(await app.query('select id from person')).toEqual([{ id: known.id }]);
    const denied = await app.query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and not has_table_privilege(c.oid, 'insert')`,
    );
    expect(denied).toEqual([{ relname: 'migration' }]);
  });

  it('makes no tables and no roles as the program', async () => {
    await expect(app.query('create table x (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('create role x')).rejects.toMatchObject({ code: '42501' });
  });

  it('is walled again where a copy was restored without the role’s rights', async () => {
    await owner.query('revoke all on all tables in schema public from nastavnik_app');
    const without = await openDatabase({ url: owner.url, poolSize: 1, asApp: true });
    expect(await without.query('select current_user <> $1 as other', ['nastavnik_app'])).toEqual([
      { other: true },
    ]);
    await without.stop();
    const mended = await openDatabase({ url: owner.url, poolSize: 1, migrate: true, asApp: true });
    expect(await mended.query('select current_user as "user"')).toEqual([{ user: 'nastavnik_app' }]);
    await mended.stop();
  });

  it('is written, and the triggers stand, where the owner may make no roles', async () => {
    await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'nastavnik_plain') then
        create role nastavnik_plain login password 'plain' nosuperuser nocreaterole; end if; end $$`);
    const name = new URL(owner.url).pathname.slice(1);
    await owner.query(`grant all on database "${name}" to nastavnik_plain`);
    await owner.query('grant all on schema public to nastavnik_plain');
    await owner.query('grant all on all tables in schema public to nastavnik_plain');
    const url = new URL(owner.url);
    url.username = 'nastavnik_plain';
    url.password = 'plain';
    const plain = await openDatabase({ url: url.href, poolSize: 1, asApp: true });
    expect(await plain.query('select current_user as "user"')).toEqual([{ user: 'nastavnik_plain' }]);
    await note(plain);
    await expect(plain.query('delete from audit')).rejects.toThrow('append-only');
    await plain.stop();
    await owner.query('drop owned by nastavnik_plain');
    await owner.query('drop role nastavnik_plain');
  });
});
