import type { Day } from '../../domain/calendar/day.ts';
import type { ChatAccount, Platform } from '../../domain/people/channel.ts';
import type { Person } from '../../domain/people/person.ts';
import type { DueReminder } from '../../domain/reminders/merge-reminders.ts';
import type { Moment } from '../../domain/reminders/moment.ts';
import type { DueMail } from '../../domain/reminders/reminder-book.ts';
import type { Sql } from '../sql.ts';
import { dueConsents } from './consent-reminders.ts';
import { handedBack } from './task-cards.ts';

type PersonRow = {
  person: Person;
  preferred: Platform | null;
  pausedUntil: Day | null;
  coordinates: boolean;
  toldToday: boolean;
  askedThisWeek: boolean;
  accounts: ChatAccount[];
};

/**
 * The lock comes first and in a statement of its own: what is read afterwards includes whatever another sweep
 * has sent to these people meanwhile. It leaves room for others to refer to them (`no key`).
 */
export async function claimMail(sql: Sql, personIds: readonly string[], moment: Moment): Promise<DueMail[]> {
  const locked = await sql.query<{ id: string }>(
    `select p.id from person p join programme pr on pr.id = p.programme_id
     where p.id = any($1::bigint[]) and ${writtenToNow('$2')}
     order by p.id for no key update of p skip locked`,
    [personIds, moment.at],
  );
  const ids = locked.map(({ id }) => id);
  const people = await sql.query<PersonRow>(peopleToTell, [
    ids,
    moment.dayBegan,
    moment.dayEnds,
    moment.weekBegan,
  ]);
  const rows = [
    ...(await sql.query<DueReminder & { personId: string }>(dueRows, [ids, moment.today])),
    ...(await dueConsents(sql, ids, moment.today)),
  ];
  return people.map(({ person, preferred, pausedUntil, accounts, ...told }) => ({
    person,
    preferred,
    accounts,
    recipient: {
      ...told,
      paused: pausedUntil !== null && pausedUntil >= moment.today,
      reachable: accounts.length > 0,
    },
    rows: rows.filter((row) => row.personId === person.id),
  }));
}

/** The open channels of the person in `p`. */
export const accountsOfPerson = `
  coalesce((select jsonb_agg(jsonb_build_object('id', c.id::text, 'platform', c.platform,
      'accountId', c.account_id, 'chatId', c.chat_id, 'personId', c.person_id::text, 'closedAt', null)
      order by c.last_seen_at desc, c.id desc)
    from chat_account c where c.person_id = p.id and c.closed_at is null), '[]') as accounts`;

export const personObject = `
  jsonb_build_object('id', p.id::text, 'programmeId', p.programme_id::text, 'surname', p.surname,
    'name', p.name, 'patronymic', p.patronymic) as person`;

/**
 * Whether it is an hour of the person in `p`, of the programme in `pr`: within the hours they chose, unless no working
 * hour is among these. Whoever asked to be erased hears nothing more. `at` is the parameter of the instant.
 */
export function writtenToNow(at: string): string {
  const now = `to_char(${at}::timestamptz at time zone pr.time_zone, 'HH24:MI')`;
  return `(
    greatest(coalesce(p.write_from, pr.work_from), pr.work_from) >= least(coalesce(p.write_to, pr.work_to), pr.work_to)
    or ${now} >= coalesce(p.write_from, '') and ${now} < coalesce(p.write_to, '24:00'))
  and not exists (select from data_request q
    where q.person_id = p.id and q.kind = 'erase' and q.state in ('open', 'farewell'))`;
}

const peopleToTell = `
  select ${personObject}, p.remind_platform as preferred, p.paused_until as "pausedUntil",
    exists (select from appointment a where a.person_id = p.id and a.role = 'coordinator'
      and a.ended_at is null) as coordinates,
    exists (select from reminder r where r.person_id = p.id and r.state = 'sent'
      and r.settled_at >= $2 and r.settled_at < $3) as "toldToday",
    exists (select from reminder r where r.person_id = p.id and r.state = 'sent'
      and r.rule_key like 'appoint:%' and r.settled_at >= $4 and r.settled_at < $3) as "askedThisWeek",
    ${accountsOfPerson}
  from person p where p.id = any($1::bigint[]) order by p.id`;

const dueRows = `
  select r.id, r.task_id as "taskId", r.person_id as "personId", r.rule_key as "ruleKey", r.due_on as "dueOn",
    case when t.withdrawn_at is not null then 'withdrawn'
      when t.waived_at is not null then 'waived'
      when t.done_at is not null then 'done'
      else 'open' end as task, t.due_on is null as standing,
    exists (select from appointment a where a.person_id = r.person_id
      and a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null) as answers,
    not exists (select from appointment a
      where a.organization_id = t.organization_id and a.role = any(t.roles) and a.ended_at is null) as unheld,
    ${handedBack('t.id', 'r.person_id')} as "handedBack",
    (select max(s.due_on) from reminder s where s.task_id = r.task_id and s.person_id = r.person_id
      and s.rule_key like 'snooze:%' and s.state = 'planned' and s.due_on > $2) as "snoozedUntil",
    (select (max(n.at) at time zone pr.time_zone)::date from task_completion n
      where n.task_id = t.id) as "recordedOn"
  from reminder r
  join task t on t.id = r.task_id
  join organization o on o.id = t.organization_id
  join programme pr on pr.id = o.programme_id
  where r.person_id = any($1::bigint[]) and r.state = 'planned' and r.due_on <= $2
  order by r.id`;
