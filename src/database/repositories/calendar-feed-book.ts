import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, FeedTask } from '../../domain/calendar-feed/calendar-feed.ts';
import type { Role } from '../../domain/people/person.ts';
import type { Sql } from '../sql.ts';
import { handedBack } from './task-cards.ts';
import { taskTitle } from './task-state-sql.ts';

export type FeedOwner = {
  feedId: string;
  organizationId: string | null;
  organizationName: string | null;
  programmeKey: string;
  timeZone: string;
  personId: string;
  programmeId: string;
  appointments: { role: Role; organizationId: string }[];
};

/** More than a city's roadmap has for one school; calendars of phones choke on more. */
const mostEvents = 2000;

const columns = `f.id, f.organization_id as "organizationId",
  (select short_name from organization o where o.id = f.organization_id) as "organizationName",
  f.created_at as "createdAt", f.renewed_at as "renewedAt", f.read_at as "readAt"`;

export function createFeedBook(sql: Sql) {
  const one = async (rows: Promise<CalendarFeed[]>): Promise<CalendarFeed | null> => (await rows)[0] ?? null;
  return {
    list: (ownerId: string) =>
      sql.query<CalendarFeed>(
        `select ${columns} from calendar_feed f where f.owner_id = $1 order by f.organization_id nulls first, f.id`,
        [ownerId],
      ),
    /** `null`: there is one already. */
    async open(ownerId: string, organizationId: string | null, at: Date) {
      const secret = newSecret();
      const feed = await one(
        sql.query(
          `insert into calendar_feed as f (owner_id, organization_id, secret_hash, created_at) values ($1, $2, $3, $4)
           on conflict (owner_id, organization_id) do nothing returning ${columns}`,
          [ownerId, organizationId, hashOf(secret), at],
        ),
      );
      return feed === null ? null : { feed, secret };
    },
    /** `null`: not one of theirs. */
    async renew(ownerId: string, feedId: string, at: Date) {
      const secret = newSecret();
      const feed = await one(
        sql.query(
          `update calendar_feed f set secret_hash = $3, renewed_at = $4, read_at = null
           where f.id = $2 and f.owner_id = $1 returning ${columns}`,
          [ownerId, feedId, hashOf(secret), at],
        ),
      );
      return feed === null ? null : { feed, secret };
    },
    async revoke(ownerId: string, feedId: string): Promise<CalendarFeed | null> {
      return one(
        sql.query(`delete from calendar_feed f where f.id = $2 and f.owner_id = $1 returning ${columns}`, [
          ownerId,
          feedId,
        ]),
      );
    },
    /** Whose feed this is, with what they hold now, and notes (to the hour) that it was read. */
    async owner(secret: string, at: Date): Promise<FeedOwner | null> {
      const [owner] = await sql.query<FeedOwner>(
        `select f.id as "feedId", f.organization_id as "organizationId", o.short_name as "organizationName",
           g.key as "programmeKey", g.time_zone as "timeZone", p.id as "personId", p.programme_id as "programmeId",
           coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organizationId', a.organization_id::text))
             from appointment a where a.person_id = p.id and a.ended_at is null), '[]') as appointments
         from calendar_feed f
         join person p on p.id = f.owner_id and p.erased_at is null
         join programme g on g.id = p.programme_id
         left join organization o on o.id = f.organization_id
         where f.secret_hash = $1`,
        [hashOf(secret)],
      );
      if (owner === undefined) return null;
      await sql.query(
        `update calendar_feed set read_at = $2 where id = $1
           and (read_at is null or read_at < $2::timestamptz - interval '1 hour')`,
        [owner.feedId, at],
      );
      return owner;
    },
    /** Dated tasks, done ones too; without an organization those that the person answers for. */
    tasks: ({ personId, organizationId }: Pick<FeedOwner, 'personId' | 'organizationId'>) =>
      sql.query<FeedTask>(
        `select t.id, i.code as "itemCode", ${taskTitle} as "itemTitle", i.result as expected,
           o.short_name as "organizationName", c.from_on::text as "fromOn", t.due_on::text as "dueOn",
           t.done_at is not null as done, t.revision + i.revision as revision,
           greatest(t.changed_at, i.changed_at) as "changedAt"
         from task t
         join organization o on o.id = t.organization_id
         join occurrence c on c.id = t.occurrence_id
         join roadmap_item i on i.id = c.item_id
         where t.due_on is not null and t.withdrawn_at is null and t.waived_at is null
           and ($2::bigint is null or t.organization_id = $2)
           and ($2::bigint is not null or not ${handedBack('t.id', '$1')} and exists (select from appointment a
             where a.person_id = $1 and a.ended_at is null and a.organization_id = t.organization_id
               and a.role = any(t.roles)))
         order by t.due_on desc, t.id limit ${mostEvents}`,
        [personId, organizationId],
      ),
  };
}

/** 128 bits. */
function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
