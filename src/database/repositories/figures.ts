import type { Figures } from '../../domain/figures.ts';
import type { Sql } from '../sql.ts';

/**
 * One statement over partial indexes: what waits is little, however much was done. `at` is the programme's clock, which decides what is late;
 * how long something waits is told by the database's own.
 */
export async function readFigures(sql: Sql, at: Date): Promise<Figures> {
  const [row] = await sql.query<Figures>(figures, [at]);
  if (row === undefined) throw new Error('a select without a from returned no row');
  return row;
}

const age = (instant: string) =>
  `coalesce(extract(epoch from clock_timestamp() - min(${instant})), 0)::float8`;

const figures = `
  select
    (select jsonb_build_object('waiting', count(*), 'oldestSeconds', ${age('received_at')})
     from inbox where handled_at is null) as inbox,
    (select coalesce(jsonb_agg(jsonb_build_object('platform', p.key, 'due', d.due,
         'oldestDueSeconds', d.oldest, 'uncertain', u.uncertain) order by p.key), '[]')
     from platform p
     cross join lateral (select count(*) as due, ${age('not_before')} as oldest from delivery
       where platform = p.key and (state = 'claimed' or state = 'planned' and not_before <= clock_timestamp())) d
     cross join lateral (select count(*) as uncertain from delivery
       where platform = p.key and state = 'uncertain') u) as deliveries,
    (select jsonb_build_object('late', count(*) filter (where t.due_on < today),
         'dueIn14Days', count(*) filter (where t.due_on between today and today + 14), 'open', count(*))
     from task t join organization o on o.id = t.organization_id join programme g on g.id = o.programme_id
     cross join lateral (select ($1::timestamptz at time zone g.time_zone)::date as today) z
     where t.done_at is null and t.waived_at is null and t.withdrawn_at is null and t.due_on is not null) as tasks,
    (select count(*)::int from reminder where state = 'planned') as "remindersWaiting",
    (select count(*)::int from mailing_recipient r join mailing m on m.id = r.mailing_id
     where r.state = 'planned' and m.state = 'sending') as "mailingReadersWaiting",
    (select jsonb_build_object('planned', count(*) filter (where state = 'planned'),
         'running', count(*) filter (where state = 'running'))
     from errand where state in ('planned', 'running')) as errands,
    (select jsonb_build_object('wanted', count(*)) from stored_file where state = 'wanted') as files,
    (select jsonb_build_object('due', count(*) filter (where e.check_due_at <= $1),
         'troubled', count(*) filter (where e.check_trouble is not null),
         'lateSeconds', greatest(0, coalesce(extract(epoch from $1::timestamptz - min(e.check_due_at)), 0))::float8)
     from contest_entry e join contest c on c.id = e.contest_id and c.state = 'announced'
     where e.check_due_at is not null and (e.check_due_at <= $1 or e.check_trouble is not null)
       and e.state in ('checking', 'mending', 'accepted')) as checks,
    (select jsonb_build_object('waiting', count(*) filter (where state in ('planned', 'claimed')),
         'uncertain', count(*) filter (where state = 'uncertain'))
     from contest_post where state in ('planned', 'claimed', 'uncertain')) as "wallPosts"`;
