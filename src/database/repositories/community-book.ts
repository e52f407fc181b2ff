import type { CommunityBook } from '../../domain/contests/community-book.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

export function createCommunityBook(sql: Sql): CommunityBook {
  return {
    async of(organizationId) {
      const rows = await sql.query<{ id: number }>(
        `select community_id::float8 as id from organization_community where organization_id = $1 order by community_id`,
        [readId(organizationId)],
      );
      return rows.map(({ id }) => id);
    },
    async confirm(organizationId, communityId, at) {
      const [row] = await sql.query(
        `insert into organization_community (organization_id, community_id, confirmed_at) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [organizationId, communityId, at],
      );
      await lookAgain(sql, organizationId, communityId, at);
      return row !== undefined;
    },
    async unconfirm(organizationId, communityId, at) {
      const [row] = await sql.query(
        'delete from organization_community where organization_id = $1 and community_id = $2 returning 1',
        [organizationId, communityId],
      );
      await lookAgain(sql, organizationId, communityId, at);
      return row !== undefined;
    },
  };
}

async function lookAgain(sql: Sql, organizationId: string, communityId: number, at: Date): Promise<void> {
  await sql.query(
    `update contest_entry e set check_due_at = $3 from contest c
     where c.id = e.contest_id and c.state = 'announced' and e.organization_id = $1 and e.post_owner_id = $2
       and e.state in ('checking', 'mending', 'accepted')`,
    [organizationId, -communityId, at],
  );
}
