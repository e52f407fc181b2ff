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
    bySession: (token, network, at) => bySession(sql, token, network, at),
  };
}

type Found = {
  id: string;
  personId: string;
  programmeId: string;
  secondFactorAt: Date | null;
  /** Written down at most once a minute: a page asks for many things at once. */
  stale: boolean;
  appointments: { role: Role; organizationId: string }[];
};

async function bySession(sql: Sql, token: string, network: string | null, at: Date): Promise<Staff | null> {
  const [found] = await sql.query<Found>(
    `select s.id, p.id as "personId", p.programme_id as "programmeId", s.second_factor_at as "secondFactorAt",
       s.seen_at < $2::timestamptz - interval '1 minute' as stale, ${appointmentsOf('p.id')} as appointments
     from staff_session s join person p on p.id = s.person_id
     where s.token_hash = $1 and s.ended_at is null and s.seen_at > $3 and s.created_at > $4 and p.erased_at is null`,
    [
      hashOfToken(token),
      at,
      new Date(at.getTime() - sessionIdleHours * hourMs),
      new Date(at.getTime() - sessionDays * 24 * hourMs),
    ],
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
    trusted: found.secondFactorAt !== null || !needsSecondFactor(found.appointments),
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
