import type { Day } from '../../domain/calendar/day.ts';
import type { OrganizationTasks } from '../../domain/tasks/task.ts';
import type { Sql } from '../sql.ts';
import { handedBack } from './task-cards.ts';
import { taskTitle } from './task-state-sql.ts';

/**
 * The dated tasks of the person's programme by organization, most late ones first. `open` counts those whose window
 * has begun; what is still to come and what the roadmap no longer has is left out.
 */
export function tasksByOrganization(sql: Sql, personId: string, today: Day): Promise<OrganizationTasks[]> {
  return sql.query<OrganizationTasks>(
    `with counted as (
       select t.id, t.organization_id, t.roles, t.due_on, i.code, ${taskTitle} as title, i.position,
         case when t.waived_at is not null then 'waived'
           when t.done_at is not null then 'done'
           when t.due_on < $2 then 'late'
           when t.opens_on > $2 then 'upcoming'
           else 'open' end as state
       from task t
       join occurrence c on c.id = t.occurrence_id
       join roadmap_item i on i.id = c.item_id
       where t.withdrawn_at is null and t.due_on is not null
     )
     select o.id as "organizationId", o.short_name as "organizationName",
       count(*) filter (where k.state = 'done')::int as done,
       count(*) filter (where k.state = 'open')::int as open,
       count(*) filter (where k.state = 'late')::int as late,
       count(*) filter (where k.state = 'waived')::int as waived,
       coalesce(jsonb_agg(jsonb_build_object(
         'taskId', k.id::text, 'itemCode', k.code, 'itemTitle', k.title, 'dueOn', k.due_on, 'people', to_jsonb(array(
           select concat_ws(' ', p.surname, p.name, nullif(p.patronymic, ''))
           from person p
           where p.id in (select a.person_id from appointment a
             where a.organization_id = k.organization_id and a.role = any(k.roles) and a.ended_at is null)
           order by p.surname, p.name, p.id))
       ) order by k.due_on, k.position, k.id) filter (where k.state = 'late'), '[]') as "lateTasks",
       array(
         select concat_ws(' ', p.surname, p.name, nullif(p.patronymic, ''))
         from person p
         where not exists (select from chat_account c where c.person_id = p.id and c.closed_at is null)
           and p.id in (select a.person_id from counted u
             join appointment a on a.organization_id = u.organization_id and a.role = any(u.roles) and a.ended_at is null
             where u.organization_id = o.id and u.state in ('open', 'late') and not ${handedBack('u.id', 'a.person_id')})
         order by p.surname, p.name, p.id
       ) as unreachable
     from counted k join organization o on o.id = k.organization_id
     where k.state <> 'upcoming' and o.programme_id = (select programme_id from person where id = $1)
     group by o.id
     order by late desc, o.short_name, o.id`,
    [personId, today],
  );
}
