import type { AuditLine, AuditQuery } from '../domain/audit/audit-desk.ts';
import { addDays, instantOf } from '../domain/calendar/day.ts';
import type { Page } from '../domain/lists/page.ts';
import type { Look } from './desk-work.ts';

/** One query. Names are those of today; what is kept names nobody. */
export async function listAudit({ sql, reach }: Look, query: AuditQuery): Promise<Page<AuditLine>> {
  const [programme] = await sql.query<{ zone: string }>(
    'select time_zone as zone from programme where id = $1',
    [reach.programmeId],
  );
  const zone = programme?.zone ?? 'UTC';
  const day = (value: string | null, shift: number) =>
    value === null ? null : instantOf(addDays(value, shift), '00:00', zone);
  const rows = await sql.query<AuditLine & { total: number }>(
    `select a.id, a.at, a.person_id as "personId", a.programme_id as "programmeId", a.via, a.network, a.action,
       a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.organization_id as "organizationId",
       a.before, a.after, coalesce(concat_ws(' ', nullif(p.surname, ''), nullif(p.name, ''), nullif(p.patronymic, '')), '')
         as "personName",
       o.short_name as "organizationName", count(*) over ()::int as total
     from audit a left join person p on p.id = a.person_id left join organization o on o.id = a.organization_id
     where a.programme_id = $1
       and ($2::bigint is null or a.person_id = $2)
       and ($3::text is null or a.action = $3 or starts_with(a.action, $3 || '.'))
       and ($4::text is null or a.subject_kind = $4) and ($5::text is null or a.subject_id = $5)
       and ($6::bigint is null or a.organization_id = $6)
       and ($7::timestamptz is null or a.at >= $7) and ($8::timestamptz is null or a.at < $8)
     order by a.id ${query.descending ? 'desc' : 'asc'} limit $9 offset $10`,
    [
      reach.programmeId,
      query.personId,
      query.action,
      query.subjectKind,
      query.subjectId,
      query.organizationId,
      day(query.from, 0),
      day(query.to, 1),
      query.size,
      (query.page - 1) * query.size,
    ],
  );
  return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
}
