import type { Trace } from './person-traces.ts';

const isOwn = 't.person_id = $1::bigint';

/** What staff leave behind at the panel. */
export const panelTraces: readonly Trace[] = [
  {
    table: 'staff_session',
    rows: isOwn,
    columns: {
      id: 'id person_id',
      export: 'agent network created_at seen_at second_factor_at ended_at',
      secret: 'token_hash',
    },
    erase: ['delete from staff_session where person_id = $1::bigint'],
  },
  {
    table: 'idempotent_call',
    rows: isOwn,
    columns: { id: 'person_id', export: 'key answer at', secret: 'request_hash' },
    erase: ['delete from idempotent_call where person_id = $1::bigint'],
  },
  {
    table: 'audit',
    rows: isOwn,
    columns: {
      id: 'id programme_id person_id organization_id subject_id via_id',
      export: 'at via network action subject_kind before after',
    },
    erase: { keep: 'it names nobody, and leads to a person without a name; nobody may change it' },
  },
];
