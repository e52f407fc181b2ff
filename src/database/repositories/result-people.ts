import type { Award } from '../../domain/contests/result-rules.ts';
import type { Sql } from '../sql.ts';
import { mayPublish } from './publishable.ts';

/** Live works with a result, `e`, and whoever stands behind them now, `m`. */
const behind = `contest_result r join contest_entry e on e.id = r.entry_id and e.state = 'accepted'
  join contest_member m on m.entry_id = e.id and m.left_at is null`;

/** Everybody who has yet to hear of the results: whom no notice of this occasion names. */
export async function peopleToTell(sql: Sql, contestId: string, occasion: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct m.person_id::text as id, m.person_id from ${behind} join person p on p.id = m.person_id
     where r.contest_id = $1 and p.erased_at is null and not exists (select from contest_notice n
       where n.contest_id = $1 and n.person_id = m.person_id and n.occasion = $2) order by m.person_id`,
    [contestId, occasion],
  );
  return rows.map(({ id }) => id);
}

export type OwnResult = {
  entryId: string;
  title: string;
  /** Of events. */
  team: string | null;
  nomination: string;
  place: number | null;
  award: Award;
  /** What the jury wrote, without who. */
  comments: string[];
};

/** Somebody's results in a contest, once they are published; none before. */
export function resultsOf(sql: Sql, contestId: string, personId: string): Promise<OwnResult[]> {
  return sql.query<OwnResult>(
    `select e.id::text as "entryId", e.title, e.team_name as team, coalesce(n.title, '') as nomination, r.place, r.award,
       array(select s.comment from contest_sheet s join contest_juror j on j.id = s.juror_id
         where s.entry_id = e.id and j.removed_at is null and s.finished_at is not null and s.comment <> ''
           and r.facts->'sheets' @> jsonb_build_array(jsonb_build_object('jurorId', j.id::text))
         order by s.id) as comments
     from ${behind} join contest c on c.id = r.contest_id
     left join contest_nomination n on n.id = e.nomination_id
     where r.contest_id = $1 and m.person_id = $2 and c.state in ('published', 'archived')
     order by r.place nulls last, e.id`,
    [contestId, personId],
  );
}

export type AwardedWork = {
  entryId: string;
  nominationId: string;
  place: number;
  award: Award;
  /** Of those who let us say so on the community's wall. */
  names: string[];
  /** How many are behind it. */
  people: number;
};

/** Winners and laureates as the wall may show them. */
export function awardedWorks(sql: Sql, contestId: string): Promise<AwardedWork[]> {
  return sql.query<AwardedWork>(
    `select e.id::text as "entryId", coalesce(e.nomination_id::text, '') as "nominationId", r.place, r.award,
       array_remove(array_agg(case when ${namedIn('vk')} then
         concat_ws(' ', nullif(p.surname, ''), nullif(p.name, '')) end order by m.role, m.id), null) as names,
       count(*)::int as people
     from ${behind} join person p on p.id = m.person_id
     where r.contest_id = $1 and r.award in ('winner', 'laureate') and r.place is not null
     group by e.id, r.place, r.award order by r.place, e.id`,
    [contestId],
  );
}

const namedIn = (where: 'vk' | 'office-site') =>
  `(${mayPublish('m.person_id', 'names', where)} and ${mayPublish('m.person_id', 'awards', where)})`;

export type Publicity = {
  works: number;
  people: number;
  reachable: number;
  namedOnSite: number;
  namedInVk: number;
};

export async function publicityOf(sql: Sql, contestId: string): Promise<Publicity> {
  const [row] = await sql.query<Publicity>(
    `select count(distinct e.id)::int as works, count(distinct m.person_id)::int as people,
       count(distinct m.person_id) filter (where exists (select from chat_account a
         where a.person_id = m.person_id and a.closed_at is null))::int as reachable,
       count(distinct m.person_id) filter (where ${namedIn('office-site')})::int as "namedOnSite",
       count(distinct m.person_id) filter (where ${namedIn('vk')})::int as "namedInVk"
     from ${behind} where r.contest_id = $1`,
    [contestId],
  );
  return row ?? { works: 0, people: 0, reachable: 0, namedOnSite: 0, namedInVk: 0 };
}
