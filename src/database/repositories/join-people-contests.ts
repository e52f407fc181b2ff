import type { PersonReference } from './join-people.ts';

/** Columns of contests that name a person, for `personReferences`. */
export const contestReferences: readonly PersonReference[] = [
  { table: 'contest', column: 'created_by' },
  {
    table: 'contest_juror',
    column: 'person_id',
    // One member of the jury with what either was given to judge; of two sheets on one work the known person's counts.
    clear: `with jurors as (
        select d.id as double_id, k.id as known_id, d.is_chair, d.nomination_ids, d.removed_at
        from contest_juror d join contest_juror k on k.contest_id = d.contest_id
        where d.person_id = $1 and k.person_id = $2
      ), twice as (
        select s.id from contest_sheet s join jurors j on s.juror_id = j.double_id
        where exists (select from contest_sheet o where o.juror_id = j.known_id and o.entry_id = s.entry_id)
      ), scores as (
        delete from contest_score where sheet_id in (select id from twice)
      ), sheets as (
        delete from contest_sheet where id in (select id from twice)
      ), moved as (
        update contest_sheet s set juror_id = j.known_id from jurors j
        where s.juror_id = j.double_id and s.id not in (select id from twice)
      ), given as (
        update contest_juror k set
          nomination_ids = case
            when k.removed_at is null and j.removed_at is not null then k.nomination_ids
            when k.removed_at is not null and j.removed_at is null then j.nomination_ids
            else (select array_agg(distinct n) from unnest(k.nomination_ids || j.nomination_ids) n
                  where k.nomination_ids is not null and j.nomination_ids is not null) end,
          is_chair = k.is_chair and (k.removed_at is null or j.removed_at is not null)
            or j.is_chair and (j.removed_at is null or k.removed_at is not null),
          removed_at = case when j.removed_at is null then null else k.removed_at end
        from jurors j where k.id = j.known_id
      )
      delete from contest_juror where id in (select double_id from jurors)`,
  },
  { table: 'contest_entry', column: 'person_id' },
  { table: 'contest_entry', column: 'mentor_id' },
  { table: 'contest_entry', column: 'decided_by' },
  {
    table: 'contest_member',
    column: 'person_id',
    // Twice behind one work: the known person's place stays, with what was noted of either.
    clear: `with both_rows as (
        select d.id as double_id, k.id as known_id, d.role, d.attended_at, d.attended_by, d.attendance_way
        from contest_member d join contest_member k on k.entry_id = d.entry_id
        where d.person_id = $1 and k.person_id = $2 and d.left_at is null and k.left_at is null
      ), noted as (
        update contest_member k set
          role = case when b.role = 'author' then b.role else k.role end,
          attended_at = coalesce(k.attended_at, b.attended_at),
          attended_by = case when k.attended_at is null then b.attended_by else k.attended_by end,
          attendance_way = case when k.attended_at is null then b.attendance_way else k.attendance_way end
        from both_rows b where k.id = b.known_id
      )
      delete from contest_member where id in (select double_id from both_rows)`,
  },
  { table: 'contest_member', column: 'attended_by' },
  {
    table: 'contest_notice',
    column: 'person_id',
    clear: `delete from contest_notice d using contest_notice k
      where d.person_id = $1 and k.person_id = $2 and d.contest_id = k.contest_id and d.occasion = k.occasion`,
  },
  { table: 'diploma_template', column: 'created_by' },
  {
    table: 'diploma',
    column: 'person_id',
    // A number once given stays in the register; the second paper for the same no longer holds.
    clear: `update diploma d set revoked_at = clock_timestamp() from diploma k
      where d.person_id = $1 and k.person_id = $2 and d.revoked_at is null and k.revoked_at is null
        and d.contest_id = k.contest_id and d.entry_id is not distinct from k.entry_id and d.kind = k.kind`,
  },
  { table: 'diploma', column: 'created_by' },
  { table: 'diploma', column: 'revoked_by' },
];
