import type { Clock } from '../domain/calendar/clock.ts';
import { addDays, type Day, daysBetween, instantOf, toDay } from '../domain/calendar/day.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { NoticeReader } from '../domain/contests/notice-book.ts';
import type { Message } from '../domain/messages/message.ts';
import { channelOf } from '../domain/people/channel.ts';
import { isPaused } from '../domain/people/writing-wishes.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { type Moment, momentOf } from '../domain/reminders/moment.ts';
import { closingSoon } from '../texts/contests/check-result.ts';
import { foundInvitation, lateJury, notedDigest } from '../texts/contests/notices.ts';
import { type ContestRoundBooks, type InContestTransaction, workingTimeOf } from './contest-books.ts';
import { unasked } from './rounds.ts';

type Deps = {
  inTransaction: InContestTransaction;
  clock: Clock;
  /** Where the panel is reached; nowhere, if not given. */
  panelUrl?: () => string | null;
};
type Now = { programme: Programme; moment: Moment; panelUrl: string | null };

/** People told in one transaction. */
const chunk = 50;
const juryDays = [3, 1];

/**
 * What contests say on their own account, in working hours and each once: the end is near, a post was found, sheets are
 * missing, works got worse. Any number may run at once.
 */
export function createContestNotices({
  inTransaction,
  clock,
  panelUrl = () => null,
}: Deps): () => Promise<{ sent: number }> {
  return async () => {
    const at = clock.now();
    let sent = 0;
    for (const now of await atWork(inTransaction, at, panelUrl())) {
      const { programme } = now;
      const open = await inTransaction(({ notices }) => notices.open(programme.id, at));
      for (const contest of open) {
        sent += await untilNone(() => inTransaction((books) => remind(books, contest, now)));
        sent += await untilNone(() => inTransaction((books) => invite(books, contest, now)));
      }
      const judged = await inTransaction(({ notices }) => notices.judged(programme.id, at));
      for (const contest of judged)
        sent += await untilNone(() => inTransaction((books) => remindJury(books, contest, now)));
      const noted = await inTransaction(({ notices }) => notices.noted(programme.id));
      for (const contest of noted) sent += await inTransaction((books) => digest(books, contest, now));
    }
    return { sent };
  };
}

async function atWork(
  inTransaction: InContestTransaction,
  at: Date,
  panelUrl: string | null,
): Promise<Now[]> {
  return inTransaction(async (books) => {
    const found: Now[] = [];
    for (const programme of await books.programmes.list()) {
      const moment = momentOf(await workingTimeOf(books, programme, at), at);
      if (moment.working) found.push({ programme, moment, panelUrl });
    }
    return found;
  });
}

async function untilNone(step: () => Promise<{ rows: number; sent: number }>): Promise<number> {
  let sent = 0;
  for (;;) {
    const told = await step();
    sent += told.sent;
    if (told.rows < chunk) return sent;
  }
}

/** The reminder that is due so many days before; one that fell on a day off comes when work begins again. */
function dueReminder(days: readonly number[], last: Day, today: Day): { days: number; left: number } | null {
  const left = daysBetween(today, last);
  const due = days.filter((each) => each >= left).toSorted((a, b) => a - b)[0];
  return left < 0 || due === undefined ? null : { days: due, left };
}

async function remind(books: ContestRoundBooks, contest: Contest, now: Now) {
  const { programme, moment } = now;
  const last = toDay(new Date(contest.closesAt.getTime() - 1), programme.timeZone);
  const due = dueReminder(contest.terms.remindDays, last, moment.today);
  if (due === null) return { rows: 0, sent: 0 };
  const occasion = `closing-${due.days}`;
  // Whoever began since then, or today, knows.
  const known = instantOf(addDays(last, -due.days), '00:00', programme.timeZone);
  const begunBefore = new Date(Math.min(known.getTime(), moment.dayBegan.getTime()));
  const readers = await books.notices.unfinished(contest.id, occasion, moment, { begunBefore, size: chunk });
  return tellOnce(books, { contest, occasion, moment }, readers, ({ entry }) =>
    closingSoon(contest, entry, due.left),
  );
}

async function invite(books: ContestRoundBooks, contest: Contest, { programme, moment }: Now) {
  const { roles, organizationIds } = contest.terms;
  const readers = await books.notices.foundAuthors(contest.id, 'found', moment, chunk);
  const told = await tellOnce(books, { contest, occasion: 'found', moment }, readers, (reader) => {
    const mayEnter =
      (roles.length === 0 || reader.roles.some((role) => roles.includes(role))) &&
      (organizationIds === null || reader.organizationIds.some((id) => organizationIds.includes(id)));
    if (!mayEnter) return null;
    return foundInvitation(contest, reader.links, { at: moment.at, timeZone: programme.timeZone });
  });
  return told;
}

async function remindJury(books: ContestRoundBooks, contest: Contest, { programme, moment, panelUrl }: Now) {
  if (contest.judgingUntil === null) return { rows: 0, sent: 0 };
  const last = toDay(new Date(contest.judgingUntil.getTime() - 1), programme.timeZone);
  const due = dueReminder(juryDays, last, moment.today);
  if (due === null) return { rows: 0, sent: 0 };
  const occasion = `judging-${due.days}`;
  const readers = await books.notices.lateJurors(contest.id, occasion, moment, chunk);
  return tellOnce(books, { contest, occasion, moment }, readers, () =>
    lateJury(contest, { left: due.left, last, today: moment.today, panelUrl }),
  );
}

/** `put` gives `null` for whoever is not to be told: they are passed over for good. */
async function tellOnce<Reader extends NoticeReader>(
  { notices, outbox }: ContestRoundBooks,
  { contest, occasion, moment }: { contest: Contest; occasion: string; moment: Moment },
  readers: readonly Reader[],
  put: (reader: Reader) => Message | null,
): Promise<{ rows: number; sent: number }> {
  let sent = 0;
  for (const reader of readers) {
    const channel = channelOf(reader.accounts, reader.preferred);
    if (channel === null) continue;
    if (!(await notices.isFirst(contest.id, reader.personId, occasion, moment.at))) continue;
    const message = put(reader);
    if (message === null) continue;
    await outbox.put([unasked(reader.personId, channel, message, moment)]);
    sent += 1;
  }
  return { rows: readers.length, sent };
}

/** One message a day and contest to each coordinator; what comes up after it waits for the next. */
async function digest(
  { notices, people, outbox }: ContestRoundBooks,
  contest: { id: string; title: string },
  { programme, moment, panelUrl }: Now,
): Promise<number> {
  const occasion = `noted:${moment.today}`;
  const readers: { personId: string; accounts: Awaited<ReturnType<typeof people.accountsOf>> }[] = [];
  for (const { id } of await people.coordinatorsOf(programme.id)) {
    const accounts = await people.accountsOf(id);
    if (channelOf(accounts.accounts, accounts.preferred) === null) continue;
    if (isPaused(await people.writingWishesOf(id), moment.today)) continue;
    if (await notices.isFirst(contest.id, id, occasion, moment.at)) readers.push({ personId: id, accounts });
  }
  if (readers.length === 0) return 0;
  const entries = await notices.takeNoted(contest.id);
  if (entries.length === 0) return 0;
  for (const { personId, accounts } of readers) {
    const channel = channelOf(accounts.accounts, accounts.preferred);
    if (channel === null) continue;
    await outbox.put([unasked(personId, channel, notedDigest(contest, entries, panelUrl), moment)]);
  }
  return readers.length;
}
