import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../domain/people/person.ts';
import { isStaffRole, needsSecondFactor, type Staff } from '../../domain/staff/staff.ts';
import {
  type SessionBook,
  type StaffDoor,
  sessionDays,
  sessionIdleHours,
} from '../../domain/staff/staff-door.ts';
import type { Sql } from '../sql.ts';

const hourMs = 3_600_000;

export function createSessionBook(sql: Sql): SessionBook & Pick<StaffDoor, 'bySession'> {
  return {
    async begin({ personId, secondFactor, agent, network }, at) {
      const token = randomBytes(32).toString('base64url');
      const [row] = await sql.query<{ id: string }>(
        `insert into staff_session (person_id, token_hash, agent, network, created_at, seen_at, second_factor_at)
         values ($1, $2, $3, $4, $5, $5, $6) returning id`,
        [personId, hashOfToken(token), agent.slice(0, 200), network, at, secondFactor ? at : null],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return { id: row.id, token };
    },
    async end(token, at) {
      await sql.query('update staff_session set ended_at = $2 where token_hash = $1 and ended_at is null', [
        hashOfToken(token),
        at,
      ]);
    },
    ...ofSomebody(sql),
    bySession: (token, network, at) => bySession(sql, token, network, at),
  };
}

/** Neither ended, nor left alone for too long, nor too old; $2 and $3 are those limits. */
const isLive = 's.ended_at is null and s.seen_at > $2 and s.created_at > $3';

function limitsAt(at: Date): [Date, Date] {
  return [
    new Date(at.getTime() - sessionIdleHours * hourMs),
    new Date(at.getTime() - sessionDays * 24 * hourMs),
  ];
}

function ofSomebody(sql: Sql): Pick<SessionBook, 'endById' | 'endAll' | 'stepUp' | 'live'> {
  return {
    async endById(personId, sessionId, at) {
      const ended = await sql.query(
        'update staff_session set ended_at = $3 where id = $1 and person_id = $2 and ended_at is null returning id',
        [sessionId, personId, at],
      );
      return ended.length > 0;
    },
    endAll: (personId, at, except) => endSessions(sql, personId, at, except),
    async stepUp(sessionId, at) {
      const token = randomBytes(32).toString('base64url');
      const raised = await sql.query(
        `update staff_session set token_hash = $2, second_factor_at = $3
         where id = $1 and ended_at is null returning id`,
        [sessionId, hashOfToken(token), at],
      );
      return raised.length > 0 ? token : null;
    },
    live: (personId, at) =>
      sql.query(
        `select s.id, s.agent, s.network, s.created_at as "createdAt", s.seen_at as "seenAt"
         from staff_session s where s.person_id = $1 and ${isLive} order by s.seen_at desc, s.id desc`,
        [personId, ...limitsAt(at)],
      ),
  };
}

/** All of somebody's: also where they lose what they came in for. */
export async function endSessions(
  sql: Sql,
  personId: string,
  at: Date,
  except: string | null = null,
): Promise<number> {
  const ended = await sql.query(
    `update staff_session set ended_at = $2
     where person_id = $1 and ended_at is null and id is distinct from $3::bigint returning id`,
    [personId, at, except],
  );
  return ended.length;
}

type Found = {
  id: string;
  personId: string;
  programmeId: string;
  secondFactorAt: Date | null;
  /** Written down at most once a minute: a page asks for many things at once. */
  stale: boolean;
  /** Has a second factor, asked for or not: then it is always asked for. */
  enrolled: boolean;
  appointments: { role: Role; organizationId: string }[];
};

async function bySession(sql: Sql, token: string, network: string | null, at: Date): Promise<Staff | null> {
  const [found] = await sql.query<Found>(
    `select s.id, p.id as "personId", p.programme_id as "programmeId", s.second_factor_at as "secondFactorAt",
       s.seen_at < $4::timestamptz - interval '1 minute' as stale, ${appointmentsOf('p.id')} as appointments,
       exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as enrolled
     from staff_session s join person p on p.id = s.person_id
     where s.token_hash = $1 and ${isLive} and p.erased_at is null`,
    [hashOfToken(token), ...limitsAt(at), at],
  );
  if (found === undefined || !found.appointments.some(({ role }) => isStaffRole(role))) return null;
  if (found.stale) {
    await sql.query('update staff_session set seen_at = $2 where id = $1 and seen_at < $2', [found.id, at]);
  }
  return {
    personId: found.personId,
    programmeId: found.programmeId,
    appointments: found.appointments,
    scopes: null,
    trusted: found.secondFactorAt !== null || !(found.enrolled || needsSecondFactor(found.appointments)),
    from: { via: 'panel', id: found.id, network },
  };
}

/** What somebody is appointed to now, as JSON. */
export const appointmentsOf = (person: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organizationId', a.organization_id::text) order by a.id)
     from appointment a where a.person_id = ${person} and a.ended_at is null), '[]')`;

/** A plain hash is enough: nobody goes through 256 bits. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
