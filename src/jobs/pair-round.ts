import type { Clock } from '../domain/calendar/clock.ts';
import { type Day, toDay } from '../domain/calendar/day.ts';
import { nightLeft } from '../domain/calendar/working-time.ts';
import type { Outbox } from '../domain/delivery/delivery-book.ts';
import type { Message } from '../domain/messages/message.ts';
import { named } from '../domain/messages/named.ts';
import type { PairCard } from '../domain/pairs/pair.ts';
import type { OpenAgreement, PairBook, PairEvent, PairRounds } from '../domain/pairs/pair-book.ts';
import { channelOf, type MayNameOthers } from '../domain/people/channel.ts';
import type { PeopleBook } from '../domain/people/people-book.ts';
import { isPaused } from '../domain/people/writing-wishes.ts';
import type { Programme } from '../domain/programme/programme.ts';
import type { ProgrammeBook } from '../domain/programme/programme-book.ts';
import { pairNews, type Reader } from '../texts/pair-news.ts';
import { proposal } from '../texts/pair-talk.ts';

/** What the round about pairs touches; all of one call is one transaction. */
type PairRoundBooks = {
  programmes: Pick<ProgrammeBook, 'list'>;
  people: Pick<PeopleBook, 'accountsOf' | 'writingWishesOf'>;
  pairs: Pick<PairBook, 'keepersOf' | 'representativesOf'>;
  rounds: PairRounds;
  outbox: Outbox;
};
export type InPairTransaction = <T>(work: (books: PairRoundBooks) => Promise<T>) => Promise<T>;

type Deps = {
  inTransaction: InPairTransaction;
  clock: Clock;
  /** Everywhere, if not given. */
  mayNameOthers?: MayNameOthers;
  /** Where the panel is reached; nowhere, if not given. Known once the server listens. */
  panelUrl?: () => string | null;
};

/** Rows settled in one transaction. */
const chunk = 20;

/**
 * Begins what is to begin, lets go what nobody answered, tells everybody concerned what happened to their pairs, whoever
 * did it, and reminds those whose word is missing. May run any number of times at once.
 */
export function createPairRound({
  inTransaction,
  clock,
  mayNameOthers = () => true,
  panelUrl = () => null,
}: Deps): () => Promise<{ sent: number; started: number; expired: number }> {
  return async () => {
    const at = clock.now();
    const done = { sent: 0, started: 0, expired: 0 };
    for (const programme of await inTransaction(({ programmes }) => programmes.list())) {
      const today = toDay(at, programme.timeZone);
      const turned = await inTransaction(({ rounds }) => rounds.turn(programme.id, today, at));
      done.started += turned.started;
      done.expired += turned.expired;
      const telling = { programme, today, at, mayNameOthers, panelUrl: panelUrl() };
      done.sent += await untilNone(() => inTransaction((books) => tellEvents(books, telling)));
      if (nightLeft(at, programme.timeZone) > 0) continue;
      done.sent += await untilNone(() => inTransaction((books) => remind(books, telling)));
    }
    return done;
  };
}

type Telling = {
  programme: Programme;
  today: Day;
  at: Date;
  mayNameOthers: MayNameOthers;
  panelUrl: string | null;
};
type Told = { rows: number; sent: number };

async function untilNone(step: () => Promise<Told>): Promise<number> {
  let sent = 0;
  for (;;) {
    const told = await step();
    sent += told.sent;
    if (told.rows < chunk) return sent;
  }
}

async function tellEvents(books: PairRoundBooks, telling: Telling): Promise<Told> {
  const events = await books.rounds.untold(telling.programme.id, chunk);
  let sent = 0;
  for (const { pair, ...event } of events) {
    for (const reader of await readersOf(books, pair)) {
      // Whoever did it has seen it; a mentor may be asked by a curator who is a mentor, too.
      if (reader.personId === event.personId && event.kind !== 'proposed') continue;
      if (await tellNews(books, telling, { event, pair, reader })) sent += 1;
    }
  }
  await books.rounds.told(
    events.map(({ id }) => id),
    telling.at,
  );
  return { rows: events.length, sent };
}

async function tellNews(
  books: PairRoundBooks,
  telling: Telling,
  { event, pair, reader }: { event: PairEvent; pair: PairCard; reader: Reader },
): Promise<boolean> {
  const news = { event, pair, today: telling.today, panelUrl: telling.panelUrl };
  const without = pairNews(news, reader, false);
  if (without === null) return false;
  const put = (mayName: boolean) => pairNews(news, reader, mayName) ?? without;
  return tell(books, telling, reader.personId, put);
}

async function readersOf({ pairs }: PairRoundBooks, pair: PairCard): Promise<Reader[]> {
  const members = [pair.mentor, ...pair.mentees.filter(({ leftAt }) => leftAt === null)];
  const readers: Reader[] = [];
  for (const { id, minor } of members) {
    readers.push({ as: 'member', personId: id });
    for (const personId of minor ? await pairs.representativesOf(id) : []) {
      readers.push({ as: 'representative', personId, pupilId: id });
    }
  }
  const keepers = await pairs.keepersOf(pair.id);
  const inside = new Set(readers.map(({ personId }) => personId));
  return [
    ...readers,
    ...keepers.filter((id) => !inside.has(id)).map((personId): Reader => ({ as: 'keeper', personId })),
  ];
}

async function remind(books: PairRoundBooks, telling: Telling): Promise<Told> {
  const due = await books.rounds.remind(telling.programme.id, telling.today, chunk);
  let sent = 0;
  for (const each of due) {
    for (const personId of await askedBy(books, each)) {
      if (isPaused(await books.people.writingWishesOf(personId), telling.today)) continue;
      const { pair, agreement, turn } = each;
      const put = (mayName: boolean) => proposal(pair, agreement, telling.today, mayName, turn);
      if (await tell(books, telling, personId, put)) sent += 1;
    }
  }
  return { rows: due.length, sent };
}

async function askedBy({ pairs }: PairRoundBooks, { agreement }: OpenAgreement): Promise<string[]> {
  if (agreement.giver === 'self') return [agreement.personId];
  return pairs.representativesOf(agreement.personId);
}

/** `false` where the person can't be written to. */
async function tell(
  { people, outbox }: PairRoundBooks,
  { programme, at, mayNameOthers }: Telling,
  personId: string,
  put: (mayName: boolean) => Message,
): Promise<boolean> {
  const { accounts, preferred } = await people.accountsOf(personId);
  const channel = channelOf(accounts, preferred);
  if (channel === null) return false;
  const { platform, accountId, chatId } = channel;
  const outgoing = { kind: 'send', message: named(mayNameOthers(platform), put) } as const;
  const delayMs = nightLeft(at, programme.timeZone);
  await outbox.put([{ platform, accountId, chatId, personId, outgoing, priority: 'interactive', delayMs }]);
  return true;
}
