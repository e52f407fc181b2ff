import type { Trace } from './person-traces.ts';

const recordOfStaff =
  'that somebody of the staff did it is the organization’s record; it leads to a person without a name';

/** What staff ordered and had printed. */
export const documentTraces: readonly Trace[] = [
  {
    table: 'errand',
    rows: 't.created_by = $1::bigint',
    columns: {
      id: 'id programme_id organization_ids params file_id created_by holder',
      export: `kind power state done total facts fault created_at started_at finished_at cancel_asked_at lease_until tries not_before`,
    },
    // Who ordered it is the programme's record. What it made may name anybody of the programme, and can be made again.
    erase: [
      `with made as (select t.id, t.file_id from errand t join person p on p.programme_id = t.programme_id
           where p.id = $1::bigint and t.file_id is not null),
         blank as (update errand set file_id = null where id in (select id from made))
       delete from stored_file where id in (select file_id from made)`,
    ],
  },
  {
    table: 'document_template',
    rows: 't.uploaded_by = $1::bigint',
    columns: { id: 'id programme_id file_id uploaded_by', export: 'kind version uploaded_at archived_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'name_case_exception',
    rows: 't.created_by = $1::bigint',
    columns: { id: 'id programme_id created_by', export: 'part gender nominative forms created_at' },
    // A surname that nobody else of the programme has leads to the person.
    erase: [
      `delete from name_case_exception t using person p where p.id = $1::bigint and t.programme_id = p.programme_id
         and t.part = 'surname' and t.nominative = lower(p.surname)
         and not exists (select from person o where o.programme_id = p.programme_id and o.id <> p.id
           and o.erased_at is null and lower(o.surname) = lower(p.surname))`,
    ],
  },
  {
    table: 'pair_order_person',
    rows: 't.person_id = $1::bigint',
    columns: {
      id: 'id order_id person_id',
      export: 'gender name post name_forms post_forms doubtful corrected',
    },
    // An order with its number is the organization's own act, kept by the law on archives; what only was to be one is not.
    erase: [
      `with printed as (select o.id, o.file_id from pair_order o where o.state in ('draft', 'printed', 'cancelled')
           and o.file_id is not null
           and exists (select from pair_order_person t where t.order_id = o.id and t.person_id = $1::bigint)),
         redrawn as (update pair_order o set file_id = null, printed_revision = null, revision = o.revision + 1,
             state = case o.state when 'printed' then 'draft' else o.state end
           where o.id in (select id from printed))
       delete from stored_file where id in (select file_id from printed)`,
      `update pair_order_person set name = '', post = '', name_forms = '{}', post_forms = '{}', gender = null
       where person_id = $1::bigint`,
    ],
  },
  {
    table: 'pair_order',
    rows: 't.control_id = $1::bigint or t.signer_id = $1::bigint or t.created_by = $1::bigint',
    columns: {
      id: 'id programme_id organization_id template_id control_id signer_id created_by file_id scan_file_id',
      export: 'state basis points revision printed_revision number ordered_on year created_at',
    },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'pair_order_event',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'id order_id person_id', export: 'kind facts at' },
    erase: { keep: recordOfStaff },
  },
];
