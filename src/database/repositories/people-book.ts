import type { ChatAccount, Platform } from '../../domain/people/channel.ts';
import type { PeopleBook, Visitor } from '../../domain/people/people-book.ts';
import type { Person } from '../../domain/people/person.ts';
import type { WritingWishes } from '../../domain/people/writing-wishes.ts';
import type { Sql } from '../sql.ts';
import { invite, linksFor, takeInvitation } from './invitation-book.ts';
import { leavePairs } from './pair-leaving.ts';
import { isNamed, personColumns } from './person-columns.ts';
import { programmeColumns } from './programme-book.ts';

const accountColumns = `id, platform, account_id as "accountId", chat_id as "chatId", person_id as "personId",
  closed_at as "closedAt"`;

export function createPeopleBook(sql: Sql): PeopleBook {
  return {
    visitor: (platform, accountId, chatId, at) => visitor(sql, platform, accountId, chatId, at),
    async holder(platform, accountId) {
      const [account] = await sql.query<ChatAccount>(
        `select ${accountColumns} from chat_account where platform = $1 and account_id = $2`,
        [platform, accountId],
      );
      return account === undefined ? null : holder(sql, account);
    },
    async closeChannel(platform, accountId, reason, at) {
      await sql.query(
        `update chat_account set closed_at = $3, closed_reason = $4
         where platform = $1 and account_id = $2 and closed_at is null`,
        [platform, accountId, at, reason],
      );
    },
    async accountsOf(personId) {
      const accounts = await sql.query<ChatAccount>(
        `select ${accountColumns} from chat_account where person_id = $1 order by last_seen_at desc, id desc`,
        [personId],
      );
      const [row] = await sql.query<{ preferred: Platform | null; timeZone: string }>(
        `select p.remind_platform as preferred, g.time_zone as "timeZone"
         from person p join programme g on g.id = p.programme_id where p.id = $1`,
        [personId],
      );
      return { accounts, preferred: row?.preferred ?? null, timeZone: row?.timeZone ?? 'UTC' };
    },
    async preferPlatform(personId, platform) {
      await sql.query('update person set remind_platform = $2 where id = $1', [personId, platform]);
    },
    async writingWishesOf(personId) {
      const [wishes] = await sql.query<WritingWishes>(
        `select write_from as "writeFrom", write_to as "writeTo", paused_until as "pausedUntil"
         from person where id = $1`,
        [personId],
      );
      return wishes ?? { writeFrom: null, writeTo: null, pausedUntil: null };
    },
    wishWriting: (personId, wishes) => wishWriting(sql, personId, wishes),
    platforms: () => sql.query('select key, name from platform order by name'),
    async acceptInvitation(account, secret, at) {
      return personById(sql, await takeInvitation(sql, account, secret, at));
    },
    invite: (personId, at) => invite(sql, personId, at),
    links: (payload) => linksFor(sql, payload),
    appointmentsOf: (personId) =>
      sql.query(
        `select a.person_id::text as "personId", a.role, a.organization_id::text as "organizationId",
           o.short_name as "organizationName"
         from appointment a join organization o on o.id = a.organization_id
         where a.person_id = $1 and a.ended_at is null order by a.id`,
        [personId],
      ),
    endMentoring: (personId, at) => endMentoring(sql, personId, at),
    coordinatorsOf: (programmeId) => coordinators(sql, programmeId),
    curatorsFor: (personId) => curatorsFor(sql, personId),
    async anyCoordinators() {
      const [first] = await sql.query<{ id: string }>('select id from programme order by id limit 1');
      return first === undefined ? [] : coordinators(sql, first.id);
    },
  };
}

async function endMentoring(
  sql: Sql,
  personId: string,
  at: Date,
): Promise<{ organizationId: string; organizationName: string }[]> {
  const ended = await sql.query<{ organizationId: string; organizationName: string }>(
    `update appointment a set ended_at = $2 from organization o
     where o.id = a.organization_id and a.person_id = $1 and a.role in ('mentor', 'mentee')
       and a.ended_at is null
     returning o.id::text as "organizationId", o.short_name as "organizationName"`,
    [personId, at],
  );
  await leavePairs(sql, personId, personId, at);
  return ended;
}

async function visitor(
  sql: Sql,
  platform: Platform,
  accountId: string,
  chatId: string,
  at: Date,
): Promise<Visitor> {
  const [account] = await sql.query<ChatAccount>(
    `insert into chat_account (platform, account_id, chat_id, last_seen_at, created_at) values ($1, $2, $3, $4, $4)
     on conflict (platform, account_id) do update
       set chat_id = $3, last_seen_at = $4, closed_at = null, closed_reason = null
     returning ${accountColumns}`,
    [platform, accountId, chatId, at],
  );
  if (account === undefined) throw new Error('an upsert returned no row');
  return holder(sql, account);
}

async function holder(sql: Sql, account: ChatAccount): Promise<Visitor> {
  if (account.personId === null) return { account, person: null, programme: null, appointments: [] };
  return { account, ...(await known(sql, account.personId)) };
}

/** One round trip: this stands before every single answer. */
async function known(sql: Sql, personId: string): Promise<Omit<Visitor, 'account'>> {
  const [row] = await sql.query<Omit<Visitor, 'account'>>(
    `select
       (select to_jsonb(each) from (select ${personColumns}) each) as person,
       (select to_jsonb(each) from (select ${programmeColumns}) each) as programme,
       coalesce((
         select jsonb_agg(jsonb_build_object('personId', a.person_id::text, 'role', a.role,
           'organizationId', a.organization_id::text, 'organizationName', o.short_name) order by a.id)
         from appointment a join organization o on o.id = a.organization_id
         where a.person_id = person.id and a.ended_at is null), '[]') as appointments
     from person join programme on programme.id = person.programme_id where person.id = $1`,
    [personId],
  );
  if (row === undefined) throw new Error('a linked account has no person');
  return row;
}

async function personById(sql: Sql, id: string): Promise<Person> {
  const [person] = await sql.query<Person>(`select ${personColumns} from person where id = $1`, [id]);
  if (person === undefined) throw new Error('a linked account has no person');
  return person;
}

function coordinators(sql: Sql, programmeId: string): Promise<Person[]> {
  return sql.query<Person>(
    `select ${personColumns} from person
     where person.programme_id = $1 and ${isNamed} and exists (select from appointment
       where person_id = person.id and role = 'coordinator' and ended_at is null)
     order by person.id`,
    [programmeId],
  );
}

async function wishWriting(sql: Sql, personId: string, wishes: Partial<WritingWishes>): Promise<void> {
  const given = (name: keyof WritingWishes) => [name in wishes, wishes[name] ?? null];
  await sql.query(
    `update person set write_from = case when $2::bool then $3 else write_from end,
       write_to = case when $4::bool then $5 else write_to end,
       paused_until = case when $6::bool then $7::date else paused_until end
     where id = $1`,
    [personId, ...given('writeFrom'), ...given('writeTo'), ...given('pausedUntil')],
  );
}

function curatorsFor(sql: Sql, personId: string): Promise<(Person & { organizationId: string })[]> {
  return sql.query(
    `select ${personColumns}, a.organization_id::text as "organizationId"
     from appointment a join person on person.id = a.person_id
     where a.role = 'curator' and a.ended_at is null and a.person_id <> $1 and a.organization_id in (
       select organization_id from appointment where person_id = $1 and ended_at is null
       union select organization_id from application
         where person_id = $1 and state not in ('draft', 'left', 'declined'))
     order by a.id`,
    [personId],
  );
}
