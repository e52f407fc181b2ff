import type { ContestFile } from '../../domain/contests/contest-desk.ts';
import type { Sql } from '../sql.ts';

/** Whom materials are for: of an event those who came, else everybody behind an accepted work. `$1`: the contest. */
const theirs = `from contest c join contest_entry e on e.contest_id = c.id and e.state = 'accepted'
  join contest_member m on m.entry_id = e.id and m.left_at is null join person p on p.id = m.person_id
  where c.id = $1 and p.erased_at is null and c.state in ('announced', 'checked', 'published')
    and (c.kind <> 'event' or m.attended_at is not null)`;

/** Of these files those that are still materials of the contest. */
const still = `select f.file_id, f.position from contest_file f
  where f.contest_id = $1 and f.purpose = 'material' and f.file_id = any($2::bigint[])`;

/** A file is told to a person once: `contest_notice.occasion`. */
const occasion = `'material:' || f.file_id`;

const lacking = `exists (select from (${still}) f where not exists (select from contest_notice n
  where n.contest_id = $1 and n.person_id = m.person_id and n.occasion = ${occasion}))`;

/** Whoever has yet to get one of these files. */
export async function peopleLackingMaterials(
  sql: Sql,
  contestId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct m.person_id::text as id, m.person_id ${theirs} and ${lacking} order by m.person_id`,
    [contestId, fileIds],
  );
  return rows.map(({ id }) => id);
}

/** How many of those whom the files are for have them all. */
export async function countMaterials(
  sql: Sql,
  contestId: string,
  fileIds: readonly string[],
): Promise<{ told: number; unreachable: number }> {
  const [count] = await sql.query<{ told: number; unreachable: number }>(
    `select count(distinct m.person_id) filter (where not ${lacking})::int as told,
       count(distinct m.person_id) filter (where ${lacking})::int as unreachable ${theirs}`,
    [contestId, fileIds],
  );
  return count ?? { told: 0, unreachable: 0 };
}

/** Notes the files that somebody gets just now; those noted before, by whomever, are left out. In their order. */
export async function noteMaterials(
  sql: Sql,
  contestId: string,
  fileIds: readonly string[],
  { personId, at }: { personId: string; at: Date },
): Promise<string[]> {
  const noted = await sql.query<{ occasion: string }>(
    `insert into contest_notice (contest_id, person_id, occasion, at, delivered)
     select $1, $3, ${occasion}, $4, true from (${still}) f
     where exists (select ${theirs} and m.person_id = $3) order by f.file_id
     on conflict do nothing returning occasion`,
    [contestId, fileIds, personId, at],
  );
  const fresh = new Set(noted.map((each) => each.occasion.slice('material:'.length)));
  const ordered = await sql.query<{ id: string }>(
    `select f.file_id::text as id from (${still}) f order by f.position, f.file_id`,
    [contestId, fileIds],
  );
  return ordered.map(({ id }) => id).filter((id) => fresh.has(id));
}

/** Of somebody who can't be written to: the next sending tries again. */
export async function forgetMaterials(
  sql: Sql,
  contestId: string,
  personId: string,
  fileIds: readonly string[],
): Promise<void> {
  await sql.query(
    'delete from contest_notice where contest_id = $1 and person_id = $2 and occasion = any($3)',
    [contestId, personId, fileIds.map((id) => `material:${id}`)],
  );
}

export function materialsOf(sql: Sql, contestId: string): Promise<Pick<ContestFile, 'id'>[]> {
  return sql.query(
    `select file_id::text as id from contest_file where contest_id = $1 and purpose = 'material' order by position`,
    [contestId],
  );
}
