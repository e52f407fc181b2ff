import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { dataSourceOptions } from '../options.ts';
import type { Database } from '../sql.ts';
import { migrations } from './all.ts';

/** The schema as PostgreSQL itself describes it. */
const describeSchema = `
  select c.relname || ' ' || coalesce(pg_get_indexdef(i.indexrelid), '') as line
    from pg_class c left join pg_index i on i.indexrelid = c.oid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i', 'S', 'v')
  union all
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attidentity::text
         || coalesce(pg_get_expr(adbin, adrelid), '')
    from pg_attribute join pg_class c on c.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and attnum > 0 and not attisdropped
   order by line`;

describe('migrations', () => {
  let database: Database;
  let source: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    source = await new DataSource(dataSourceOptions(database.url)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.stop();
  });

  it('make exactly what the table files describe', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('leave no table without a table file', async () => {
    const rows = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    expect(rows.map((row) => row.name).toSorted()).toEqual(
      source.entityMetadatas.map((metadata) => metadata.tableName).toSorted(),
    );
  });

  it('go down to nothing and up to the same schema again', async () => {
    const before = await database.query(describeSchema);
    for (const _ of migrations) await source.undoLastMigration();
    const left = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v')
        order by relname`,
    );
    expect(left).toEqual([{ relname: 'migration' }, { relname: 'migration_id_seq' }]);
    await source.runMigrations();
    expect(await database.query(describeSchema)).toEqual(before);
  });
});
