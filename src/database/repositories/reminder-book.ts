import type { PlanningTask } from '../../domain/reminders/plan-reminders.ts';
import type { ReminderRule } from '../../domain/reminders/reminder.ts';
import type { ReminderBook } from '../../domain/reminders/reminder-book.ts';
import { defaultRules } from '../../domain/reminders/rules.ts';
import type { Sql } from '../sql.ts';
import { consentRemindersOf } from './consent-reminders.ts';
import { namesOthersError } from './delivery-settling.ts';
import { claimMail, writtenToNow } from './reminder-mail.ts';
import { cardsById } from './task-cards.ts';

/** Bound to one transaction. */
export function createReminderBook(sql: Sql): ReminderBook {
  return {
    rulesOf: (programmeId) => rulesOf(sql, programmeId),

    async coordinatorIdsOf(programmeId) {
      const rows = await sql.query<{ id: string }>(
        `select distinct p.id from person p join appointment a on a.person_id = p.id
         where p.programme_id = $1 and a.role = 'coordinator' and a.ended_at is null order by p.id`,
        [programmeId],
      );
      return rows.map(({ id }) => id);
    },

    tasksToPlan: ({ programmeId, today, horizon, afterId, size }) =>
      sql.query<PlanningTask>(tasksToPlan, [programmeId, today, horizon, afterId, size]),

    async plan(rows) {
      if (rows.length === 0) return 0;
      const planned = await sql.query(
        `insert into reminder (task_id, person_id, rule_key, due_on)
         select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[])
         on conflict (task_id, person_id, rule_key) do nothing returning id`,
        [
          rows.map((row) => row.taskId),
          rows.map((row) => row.personId),
          rows.map((row) => row.ruleKey),
          rows.map((row) => row.dueOn),
        ],
      );
      return planned.length;
    },

    ...consentRemindersOf(sql),

    async reopenUnsent(programmeId) {
      const reopened = await sql.query(reopenUnsent, [programmeId]);
      return reopened.length;
    },

    async peopleDue({ programmeId, moment, afterId, size }) {
      const rows = await sql.query<{ id: string }>(
        `select p.id from person p join programme pr on pr.id = p.programme_id
         where p.programme_id = $1 and p.id > $3 and exists (
           select from reminder r where r.person_id = p.id and r.state = 'planned' and r.due_on <= $2)
           and ${writtenToNow('$5')}
         order by p.id limit $4`,
        [programmeId, moment.today, afterId, size, moment.at],
      );
      return rows.map(({ id }) => id);
    },

    claim: (personIds, moment) => claimMail(sql, personIds, moment),
    cardsOf: (taskIds) => cardsById(sql, taskIds),

    async settle({ sent, skipped, at }) {
      await sql.query(
        `update reminder r set state = 'sent', delivery_id = s.delivery_id, settled_at = $3
         from unnest($1::bigint[], $2::bigint[]) s (id, delivery_id) where r.id = s.id and r.state = 'planned'`,
        [sent.map((row) => row.id), sent.map((row) => row.deliveryId), at],
      );
      await sql.query(
        `update reminder r set state = 'skipped', reason = s.reason, settled_at = $3
         from unnest($1::bigint[], $2::text[]) s (id, reason) where r.id = s.id and r.state = 'planned'`,
        [skipped.map((row) => row.id), skipped.map((row) => row.reason), at],
      );
    },
  };
}

async function rulesOf(sql: Sql, programmeId: string): Promise<ReminderRule[]> {
  await sql.query(
    `insert into reminder_rule (programme_id, key, anchor, offset_days, repeat_days, audience)
     select $1, d.* from jsonb_to_recordset($2::jsonb)
       as d (key text, anchor text, "offsetDays" int, "repeatDays" int, audience text)
     where not exists (select from reminder_rule where programme_id = $1)
     on conflict (programme_id, key) do nothing`,
    [programmeId, JSON.stringify(defaultRules)],
  );
  return sql.query<ReminderRule>(
    `select key, anchor, offset_days as "offsetDays", repeat_days as "repeatDays", audience
     from reminder_rule where programme_id = $1 and active order by id`,
    [programmeId],
  );
}

const tasksToPlan = `
  select t.id, t.opens_on as "opensOn", t.due_on as "dueOn",
    jsonb_build_object('from', m.period_from, 'to', m.period_to) as period,
    array(select distinct a.person_id::text from appointment a
      where a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null
      order by 1) as "holderIds",
    array(select distinct e.person_id::text from task_event e
      where e.task_id = t.id and e.kind = 'handed-back' and e.person_id is not null
      order by 1) as "handedBackIds",
    coalesce((select jsonb_agg(jsonb_build_object(
        'personId', r.person_id::text, 'ruleKey', r.rule_key, 'dueOn', r.due_on))
      from reminder r where r.task_id = t.id), '[]') as known
  from task t
  join organization o on o.id = t.organization_id
  join occurrence c on c.id = t.occurrence_id
  join roadmap_item i on i.id = c.item_id
  join roadmap m on m.id = i.roadmap_id
  where o.programme_id = $1 and t.id > $4
    and t.done_at is null and t.waived_at is null and t.withdrawn_at is null
    and (t.due_on is null or t.due_on <= $3 or t.opens_on <= $2)
  order by t.id
  limit $5`;

/** Whether the delivery `d` ended without having been sent though its words are still wanted. */
export const endedUnsent = `(d.state = 'expired' or d.state = 'failed' and d.error like '${namesOthersError}:%')`;

// A delivery that moved on to another channel of the person was replaced by that row. The database's own clock: these
// are instants of deliveries.
const reopenUnsent = `
  update reminder r set state = 'planned', delivery_id = null, settled_at = null
  from delivery d, person p
  where ${endedUnsent}
    and d.settled_at > clock_timestamp() - interval '7 days'
    and r.delivery_id = coalesce(d.replaces_id, d.id) and r.state = 'sent'
    and p.id = r.person_id and p.programme_id = $1
  returning r.id`;
