import { type Spellings, spellingsOf } from '../../domain/privacy/spellings.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

type Place = {
  table: string;
  key: string;
  column: string;
  type: 'text' | 'jsonb';
  where?: string;
  /** Holds the print of these words, which goes with them: whoever asks for it next gets it without the name. */
  print?: string;
};

/** Where people’s own words are kept, which may name anybody. What the operator publishes itself is left as it is. */
const words: readonly Place[] = [
  { table: 'dialogue', key: 'key', column: 'state', type: 'jsonb' },
  { table: 'task', key: 'id', column: 'waived_reason', type: 'text' },
  { table: 'task_result', key: 'id', column: 'text', type: 'text' },
  { table: 'task_event', key: 'id', column: 'facts', type: 'jsonb' },
  { table: 'application', key: 'id', column: 'answers', type: 'jsonb' },
  { table: 'application_event', key: 'id', column: 'facts', type: 'jsonb' },
  { table: 'consent', key: 'id', column: 'scope', type: 'jsonb' },
  { table: 'data_request', key: 'id', column: 'facts', type: 'jsonb' },
  { table: 'stored_file', key: 'id', column: 'name', type: 'text' },
  { table: 'mailing', key: 'id', column: 'title', type: 'text' },
  { table: 'mailing', key: 'id', column: 'text', type: 'text' },
  { table: 'mailing', key: 'id', column: 'other_text', type: 'text', where: 'other_text is not null' },
  { table: 'pair', key: 'id', column: 'goal', type: 'text' },
  { table: 'pair', key: 'id', column: 'plan', type: 'jsonb' },
  { table: 'pair', key: 'id', column: 'result', type: 'text' },
  { table: 'pair', key: 'id', column: 'close_note', type: 'text' },
  { table: 'pair_agreement', key: 'id', column: 'reason', type: 'text' },
  { table: 'pair_meeting', key: 'id', column: 'topic', type: 'text' },
  { table: 'pair_order', key: 'id', column: 'basis', type: 'text' },
  { table: 'pair_order', key: 'id', column: 'points', type: 'jsonb' },
  { table: 'pair_order_event', key: 'id', column: 'facts', type: 'jsonb' },
  { table: 'contest_entry', key: 'id', column: 'title', type: 'text' },
  { table: 'contest_entry', key: 'id', column: 'description', type: 'text' },
  { table: 'contest_entry', key: 'id', column: 'team_name', type: 'text', where: 'team_name is not null' },
  { table: 'contest_entry', key: 'id', column: 'findings', type: 'jsonb' },
  { table: 'contest_entry', key: 'id', column: 'marks', type: 'jsonb' },
  { table: 'contest_entry', key: 'id', column: 'reason', type: 'text' },
  { table: 'contest_snapshot', key: 'id', column: 'text', type: 'text' },
  { table: 'contest_snapshot', key: 'id', column: 'attachments', type: 'jsonb' },
  { table: 'contest_sheet', key: 'id', column: 'comment', type: 'text' },
  { table: 'contest_result', key: 'id', column: 'facts', type: 'jsonb' },
  { table: 'contest_post', key: 'id', column: 'text', type: 'text' },
  { table: 'diploma', key: 'id', column: 'shown', type: 'jsonb', print: 'file_id' },
  { table: 'diploma', key: 'id', column: 'reason', type: 'text' },
];

/** What has been said already is not needed again: where it names the person, it goes as a whole. */
const said: readonly Place[] = [
  { table: 'inbox', key: 'id', column: 'payload', type: 'jsonb', where: 'handled_at is not null' },
  { table: 'delivery', key: 'id', column: 'outgoing', type: 'jsonb' },
];

const blank: Readonly<Record<string, string>> = {
  inbox: `update inbox set payload = '{}' where id = any($1::bigint[])`,
  // Reminders among those that have not left are planned again, without the name.
  delivery: `update delivery set outgoing = '{}', error = coalesce(error, 'erased'),
      settled_at = coalesce(settled_at, clock_timestamp()),
      state = case when state in ('planned', 'claimed') then 'expired' else state end
    where id = any($1::bigint[])`,
};

/** Takes the person's name and phone out of what others wrote and were told. To be called while the person still has a name. */
export async function redactMentions(sql: Sql, personId: string): Promise<void> {
  const spellings = await readSpellings(sql, personId);
  if (spellings === null) return;
  for (const place of words) await redact(sql, place, spellings);
  for (const place of said) {
    const rows = await found(sql, place, spellings);
    await sql.query(blank[place.table] ?? '', [rows.map((row) => row.key)]);
  }
}

async function readSpellings(sql: Sql, personId: string): Promise<Spellings | null> {
  const names = 'p.surname, p.name, p.patronymic';
  const [person] = await sql.query<Parameters<typeof spellingsOf>[0]>(
    `select ${names}, p.phone from person p where p.id = $1`,
    [personId],
  );
  if (person === undefined) return null;
  const others = await sql.query<Parameters<typeof spellingsOf>[1][number]>(
    `select distinct ${names} from person p join person own on own.programme_id = p.programme_id
     where own.id = $1 and p.id <> $1 and p.erased_at is null`,
    [personId],
  );
  return spellingsOf(person, others);
}

type Row = { key: string; value: unknown };

/** Those that name the person indeed, with the words that may stay; locked, or a conversation would lose what is said meanwhile. */
async function found(sql: Sql, place: Place, { hint, redact: without }: Spellings): Promise<Row[]> {
  const { table, key, column, where = 'true' } = place;
  const rows = await sql.query<Row>(
    `select ${key}::text as key, ${column} as value from ${table} where ${column}::text ~ $1 and ${where} for update`,
    [hint],
  );
  return rows.flatMap((row) => {
    const value = redacted(row.value, without);
    return JSON.stringify(value) === JSON.stringify(row.value) ? [] : [{ key: row.key, value }];
  });
}

async function redact(sql: Sql, place: Place, spellings: Spellings): Promise<void> {
  const { table, key, column, type } = place;
  const rows = await found(sql, place, spellings);
  if (rows.length === 0) return;
  const value = type === 'jsonb' ? 'n.value' : `n.value #>> '{}'`;
  await sql.query(
    `update ${table} t set ${column} = ${value} from jsonb_to_recordset($1::jsonb) as n(key text, value jsonb)
     where t.${key}::text = n.key`,
    [storableJson(rows)],
  );
  if (place.print === undefined) return;
  await sql.query(
    `with printed as (select ${place.print} as id from ${table} where ${key}::text = any($1)),
       blank as (update ${table} set ${place.print} = null where ${key}::text = any($1))
     delete from stored_file where id in (select id from printed)`,
    [rows.map((row) => row.key)],
  );
}

function redacted(value: unknown, without: (text: string) => string): unknown {
  if (typeof value === 'string') return without(value);
  if (Array.isArray(value)) return value.map((each) => redacted(each, without));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, redacted(each, without)]));
}
