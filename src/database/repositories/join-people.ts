import type { Sql } from '../sql.ts';
import { contestReferences } from './join-people-contests.ts';

export type PersonReference = { table: string; column: string; clear?: string };

/**
 * Every column that names a person. Where a row of the double would stand in the way of one of the known person's,
 * `clear` takes it away first ($1 the double, $2 the known one). A test holds this list against the database, so that a
 * new column can't be forgotten.
 */
export const personReferences: readonly PersonReference[] = [
  {
    table: 'appointment',
    column: 'person_id',
    clear: `delete from appointment d using appointment k
      where d.person_id = $1 and k.person_id = $2 and d.ended_at is null and k.ended_at is null
        and d.organization_id = k.organization_id and d.role = k.role`,
  },
  { table: 'chat_account', column: 'person_id' },
  { table: 'invitation', column: 'person_id' },
  { table: 'stored_file', column: 'person_id' },
  { table: 'delivery', column: 'person_id' },
  { table: 'task', column: 'done_by' },
  { table: 'task', column: 'waived_by' },
  { table: 'task_completion', column: 'person_id' },
  { table: 'task_event', column: 'person_id' },
  {
    table: 'reminder',
    column: 'person_id',
    clear: `delete from reminder d using reminder k
      where d.person_id = $1 and k.person_id = $2 and d.rule_key = k.rule_key
        and (d.task_id = k.task_id or d.consent_text_id = k.consent_text_id)`,
  },
  {
    table: 'weekly_summary',
    column: 'person_id',
    clear: `delete from weekly_summary d using weekly_summary k
      where d.person_id = $1 and k.person_id = $2 and d.monday = k.monday`,
  },
  { table: 'mailing', column: 'author_id' },
  {
    table: 'mailing_recipient',
    column: 'person_id',
    // Whoever heard it under the one name does not hear it again under the other.
    clear: `with both_rows as (
        select d.id as double_id, k.id as known_id, d.state <> 'planned' as told
        from mailing_recipient d join mailing_recipient k on k.mailing_id = d.mailing_id
        where d.person_id = $1 and k.person_id = $2
      ), silenced as (
        update mailing_recipient k set state = 'skipped', reason = 'told', settled_at = clock_timestamp()
        from both_rows b where k.id = b.known_id and b.told and k.state = 'planned'
      )
      delete from mailing_recipient d using both_rows b where d.id = b.double_id`,
  },
  { table: 'application', column: 'person_id' },
  { table: 'application', column: 'duplicate_of' },
  { table: 'application', column: 'decided_by' },
  { table: 'application_event', column: 'person_id' },
  {
    table: 'representation',
    column: 'pupil_id',
    clear: `delete from representation d where d.pupil_id = $1 and (d.representative_id = $2
      or exists (select from representation where pupil_id = $2 and representative_id = d.representative_id))`,
  },
  {
    table: 'representation',
    column: 'representative_id',
    clear: `delete from representation d where d.representative_id = $1 and (d.pupil_id = $2
      or exists (select from representation where representative_id = $2 and pupil_id = d.pupil_id))`,
  },
  { table: 'consent_text', column: 'published_by' },
  {
    table: 'consent',
    column: 'person_id',
    // Both say the same, the known person's for longer.
    clear: `delete from consent d using consent k
      where d.person_id = $1 and k.person_id = $2 and d.text_id = k.text_id
        and d.withdrawn_at is null and k.withdrawn_at is null`,
  },
  { table: 'consent', column: 'given_by' },
  { table: 'consent', column: 'received_by' },
  { table: 'consent', column: 'withdrawn_by' },
  {
    table: 'data_request',
    column: 'person_id',
    // Its task is the coordinator's to close; the erasure asked for earlier covers both.
    clear: `update data_request d set state = 'cancelled', settled_at = clock_timestamp() from data_request k
      where d.person_id = $1 and k.person_id = $2 and d.kind = 'erase' and k.kind = 'erase'
        and d.state in ('open', 'farewell') and k.state in ('open', 'farewell')`,
  },
  { table: 'data_request', column: 'settled_by' },
  {
    table: 'known_apart',
    column: 'one_id',
    // What was said of the double holds no longer: with whom the one they make now is compared anew.
    clear: 'delete from known_apart d where $1 in (d.one_id, d.other_id) and $2::bigint is not null',
  },
  { table: 'known_apart', column: 'other_id' },
  { table: 'known_apart', column: 'decided_by' },
  // Whoever comes in as the known person proves who they are by what that one has.
  {
    table: 'second_factor',
    column: 'person_id',
    clear: 'delete from second_factor where person_id = $1 and $2::bigint is not null',
  },
  {
    table: 'recovery_code',
    column: 'person_id',
    clear: 'delete from recovery_code where person_id = $1 and $2::bigint is not null',
  },
  { table: 'staff_session', column: 'person_id' },
  {
    table: 'idempotent_call',
    column: 'person_id',
    clear: `delete from idempotent_call d using idempotent_call k
      where d.person_id = $1 and k.person_id = $2 and d.key = k.key`,
  },
  { table: 'api_token', column: 'person_id' },
  { table: 'roadmap_draft', column: 'created_by' },
  { table: 'deadline_correction', column: 'made_by' },
  {
    table: 'calendar_feed',
    column: 'owner_id',
    // A secret address names nobody; the known person's own goes on.
    clear: `delete from calendar_feed d using calendar_feed k
      where d.owner_id = $1 and k.owner_id = $2 and d.organization_id is not distinct from k.organization_id`,
  },
  { table: 'administrator_link', column: 'person_id' },
  { table: 'pair', column: 'mentor_id' },
  { table: 'pair', column: 'proposed_by' },
  { table: 'pair_mentee', column: 'mentor_id' },
  {
    table: 'pair_mentee',
    column: 'mentee_id',
    // Both in one group: the known person's place stays. All else is the business of `partPairs`.
    clear: `delete from pair_mentee d using pair_mentee k
      where d.mentee_id = $1 and k.mentee_id = $2 and d.pair_id = k.pair_id`,
  },
  {
    table: 'pair_agreement',
    column: 'person_id',
    clear: `delete from pair_agreement d using pair_agreement k
      where d.person_id = $1 and k.person_id = $2 and d.pair_id = k.pair_id and d.giver = k.giver`,
  },
  { table: 'pair_agreement', column: 'given_by' },
  { table: 'pair_agreement', column: 'recorded_by' },
  { table: 'pair_event', column: 'person_id' },
  { table: 'errand', column: 'created_by' },
  { table: 'document_template', column: 'uploaded_by' },
  { table: 'name_case_exception', column: 'created_by' },
  { table: 'pair_order', column: 'control_id' },
  { table: 'pair_order', column: 'signer_id' },
  { table: 'pair_order', column: 'created_by' },
  {
    table: 'pair_order_person',
    column: 'person_id',
    clear: `delete from pair_order_person d using pair_order_person k
      where d.person_id = $1 and k.person_id = $2 and d.order_id = k.order_id`,
  },
  { table: 'pair_order_event', column: 'person_id' },
  { table: 'pair_meeting', column: 'noted_by' },
  { table: 'pair_meeting', column: 'confirmed_by' },
  ...contestReferences,
];

/**
 * Two rows of one human being become one: everything goes over to the known one, whose names win, and the double is
 * gone. Accounts and people are locked in the order in which an incoming event locks them.
 */
export async function joinPeople(sql: Sql, doubleId: string, knownId: string): Promise<void> {
  await lockPeople(sql, doubleId, knownId);
  await moveDialogues(sql, doubleId, knownId);
  await endKeys(sql, doubleId, knownId);
  for (const { clear } of personReferences) {
    if (clear !== undefined) await sql.query(clear, [doubleId, knownId]);
  }
  for (const { table, column } of personReferences) {
    await sql.query(`update ${table} set ${column} = $2 where ${column} = $1`, [doubleId, knownId]);
  }
  await sql.query('update application set duplicate_of = null where person_id = $1 and duplicate_of = $1', [
    knownId,
  ]);
  await sql.query(
    `update person k set
       surname = case when k.surname = '' then d.surname else k.surname end,
       name = case when k.surname = '' then d.name else k.name end,
       patronymic = case when k.patronymic = '' then d.patronymic else k.patronymic end,
       phone = coalesce(k.phone, d.phone), birth_year = coalesce(k.birth_year, d.birth_year),
       remind_platform = coalesce(k.remind_platform, d.remind_platform),
       write_from = coalesce(k.write_from, d.write_from), write_to = coalesce(k.write_to, d.write_to)
     from person d where k.id = $2 and d.id = $1`,
    [doubleId, knownId],
  );
  await sql.query('delete from person where id = $1', [doubleId]);
}

/**
 * Whoever came in as the double, or by a program of theirs, holds the known person's rights only once they come in as that
 * one; and whoever was invited was to be what one of them was, not what both are together.
 */
async function endKeys(sql: Sql, doubleId: string, knownId: string): Promise<void> {
  await sql.query(
    'update staff_session set ended_at = clock_timestamp() where person_id = $1 and ended_at is null',
    [doubleId],
  );
  await sql.query(
    'update api_token set revoked_at = clock_timestamp() where person_id = $1 and revoked_at is null',
    [doubleId],
  );
  await sql.query(
    `update invitation set expires_at = 'epoch' where person_id = $1
       or person_id = $2 and exists (select from appointment where person_id = $1 and ended_at is null)`,
    [doubleId, knownId],
  );
}

/** Accounts first: every event begins by writing to its account. */
export async function lockPeople(sql: Sql, ...ids: readonly string[]): Promise<void> {
  await sql.query('select id from chat_account where person_id = any($1::bigint[]) order by id for update', [
    ids,
  ]);
  await sql.query('select id from person where id = any($1::bigint[]) order by id for update', [ids]);
}

/** A form in hand goes on under the known person's name, unless that one has one in hand; other talk is over. */
async function moveDialogues(sql: Sql, doubleId: string, knownId: string): Promise<void> {
  const form = (id: string) => `form:person:${id}`;
  await sql.query(
    `update dialogue set key = $2, state = case when state #>> '{data,facts,personId}' = $3
       then jsonb_set(state, '{data,facts,personId}', to_jsonb($4::text)) else state end
     where key = $1 and not exists (select from dialogue where key = $2)`,
    [form(doubleId), form(knownId), doubleId, knownId],
  );
  await sql.query('delete from dialogue where key = any($1::text[])', [
    [`person:${doubleId}`, form(doubleId), `form-aside:person:${doubleId}`],
  ]);
}
