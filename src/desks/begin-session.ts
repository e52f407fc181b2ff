import { createSessionBook } from '../database/repositories/staff-session-book.ts';
import type { Sql } from '../database/sql.ts';
import type { Role } from '../domain/people/person.ts';
import type { SignInPlace } from '../domain/sign-in/sign-in.ts';
import { isStaffRole } from '../domain/staff/staff.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

/** A session of this person; `null` where they are no staff (any more). */
export async function beginSession(
  sql: Sql,
  { doorClock, factorFree }: SignInNeeds,
  personId: string,
  place: SignInPlace,
): Promise<{ id: string; token: string; programmeId: string } | null> {
  const [person] = await sql.query<{ programmeId: string; roles: Role[]; enrolled: boolean }>(
    `select programme_id as "programmeId",
       array(select distinct role from appointment where person_id = person.id and ended_at is null) as roles,
       exists (select from second_factor where person_id = person.id and confirmed_at is not null) as enrolled
     from person where id = $1 and erased_at is null`,
    [personId],
  );
  if (person === undefined || !person.roles.some(isStaffRole)) return null;
  const { network, agent } = place;
  const session = await createSessionBook(sql).begin(
    {
      personId,
      secondFactor: factorFree && !person.enrolled,
      agent,
      network: network === '' ? null : network,
    },
    doorClock.now(),
  );
  return { ...session, programmeId: person.programmeId };
}
