import type { EntryState } from '../../domain/contests/entry.ts';
import type { Role } from '../../domain/people/person.ts';
import type { Sql } from '../sql.ts';
import { storable } from './storable-json.ts';

type Decision = { state: EntryState; by: string; at: Date; reason: string };

/** What staff decide about an entry. Bound to one transaction; the contest and the entry are locked by whoever calls. */
export function createEntryDeciding(sql: Sql) {
  return {
    /** What is withdrawn, rejected or given back is looked at no more until somebody hands it in again. */
    async decide(entryId: string, { state, by, at, reason }: Decision) {
      await sql.query(
        `update contest_entry set state = $2, decided_by = $3, decided_at = $4, reason = $5,
           submitted_at = case when $2 = 'accepted' then coalesce(submitted_at, $4) else submitted_at end,
           withdrawn_at = case when $2 = 'withdrawn' then $4::timestamptz end,
           check_due_at = case when $2 in ('accepted', 'mending') then check_due_at end,
           check_trouble = case when $2 in ('accepted', 'mending') then check_trouble end
         where id = $1`,
        [entryId, state, by, at, storable(reason)],
      );
    },
    /** As if nobody had decided, withdrawn or rejected it. */
    async undecide(entryId: string, state: EntryState) {
      await sql.query(
        `update contest_entry set state = $2, decided_by = null, decided_at = null, withdrawn_at = null, reason = ''
         where id = $1`,
        [entryId, state],
      );
    },
    async lookNow(entryId: string, at: Date) {
      await sql.query('update contest_entry set check_due_at = $2, check_tries = 0 where id = $1', [
        entryId,
        at,
      ]);
    },
    async markSeen(entryId: string, at: Date) {
      await sql.query('update contest_entry set marks_seen_at = $2 where id = $1', [entryId, at]);
    },
    /** Found before; its author becomes its first member. */
    async assign(entryId: string, to: { personId: string; organizationId: string | null }, at: Date) {
      await sql.query(
        `update contest_entry set person_id = $2, organization_id = coalesce($3, organization_id) where id = $1`,
        [entryId, to.personId, to.organizationId],
      );
      await sql.query(
        `insert into contest_member (entry_id, person_id, role, joined_at) values ($1, $2, 'author', $3)
         on conflict (entry_id, person_id) where left_at is null do nothing`,
        [entryId, to.personId, at],
      );
    },
    async addFile(entryId: string, fileId: string) {
      await sql.query(
        `insert into contest_entry_file (entry_id, file_id, position)
         select $1, $2, coalesce(max(position), 0) + 1 from contest_entry_file where entry_id = $1`,
        [entryId, fileId],
      );
    },
    /** With all they are appointed to; `null` for nobody of this programme, and for somebody erased. */
    async entrant(programmeId: string, personId: string) {
      const [row] = await sql.query<{ appointments: { role: Role; organizationId: string }[] }>(
        `select coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organizationId', a.organization_id::text)
             order by a.id) from appointment a where a.person_id = p.id and a.ended_at is null), '[]') as appointments
         from person p where p.id = $2 and p.programme_id = $1 and p.erased_at is null and p.surname <> ''`,
        [programmeId, personId],
      );
      return row === undefined ? null : row.appointments;
    },
  };
}
