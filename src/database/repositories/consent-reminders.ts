import type { Day } from '../../domain/calendar/day.ts';
import type { ConsentGiver, ConsentKind } from '../../domain/consents/consent.ts';
import type { DueConsent, WantedConsent } from '../../domain/reminders/consent-reminders.ts';
import type { ReminderBook } from '../../domain/reminders/reminder-book.ts';
import type { Sql } from '../sql.ts';

type ConsentReminders = Pick<ReminderBook, 'consentTextsInUse' | 'consentsWanted' | 'planConsents'>;

/** Bound to one transaction. */
export function consentRemindersOf(sql: Sql): ConsentReminders {
  return {
    consentTextsInUse: (programmeId, today) =>
      sql.query<{ kind: ConsentKind; giver: ConsentGiver }>(textsInUse, [programmeId, today]),

    consentsWanted: (programmeId, today) => sql.query<WantedConsent>(toPlan, [programmeId, today]),

    async planConsents(rows) {
      if (rows.length === 0) return 0;
      const planned = await sql.query(
        `insert into reminder (consent_text_id, person_id, rule_key, due_on)
         select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::date[])
         on conflict (consent_text_id, person_id, rule_key) do nothing returning id`,
        [
          rows.map((row) => row.textId),
          rows.map((row) => row.personId),
          rows.map((row) => row.ruleKey),
          rows.map((row) => row.dueOn),
        ],
      );
      return planned.length;
    },
  };
}

/** The due rows of these people about consents, with what is known of each consent today. */
export async function dueConsents(
  sql: Sql,
  personIds: readonly string[],
  today: Day,
): Promise<(DueConsent & { personId: string })[]> {
  const [programme] = await sql.query<{ id: string }>(
    `select p.programme_id as id from reminder r join person p on p.id = r.person_id
     where r.person_id = any($1::bigint[]) and r.state = 'planned' and r.due_on <= $2
       and r.consent_text_id is not null limit 1`,
    [personIds, today],
  );
  return programme === undefined ? [] : sql.query(due, [programme.id, today, personIds]);
}

/** As `isRepresented`. */
const isMinor = `coalesce(extract(year from $2::date) - p.birth_year <= 18,
  exists (select from application a where a.person_id = p.id and a.form = 'pupil'
    and a.state not in ('left', 'declined')))`;

const needed = `('personal-data', 'participation')`;

/**
 * $1 programme, $2 today. `subject`: people of the programme, whether they are mentor or mentee and whether they are in
 * it at all. `answer`: what each has said to each kind, where their word counts. `wanted`: see `ReminderBook.consentsWanted`.
 */
const relations = `
  with live as (
    select p.id, ${isMinor} as minor,
      exists (select from application a where a.person_id = p.id and a.role in ('mentor', 'mentee')
        and a.state in ('confirmed', 'active', 'on-leave'))
      or exists (select from appointment a where a.person_id = p.id and a.role in ('mentor', 'mentee')
        and a.ended_at is null) as mentoring,
      exists (select from application a where a.person_id = p.id and a.state = 'applied')
      or exists (select from appointment a where a.person_id = p.id and a.ended_at is null) as around
    from person p where p.programme_id = $1 and p.erased_at is null and not exists (
      select from data_request q where q.person_id = p.id and q.kind = 'erase' and q.state in ('open', 'farewell'))
  ), subject as (
    select l.id, l.minor, l.mentoring, l.mentoring or l.around or exists (
      select from representation e join live u on u.id = e.pupil_id
      where e.representative_id = l.id and (u.mentoring or u.around)) as involved
    from live l
  ), newest as (
    select distinct on (kind, giver) id, kind, giver, title from consent_text
    where programme_id = $1 order by kind, giver, version desc
  ), answer as (
    select c.person_id, t.kind, bool_or(c.withdrawn_at is null) as given,
      bool_or(c.withdrawn_at is null and c.text_id in (select id from newest)) as good
    from consent c join consent_text t on t.id = c.text_id join live l on l.id = c.person_id
    where t.programme_id = $1 and (t.giver = 'representative' or not l.minor) group by 1, 2
  ), wanted as (
    select n.id as text_id, s.id as subject_id, recipient.id as person_id, coalesce(a.given, false) as outdated
    from subject s
    join newest n on n.giver = case when s.minor then 'representative' else 'self' end
    left join answer a on a.person_id = s.id and a.kind = n.kind
    cross join lateral (
      select s.id where not s.minor
      union all
      select e.representative_id from representation e join live r on r.id = e.representative_id
      where s.minor and e.pupil_id = s.id
    ) recipient
    where case when a.kind is null then s.mentoring and n.kind in ${needed}
      else a.given and not a.good and s.involved end
  )`;

const textsInUse = `${relations}
  select k.kind, case when s.minor then 'representative' else 'self' end as giver
  from subject s cross join (values ('personal-data'), ('participation')) k (kind) where s.mentoring
  union
  select t.kind, t.giver from consent c join consent_text t on t.id = c.text_id
  where t.programme_id = $1 and c.withdrawn_at is null
  order by 1, 2`;

/** Whose consent a row is about: the reader's own, unless its key ends with somebody else. See `consentKey`. */
const subjectOf = `coalesce(nullif(split_part(r.rule_key, ':', 3), '')::bigint, r.person_id)`;

const toPlan = `${relations}
  select w.text_id as "textId", w.person_id as "personId", w.subject_id as "subjectId",
    coalesce(jsonb_agg(jsonb_build_object('ruleKey', r.rule_key, 'dueOn', r.due_on))
      filter (where r.id is not null), '[]') as known
  from wanted w
  join person p on p.id = w.person_id
  left join reminder r on r.consent_text_id = w.text_id and r.person_id = w.person_id
    and ${subjectOf} = w.subject_id
  where exists (select from chat_account c where c.person_id = w.person_id)
    and (p.paused_until is null or p.paused_until < $2)
  group by w.text_id, w.person_id, w.subject_id
  order by w.person_id, w.text_id, w.subject_id`;

const due = `${relations}
  select r.id, r.person_id as "personId", r.rule_key as "ruleKey", r.due_on as "dueOn", null as "taskId",
    t.id as "textId", t.kind, t.title, ${subjectOf}::text as "subjectId", n.id is not null as newest,
    w.text_id is not null as wanted, coalesce(w.outdated, false) as outdated,
    coalesce(a.good or not a.given, false) as answered,
    case when u.id <> r.person_id then jsonb_build_object(
      'surname', u.surname, 'name', u.name, 'patronymic', u.patronymic) end as pupil
  from reminder r
  join consent_text t on t.id = r.consent_text_id
  left join newest n on n.id = t.id
  left join person u on u.id = ${subjectOf}
  left join answer a on a.person_id = u.id and a.kind = t.kind
  left join wanted w on w.text_id = t.id and w.subject_id = u.id and w.person_id = r.person_id
  where r.person_id = any($3::bigint[]) and r.state = 'planned' and r.due_on <= $2
  order by r.id`;
