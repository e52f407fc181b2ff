import type { Contest } from '../../domain/contests/contest.ts';
import type { ContestBook } from '../../domain/contests/contest-book.ts';
import { readTerms } from '../../domain/contests/terms.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

export function createContestBook(sql: Sql): ContestBook {
  return {
    find: (programmeId, contestId) => readContest(sql, programmeId, contestId),
    async lock(programmeId, contestId) {
      await sql.query('select from contest where id = $1 and programme_id = $2 for no key update', [
        readId(contestId),
        programmeId,
      ]);
      return readContest(sql, programmeId, contestId);
    },
    async hold(programmeId, contestId) {
      await sql.query('select from contest where id = $1 and programme_id = $2 for share', [
        readId(contestId),
        programmeId,
      ]);
      return readContest(sql, programmeId, contestId);
    },
    running: (programmeId) =>
      readContests(sql, `where c.programme_id = $1 and c.state = 'announced' order by c.closes_at, c.id`, [
        programmeId,
      ]),
    async isScored(contestId) {
      const [row] = await sql.query(
        `select from contest_score s join contest_sheet h on h.id = s.sheet_id
         join contest_juror j on j.id = h.juror_id where j.contest_id = $1 limit 1`,
        [contestId],
      );
      return row !== undefined;
    },
  };
}

/** `null` for one of another programme. */
export async function readContest(sql: Sql, programmeId: string, contestId: string): Promise<Contest | null> {
  const [contest] = await readContests(sql, 'where c.id = $1 and c.programme_id = $2', [
    readId(contestId),
    programmeId,
  ]);
  return contest ?? null;
}

type Row = Omit<Contest, 'terms' | 'nominations' | 'jurors'> & {
  terms: unknown;
  nominations: (Omit<Contest['nominations'][number], 'archivedAt'> & { archivedAt: string | null })[];
  jurors: (Omit<Contest['jurors'][number], 'removedAt'> & { removedAt: string | null })[];
};

/** In one statement: what `tail` says of `contest c`, each with its lists. */
export async function readContests(sql: Sql, tail: string, params: readonly unknown[]): Promise<Contest[]> {
  const rows = await sql.query<Row>(`select ${columns} from contest c ${tail}`, params);
  return rows.map((row) => ({
    ...row,
    terms: readTerms(row.terms),
    nominations: row.nominations.map((each) => ({ ...each, archivedAt: dateOf(each.archivedAt) })),
    jurors: row.jurors.map((each) => ({ ...each, removedAt: dateOf(each.removedAt) })),
  }));
}

const listOf = (table: string, fields: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${fields}) order by n.position, n.id)
     from ${table} n where n.contest_id = c.id), '[]')`;

const columns = `c.id::text, c.programme_id::text as "programmeId", c.item_id::text as "itemId", c.kind, c.title,
  c.summary, c.state, c.opens_at as "opensAt", c.closes_at as "closesAt", c.judging_until as "judgingUntil",
  c.results_on::text as "resultsOn", c.starts_at as "startsAt", c.ends_at as "endsAt", c.terms, c.announcement,
  c.regulations_file_id::text as "regulationsFileId", c.protocol_file_id::text as "protocolFileId",
  c.template_key as "templateKey", c.copied_from::text as "copiedFrom", c.created_at as "createdAt",
  c.announced_at as "announcedAt", c.frozen_at as "frozenAt", c.checked_at as "checkedAt",
  c.published_at as "publishedAt", c.archived_at as "archivedAt", c.cancelled_at as "cancelledAt",
  ${listOf(
    'contest_nomination',
    `'id', n.id::text, 'position', n.position, 'title', n.title, 'description', n.description,
     'hashtags', n.hashtags, 'archivedAt', n.archived_at`,
  )} as nominations,
  ${listOf(
    'contest_criterion',
    `'id', n.id::text, 'position', n.position, 'title', n.title, 'hint', n.hint, 'weight', n.weight, 'scale', n.scale`,
  )} as criteria,
  coalesce((select jsonb_agg(jsonb_build_object('id', j.id::text, 'personId', j.person_id::text,
      'isChair', j.is_chair, 'nominationIds',
      (select jsonb_agg(n::text) from unnest(j.nomination_ids) n), 'removedAt', j.removed_at)
      order by j.is_chair desc, j.id)
    from contest_juror j where j.contest_id = c.id), '[]') as jurors`;

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}
