import type { Trace } from './person-traces.ts';
import { filesOfContests } from './person-traces-contests.ts';

const isOwn = 't.person_id = $1::bigint';
const ownScans = 'select scan_file_id from consent where person_id = $1::bigint';
const files = `${isOwn} or t.id in (${ownScans}) or t.recipe->>'personId' = ($1::bigint)::text
  or t.recipe->>'consentId' in (select id::text from consent where person_id = $1::bigint)`;
/** Rendered anew when they are next read. */
const renderedAnew = `state = 'wanted', bytes = null, size = null, sha256 = null`;
const recordOfWork = 'who did what is the organization’s record; it leads to a person without a name';
const recordOfStaff =
  'that somebody of the staff decided is the programme’s record; it leads to a person without a name';

/** What somebody does in the programme, and the person. */
export const programmeTraces: readonly Trace[] = [
  {
    table: 'application_event',
    rows: `t.application_id in (select id from application where person_id = $1::bigint)`,
    columns: { id: 'id application_id person_id', export: 'kind facts at' },
    erase: [
      `delete from application_event t using application a
       where a.id = t.application_id and a.person_id = $1::bigint and a.state = 'draft'`,
      `update application_event t set facts = '{}' from application a
       where a.id = t.application_id and a.person_id = $1::bigint`,
    ],
  },
  {
    table: 'application_event',
    as: 'acted',
    rows: isOwn,
    columns: { id: 'id application_id person_id', export: 'kind at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'application',
    rows: isOwn,
    columns: {
      id: 'id person_id organization_id duplicate_of decided_by',
      export: 'form role state answers applied_at decided_at ended_at created_at',
    },
    // Statistics count forms, roles, organizations and states.
    erase: [
      `delete from application where person_id = $1::bigint and state = 'draft'`,
      `update application t set answers = '{}', duplicate_of = null, ended_at = coalesce(t.ended_at, $2::timestamptz),
         state = case when t.state = 'declined' then t.state else 'left' end
       where t.person_id = $1::bigint`,
    ],
  },
  {
    table: 'application',
    as: 'resembles',
    rows: 't.duplicate_of = $1::bigint',
    columns: { id: 'id duplicate_of' },
    erase: ['update application set duplicate_of = null where duplicate_of = $1::bigint'],
  },
  {
    table: 'application',
    as: 'decided',
    rows: 't.decided_by = $1::bigint',
    columns: { id: 'id decided_by', export: 'decided_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'representation',
    rows: 't.pupil_id = $1::bigint or t.representative_id = $1::bigint',
    columns: { id: 'id pupil_id representative_id', export: 'relation created_at' },
    erase: ['delete from representation where pupil_id = $1::bigint or representative_id = $1::bigint'],
  },
  {
    table: 'known_apart',
    rows: 't.one_id = $1::bigint or t.other_id = $1::bigint',
    columns: { id: 'id one_id other_id decided_by', export: 'decided_at' },
    erase: ['delete from known_apart where one_id = $1::bigint or other_id = $1::bigint'],
  },
  {
    table: 'known_apart',
    as: 'decided',
    rows: 't.decided_by = $1::bigint',
    columns: { id: 'id decided_by', export: 'decided_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'stored_file',
    rows: files,
    columns: {
      id: 'id person_id',
      export: 'name mime size state recipe platform sha256 attempts retry_at error created_at',
      secret: 'source',
      bytes: 'bytes',
    },
    erase: [
      `with own as (select t.id from stored_file t where (${files})
           and not exists (select from task_result r where r.file_id = t.id)
           and not exists (select from consent c where c.scan_file_id = t.id and c.person_id <> $1::bigint)
           and t.id not in (${filesOfContests})),
         blank as (update consent set scan_file_id = null where person_id = $1::bigint)
       delete from stored_file where id in (select id from own)`,
      // Results of tasks, papers of contests and scans of others’ consents are the organization’s documents.
      `update stored_file set person_id = null, source = '{}',
         state = case state when 'wanted' then 'failed' else state end,
         error = case state when 'wanted' then 'erased' else error end
       where person_id = $1::bigint`,
      `update stored_file t set ${renderedAnew} from person reader, person own
       where t.recipe->>'document' in ('base', 'dossier') and t.state = 'stored' and own.id = $1::bigint
         and reader.programme_id = own.programme_id
         and reader.id::text = coalesce(t.recipe->>'staffId', t.recipe->>'personId')`,
      `update stored_file t set ${renderedAnew} where t.state = 'stored'
         and t.recipe->>'consentId' in (select id::text from consent where given_by = $1::bigint)`,
    ],
  },
  {
    table: 'consent',
    rows: `${isOwn} or t.given_by = $1::bigint`,
    columns: {
      id: 'id person_id given_by text_id scan_file_id received_by withdrawn_by',
      export: 'way scope evidence given_at withdrawn_at',
    },
    // Which text was agreed to when, and that it ended, has to be provable (152-ФЗ, art. 9 part 3).
    erase: [
      `update consent t set evidence = '{}' where ${isOwn} or t.given_by = $1::bigint`,
      `update consent t set scope = '{}', withdrawn_at = coalesce(t.withdrawn_at, $2::timestamptz) where ${isOwn}`,
    ],
  },
  {
    table: 'consent',
    as: 'handled',
    rows: 't.received_by = $1::bigint or t.withdrawn_by = $1::bigint',
    columns: { id: 'id received_by withdrawn_by', export: 'given_at withdrawn_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'consent_text',
    rows: 't.published_by = $1::bigint',
    columns: {
      id: 'id programme_id published_by',
      export: 'kind giver version title summary body hash published_at',
    },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'data_request',
    rows: isOwn,
    columns: {
      id: 'id person_id task_id settled_by',
      export: 'kind state due_on facts created_at settled_at',
    },
    // That a request was fulfilled, and when, is what the law asks to be shown.
    erase: [`update data_request set facts = '{}' where person_id = $1::bigint`],
  },
  {
    table: 'data_request',
    as: 'settled',
    rows: 't.settled_by = $1::bigint',
    columns: { id: 'id settled_by', export: 'settled_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'mailing',
    rows: 't.author_id = $1::bigint',
    columns: {
      id: 'id programme_id organization_ids author_id copied_from',
      export: 'title text other_text names_others audience state created_at started_at settled_at',
    },
    // Of words about others and of whom they were written to her dossier tells nothing.
    shown: {
      text: 'case when t.names_others then null else t.text end',
      audience: `t.audience - 'personIds'`,
    },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'task',
    rows: 't.done_by = $1::bigint or t.waived_by = $1::bigint',
    columns: {
      id: 'id occurrence_id organization_id done_by waived_by',
      export:
        'roles opens_on due_on done_at waived_at waived_reason withdrawn_at created_at revision changed_at',
    },
    erase: { keep: recordOfWork },
  },
  {
    table: 'task_completion',
    rows: isOwn,
    columns: { id: 'id task_id person_id', export: 'at' },
    erase: { keep: recordOfWork },
  },
  {
    table: 'task_result',
    rows: 't.completion_id in (select id from task_completion where person_id = $1::bigint)',
    columns: { id: 'id completion_id file_id', export: 'kind text at' },
    erase: { keep: recordOfWork },
  },
  {
    table: 'task_event',
    rows: isOwn,
    columns: { id: 'id task_id person_id', export: 'kind facts at' },
    erase: { keep: recordOfWork },
  },
  {
    table: 'roadmap_draft',
    rows: 't.created_by = $1::bigint',
    columns: {
      id: 'id programme_id created_by',
      export: 'kind content edits created_at',
      secret: 'source_hash',
    },
    erase: ['delete from roadmap_draft where created_by = $1::bigint'],
  },
  {
    table: 'deadline_correction',
    rows: 't.made_by = $1::bigint',
    columns: {
      id: 'id programme_id made_by',
      export: 'period_from period_to code title deadline correction made_at',
    },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'calendar_feed',
    rows: 't.owner_id = $1::bigint',
    columns: {
      id: 'id owner_id organization_id',
      export: 'created_at renewed_at read_at',
      secret: 'secret_hash',
    },
    erase: ['delete from calendar_feed where owner_id = $1::bigint'],
  },
  {
    table: 'appointment',
    rows: isOwn,
    columns: { id: 'id person_id organization_id', export: 'role since ended_at' },
    erase: [
      `update appointment set ended_at = coalesce(ended_at, $2::timestamptz) where person_id = $1::bigint`,
    ],
  },
  {
    table: 'chat_account',
    rows: isOwn,
    columns: {
      id: 'id person_id',
      export:
        'platform account_id chat_id linked_at last_seen_at closed_at closed_reason codes_tried codes_tried_since created_at',
    },
    erase: ['delete from chat_account where person_id = $1::bigint'],
  },
  {
    table: 'person',
    rows: 't.id = $1::bigint',
    columns: {
      id: 'id programme_id',
      export:
        'surname name patronymic phone birth_year remind_platform paused_until write_from write_to created_at erased_at',
      // The names once more, as signs to look them up by.
      secret: 'name_key',
    },
    erase: [
      `update person set surname = '', name = '', patronymic = '', phone = null, birth_year = null,
         remind_platform = null, paused_until = null, write_from = null, write_to = null, erased_at = $2::timestamptz
       where id = $1::bigint`,
    ],
  },
];
