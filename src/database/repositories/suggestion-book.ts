import type { MentorStanding } from '../../domain/pairs/suggest.ts';
import type { MenteeRow, SuggestionBook } from '../../domain/pairs/suggestion-book.ts';
import { takingPart } from '../../domain/registration/application.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { isMinorAt } from './consent-lacks.ts';
import { isNamed } from './person-columns.ts';

/** Whoever takes this part within the reach, by `$1` of the programme and `$2` of organizations. */
const appointed = (role: 'mentor' | 'mentee') => `
  select a.person_id as id, array_agg(distinct a.organization_id::text) as "organizationIds", min(a.id) as first
  from appointment a join person on person.id = a.person_id
  where a.role = '${role}' and a.ended_at is null and person.programme_id = $1 and ${isNamed}
    and ($2::bigint[] is null or a.organization_id = any($2))
  group by a.person_id`;

const isPupil = (person: string) => `exists (select from application u
  where u.person_id = ${person} and u.form = 'pupil' and u.state not in ('left', 'declined'))`;

export function createSuggestionBook(sql: Sql): SuggestionBook {
  return {
    version: (programmeId) => version(sql, programmeId),
    profiles: (programmeId) =>
      sql.query(
        `select distinct on (a.person_id) a.person_id::text as "personId", ${isPupil('a.person_id')} as pupil, a.answers
         from application a join person on person.id = a.person_id
         where person.programme_id = $1 and ${isNamed} and a.role = 'mentor' and a.state = any($2::text[])
         order by a.person_id, a.id desc`,
        [programmeId, takingPart],
      ),
    async labels(programmeId) {
      const rows = await sql.query<{ id: string; name: string }>(
        'select id::text, name from competency where programme_id = $1',
        [programmeId],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    mentee: (menteeId, reach, at) => mentee(sql, menteeId, reach, at),
    standings: (menteeId, reach) => standings(sql, menteeId, reach),
    names: (personIds, { programmeId, organizationIds }) =>
      sql.query(
        `select person.id::text, person.surname, person.name, person.patronymic,
           o.id::text as "organizationId", o.short_name as "organizationName"
         from (${appointed('mentor')}) m join person on person.id = m.id
         join appointment first on first.id = m.first join organization o on o.id = first.organization_id
         where m.id = any($3::bigint[])`,
        [programmeId, organizationIds, personIds],
      ),
  };
}

/**
 * Of the very rows, by where they lie and who wrote them last: whatever changes an application, the list or the synonyms, by
 * whichever way, changes it.
 */
async function version(sql: Sql, programmeId: string): Promise<string> {
  const rowsOf = (table: string) =>
    `select string_agg(r.ctid::text || r.xmin::text, ' ' order by r.ctid) from ${table} r`;
  const [row] = await sql.query<{ version: string }>(
    `select md5(concat_ws('|',
       (${rowsOf('application')} join person p on p.id = r.person_id
         where p.programme_id = $1 and p.erased_at is null and r.role = 'mentor'),
       (${rowsOf('competency')} where r.programme_id = $1),
       (${rowsOf('synonym')} where r.programme_id = $1))) as version`,
    [programmeId],
  );
  return row?.version ?? '';
}

async function mentee(sql: Sql, menteeId: string, reach: Reach, at: Date): Promise<MenteeRow | null> {
  const [row] = await sql.query<MenteeRow>(
    `select m.id::text as "personId", m."organizationIds",
       coalesce(${isMinorAt('p', '$4::timestamptz')} or ${isPupil('m.id')}, false) as pupil, coalesce(said.answers, '{}') as answers
     from (${appointed('mentee')}) m join person p on p.id = m.id
     left join lateral (select a.answers from application a
       where a.person_id = m.id and a.role = 'mentee' and a.state = any($5::text[])
       order by a.id desc limit 1) said on true
     where m.id = $3`,
    [reach.programmeId, reach.organizationIds, readId(menteeId), at, takingPart],
  );
  return row ?? null;
}

function standings(sql: Sql, menteeId: string, reach: Reach): Promise<MentorStanding[]> {
  return sql.query(
    `with apart as (
       select m.mentor_id from pair_mentee m join pair on pair.id = m.pair_id
       where m.mentee_id = $3 and (m.over_at is null or pair.close_reason = 'no-fit'
         or pair.state = 'declined' and pair.close_reason in ('mentor', 'mentee', 'representative')))
     select m.id::text as "personId", m."organizationIds",
       coalesce(held.mentees, 0)::int as load,
       m.id in (select a.person_id from application a where a.role = 'mentor' and a.state = 'on-leave') as "onLeave",
       m.id in (select c.person_id from chat_account c where c.person_id is not null and c.closed_at is null) as reachable,
       m.id in (select mentor_id from apart) as apart
     from (${appointed('mentor')}) m
     left join (select mentor_id, count(*) as mentees from pair_mentee where over_at is null group by mentor_id) held
       on held.mentor_id = m.id`,
    [reach.programmeId, reach.organizationIds, readId(menteeId)],
  );
}
