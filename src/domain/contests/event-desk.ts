import type { FileContent } from '../files/stored-file.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Contest } from './contest.ts';
import type { PersonRef } from './entry-desk.ts';

/** Marks are taken from so long before the beginning on, in milliseconds: people come early. */
const doorsOpen = 3 * 3_600_000;

/** Staff tick people off from before the beginning until the event is put away; those who came late to it as well. */
export function mayMark({ state, startsAt }: Pick<Contest, 'state' | 'startsAt'>, at: Date): boolean {
  const isLive = state === 'announced' || state === 'checked' || state === 'published';
  return isLive && startsAt !== null && at.getTime() >= startsAt.getTime() - doorsOpen;
}

/** Whoever takes part, waits or came. */
export type Guest = {
  /** Of `contest_member`. */
  id: string;
  entryId: string;
  person: PersonRef;
  organizationName: string | null;
  teamName: string | null;
  /** Registered the others of the team too. */
  isAuthor: boolean;
  isWaiting: boolean;
  joinedAt: Date;
  attendedAt: Date | null;
  way: 'qr' | 'list' | null;
};

export type EventView = {
  contestId: string;
  /** `null`: as many as come. */
  seats: number | null;
  seated: number;
  waiting: number;
  attended: number;
  /** What whoever looks may do now. */
  may: { mark: boolean; add: boolean; refuse: boolean };
  /** By name; those who wait stand last, in their order. */
  guests: Guest[];
};

/**
 * Who comes to an event, and who came. Whoever reaches only their own organization sees the people of it; marking and
 * adding is for whoever may write contests. `Refusal('contest-unknown' | 'guest-unknown')` for what lies beyond.
 */
export type EventDesk = {
  get(staff: Staff, contestId: string): Promise<EventView>;
  /** Ticks somebody off, or takes the tick back; the first mark stays. `Refusal('event-not-yet')`. */
  mark(staff: Staff, contestId: string, memberId: string, attended: boolean): Promise<Guest>;
  /** The ticket that a camera has read. `Refusal('ticket-unknown' | 'ticket-waiting' | 'event-not-yet')`. */
  scan(
    staff: Staff,
    ticket: string,
  ): Promise<{ contestId: string; title: string; guest: Guest; already: boolean }>;
  /**
   * In the name of somebody who can't do so in the chat, until the end of the event; they are told.
   * `Refusal('event-closed' | 'event-registered' | 'event-full' | 'contest-not-for-you' | 'person-unknown')`.
   */
  add(staff: Staff, contestId: string, personId: string, call: CallKey | null): Promise<{ id: string }>;
  /** A whole registration; its people are told, and whoever waits moves up. `Refusal('entry-unknown' | 'entry-over' | 'event-begun')`. */
  refuse(staff: Staff, contestId: string, entryId: string): Promise<EventView>;
  export(staff: Staff, contestId: string): Promise<FileContent>;
  calendar(staff: Staff, contestId: string): Promise<FileContent>;
};
