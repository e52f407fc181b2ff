import { addDays, toDay } from '../domain/calendar/day.ts';
import {
  type CalendarBook,
  nextWorkingInstant,
  nightLeft,
  type WorkingTime,
} from '../domain/calendar/working-time.ts';
import type { ContestChecks } from '../domain/contests/check-book.ts';
import type { ContestBook, EntryBook } from '../domain/contests/contest-book.ts';
import type { ContestFinding } from '../domain/contests/finding-book.ts';
import type { ContestNotices } from '../domain/contests/notice-book.ts';
import type { ContestPosting } from '../domain/contests/posting-book.ts';
import type { Outbox } from '../domain/delivery/delivery-book.ts';
import type { Message } from '../domain/messages/message.ts';
import { named } from '../domain/messages/named.ts';
import { channelOf, type MayNameOthers } from '../domain/people/channel.ts';
import type { PeopleBook } from '../domain/people/people-book.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { ProgrammeBook } from '../domain/programme/programme-book.ts';

/** What the rounds about contests touch; all of one call is one transaction. */
export type ContestRoundBooks = {
  programmes: Pick<ProgrammeBook, 'list'>;
  calendar: CalendarBook;
  people: Pick<PeopleBook, 'accountsOf' | 'coordinatorsOf' | 'writingWishesOf'>;
  checks: ContestChecks;
  finding: ContestFinding;
  notices: ContestNotices;
  posting: ContestPosting;
  contests: Pick<ContestBook, 'lock'>;
  entries: EntryBook;
  outbox: Outbox;
};

export type InContestTransaction = <T>(work: (books: ContestRoundBooks) => Promise<T>) => Promise<T>;

/** `false` where the person can't be written to. */
export async function tellLater(
  { people, outbox }: Pick<ContestRoundBooks, 'people' | 'outbox'>,
  personId: string,
  put: (mayName: boolean) => Message,
  { delayMs, mayNameOthers }: { delayMs: number; mayNameOthers: MayNameOthers },
): Promise<boolean> {
  const { accounts, preferred } = await people.accountsOf(personId);
  const channel = channelOf(accounts, preferred);
  if (channel === null) return false;
  const { platform, accountId, chatId } = channel;
  const outgoing = { kind: 'send', message: named(mayNameOthers(platform), put) } as const;
  await outbox.put([{ platform, accountId, chatId, personId, outgoing, priority: 'interactive', delayMs }]);
  return true;
}

export async function workingTimeOf(
  { calendar }: Pick<ContestRoundBooks, 'calendar'>,
  programme: Programme,
  at: Date,
): Promise<WorkingTime> {
  const today = toDay(at, programme.timeZone);
  return { ...programme, exceptions: await calendar.exceptions(addDays(today, -1), addDays(today, 30)) };
}

/**
 * How long something to mend may wait: until working hours, unless there would be no hour left to mend it; then until
 * morning; and where it closes before that, not at all.
 */
export function delayToMend(time: WorkingTime, at: Date, closesAt: Date): number {
  const left = closesAt.getTime() - at.getTime() - hour;
  const working = nextWorkingInstant(time, at);
  const toWork = working === null ? Number.POSITIVE_INFINITY : working.getTime() - at.getTime();
  const toMorning = nightLeft(at, time.timeZone);
  if (left <= hour * -1) return Number.isFinite(toWork) ? toWork : toMorning;
  if (toWork < left) return toWork;
  return toMorning < left ? toMorning : 0;
}

const hour = 3_600_000;
