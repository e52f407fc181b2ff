import type { Clock } from '../domain/calendar/clock.ts';
import { toDay } from '../domain/calendar/day.ts';
import { nightLeft } from '../domain/calendar/working-time.ts';
import type { Outbox } from '../domain/delivery/delivery-book.ts';
import type { Log } from '../domain/log.ts';
import { channelOf } from '../domain/people/channel.ts';
import type { PeopleBook } from '../domain/people/people-book.ts';
import type { DataRequest, PrivacyRounds, RetentionBook } from '../domain/privacy/privacy-book.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { ProgrammeBook } from '../domain/programme/programme-book.ts';
import { farewell } from '../texts/privacy.ts';

/** What the rounds about people’s data touch; all of one call is one transaction. */
type PrivacyBooks = {
  programmes: Pick<ProgrammeBook, 'list'>;
  people: Pick<PeopleBook, 'accountsOf'>;
  privacy: PrivacyRounds;
  retention: RetentionBook;
  outbox: Outbox;
};
export type InPrivacyTransaction = <T>(work: (books: PrivacyBooks) => Promise<T>) => Promise<T>;

type Deps = { inTransaction: InPrivacyTransaction; clock: Clock; log: Log };

/** An order of many goes through one at a time: each its own transaction. */
const mostAtOnce = 100;

/**
 * Erasures whose day has come: first the last message, by day; when that has left, the data goes. May run any number of
 * times at once; a kill between the two leaves the request where it stood.
 */
export function createPrivacyRound({ inTransaction, clock, log }: Deps): () => Promise<{
  farewells: number;
  erased: number;
}> {
  return async () => {
    const at = clock.now();
    const done = { farewells: 0, erased: 0 };
    for (const programme of await inTransaction(({ programmes }) => programmes.list())) {
      await inTransaction(({ privacy }) => privacy.settleDone(programme.id, at));
      for (let step = 0; step < mostAtOnce; step += 1) {
        const taken = await inTransaction((books) => takeOne(books, programme, at));
        if (taken === null) break;
        if (taken.erased.length === 0) done.farewells += 1;
        else log.info({ request: taken.request.id, people: taken.erased }, 'somebody’s data was erased');
        done.erased += taken.erased.length;
      }
    }
    return done;
  };
}

async function takeOne(
  books: PrivacyBooks,
  programme: Programme,
  at: Date,
): Promise<{ request: DataRequest; erased: string[] } | null> {
  const isNight = nightLeft(at, programme.timeZone) > 0;
  const due = await books.privacy.dueErasures(programme.id, toDay(at, programme.timeZone), at);
  const request = due.find(({ state }) => state === 'farewell' || !isNight);
  if (request === undefined) return null;
  if (request.state === 'farewell') {
    return { request, erased: await books.privacy.erase(request.id, null, at) };
  }
  await books.privacy.farewell(request.id, await sayFarewell(books, request.personId), at);
  return { request, erased: [] };
}

/** `null` where the person can't be written to. */
async function sayFarewell({ people, outbox }: PrivacyBooks, personId: string): Promise<string | null> {
  const { accounts, preferred } = await people.accountsOf(personId);
  const channel = channelOf(accounts, preferred);
  if (channel === null) return null;
  const { platform, accountId, chatId } = channel;
  const outgoing = { kind: 'send', message: farewell() } as const;
  const [id] = await outbox.put([
    { platform, accountId, chatId, personId, outgoing, priority: 'interactive' },
  ]);
  return id ?? null;
}

/** What nobody has a reason to keep any longer. The days are the programme’s settings. */
export function createRetentionRound({
  inTransaction,
  clock,
  log,
}: Deps): () => Promise<{ erased: number; drafts: number }> {
  return async () => {
    const at = clock.now();
    const done = { erased: 0, drafts: 0 };
    for (const programme of await inTransaction(({ programmes }) => programmes.list())) {
      await inTransaction(async ({ retention }) => {
        const outdated = await retention.outdated(programme.id, at);
        done.drafts += outdated.drafts.length;
        done.erased += await retention.forget(outdated, at);
      });
    }
    if (done.erased + done.drafts > 0) log.info(done, 'what was kept long enough is gone');
    return done;
  };
}
