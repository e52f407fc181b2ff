import type { Contest, ContestState } from '../../domain/contests/contest.ts';
import type { JurorDraft } from '../../domain/contests/contest-desk.ts';
import type {
  ContestSettings,
  CriterionDraft,
  NominationDraft,
} from '../../domain/contests/contest-settings.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { endChecks } from './contest-check-rows.ts';
import { contestFilesOf, contestPostsOf, dropUnused } from './contest-enclosures.ts';
import { storable, storableJson } from './storable-json.ts';

export type NewContest = Pick<Contest, 'programmeId' | 'kind' | 'templateKey' | 'copiedFrom'> & {
  by: string;
};

/** What staff write of contests. Bound to one transaction; the contest's row is locked by whoever calls. */
export function createContestSettingsBook(sql: Sql) {
  return {
    async add(
      { programmeId, kind, templateKey, copiedFrom, by }: NewContest,
      settings: ContestSettings,
      at: Date,
    ) {
      const [row] = await sql.query<{ id: string }>(
        `insert into contest (programme_id, kind, template_key, copied_from, created_by, created_at, title, summary,
           announcement, opens_at, closes_at, judging_until, results_on, starts_at, ends_at, terms, item_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id::text`,
        [programmeId, kind, templateKey, copiedFrom, by, at, ...columnsOf(settings)],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      await putNominations(sql, row.id, [], settings.nominations, at);
      await putCriteria(sql, row.id, [], settings.criteria);
      return row.id;
    },

    async save(contest: Contest, settings: ContestSettings, at: Date) {
      await sql.query(
        `update contest set title = $2, summary = $3, announcement = $4, opens_at = $5, closes_at = $6,
           judging_until = $7, results_on = $8, starts_at = $9, ends_at = $10, terms = $11, item_id = $12 where id = $1`,
        [contest.id, ...columnsOf(settings)],
      );
      const known = (list: readonly { id: string }[]) => list.map(({ id }) => id);
      await putNominations(sql, contest.id, known(contest.nominations), settings.nominations, at);
      await putCriteria(sql, contest.id, known(contest.criteria), settings.criteria);
    },

    async move(contestId: string, state: Exclude<ContestState, 'draft'>, at: Date) {
      await sql.query(`update contest set state = $2, ${state}_at = $3 where id = $1`, [
        contestId,
        state,
        at,
      ]);
      if (state === 'cancelled') await endChecks(sql, contestId);
    },

    remove: (contestId: string) => remove(sql, contestId),
    ...juryOf(sql),
    ...contestFilesOf(sql),
    ...contestPostsOf(sql),
  };
}

/** In the order of the columns from the title to the terms, and the item. */
function columnsOf(settings: ContestSettings): unknown[] {
  const {
    itemId,
    title,
    summary,
    announcement,
    opensAt,
    closesAt,
    judgingUntil,
    resultsOn,
    startsAt,
    endsAt,
    terms,
  } = settings;
  const words = [title, summary, announcement].map(storable);
  return [
    ...words,
    opensAt,
    closesAt,
    judgingUntil,
    resultsOn,
    startsAt,
    endsAt,
    storableJson(terms),
    itemId,
  ];
}

/** One that is left out goes, or is archived where anything belongs to it. */
async function putNominations(
  sql: Sql,
  contestId: string,
  known: readonly string[],
  drafts: readonly NominationDraft[],
  at: Date,
): Promise<void> {
  const kept = keptIds(known, drafts, 'nomination-unknown');
  await sql.query(
    `with used as (
       update contest_nomination n set archived_at = coalesce(archived_at, $3)
       where contest_id = $1 and not (id = any($2::bigint[])) and ${isUsed}
     )
     delete from contest_nomination n where contest_id = $1 and not (id = any($2::bigint[])) and not ${isUsed}`,
    [contestId, kept, at],
  );
  for (const [place, { id, title, description, hashtags, archived }] of drafts.entries()) {
    await sql.query(
      id === null
        ? `insert into contest_nomination (contest_id, position, title, description, hashtags, archived_at)
           values ($1, $2, $3, $4, $5, case when $6 then $7::timestamptz end)`
        : `update contest_nomination set position = $2, title = $3, description = $4, hashtags = $5,
             archived_at = case when $6 then coalesce(archived_at, $7::timestamptz) end where contest_id = $1 and id = $8`,
      [
        contestId,
        place + 1,
        storable(title),
        storable(description),
        hashtags.map(storable),
        archived,
        at,
      ].concat(id === null ? [] : [id]),
    );
  }
}

const isUsed = `(exists (select from contest_entry e where e.nomination_id = n.id)
  or exists (select from contest_juror j where j.contest_id = n.contest_id and n.id = any(j.nomination_ids)))`;

/** Nobody has scored by those that are left out: `checkChange` has seen to it. */
async function putCriteria(
  sql: Sql,
  contestId: string,
  known: readonly string[],
  drafts: readonly CriterionDraft[],
): Promise<void> {
  const kept = keptIds(known, drafts, 'criterion-unknown');
  await sql.query('delete from contest_criterion where contest_id = $1 and not (id = any($2::bigint[]))', [
    contestId,
    kept,
  ]);
  for (const [place, { id, title, hint, weight, scale }] of drafts.entries()) {
    await sql.query(
      id === null
        ? `insert into contest_criterion (contest_id, position, title, hint, weight, scale)
           values ($1, $2, $3, $4, $5, $6)`
        : `update contest_criterion set position = $2, title = $3, hint = $4, weight = $5, scale = $6
           where contest_id = $1 and id = $7`,
      [contestId, place + 1, storable(title), storable(hint), weight, scale, ...(id === null ? [] : [id])],
    );
  }
}

/** Each of them its own and named once. */
function keptIds(
  known: readonly string[],
  drafts: readonly { id: string | null }[],
  code: 'nomination-unknown' | 'criterion-unknown',
): string[] {
  const kept = drafts.flatMap(({ id }) => id ?? []);
  if (kept.some((id) => !known.includes(id)) || new Set(kept).size !== kept.length) throw new Refusal(code);
  return kept;
}

async function remove(sql: Sql, contestId: string): Promise<void> {
  const files = await sql.query<{ id: string }>(
    `with enclosed as (delete from contest_file where contest_id = $1 returning file_id)
     select file_id::text as id from enclosed
     union select regulations_file_id::text from contest where id = $1 and regulations_file_id is not null`,
    [contestId],
  );
  for (const table of ['post', 'search', 'notice', 'juror', 'criterion', 'nomination'])
    await sql.query(`delete from contest_${table} where contest_id = $1`, [contestId]);
  await sql.query('update contest set copied_from = null where copied_from = $1', [contestId]);
  await sql.query('delete from contest where id = $1', [contestId]);
  for (const { id } of files) await dropUnused(sql, id);
}

function juryOf(sql: Sql) {
  return {
    async putJuror(contestId: string, { personId, isChair, nominationIds }: JurorDraft, at: Date) {
      await sql.query(
        `insert into contest_juror (contest_id, person_id, is_chair, nomination_ids, added_at)
         values ($1, $2, $3, $4::bigint[], $5)
         on conflict (contest_id, person_id) do update
           set is_chair = $3, nomination_ids = $4::bigint[], removed_at = null`,
        [contestId, personId, isChair, nominationIds, at],
      );
    },
    /** `false` where they were none of the jury. */
    async removeJuror(contestId: string, personId: string, at: Date): Promise<boolean> {
      const removed = await sql.query(
        `update contest_juror set removed_at = $3 where contest_id = $1 and person_id = $2 and removed_at is null
         returning id`,
        [contestId, personId, at],
      );
      return removed.length > 0;
    },
    /** Whether they are of the jury of any contest that is not over. */
    async isJuror(personId: string): Promise<boolean> {
      const rows = await sql.query(
        `select from contest_juror j join contest c on c.id = j.contest_id
         where j.person_id = $1 and j.removed_at is null and c.state in ('draft', 'announced', 'checked') limit 1`,
        [personId],
      );
      return rows.length > 0;
    },
  };
}
