import type { Milestone, PlannedMilestone } from '../../domain/contests/milestones.ts';
import type { ItemView } from '../../domain/roadmap/roadmap-desk.ts';
import type { Sql } from '../sql.ts';
import { stageSql } from './contest-list.ts';
import { storeResult } from './task-results.ts';
import { note } from './task-settling.ts';

/** An item that a contest may be held for: of the order, and still in it. */
export async function itemToLink(
  sql: Sql,
  programmeId: string,
  itemId: string,
): Promise<{ title: string } | null> {
  const [item] = await sql.query<{ title: string }>(
    `select i.title from roadmap_item i join roadmap r on r.id = i.roadmap_id and r.kind = 'order'
     where i.id = $2 and r.programme_id = $1 and i.removed_at is null`,
    [programmeId, itemId],
  );
  return item ?? null;
}

/** The item that a contest is held for, gone from the order or not. */
export async function itemOfContest(
  sql: Sql,
  itemId: string | null,
): Promise<{ id: string; code: string; title: string } | null> {
  const [item] = await sql.query<{ id: string; code: string; title: string }>(
    'select id::text, code, title from roadmap_item where id = $1',
    [itemId],
  );
  return item ?? null;
}

/** The contests that an item is held by, newest first; drafts where they may be seen. */
export function contestsOfItem(
  sql: Sql,
  itemId: string,
  { seesDrafts, at }: { seesDrafts: boolean; at: Date },
): Promise<ItemView['contests']> {
  return sql.query(
    `select c.id::text, c.title, ${stageSql('$3::timestamptz')} as stage from contest c
     where c.item_id = $1 and ($2 or c.state <> 'draft') order by c.closes_at desc, c.id desc`,
    [itemId, seesDrafts, at],
  );
}

/**
 * The contest's pieces of its item are these from now on; `true` where anything changed, and tasks have to be brought in line. One that moves
 * to other days or to another item takes its tasks along.
 */
export async function putMilestones(
  sql: Sql,
  contestId: string,
  itemId: string | null,
  wished: readonly (PlannedMilestone & { words: string })[],
  at: Date,
): Promise<boolean> {
  const put = await sql.query(
    `insert into occurrence (item_id, contest_id, milestone, from_on, to_on, words)
     select $2, $1, w.milestone, w."from", w."to", w.words
     from jsonb_to_recordset($3::jsonb) as w(milestone text, "from" date, "to" date, words text)
     on conflict (contest_id, milestone) do update
       set item_id = excluded.item_id, from_on = excluded.from_on, to_on = excluded.to_on, words = excluded.words,
         removed_at = null
       where (occurrence.item_id, occurrence.from_on, occurrence.to_on, occurrence.words, occurrence.removed_at)
         is distinct from (excluded.item_id, excluded.from_on, excluded.to_on, excluded.words, null::timestamptz)
     returning id`,
    [contestId, itemId, JSON.stringify(wished)],
  );
  const gone = await sql.query(
    `update occurrence set removed_at = $3
     where contest_id = $1 and milestone <> all($2::text[]) and removed_at is null returning id`,
    [contestId, wished.map(({ milestone }) => milestone), at],
  );
  return put.length + gone.length > 0;
}

/**
 * The open tasks of this piece are done: by the one who did what they asked for, with a link to it where there is one. Settled tasks stay as
 * they are. To be called in the transaction of that deed.
 */
export async function closeMilestone(
  sql: Sql,
  contestId: string,
  milestone: Milestone,
  { by, at, url }: { by: string; at: Date; url: string | null },
): Promise<void> {
  const done = await sql.query<{ id: string }>(
    `update task t set done_at = $4, done_by = $3 from occurrence c
     where c.id = t.occurrence_id and c.contest_id = $1 and c.milestone = $2
       and t.done_at is null and t.waived_at is null and t.withdrawn_at is null
     returning t.id`,
    [contestId, milestone, by, at],
  );
  for (const { id: taskId } of done) {
    const [completion] = await sql.query<{ id: string }>(
      'insert into task_completion (task_id, person_id, at) values ($1, $2, $3) returning id',
      [taskId, by, at],
    );
    await note(sql, { taskId, personId: by, kind: 'completed', at });
    if (url === null || completion === undefined) continue;
    const handing = { personId: by, taskId, completionId: completion.id, at };
    await storeResult(sql, handing, { kind: 'link', url });
  }
}
