import type { Sql } from '../sql.ts';

const bite = 10_000;

/** Bounded deletions of what nobody asks for any more, by the database's own clock. */
export function createAttic(sql: Sql) {
  const count = async (text: string, values: readonly unknown[], before = '') => {
    const [row] = await sql.query<{ count: number }>(
      `with ${before} gone as (${text} returning 1) select count(*)::int as count from gone`,
      [bite, ...values],
    );
    return row?.count ?? 0;
  };
  return {
    forgetHandledEvents: (olderThanDays: number) =>
      count(
        `delete from inbox where id in (select id from inbox
           where handled_at < clock_timestamp() - $2 * interval '1 day' order by id limit $1)`,
        [olderThanDays],
      ),
    blankHandledEvents: (olderThanDays: number) =>
      count(
        `update inbox set payload = '{}' where id in (select id from inbox
           where handled_at < clock_timestamp() - $2 * interval '1 day' and payload <> '{}'
           order by id limit $1)`,
        [olderThanDays],
      ),
    forgetDeliveries: (olderThanDays: number) =>
      count(
        `delete from delivery where id in (select id from old)`,
        [olderThanDays],
        `old as (select d.id from delivery d
           where d.state in ('sent', 'expired') and d.settled_at < clock_timestamp() - $2 * interval '1 day'
             and not exists (select from reminder r where r.delivery_id = d.id)
             and not exists (select from weekly_summary w where w.delivery_id = d.id)
             and not exists (select from delivery n where n.replaces_id = d.id)
             and not exists (select from mailing_recipient m
               where m.delivery_id = d.id and m.state in ('planned', 'queued'))
           order by d.id limit $1),
         freed as (update mailing_recipient set delivery_id = null where delivery_id in (select id from old)),`,
      ),
    forgetDialogues: (kinds: readonly string[], olderThanDays: number) =>
      count(
        `delete from dialogue where key in (select key from dialogue
           where split_part(key, ':', 1) = any($3) and updated_at < clock_timestamp() - $2 * interval '1 day'
           order by key limit $1)`,
        [olderThanDays, kinds],
      ),
    forgetInvitations: (olderThanDays: number) =>
      count(
        `delete from invitation where id in (select id from old)`,
        [olderThanDays],
        `old as (select id from invitation
           where created_at < clock_timestamp() - $2 * interval '1 day' order by id limit $1),
         uses as (delete from invitation_use where invitation_id in (select id from old)),`,
      ),
    /** By the programme’s own clock, which wrote them. */
    forgetPageLinks: (madeBefore: Date) =>
      count(
        `delete from page_link where id in (select id from page_link where created_at < $2 order by id limit $1)`,
        [madeBefore],
      ),
    forgetDossiers: (olderThanDays: number) =>
      count(
        `delete from stored_file where id in (select id from stored_file
           where recipe->>'document' in ('dossier', 'base') and created_at < clock_timestamp() - $2 * interval '1 day'
           order by id limit $1)`,
        [olderThanDays],
      ),
    forgetStrangersForms: (olderThanDays: number) =>
      count(
        `delete from dialogue where key in (select key from dialogue
           where key ~ '^form(-aside)?:account:' and updated_at < clock_timestamp() - $2 * interval '1 day'
           order by key limit $1)`,
        [olderThanDays],
      ),
    ...errandsAttic(count),
    ...signInAttic(count),
    ...panelAttic(count),
    forgetLeases: (olderThanDays: number) =>
      count(
        `delete from lease where name in (select name from lease
           where until_at < clock_timestamp() - $2 * interval '1 day' order by name limit $1)`,
        [olderThanDays],
      ),
  };
}

type Count = (text: string, values: readonly unknown[], before?: string) => Promise<number>;

function errandsAttic(count: Count) {
  return {
    /** What an errand made is for whoever ordered it, and for a few days. */
    forgetErrandFiles: (finishedBefore: Date) =>
      count(
        `delete from stored_file where id in (select file_id from old union select given_id from old)`,
        [finishedBefore],
        // What it was given as well: one that failed or was stopped has left it lying.
        `old as (select id, file_id, given_id from (select e.*, f.id as given_id from errand e
             left join stored_file f on f.id::text = e.params->>'fileId' and f.person_id is null and f.recipe is null) e
           where (file_id is not null or given_id is not null) and finished_at < $2 order by id limit $1),
         blank as (update errand set file_id = null where id in (select id from old)),`,
      ),
    forgetErrands: (finishedBefore: Date) =>
      count(
        `delete from errand where id in (select id from errand
           where finished_at < $2 and file_id is null order by id limit $1)`,
        [finishedBefore],
      ),
  };
}

function signInAttic(count: Count) {
  const forget = (table: string) => (madeBefore: Date) =>
    count(
      `delete from ${table} where id in (select id from ${table} where created_at < $2 order by id limit $1)`,
      [madeBefore],
    );
  return { forgetSignIns: forget('sign_in'), forgetAdministratorLinks: forget('administrator_link') };
}

function panelAttic(count: Count) {
  return {
    forgetSessions: (madeBefore: Date) =>
      count(
        `delete from staff_session where id in (select id from staff_session
           where created_at < $2 order by id limit $1)`,
        [madeBefore],
      ),
    forgetCalls: (madeBefore: Date) =>
      count(
        `delete from idempotent_call where (person_id, key) in (select person_id, key from idempotent_call
           where at < $2 order by at limit $1)`,
        [madeBefore],
      ),
  };
}
