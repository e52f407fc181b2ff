import type { Role } from '../../domain/people/person.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

/** What somebody holds now, in whatever organization. */
export function postsOf(sql: Sql, personId: string): Promise<{ role: Role; organizationId: string }[]> {
  return sql.query(
    `select role, organization_id::text as "organizationId" from appointment
     where person_id = $1 and ended_at is null order by id`,
    [readId(personId)],
  );
}
