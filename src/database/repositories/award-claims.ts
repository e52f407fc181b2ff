import type { AwardClaim } from '../../domain/diplomas/awarding.ts';
import type { PersonToWord } from '../../domain/documents/order-book.ts';
import type { Sql } from '../sql.ts';
import { peopleKnown } from './order-people.ts';

export type RawClaim = AwardClaim & { person: PersonToWord };

/** Who came to an event, by the contest's own rows `e` and `m`. */
const attended = `m.attended_at is not null and e.state not in ('withdrawn', 'rejected')`;

/**
 * Who may get which paper follows from the results, from who came, from mentors who agreed to be named and from the jury;
 * `personIds` are people of this programme whom staff thank besides.
 */
const claims = `
  select case r.award when 'participant' then 'certificates' else 'diplomas' end as "group",
    case r.award when 'participant' then 'certificate' else 'diploma' end as kind, r.award,
    case when r.award <> 'participant' then r.place end as place, m.person_id, e.id as entry_id, e.organization_id,
    coalesce(n.title, '') as nomination, e.title as work, coalesce(e.team_name, '') as team
  from contest_result r join contest_entry e on e.id = r.entry_id and e.state = 'accepted'
  join contest c on c.id = e.contest_id join contest_member m on m.entry_id = e.id and m.left_at is null
  left join contest_nomination n on n.id = e.nomination_id
  where r.contest_id = $1 and r.award is not null and (c.kind <> 'event' or r.award <> 'participant')
  union all
  select 'certificates', 'certificate', 'participant', null, m.person_id, e.id, e.organization_id, '', '',
    coalesce(e.team_name, '')
  from contest_entry e join contest c on c.id = e.contest_id and c.kind = 'event'
  join contest_member m on m.entry_id = e.id
  where e.contest_id = $1 and ${attended} and not exists (select from contest_result r
    where r.entry_id = e.id and r.award in ('winner', 'laureate'))
  union all
  select distinct 'mentors', 'gratitude', null::text, null::int, e.mentor_id, null::bigint, null::bigint, '', '', ''
  from contest_entry e where e.contest_id = $1 and e.state = 'accepted' and e.mentor_answer = 'agreed'
  union all
  select 'jurors', 'gratitude', null, null, j.person_id, null, null, '', '', ''
  from contest_juror j where j.contest_id = $1 and j.removed_at is null
  union all
  select 'people', 'gratitude', null, null, chosen.id, null, null, '', '', ''
  from unnest($2::bigint[]) chosen (id)`;

type Row = Omit<AwardClaim, 'issued'> & {
  organizationId: string | null;
  issuedId: string | null;
  issuedNumber: string | null;
};

export async function awardClaims(
  sql: Sql,
  contest: { id: string; programmeId: string },
  personIds: readonly string[],
): Promise<RawClaim[]> {
  const rows = await sql.query<Row>(
    `select x."group", x.kind, x.award, x.place, x.person_id::text as "personId", x.entry_id::text as "entryId",
       x.nomination, x.work, x.team, o.id::text as "organizationId",
       coalesce(o.name, '') as organization,
       d.id::text as "issuedId", d.number as "issuedNumber"
     from (${claims}) x
     join person p on p.id = x.person_id and p.programme_id = $3 and p.erased_at is null and p.surname <> ''
     left join lateral (select a.organization_id from appointment a
       where a.person_id = p.id and a.ended_at is null
       order by a.organization_id = x.organization_id desc nulls last, a.role = 'mentor' desc, a.id limit 1) own on true
     left join organization o on o.id = coalesce(own.organization_id, x.organization_id)
     left join diploma d on d.contest_id = $1 and d.entry_id is not distinct from x.entry_id
       and d.person_id = x.person_id and d.kind = x.kind and d.revoked_at is null`,
    [contest.id, personIds, contest.programmeId],
  );
  const people = await known(sql, contest.programmeId, rows);
  return rows.flatMap(({ organizationId, issuedId, issuedNumber, ...claim }) => {
    const person = people.get(`${organizationId ?? ''}:${claim.personId}`);
    const issued = issuedId === null ? null : { id: issuedId, number: issuedNumber ?? '' };
    return person === undefined ? [] : [{ ...claim, issued, person }];
  });
}

/** As papers of their own organization word them; a statement for each of those. */
async function known(
  sql: Sql,
  programmeId: string,
  rows: readonly Pick<Row, 'organizationId' | 'personId'>[],
): Promise<Map<string, PersonToWord>> {
  const byOrganization = new Map<string | null, Set<string>>();
  for (const { organizationId, personId } of rows)
    byOrganization.set(organizationId, (byOrganization.get(organizationId) ?? new Set()).add(personId));
  const [any] = await sql.query<{ id: string }>(
    `select id::text from organization where programme_id = $1 order by kind = 'office' desc, id limit 1`,
    [programmeId],
  );
  const people = new Map<string, PersonToWord>();
  for (const [organizationId, ids] of byOrganization) {
    for (const person of await peopleKnown(sql, organizationId ?? any?.id ?? '0', [...ids]))
      people.set(`${organizationId ?? ''}:${person.personId}`, person);
  }
  return people;
}
