import { toDay } from '../../domain/calendar/day.ts';
import { horizonOf, planReminders } from '../../domain/reminders/plan-reminders.ts';
import { isAppoint } from '../../domain/reminders/rules.ts';
import type { Sql } from '../sql.ts';
import { createReminderBook } from './reminder-book.ts';

/**
 * The reminders of these tasks stay for the record under a key of their own, so that every rule has its turn again and a day may be
 * chosen anew. `reason`: why what was still planned will not be sent.
 */
export async function forgetTurns(
  sql: Sql,
  taskIds: readonly string[],
  reason: 'moved' | 'reopened',
  at: Date,
): Promise<void> {
  if (taskIds.length === 0) return;
  await sql.query(
    `update reminder set rule_key = rule_key || '@' || id,
       state = case state when 'planned' then 'skipped' else state end,
       reason = case state when 'planned' then $2 else reason end,
       settled_at = coalesce(settled_at, $3)
     where task_id = any($1::bigint[]) and rule_key not like '%@%'`,
    [taskIds, reason, at],
  );
}

/**
 * The turns that an unsettled task has had by today count as taken, for those who answer for it now: they have just been told. Whom to appoint
 * is asked all the same.
 */
export async function passTurns(sql: Sql, taskId: string, at: Date): Promise<void> {
  const [programme] = await sql.query<{ id: string; timeZone: string }>(
    `select pr.id, pr.time_zone as "timeZone" from task t
     join organization o on o.id = t.organization_id join programme pr on pr.id = o.programme_id where t.id = $1`,
    [taskId],
  );
  if (programme === undefined) return;
  const reminders = createReminderBook(sql);
  const today = toDay(at, programme.timeZone);
  const rules = await reminders.rulesOf(programme.id);
  const page = await reminders.tasksToPlan({
    programmeId: programme.id,
    today,
    horizon: horizonOf(rules, today),
    afterId: String(BigInt(taskId) - 1n),
    size: 1,
  });
  const coordinatorIds = await reminders.coordinatorIdsOf(programme.id);
  const tasks = page.filter(({ id }) => id === taskId);
  const turns = planReminders({ tasks, rules, coordinatorIds, today });
  await sql.query(
    `insert into reminder (task_id, person_id, rule_key, due_on, state, reason, settled_at)
     select "taskId", "personId", "ruleKey", "dueOn", 'skipped', 'reopened', $2
     from jsonb_to_recordset($1::jsonb) as turn("taskId" bigint, "personId" bigint, "ruleKey" text, "dueOn" date)
     on conflict (task_id, person_id, rule_key) do nothing`,
    [JSON.stringify(turns.filter(({ ruleKey }) => !isAppoint(ruleKey))), at],
  );
}
