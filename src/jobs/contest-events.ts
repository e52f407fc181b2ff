import type { Clock } from '../domain/calendar/clock.ts';
import { addDays, instantOf, toDay } from '../domain/calendar/day.ts';
import { nightLeft } from '../domain/calendar/working-time.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { moveUp } from '../domain/contests/event-acts.ts';
import { channelOf, type MayNameOthers } from '../domain/people/channel.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { type Moment, momentOf } from '../domain/reminders/moment.ts';
import { eventReminder, seatCame } from '../texts/contests/event-news.ts';
import {
  type ContestRoundBooks,
  type InContestTransaction,
  tellLater,
  workingTimeOf,
} from './contest-books.ts';
import { unasked } from './rounds.ts';

type Deps = { inTransaction: InContestTransaction; clock: Clock; mayNameOthers?: MayNameOthers };

/** People told in one transaction. */
const chunk = 50;
const hour = 3_600_000;
const soonMs = 2 * hour;
/** On the day before nobody is reminded earlier. */
const dayBeforeFrom = '10:00';

/**
 * Events that lie ahead: reminds those who come on the day before and two hours before, each once, and gives seats that came
 * free otherwise than by refusing (staff added some, somebody was erased). A person who registered asked to be told of an
 * hour of their own choosing, so days off do not matter here: the day before is by day, two hours before is whenever that is.
 */
export function createContestEvents({ inTransaction, clock, mayNameOthers = () => false }: Deps) {
  return async (): Promise<{ sent: number }> => {
    const at = clock.now();
    let sent = 0;
    const programmes = await inTransaction(({ programmes: book }) => book.list());
    for (const programme of programmes) {
      const waiting = await inTransaction(({ notices }) => notices.waitingEvents(programme.id, at));
      for (const id of waiting)
        sent += await inTransaction((books) => seatNext(books, programme, id, { at, mayNameOthers }));
      const ahead = await inTransaction(({ notices }) => notices.eventsAhead(programme.id, at));
      for (const contest of ahead) {
        const due = reminderDue(contest, programme.timeZone, at);
        if (due === null) continue;
        let told: { rows: number; sent: number };
        do {
          told = await inTransaction((books) => remind(books, programme, contest, { ...due, at }));
          sent += told.sent;
        } while (told.rows === chunk);
      }
    }
    return { sent };
  };
}

type Due = { occasion: string; soon: boolean; expiresInMs: number; joinedBefore: Date };

/** What is to be said of it now; whoever registered only since then knows. */
export function reminderDue({ startsAt }: Contest, timeZone: string, at: Date): Due | null {
  const left = startsAt === null ? 0 : startsAt.getTime() - at.getTime();
  if (startsAt === null || left <= 0) return null;
  if (left <= soonMs) {
    const joinedBefore = new Date(startsAt.getTime() - soonMs);
    return { occasion: `soon:${startsAt.toISOString()}`, soon: true, expiresInMs: left, joinedBefore };
  }
  const today = toDay(at, timeZone);
  const isEve = toDay(startsAt, timeZone) === addDays(today, 1);
  if (!isEve || nightLeft(at, timeZone) > 0 || at < instantOf(today, dayBeforeFrom, timeZone)) return null;
  const joinedBefore = instantOf(today, '00:00', timeZone);
  const expiresInMs = Math.min(left - soonMs, 12 * hour);
  return { occasion: `eve:${startsAt.toISOString()}`, soon: false, expiresInMs, joinedBefore };
}

async function remind(
  books: ContestRoundBooks,
  programme: Programme,
  contest: Contest,
  due: Due & { at: Date },
): Promise<{ rows: number; sent: number }> {
  const { at, occasion, soon, expiresInMs, joinedBefore } = due;
  const moment: Moment = momentOf(await workingTimeOf(books, programme, at), at);
  const guests = await books.notices.guests(contest.id, occasion, moment, { joinedBefore, size: chunk });
  let sent = 0;
  for (const { personId, accounts, preferred, entry } of guests) {
    const channel = channelOf(accounts, preferred);
    if (channel === null) continue;
    if (!(await books.notices.isFirst(contest.id, personId, occasion, at))) continue;
    const message = eventReminder(entry, contest, soon, { at, timeZone: programme.timeZone });
    await books.outbox.put([{ ...unasked(personId, channel, message, moment), expiresInMs }]);
    sent += 1;
  }
  return { rows: guests.length, sent };
}

async function seatNext(
  books: ContestRoundBooks,
  programme: Programme,
  contestId: string,
  { at, mayNameOthers }: { at: Date; mayNameOthers: MayNameOthers },
): Promise<number> {
  const contest = await books.contests.lock(programme.id, contestId);
  if (contest === null) return 0;
  let sent = 0;
  for (const entry of await moveUp(books, contest, at)) {
    const message = seatCame(entry, contest, { at, timeZone: programme.timeZone });
    for (const { id } of await books.entries.team(entry.id)) {
      const delayMs = nightLeft(at, programme.timeZone);
      if (await tellLater(books, id, () => message, { delayMs, mayNameOthers })) sent += 1;
    }
  }
  return sent;
}
