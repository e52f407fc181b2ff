import type { SettledCheck } from '../../domain/contests/check-book.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

type Seen = Extract<SettledCheck, { findings: unknown }>;
type Failed = Extract<SettledCheck, { trouble: string }>;

/** However many there are, each table is written to once. */
export async function writeChecks(sql: Sql, settled: readonly SettledCheck[], at: Date): Promise<void> {
  const seen = settled.filter((each): each is Seen => 'findings' in each);
  const failed = settled.filter((each): each is Failed => 'trouble' in each);
  if (failed.length > 0) await sql.query(writeFailed, [storableJson(failed)]);
  if (seen.length === 0) return;
  await sql.query(writeSeen, [storableJson(seen.map(({ snapshot, counters, ...row }) => row)), at]);
  await writeSnapshots(sql, seen, at);
  await writeCounters(sql, seen, at);
}

const writeFailed = `
  update contest_entry e set check_due_at = f."dueAt", check_trouble = f.trouble, check_tries = e.check_tries + 1
  from jsonb_to_recordset($1::jsonb) as f("entryId" bigint, "dueAt" timestamptz, trouble text)
  where e.id = f."entryId"`;

const writeSeen = `
  update contest_entry e set state = s.state, check_due_at = s."dueAt", check_trouble = null, check_tries = 0,
    checked_at = $2, findings = s.findings, marks = s.marks,
    marks_seen_at = case when s."hasNewMarks" then null else e.marks_seen_at end,
    noted_at = case when s."isNoted" or s."hasNewMarks" then $2::timestamptz else e.noted_at end
  from jsonb_to_recordset($1::jsonb) as s("entryId" bigint, state text, "dueAt" timestamptz, findings jsonb,
    marks jsonb, "hasNewMarks" boolean, "isNoted" boolean)
  where e.id = s."entryId"`;

async function writeSnapshots(sql: Sql, seen: readonly Seen[], at: Date): Promise<void> {
  const rows = seen.flatMap(({ entryId, snapshot }) =>
    snapshot === null
      ? []
      : [
          {
            entryId,
            text: snapshot.text,
            attachments: snapshot.attachments,
            authorId: snapshot.fromId,
            publishedAt: snapshot.publishedAt,
            editedAt: snapshot.editedAt,
          },
        ],
  );
  if (rows.length === 0) return;
  await sql.query(
    `insert into contest_snapshot (entry_id, taken_at, text, attachments, author_id, published_at, edited_at)
     select "entryId", $2, text, attachments, "authorId", "publishedAt", "editedAt"
     from jsonb_to_recordset($1::jsonb) as s("entryId" bigint, text text, attachments jsonb, "authorId" bigint,
       "publishedAt" timestamptz, "editedAt" timestamptz)`,
    [storableJson(rows), at],
  );
}

async function writeCounters(sql: Sql, seen: readonly Seen[], at: Date): Promise<void> {
  const rows = seen.flatMap(({ entryId, counters, isFinal }) =>
    counters === null ? [] : [{ entryId, ...counters, isFinal }],
  );
  // A close that was moved on after all: what stood then is one count among others.
  const open = seen.filter(({ isFinal }) => !isFinal).map(({ entryId }) => entryId);
  await sql.query(
    `update contest_counters k set final = false from contest_entry e join contest c on c.id = e.contest_id
     where k.entry_id = e.id and k.final and e.id = any($1::bigint[]) and c.closes_at > $2`,
    [open, at],
  );
  if (rows.length > 0) {
    await sql.query(
      `insert into contest_counters (entry_id, at, likes, reposts, comments, views, final)
       select "entryId", $2, likes, reposts, comments, views, "isFinal"
       from jsonb_to_recordset($1::jsonb) as s("entryId" bigint, likes int, reposts int, comments int, views int,
         "isFinal" boolean)
       on conflict do nothing`,
      [JSON.stringify(rows), at],
    );
  }
  const gone = seen.filter(({ isFinal, counters }) => isFinal && counters === null);
  await lastCountersStand(
    sql,
    gone.map(({ entryId }) => entryId),
  );
}

/** Of those that have no final ones yet. */
export async function lastCountersStand(sql: Sql, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  await sql.query(
    `update contest_counters k set final = true
     from (select distinct on (entry_id) entry_id, at from contest_counters
       where entry_id = any($1::bigint[]) order by entry_id, at desc) last
     where k.entry_id = last.entry_id and k.at = last.at
       and not exists (select from contest_counters f where f.entry_id = k.entry_id and f.final)`,
    [entryIds],
  );
}

/** The contest is over with its posts: nobody looks at them again, and none waits. */
export async function endChecks(sql: Sql, contestId: string): Promise<void> {
  await sql.query(
    `update contest_entry set check_due_at = null, check_trouble = null
     where contest_id = $1 and (check_due_at is not null or check_trouble is not null)`,
    [contestId],
  );
}
