import type { Trace } from './person-traces.ts';

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
];
