import type { Role } from '../../domain/people/person.ts';
import type { ApiTokenBook, TokenLine } from '../../domain/sign-in/token-desk.ts';
import type { Power } from '../../domain/staff/powers.ts';
import { isStaffRole, needsSecondFactor, type Staff } from '../../domain/staff/staff.ts';
import { newSecret } from '../secret.ts';
import type { Sql } from '../sql.ts';
import { appointmentsOf, hashOfToken } from './staff-session-book.ts';

const dayMs = 86_400_000;
const isLive = 't.revoked_at is null and t.expires_at > $2';

export function createApiTokenBook(sql: Sql): ApiTokenBook {
  return {
    live: (personId, at) =>
      sql.query<TokenLine>(
        `select t.id, t.name, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt",
           t.used_at as "usedAt", t.used_network as "usedNetwork"
         from api_token t where t.person_id = $1 and ${isLive} order by t.id desc`,
        [personId, at],
      ),
    async create(personId, { name, scopes, days }, at, sessionId) {
      const token = newSecret(32);
      const expiresAt = new Date(at.getTime() + days * dayMs);
      const [row] = await sql.query<{ id: string }>(
        `insert into api_token (person_id, name, token_hash, scopes, created_at, expires_at, second_factor)
         values ($1, $2, $3, $4, $5, $6, exists (select from staff_session
           where id = $7 and person_id = $1 and second_factor_at is not null)) returning id`,
        [personId, name, hashOfToken(token), [...new Set(scopes)], at, expiresAt, sessionId],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return { id: row.id, token, expiresAt };
    },
    async revoke(personId, tokenId, at) {
      const revoked = await sql.query(
        'update api_token set revoked_at = $3 where id = $1 and person_id = $2 and revoked_at is null returning id',
        [tokenId, personId, at],
      );
      return revoked.length > 0;
    },
    async revokeAll(personId, at) {
      const revoked = await sql.query(
        `update api_token set revoked_at = $2 where person_id = $1 and revoked_at is null returning id`,
        [personId, at],
      );
      return revoked.length;
    },
    byToken: (token, network, at) => byToken(sql, token, network, at),
  };
}

type Found = {
  id: string;
  personId: string;
  programmeId: string;
  scopes: Power[];
  secondFactor: boolean;
  /** Has a second factor, asked for or not. */
  enrolled: boolean;
  stale: boolean;
  appointments: { role: Role; organizationId: string }[];
};

async function byToken(sql: Sql, token: string, network: string | null, at: Date): Promise<Staff | null> {
  const [found] = await sql.query<Found>(
    `select t.id, p.id as "personId", p.programme_id as "programmeId", t.scopes,
       t.second_factor as "secondFactor",
       exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as enrolled,
       coalesce(t.used_at < $2::timestamptz - interval '1 minute', true) as stale,
       ${appointmentsOf('p.id')} as appointments
     from api_token t join person p on p.id = t.person_id
     where t.token_hash = $1 and ${isLive} and p.erased_at is null`,
    [hashOfToken(token), at],
  );
  if (found === undefined || !found.appointments.some(({ role }) => isStaffRole(role))) return null;
  const { id, personId, programmeId, scopes, appointments } = found;
  if (found.stale) {
    await sql.query('update api_token set used_at = $2, used_network = $3 where id = $1', [id, at, network]);
  }
  // A program has no phone: what counts is how the session that made it had come in.
  return {
    personId,
    programmeId,
    appointments,
    scopes,
    trusted: found.secondFactor || !(found.enrolled || needsSecondFactor(appointments)),
    from: { via: 'token', id, network },
  };
}
