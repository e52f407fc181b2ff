import type { DiplomaFilter, DiplomaLine, DiplomaSort } from '../../domain/diplomas/diploma-desk.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { diplomaWithin } from './diploma-book.ts';

const state = `case when d.revoked_at is not null then 'revoked' when d.told_at is not null then 'told' else 'waiting' end`;
const name = `concat_ws(' ', nullif(p.surname, ''), nullif(p.name, ''), nullif(p.patronymic, ''))`;

const sorts: Readonly<Record<DiplomaSort, (way: string) => string>> = {
  number: (way) => `d.year ${way}, d.serial ${way}`,
  name: (way) => `lower(${name}) ${way}, d.id`,
};

/** One query. */
export async function listDiplomas(
  sql: Sql,
  { programmeId, organizationIds }: Reach,
  { page, size, sort, descending, q }: ListQuery<DiplomaSort>,
  filter: DiplomaFilter,
): Promise<Page<DiplomaLine>> {
  const rows = await sql.query<DiplomaLine & { all: string }>(
    `select d.id::text, d.number, d.kind, d.award, d.issued_on::text as "issuedOn", d.person_id::text as "personId",
       ${name} as name, coalesce(d.shown->'facts'->>'organization', '') as organization,
       d.contest_id::text as "contestId", c.title as contest, coalesce(d.shown->'facts'->>'nomination', '') as nomination,
       ${state} as state, d.doubtful, d.told_at as "toldAt", d.revoked_at as "revokedAt", d.reason,
       count(*) over () as all
     from diploma d join contest c on c.id = d.contest_id join person p on p.id = d.person_id
     where ${diplomaWithin} and ($3::bigint is null or d.contest_id = $3) and ($4::text is null or d.kind = $4)
       and ($5::text is null or ${state} = $5)
       and ($6::text is null or position(lower($6) in lower(d.number || ' ' || ${name})) > 0)
     order by ${sorts[sort](descending ? 'desc' : 'asc')} limit $7 offset $8`,
    [programmeId, organizationIds, filter.contestId, filter.kind, filter.state, q, size, (page - 1) * size],
  );
  return { items: rows.map(({ all: _, ...line }) => line), total: Number(rows[0]?.all ?? 0) };
}
