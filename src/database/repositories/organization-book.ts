import type { Organization } from '../../domain/organizations/organization.ts';
import type { OrganizationBook } from '../../domain/organizations/organization-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';

const columns = `id, programme_id as "programmeId", kind, name, short_name as "shortName", aliases`;

export function createOrganizationBook(sql: Sql): OrganizationBook {
  return {
    async add({ programmeId, kind, name, shortName, aliases }) {
      const [added] = await sql.query<Organization>(
        `insert into organization (programme_id, kind, name, short_name, aliases) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning ${columns}`,
        [programmeId, kind, name, shortName, aliases],
      );
      if (added !== undefined) return added;
      const same = await sql.query('select from organization where programme_id = $1 and name = $2', [
        programmeId,
        name,
      ]);
      throw new Refusal(same.length > 0 ? 'organization-exists' : 'office-exists', { name });
    },
    list: (programmeId) =>
      sql.query<Organization>(
        `select ${columns} from organization where programme_id = $1 order by kind <> 'office', short_name, id`,
        [programmeId],
      ),
  };
}
