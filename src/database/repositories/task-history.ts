import type {
  Completion,
  DonePage,
  DoneTask,
  TaskEvent,
  TaskHistory,
} from '../../domain/tasks/task-history.ts';
import type { Sql } from '../sql.ts';
import { taskTitle } from './task-state-sql.ts';

export const fullNameOf = (id: string) =>
  `(select concat_ws(' ', p.surname, p.name, nullif(p.patronymic, '')) from person p where p.id = ${id})`;

/** What was handed in with the completion in `n`. */
export const resultsOf = (n: string) => `
  coalesce((select jsonb_agg(case r.kind
      when 'text' then jsonb_build_object('kind', 'text', 'text', r.text)
      when 'link' then jsonb_build_object('kind', 'link', 'url', r.text)
      else jsonb_build_object('kind', 'file', 'fileId', f.id::text, 'name', f.name, 'state', f.state) end order by r.id)
    from task_result r left join stored_file f on f.id = r.file_id where r.completion_id = ${n}.id), '[]')`;

const results = `${resultsOf('n')} as results`;

const place = `
  join organization o on o.id = t.organization_id
  join programme pr on pr.id = o.programme_id`;

export async function historyOf(sql: Sql, taskId: string): Promise<TaskHistory> {
  const completions = await sql.query<Completion>(
    `select n.id, (n.at at time zone pr.time_zone)::date::text as "on", ${fullNameOf('n.person_id')} as person, ${results}
     from task_completion n join task t on t.id = n.task_id ${place}
     where n.task_id = $1 order by n.id desc`,
    [taskId],
  );
  const events = await sql.query<TaskEvent>(
    `select e.kind, (e.at at time zone pr.time_zone)::date::text as "on", ${fullNameOf('e.person_id')} as person, e.facts
     from task_event e join task t on t.id = e.task_id ${place}
     where e.task_id = $1 order by e.id`,
    [taskId],
  );
  return { completions, events };
}

export async function donePage(sql: Sql, programmeId: string, page: number, size: number): Promise<DonePage> {
  const [row] = await sql.query<{ total: number }>(
    `select count(*)::int as total from task_completion n join task t on t.id = n.task_id
     join organization o on o.id = t.organization_id where o.programme_id = $1`,
    [programmeId],
  );
  const total = row?.total ?? 0;
  const shown = Math.max(0, Math.min(page, Math.ceil(total / size) - 1));
  const tasks = await sql.query<DoneTask>(
    `select n.id, (n.at at time zone pr.time_zone)::date::text as "on", ${fullNameOf('n.person_id')} as person, ${results},
       t.id as "taskId", i.code as "itemCode", ${taskTitle} as "itemTitle", o.short_name as "organizationName"
     from task_completion n join task t on t.id = n.task_id ${place}
     join occurrence c on c.id = t.occurrence_id join roadmap_item i on i.id = c.item_id
     where pr.id = $1 order by n.at desc, n.id desc limit $2 offset $3`,
    [programmeId, size, shown * size],
  );
  return { total, page: shown, tasks };
}
