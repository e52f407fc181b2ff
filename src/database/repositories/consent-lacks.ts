import type { ConsentGiver, ConsentKind } from '../../domain/consents/consent.ts';
import type { ConsentLack } from '../../domain/consents/consent-book.ts';
import { lackingKinds } from '../../domain/consents/lacking-kinds.ts';
import type { AppliedRole } from '../../domain/registration/application.ts';
import type { Sql } from '../sql.ts';
import { isId } from './consent-texts.ts';

type Participant = Omit<ConsentLack, 'kinds'> & {
  minor: boolean;
  roles: AppliedRole[];
  given: { kind: ConsentKind; giver: ConsentGiver; current: boolean }[];
};

export async function lackingFor(sql: Sql, staffId: string, at: Date | undefined): Promise<ConsentLack[]> {
  if (!isId(staffId)) return [];
  const [staff] = await sql.query<{ programmeId: string; all: boolean; organizationIds: string[] }>(
    `select p.programme_id as "programmeId", coalesce(bool_or(a.role in ('coordinator', 'administrator')), false) as all,
       coalesce(array_agg(a.organization_id::text) filter (where a.role = 'curator'), '{}') as "organizationIds"
     from person p left join appointment a on a.person_id = p.id and a.ended_at is null
     where p.id = $1 group by p.id`,
    [staffId],
  );
  if (staff === undefined) return [];
  return lackingIn(sql, staff.programmeId, staff.all ? null : staff.organizationIds, at);
}

/** `organizationIds`: `null` for all. */
export async function lackingIn(
  sql: Sql,
  programmeId: string,
  organizationIds: readonly string[] | null,
  at: Date | undefined,
): Promise<ConsentLack[]> {
  if (organizationIds?.length === 0) return [];
  const people = await sql.query<Participant>(participants, [programmeId, organizationIds, at ?? null]);
  return people.flatMap(({ minor, roles, given, ...names }) => {
    const kinds = lackingKinds(roles, minor, given);
    return kinds.length === 0 ? [] : [{ ...names, kinds }];
  });
}

/** As `isRepresented`: the year of birth, where it is known, counts whatever form was filled in and whether they left. */
export const isMinorAt = (person: string, instant: string) => `coalesce(
  (select extract(year from ${instant} at time zone g.time_zone) from programme g where g.id = ${person}.programme_id)
    - ${person}.birth_year <= 18,
  exists (select from application u
    where u.person_id = ${person}.id and u.form = 'pupil' and u.state not in ('left', 'declined')))`;

const participants = `
  with part as (
    select person_id, role, organization_id from application
    where state in ('confirmed', 'active', 'on-leave')
    union
    select person_id, role, organization_id from appointment where ended_at is null and role in ('mentor', 'mentee')
  )
  select p.id::text as "personId", p.surname, p.name, p.patronymic, min(o.short_name) as "organizationName",
    ${isMinorAt('p', 'coalesce($3::timestamptz, now())')} as minor,
    array_agg(distinct part.role) as roles,
    coalesce((select jsonb_agg(distinct jsonb_build_object('kind', t.kind, 'giver', t.giver, 'current',
        not exists (select from consent_text n where n.programme_id = t.programme_id and n.kind = t.kind
          and n.giver = t.giver and n.version > t.version)))
      from consent c join consent_text t on t.id = c.text_id
      where c.person_id = p.id and c.withdrawn_at is null), '[]') as given
  from part join person p on p.id = part.person_id join organization o on o.id = part.organization_id
  where p.programme_id = $1 and p.erased_at is null
    and ($2::bigint[] is null or part.organization_id = any($2::bigint[]))
  group by p.id
  order by min(o.short_name), p.surname, p.name, p.patronymic, p.id`;
