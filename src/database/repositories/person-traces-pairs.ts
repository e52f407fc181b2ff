import type { Trace } from './person-traces.ts';

const recordOfStaff =
  'that somebody of the staff decided is the programme’s record; it leads to a person without a name';
const ownPairs = `select p.id from pair p where p.mentor_id = $1::bigint
  union select m.pair_id from pair_mentee m where m.mentee_id = $1::bigint`;
const counted = 'pairs are counted by form, organization and outcome; they lead to a person without a name';

/** Pairs somebody is or was in, and those they kept as staff. A pair that lives ends before its person is erased. */
export const pairTraces: readonly Trace[] = [
  {
    table: 'pair_agreement',
    rows: 't.person_id = $1::bigint or t.given_by = $1::bigint',
    columns: {
      id: 'id pair_id person_id given_by recorded_by',
      export: 'giver answer way reason asked_at answered_at reminded',
    },
    // Who agreed to what when is what an order rests on; why somebody did not, is theirs.
    erase: [`update pair_agreement set reason = '' where person_id = $1::bigint or given_by = $1::bigint`],
  },
  {
    table: 'pair_agreement',
    as: 'recorded',
    rows: 't.recorded_by = $1::bigint',
    columns: { id: 'id recorded_by', export: 'answered_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'pair_event',
    rows: `t.pair_id in (${ownPairs})`,
    columns: { id: 'id pair_id', export: 'kind facts at told_at' },
    erase: { keep: counted },
  },
  {
    table: 'pair_event',
    as: 'acted',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'id pair_id person_id', export: 'kind at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'pair_meeting',
    rows: `t.pair_id in (${ownPairs}) or t.noted_by = $1::bigint or t.confirmed_by = $1::bigint`,
    columns: {
      id: 'id pair_id noted_by confirmed_by',
      export: 'held_on topic outcome mark noted_at confirmed_at',
    },
    erase: { keep: counted },
  },
  {
    table: 'pair_mentee',
    rows: 't.mentor_id = $1::bigint or t.mentee_id = $1::bigint',
    columns: { id: 'id pair_id mentor_id mentee_id', export: 'left_at over_at' },
    erase: { keep: counted },
  },
  {
    table: 'pair',
    rows: `t.mentor_id = $1::bigint or t.id in (${ownPairs})`,
    columns: {
      id: 'id programme_id organization_id mentor_id order_id',
      export: `form state from_on to_on goal plan result close_reason close_note proposed_at agreed_at ordered_at
        started_at paused_at closed_at`,
    },
    erase: { keep: counted },
  },
  {
    table: 'pair',
    as: 'proposed',
    rows: 't.proposed_by = $1::bigint',
    columns: { id: 'id proposed_by', export: 'proposed_at' },
    erase: { keep: recordOfStaff },
  },
];
