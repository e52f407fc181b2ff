import type { QueryRunner } from 'typeorm';

/**
 * Whom the program is while it works: a role that can read and write what there is, and neither change how it is made nor
 * touch what the audit holds. Roles belong to the whole server: several databases on it share this one.
 */
export const appRole = 'nastavnik_app';

/** Only added to: by nobody who works as the program. */
const appendOnly = 'audit';
/** Only looked at. */
const ownersOnly = 'migration';

const createRole = `do $$ begin
  if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin; end if;
  if not pg_has_role(current_user, '${appRole}', 'member') or not (select rolsuper from pg_roles where rolname = current_user)
  then execute format('grant ${appRole} to %I', current_user); end if;
exception
  when insufficient_privilege then raise notice 'no role of the program: %', sqlerrm;
  -- Somebody else on this server makes it at this moment.
  when duplicate_object or unique_violation then null;
end $$`;

const grants = [
  `grant usage on schema public to ${appRole}`,
  `grant select, insert, update, delete on all tables in schema public to ${appRole}`,
  `revoke update, delete on ${appendOnly} from ${appRole}`,
  `revoke insert, update, delete on ${ownersOnly} from ${appRole}`,
  `grant usage on all sequences in schema public to ${appRole}`,
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole}`,
];

/** Every table that the role does not have what it needs of, or has too much. */
const amiss = `select c.relname from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '${ownersOnly}' and (
    not has_table_privilege('${appRole}', c.oid, 'insert') or not has_table_privilege('${appRole}', c.oid, 'select')
    or has_table_privilege('${appRole}', c.oid, 'update') <> (c.relname <> '${appendOnly}')
    or has_table_privilege('${appRole}', c.oid, 'delete') <> (c.relname <> '${appendOnly}'))`;

/**
 * After migrations, as their owner: makes the role and hands it what there is by now; also where a copy was restored on
 * another server. Who may make no roles does without: then the audit's triggers are the only wall, and `nastavnik doctor`
 * says so.
 */
export async function ensureAppRole(runner: QueryRunner): Promise<void> {
  await runner.query(createRole);
  const [role] = await runner.query(`select from pg_roles where rolname = '${appRole}'`);
  if (role === undefined || (await runner.query(amiss)).length === 0) return;
  try {
    for (const grant of grants) await runner.query(grant);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
  }
}

/** Whether the program can work as that role here; tried, not guessed: rules of membership differ between versions. */
export async function canBeApp(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query(
    `select case when to_regrole('${appRole}') is null or to_regclass('public.${appendOnly}') is null then false
       else not exists (${amiss}) end as ready`,
  )) as { ready: boolean }[];
  if (row?.ready !== true) return false;
  try {
    await runner.query(`set role ${appRole}`);
    await runner.query('reset role');
    return true;
  } catch {
    return false;
  }
}
