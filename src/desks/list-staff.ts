import type { Page } from '../domain/lists/page.ts';
import { roles } from '../domain/people/person.ts';
import { isStaffRole } from '../domain/staff/staff.ts';
import { sessionDays, sessionIdleHours } from '../domain/staff/staff-door.ts';
import type { StaffLine, StaffQuery } from '../domain/staff/staff-list.ts';
import type { Look } from './desk-work.ts';

const orders = {
  surname: (way: string) => `p.surname ${way}, p.name ${way}, p.patronymic ${way}, p.id`,
  seenAt: (way: string) => `"seenAt" ${way} nulls last, p.id`,
} as const;
const hourMs = 3_600_000;

/** One query, whatever the number of people. */
export async function listStaff(
  { sql, reach }: Look,
  query: StaffQuery,
  now: Date,
): Promise<Page<StaffLine>> {
  const { page, size, sort, descending, q, role, organizationId } = query;
  const rows = await sql.query<StaffLine & { total: number }>(
    `select p.id as "personId", p.surname, p.name, p.patronymic, count(*) over ()::int as total,
       (select jsonb_agg(jsonb_build_object('id', a.id::text, 'role', a.role, 'organizationId', o.id::text,
            'organizationName', o.short_name) order by a.id)
          from appointment a join organization o on o.id = a.organization_id
          where a.person_id = p.id and a.ended_at is null and a.role = any($2::text[])) as seats,
       exists (select from chat_account c where c.person_id = p.id) as "hasChat",
       exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as enrolled,
       (select count(*)::int from staff_session s where s.person_id = p.id and s.ended_at is null
          and s.seen_at > $6 and s.created_at > $7) as sessions,
       (select count(*)::int from api_token t where t.person_id = p.id and t.revoked_at is null
          and t.expires_at > $8) as tokens,
       (select max(s.seen_at) from staff_session s where s.person_id = p.id) as "seenAt"
     from person p
     where p.programme_id = $1 and p.erased_at is null
       and exists (select from appointment a where a.person_id = p.id and a.ended_at is null
         and a.role = any($2::text[]) and ($3::text is null or a.role = $3)
         and ($4::bigint is null or a.organization_id = $4))
       and ($5::text is null or lower(concat_ws(' ', p.surname, p.name, p.patronymic)) like '%' || lower($5) || '%')
     order by ${orders[sort](descending ? 'desc' : 'asc')} limit $9 offset $10`,
    [
      reach.programmeId,
      roles.filter(isStaffRole),
      role,
      organizationId,
      q === null ? null : q.replace(/[\\%_]/g, '\\$&'),
      new Date(now.getTime() - sessionIdleHours * hourMs),
      new Date(now.getTime() - sessionDays * 24 * hourMs),
      now,
      size,
      (page - 1) * size,
    ],
  );
  const total = rows[0]?.total ?? 0;
  return { items: rows.map(({ total: _, ...line }) => line), total };
}
