import type { Day } from '../calendar/day.ts';
import type { Role } from '../people/person.ts';
import { reaches, reachOf } from '../staff/powers.ts';
import type { Staff } from '../staff/staff.ts';

/** A subscription: calendars of phones and offices read it by an address that is a secret. */
export type CalendarFeed = {
  id: string;
  /** `null`: the tasks that its owner answers for. */
  organizationId: string | null;
  organizationName: string | null;
  createdAt: Date;
  renewedAt: Date | null;
  /** To the hour. */
  readAt: Date | null;
};

/** The address is told once, since only its hash is kept; who has lost it makes a new one. */
export type OpenedFeed = { feed: CalendarFeed; address: string };

export type FeedText = { text: string; etag: string };

export type CalendarFeedDesk = {
  /** One's own. */
  list(staff: Staff): Promise<CalendarFeed[]>;
  /** `null`: one's own tasks. `Refusal('organization-unknown' | 'feed-open')`; without a public address of ours `Refusal('no-address')`. */
  open(staff: Staff, organizationId: string | null): Promise<OpenedFeed>;
  /** Another address; the one before is over. `Refusal('feed-unknown')`. */
  renew(staff: Staff, feedId: string): Promise<OpenedFeed>;
  revoke(staff: Staff, feedId: string): Promise<void>;
  /** What whoever knows the address is given; `null`: no such feed, or its owner may not see it any more. */
  read(secret: string): Promise<FeedText | null>;
};

/** A task as a calendar knows it. Names nobody. */
export type FeedTask = {
  id: string;
  itemCode: string;
  itemTitle: string;
  expected: string;
  organizationName: string;
  fromOn: Day | null;
  dueOn: Day;
  done: boolean;
  /** Counts the changes that a calendar should take over. */
  revision: number;
  changedAt: Date;
};

/** What is rendered. */
export type CalendarPlan = {
  name: string;
  timeZone: string;
  events: { uid: string; sequence: number; on: Day; summary: string; description: string; changedAt: Date }[];
};

/**
 * Whether the feed may still be read: asked at each reading, so that whoever is dismissed is shown nothing more. The second factor was passed
 * when the feed was opened.
 */
export function mayReadFeed(
  owner: {
    personId: string;
    programmeId: string;
    appointments: readonly { role: Role; organizationId: string }[];
  },
  organizationId: string | null,
): boolean {
  if (organizationId === null) return owner.appointments.length > 0;
  const staff: Staff = {
    ...owner,
    scopes: null,
    trusted: true,
    from: { via: 'token', id: null, network: null },
  };
  const reach = reachOf(staff, 'tasks:read');
  return reach !== null && reaches(reach, organizationId);
}
