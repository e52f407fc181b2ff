import type { BaseActor, BaseScope } from '../../domain/bases/base-desk.ts';
import { type Base, type BaseEntry, roleOfBase } from '../../domain/bases/city-base.ts';
import type { ConsentKind } from '../../domain/consents/consent.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type RegistrationForm, takingPart } from '../../domain/registration/application.ts';
import { mayBeMinor, neededConsents } from '../../domain/registration/needed-consents.ts';
import type { Sql } from '../sql.ts';
import { isNamed } from './person-columns.ts';

/** `Refusal('may-not-decide')`. */
export async function baseScopeOf(sql: Sql, actor: BaseActor): Promise<BaseScope> {
  if ('programmeId' in actor) return { programmeId: actor.programmeId, organizationIds: null };
  const posts = await sql.query<{ programmeId: string; role: string; organizationId: string }>(
    `select p.programme_id as "programmeId", a.role, a.organization_id as "organizationId"
     from appointment a join person p on p.id = a.person_id
     where a.person_id::text = $1 and a.ended_at is null and a.role in ('coordinator', 'administrator', 'curator')`,
    [actor.staffId],
  );
  const [first] = posts;
  if (first === undefined) throw new Refusal('may-not-decide');
  const isCoordinator = posts.some(({ role }) => role !== 'curator');
  return {
    programmeId: first.programmeId,
    organizationIds: isCoordinator ? null : posts.map(({ organizationId }) => organizationId),
  };
}

type Row = Omit<BaseEntry, 'lacking'> & {
  form: RegistrationForm | null;
  given: ConsentKind[];
  year: number;
};

/** Whoever takes part, by organization and name. */
export async function baseEntries(sql: Sql, base: Base, scope: BaseScope, at: Date): Promise<BaseEntry[]> {
  const role = roleOfBase[base];
  const rows = await sql.query<Row>(
    `select
       jsonb_build_object('surname', person.surname, 'name', person.name, 'patronymic', person.patronymic,
         'phone', person.phone, 'birthYear', person.birth_year) as person,
       o.short_name as "organizationName", a.state, coalesce(a.answers, '{}') as answers, a.form,
       array(select distinct t.kind from consent c join consent_text t on t.id = c.text_id
         where c.person_id = person.id and c.withdrawn_at is null) as given,
       ${pairedWith[role]} as pairs,
       extract(year from $5::timestamptz at time zone g.time_zone)::int as year
     from appointment p
     join person on person.id = p.person_id
     join programme g on g.id = person.programme_id
     join organization o on o.id = p.organization_id
     left join application a on a.person_id = p.person_id and a.role = p.role
       and a.organization_id = p.organization_id and a.state = any($4::text[])
     where p.role = $1 and p.ended_at is null and person.programme_id = $2 and ${isNamed}
       and ($3::bigint[] is null or p.organization_id = any($3))
     order by o.short_name, o.id, person.surname, person.name, person.patronymic, person.id`,
    [role, scope.programmeId, scope.organizationIds, takingPart, at],
  );
  return rows.map(({ form, given, year, ...entry }) => {
    const minor = form === 'pupil' && mayBeMinor(entry.person.birthYear, year);
    const { kinds } = neededConsents(role, minor);
    return { ...entry, lacking: kinds.filter((kind) => !given.includes(kind)) };
  });
}

/** Names of the other side of live pairs, or of the newest one that was at work. */
const pairsOf = (own: string, other: string) => `coalesce((
  select jsonb_agg(each order by each.surname, each.name) from (
    select other.surname, other.name, other.patronymic, p.state, p.from_on::text as "fromOn", p.to_on::text as "toOn",
      p.result
    from pair_mentee m join pair p on p.id = m.pair_id join person other on other.id = m.${other}
    where m.${own} = person.id and (m.over_at is null or p.started_at is not null and p.closed_at is not null
      and m.left_at is null
      and not exists (select from pair_mentee live where live.${own} = person.id and live.over_at is null)
      and p.id = (select max(last.pair_id) from pair_mentee last join pair over on over.id = last.pair_id
        where last.${own} = person.id and over.started_at is not null and over.closed_at is not null))
  ) each), '[]')`;

const pairedWith = { mentor: pairsOf('mentor_id', 'mentee_id'), mentee: pairsOf('mentee_id', 'mentor_id') };
