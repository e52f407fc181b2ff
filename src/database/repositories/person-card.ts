import type { PersonCard, PersonFacts } from '../../domain/people/person-card.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { belongsTo, createParams, inReach, lackingKindsOf, within } from './people-conditions.ts';
import { handedBack } from './task-cards.ts';
import { taskTitle } from './task-state-sql.ts';

const names = (person: string) =>
  `'surname', ${person}.surname, 'name', ${person}.name, 'patronymic', ${person}.patronymic`;

/** One statement. `Refusal('person-unknown')` for whoever is not within reach. `contacts`: whether phones are shown. */
export async function personCard(
  sql: Sql,
  reach: Reach,
  personId: string,
  { at, contacts }: { at: Date; contacts: boolean },
): Promise<PersonCard> {
  const params = createParams();
  const shown = (column: string) => inReach(reach, column, params);
  // A colleague's child in another school is nobody's business here; whom to call about one's own pupil is.
  const shownPupil =
    reach.organizationIds === null ? 'true' : belongsTo('p.id', params.put(reach.organizationIds));
  const text = `select person.id::text, person.paused_until::text as "pausedUntil", person.created_at as "createdAt",
      jsonb_build_object(${names('person')}, 'birthYear', person.birth_year,
        'phone', case when ${params.put(contacts)}::boolean then person.phone end) as facts,
      ${appointments(shown)} as appointments,
      ${applications(shown)} as applications,
      ${consents} as consents,
      array(${lackingKindsOf(params, at)}) as lacks,
      ${channels} as channels,
      ${tasks(shown)} as tasks,
      ${requests} as requests,
      ${relatives('pupil_id', 'representative_id', 'true')} as representatives,
      ${relatives('representative_id', 'pupil_id', shownPupil)} as pupils
    from person where person.id = ${params.put(readId(personId))} and ${within(reach, params)}`;
  const [row] = await sql.query<PersonCard>(text, params.values);
  if (row === undefined) throw new Refusal('person-unknown', { id: personId });
  return { ...withDates(row), facts: inOrder(row.facts) };
}

/** A version is told of the text of all this, so its order counts. */
function inOrder({ surname, name, patronymic, birthYear, phone }: PersonFacts): PersonFacts {
  return { surname, name, patronymic, birthYear, phone };
}

type Shown = (column: string) => string;

const listOf = (row: string, from: string) =>
  `coalesce((select jsonb_agg(to_jsonb(each)) from (select ${row} ${from}) each), '[]')`;

const appointments = (shown: Shown) =>
  listOf(
    `a.role, a.organization_id::text as "organizationId", o.short_name as "organizationName", a.since,
       a.ended_at as "endedAt"`,
    `from appointment a join organization o on o.id = a.organization_id
     where a.person_id = person.id and ${shown('a.organization_id')} order by a.ended_at desc nulls first, a.id`,
  );

const applications = (shown: Shown) =>
  listOf(
    `a.id::text, a.form, a.role, a.organization_id::text as "organizationId", o.short_name as "organizationName", a.state,
       a.applied_at as "appliedAt", a.decided_at as "decidedAt",
       case when d.id is not null then jsonb_build_object(${names('d')}) end as "decidedBy"`,
    `from application a join organization o on o.id = a.organization_id left join person d on d.id = a.decided_by
     where a.person_id = person.id and a.state <> 'draft' and ${shown('a.organization_id')} order by a.id desc`,
  );

const consents = listOf(
  `c.id::text, t.kind, t.giver, t.version, c.way, c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt",
     c.scan_file_id is not null as "hasScan", jsonb_build_object('id', g.id::text, ${names('g')}) as "givenBy",
     not exists (select from consent_text n where n.programme_id = t.programme_id and n.kind = t.kind
       and n.giver = t.giver and n.version > t.version) as current`,
  `from consent c join consent_text t on t.id = c.text_id join person g on g.id = c.given_by
   where c.person_id = person.id order by c.withdrawn_at desc nulls first, c.given_at desc, c.id desc`,
);

const channels = listOf(
  `a.platform, f.name as "platformName", a.linked_at as "linkedAt", a.last_seen_at as "lastSeenAt",
     a.closed_at as "closedAt", a.closed_reason as "closedReason"`,
  `from chat_account a join platform f on f.key = a.platform where a.person_id = person.id
   order by a.last_seen_at desc, a.id desc`,
);

const tasks = (shown: Shown) =>
  listOf(
    `t.id::text, i.code as "itemCode", ${taskTitle} as "itemTitle", o.short_name as "organizationName",
       t.due_on::text as "dueOn"`,
    `from task t join occurrence c on c.id = t.occurrence_id join roadmap_item i on i.id = c.item_id
     join organization o on o.id = t.organization_id
     where t.done_at is null and t.waived_at is null and t.withdrawn_at is null and ${shown('t.organization_id')}
       and exists (select from appointment a where a.person_id = person.id and a.ended_at is null
         and a.organization_id = t.organization_id and a.role = any(t.roles))
       and not ${handedBack('t.id', 'person.id')}
     order by t.due_on nulls last, i.position, t.id limit 100`,
  );

const requests = listOf(
  `r.id::text, r.kind, r.state, r.due_on::text as "dueOn", r.created_at as "createdAt"`,
  'from data_request r where r.person_id = person.id order by r.id desc',
);

const relatives = (own: string, other: string, shown: string) =>
  listOf(
    'p.id::text, p.surname, p.name, p.patronymic, e.relation',
    `from representation e join person p on p.id = e.${other}
     where e.${own} = person.id and p.surname <> '' and p.erased_at is null and ${shown} order by e.id`,
  );

/** An instant inside of JSON comes as text. */
function withDates(row: PersonCard): PersonCard {
  const date = <Known extends Date | null>(value: Known) =>
    (value === null ? null : new Date(value)) as Known;
  return {
    ...row,
    appointments: row.appointments.map((each) => ({
      ...each,
      since: date(each.since),
      endedAt: date(each.endedAt),
    })),
    applications: row.applications.map((each) => ({
      ...each,
      appliedAt: date(each.appliedAt),
      decidedAt: date(each.decidedAt),
    })),
    consents: row.consents.map((each) => ({
      ...each,
      givenAt: date(each.givenAt),
      withdrawnAt: date(each.withdrawnAt),
    })),
    channels: row.channels.map((each) => ({
      ...each,
      linkedAt: date(each.linkedAt),
      lastSeenAt: date(each.lastSeenAt),
      closedAt: date(each.closedAt),
    })),
    requests: row.requests.map((each) => ({ ...each, createdAt: date(each.createdAt) })),
  };
}

/** What may be corrected of somebody within reach, locked. `Refusal('person-unknown')`. */
export async function lockFacts(
  sql: Sql,
  reach: Reach,
  personId: string,
  contacts: boolean,
): Promise<PersonFacts> {
  const params = createParams();
  const [facts] = await sql.query<PersonFacts>(
    `select person.surname, person.name, person.patronymic, person.birth_year as "birthYear",
       case when ${params.put(contacts)}::boolean then person.phone end as phone
     from person where person.id = ${params.put(readId(personId))} and ${within(reach, params)} for no key update`,
    params.values,
  );
  if (facts === undefined) throw new Refusal('person-unknown', { id: personId });
  return inOrder(facts);
}

export async function isWithin(sql: Sql, reach: Reach, personId: string): Promise<boolean> {
  const params = createParams();
  const found = await sql.query(
    `select from person where person.id = ${params.put(readId(personId))} and ${within(reach, params)}`,
    params.values,
  );
  return found.length > 0;
}

export async function writeFacts(
  sql: Sql,
  personId: string,
  { surname, name, patronymic, phone, birthYear }: PersonFacts,
  contacts: boolean,
): Promise<void> {
  await sql.query(
    `update person set surname = $2, name = $3, patronymic = $4, birth_year = $5,
       phone = case when $7::boolean then $6 else phone end where id = $1`,
    [personId, surname, name, patronymic, birthYear, phone, contacts],
  );
}
