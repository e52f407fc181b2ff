import { createHash } from 'node:crypto';
import { createFeedBook } from '../database/repositories/calendar-feed-book.ts';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { writeCalendar } from '../documents/write-calendar.ts';
import type { CalendarFeed, CalendarFeedDesk } from '../domain/calendar-feed/calendar-feed.ts';
import { mayReadFeed } from '../domain/calendar-feed/calendar-feed.ts';
import { Refusal } from '../domain/refusal.ts';
import { reaches } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { calendarPlan } from '../texts/calendar.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';

/** `POST /calendar-feeds` is not repeated by a key: what is kept of an answer would be the secret itself. */
export function createFeedDesk(deps: DeskDeps): CalendarFeedDesk {
  const opened = (made: { feed: CalendarFeed; secret: string }) => {
    const url = deps.pageUrl();
    if (url === null) throw new Refusal('no-address');
    return { feed: made.feed, address: `${url}/calendar/${made.secret}.ics` };
  };
  return {
    list: (staff) =>
      staffLook(deps, staff, 'tasks:read', ({ sql }) => createFeedBook(sql).list(staff.personId)),
    open: (staff, organizationId) =>
      staffWork(deps, staff, 'tasks:read', async (work) => {
        mustBeThemselves(staff);
        if (organizationId !== null) await checkOrganization(work, organizationId);
        const made = await createFeedBook(work.sql).open(staff.personId, organizationId, work.at);
        if (made === null) throw new Refusal('feed-open');
        await noteFeed(work, 'calendar-feed.opened', made.feed);
        return opened(made);
      }),
    renew: (staff, feedId) =>
      staffWork(deps, staff, 'tasks:read', async (work) => {
        mustBeThemselves(staff);
        const made = await createFeedBook(work.sql).renew(staff.personId, feedId, work.at);
        if (made === null) throw new Refusal('feed-unknown');
        await noteFeed(work, 'calendar-feed.renewed', made.feed);
        return opened(made);
      }),
    revoke: (staff, feedId) =>
      staffWork(deps, staff, 'tasks:read', async (work) => {
        const feed = await createFeedBook(work.sql).revoke(staff.personId, feedId);
        if (feed === null) throw new Refusal('feed-unknown');
        await noteFeed(work, 'calendar-feed.revoked', feed);
      }),
    async read(secret) {
      const book = createFeedBook(deps.database);
      const owner = await book.owner(secret, deps.clock.now());
      if (owner === null || !mayReadFeed(owner, owner.organizationId)) return null;
      const text = await writeCalendar(calendarPlan(owner, await book.tasks(owner)));
      return { text, etag: createHash('sha256').update(text).digest('base64url').slice(0, 22) };
    },
  };
}

/** The address outlives any token: `Refusal('session-needed')` for a program. */
function mustBeThemselves({ scopes }: Staff): void {
  if (scopes !== null) throw new Refusal('session-needed');
}

async function checkOrganization({ sql, reach }: Work, organizationId: string): Promise<void> {
  const known = await createOrganizationBook(sql).list(reach.programmeId);
  const isThere = known.some(({ id }) => id === organizationId);
  if (!isThere || !reaches(reach, organizationId)) throw new Refusal('organization-unknown');
}

function noteFeed(work: Work, action: string, { id, organizationId }: CalendarFeed): Promise<void> {
  return work.note({ action, subject: { kind: 'calendar-feed', id }, organizationId });
}
