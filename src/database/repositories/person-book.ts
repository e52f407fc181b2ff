import type { Platform } from '../../domain/people/channel.ts';
import { officeRoles, type Person, type Role } from '../../domain/people/person.ts';
import type { ListedPerson, PersonBook } from '../../domain/people/person-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isStaffRole, needsSecondFactor } from '../../domain/staff/staff.ts';
import type { Sql } from '../sql.ts';
import { createApiTokenBook } from './api-token-book.ts';
import { withdrawInvitations } from './invitation-book.ts';
import { leavePairs } from './pair-leaving.ts';
import { isNamed, personColumns } from './person-columns.ts';
import { endSessions } from './staff-session-book.ts';

/** Whoever has only begun to apply, and was never appointed, is nobody's business yet. */
const isListed = `${isNamed} and (
  exists (select from appointment where person_id = person.id)
  or exists (select from application where person_id = person.id and state <> 'draft')
  or not exists (select from application where person_id = person.id))`;

export function createPersonBook(sql: Sql): PersonBook {
  return {
    async add({ programmeId, surname, name, patronymic }) {
      const [person] = await sql.query<Person>(
        `insert into person (programme_id, surname, name, patronymic) values ($1, $2, $3, $4)
         returning ${personColumns}`,
        [programmeId, surname, name, patronymic],
      );
      if (person === undefined) throw new Error('an insert returned no row');
      return person;
    },
    list: (programmeId) => list(sql, programmeId),
    async byId(personId) {
      const [person] = await sql.query<Person>(`select ${personColumns} from person where id = $1`, [
        personId,
      ]);
      if (person === undefined) throw new Refusal('person-unknown', { id: personId });
      return person;
    },
    byName: ({ programmeId, surname, name, patronymic }) =>
      sql.query<Person>(
        `select ${personColumns} from person
         where programme_id = $1 and surname = $2 and name = $3 and patronymic = $4 and ${isListed}
         order by id`,
        [programmeId, surname, name, patronymic],
      ),
    appoint: (personId, role, organizationId) => appoint(sql, personId, role, organizationId),
    async dismiss(personId, role, organizationId, at) {
      if (role === 'administrator') await keepOneAdministrator(sql, personId, organizationId);
      const ended = await sql.query(
        `update appointment set ended_at = $4
         where person_id = $1 and role = $2 and organization_id = $3 and ended_at is null returning id`,
        [personId, role, organizationId, at],
      );
      if (ended.length === 0) throw new Refusal('not-appointed');
      await leavePairs(sql, personId, null, at);
      if (!isStaffRole(role)) return;
      await endSessions(sql, personId, at);
      await endPrograms(sql, personId, at);
    },
    unlink: (personId, platform) => unlink(sql, personId, platform),
  };
}

async function appoint(sql: Sql, personId: string, role: Role, organizationId: string): Promise<void> {
  const [organization] = await sql.query<{ kind: string }>('select kind from organization where id = $1', [
    organizationId,
  ]);
  if (officeRoles.includes(role) && organization?.kind !== 'office') throw new Refusal('role-needs-office');
  const held = await sql.query<{ role: Role }>(
    'select role from appointment where person_id = $1 and ended_at is null',
    [personId],
  );
  await sql.query(
    `insert into appointment (person_id, role, organization_id) values ($1, $2, $3)
     on conflict (person_id, organization_id, role) where ended_at is null do nothing`,
    [personId, role, organizationId],
  );
  if (opensMore(held, role)) await withdrawInvitations(sql, personId);
}

/** An invitation given to a mentor by whoever may stand for mentors must not let anybody in as a head or coordinator. */
function opensMore(held: readonly { role: Role }[], role: Role): boolean {
  if (!isStaffRole(role)) return false;
  if (needsSecondFactor([{ role }])) return !needsSecondFactor(held);
  return !held.some((each) => isStaffRole(each.role));
}

/** Whoever is no staff any more leaves no program behind that would come to life with their next appointment. */
async function endPrograms(sql: Sql, personId: string, at: Date): Promise<void> {
  const held = await sql.query<{ role: Role }>(
    'select role from appointment where person_id = $1 and ended_at is null',
    [personId],
  );
  if (!held.some(({ role }) => isStaffRole(role))) await createApiTokenBook(sql).revokeAll(personId, at);
}

/** Locked in one order, so that of two administrators who dismiss each other one stays. */
async function keepOneAdministrator(sql: Sql, personId: string, organizationId: string): Promise<void> {
  const held = await sql.query<{ personId: string; organizationId: string }>(
    `select a.person_id as "personId", a.organization_id as "organizationId"
     from appointment a join organization o on o.id = a.organization_id
     where a.role = 'administrator' and a.ended_at is null
       and o.programme_id = (select programme_id from organization where id = $1)
     order by a.id for update of a`,
    [organizationId],
  );
  const isHeld = held.some((each) => each.personId === personId && each.organizationId === organizationId);
  if (isHeld && held.length === 1) throw new Refusal('last-administrator');
}

async function unlink(sql: Sql, personId: string, platform: Platform | null): Promise<Platform[]> {
  await withdrawInvitations(sql, personId);
  const accounts = await sql.query<{ platform: Platform; accountId: string }>(
    `update chat_account set person_id = null, linked_at = null
     where person_id = $1 and ($2::text is null or platform = $2)
     returning platform, account_id as "accountId"`,
    [personId, platform],
  );
  const platforms = [...new Set(accounts.map((account) => account.platform))].sort();
  // A chat is a key to the panel: whoever loses it may have lost more.
  if (accounts.length > 0)
    await sql.query('update staff_session set ended_at = now() where person_id = $1 and ended_at is null', [
      personId,
    ]);
  await sql.query(
    'update person set remind_platform = null where id = $1 and remind_platform = any($2::text[])',
    [personId, platforms],
  );
  // Expired, so that reminders among them are planned again for the right chat.
  await sql.query(
    `update delivery d set state = 'expired', error = 'unlinked', settled_at = clock_timestamp()
     from unnest($2::text[], $3::text[]) a (platform, account_id)
     where d.person_id = $1 and d.state = 'planned'
       and d.platform = a.platform and d.account_id = a.account_id`,
    [personId, accounts.map((account) => account.platform), accounts.map((account) => account.accountId)],
  );
  return platforms;
}

function list(sql: Sql, programmeId: string): Promise<ListedPerson[]> {
  return sql.query<ListedPerson>(
    `select ${personColumns},
       coalesce((select jsonb_agg(jsonb_build_object('role', role, 'organizationName', short_name) order by a.id)
         from appointment a join organization o on o.id = a.organization_id
         where a.person_id = person.id and a.ended_at is null), '[]') as appointments,
       array(select distinct platform from chat_account where person_id = person.id order by platform) as linked
     from person where programme_id = $1 and ${isListed} order by surname, name, patronymic, id`,
    [programmeId],
  );
}
