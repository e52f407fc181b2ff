import { Refusal } from '../../domain/refusal.ts';
import { snoozeKey } from '../../domain/reminders/rules.ts';
import { type Appointed, checkCoordinates, mayAnswer } from '../../domain/tasks/may-answer.ts';
import type { TaskCard } from '../../domain/tasks/task.ts';
import type { TaskBook } from '../../domain/tasks/task-book.ts';
import type { Sql } from '../sql.ts';
import { cardsOf, cardWithin } from './task-cards.ts';
import { donePage, historyOf } from './task-history.ts';
import { storeResult } from './task-results.ts';
import { completeTask, lockUnsettled, note, reopenTask, waiveTask } from './task-settling.ts';
import { tasksByOrganization } from './task-summary.ts';

/** Bound to one transaction: a settled task stays locked until it ends. */
export function createTaskBook(sql: Sql): TaskBook {
  const unsettled = (personId: string, taskId: string) =>
    lockUnsettled(sql, taskId, () => visibleCard(sql, personId, taskId));

  return {
    tasksOf: (personId) => cardsOf(sql, personId),
    taskOf: (personId, taskId) => visibleCard(sql, personId, taskId),

    async complete(personId, taskId, at) {
      return completeTask(sql, taskId, () => visibleCard(sql, personId, taskId), { by: personId, at });
    },

    async addResult(personId, completionId, result, at) {
      const [found] = await sql.query<{ taskId: string }>(
        'select task_id as "taskId" from task_completion where id = $1',
        [completionId],
      );
      if (!found || !(await visibleCard(sql, personId, found.taskId))) throw new Refusal('task-unknown');
      await storeResult(sql, { personId, taskId: found.taskId, completionId, at }, result);
    },

    async snooze(personId, taskId, until, at) {
      await unsettled(personId, taskId);
      await sql.query(
        `insert into reminder (task_id, person_id, rule_key, due_on) values ($1, $2, $3, $4)
         on conflict (task_id, person_id, rule_key) do nothing`,
        [taskId, personId, snoozeKey(until), until],
      );
      await note(sql, { taskId, personId, kind: 'snoozed', facts: { until }, at });
    },

    async handBack(personId, taskId, at) {
      await unsettled(personId, taskId);
      await sql.query(
        `insert into task_event (task_id, person_id, kind, at)
         select $1, $2, 'handed-back', $3 where not exists (select from task_event
           where task_id = $1 and person_id = $2 and kind = 'handed-back')`,
        [taskId, personId, at],
      );
      return { coordinatorIds: await otherCoordinators(sql, personId) };
    },

    async summary(personId, today) {
      checkCoordinates(await appointed(sql, personId));
      return tasksByOrganization(sql, personId, today);
    },

    async historyOf(personId, taskId) {
      await controlled(sql, personId, taskId);
      return historyOf(sql, taskId);
    },
    donePage: async (personId, page, size) => donePage(sql, await programmeOf(sql, personId), page, size),
    waive: (personId, taskId, reason, at) =>
      waiveTask(sql, taskId, () => controlled(sql, personId, taskId), { by: personId, reason, at }),
    async reopen(personId, taskId, at) {
      const read = () => controlled(sql, personId, taskId);
      return { responsibleIds: await reopenTask(sql, taskId, read, { by: personId, at }) };
    },
  };
}

function appointed(sql: Sql, personId: string): Promise<Appointed> {
  return sql.query(
    `select role, organization_id as "organizationId" from appointment where person_id = $1 and ended_at is null`,
    [personId],
  );
}

async function visibleCard(sql: Sql, personId: string, taskId: string): Promise<TaskCard | null> {
  const card = await cardWithin(sql, personId, taskId);
  return card && mayAnswer(card, await appointed(sql, personId)) ? card : null;
}

/** Everything but the task itself is a coordinator's to see. */
async function controlled(sql: Sql, personId: string, taskId: string): Promise<TaskCard> {
  checkCoordinates(await appointed(sql, personId));
  const card = await cardWithin(sql, personId, taskId);
  if (card === null) throw new Refusal('task-unknown');
  return card;
}

async function programmeOf(sql: Sql, personId: string): Promise<string> {
  checkCoordinates(await appointed(sql, personId));
  const [person] = await sql.query<{ programmeId: string }>(
    'select programme_id as "programmeId" from person where id = $1',
    [personId],
  );
  if (person === undefined) throw new Error('somebody who is appointed is nobody');
  return person.programmeId;
}

async function otherCoordinators(sql: Sql, personId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `select distinct p.id from person p join appointment a on a.person_id = p.id
     where a.role = 'coordinator' and a.ended_at is null and p.id <> $1
       and p.programme_id = (select programme_id from person where id = $1)
     order by p.id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
