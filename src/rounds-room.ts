import type { Config } from './config.ts';
import { createContestRoundBooks } from './database/repositories/contest-round-books.ts';
import { createPairRoundBooks } from './database/repositories/pair-round-books.ts';
import { createPrivacyRoundBooks } from './database/repositories/privacy-round-books.ts';
import { createRoundBooks } from './database/repositories/round-books.ts';
import type { Database } from './database/sql.ts';
import type { Clock } from './domain/calendar/clock.ts';
import type { Log } from './domain/log.ts';
import type { MayNameOthers } from './domain/people/channel.ts';
import type { InContestTransaction } from './jobs/contest-books.ts';
import { createContestRounds } from './jobs/contests.ts';
import { createMailingRound } from './jobs/mailings.ts';
import { createPairRound, type InPairTransaction } from './jobs/pair-round.ts';
import { createPrivacyRound, createRetentionRound, type InPrivacyTransaction } from './jobs/privacy-round.ts';
import type { InTransaction } from './jobs/rounds.ts';
import { createSummaries } from './jobs/summaries.ts';
import { createSweep } from './jobs/sweep.ts';
import { createVkPosts } from './vk-posts.ts';

export type Rounds = ReturnType<typeof createRounds>;

/** Everything that is done when a bell rings, over this database. */
export function createRounds(deps: {
  database: Database;
  clock: Clock;
  mayNameOthers: MayNameOthers;
  pageUrl(): string | null;
  vk: Config['vk'];
  log: Log;
}) {
  const { database, pageUrl, vk, ...shared } = deps;
  const panelUrl = () => {
    const url = pageUrl();
    return url === null ? null : `${url}/panel`;
  };
  const inTransaction: InTransaction = (work) => database.transaction((sql) => work(createRoundBooks(sql)));
  const aboutPeople: InPrivacyTransaction = (work) =>
    database.transaction((sql) => work(createPrivacyRoundBooks(sql)));
  const aboutPairs: InPairTransaction = (work) =>
    database.transaction((sql) => work(createPairRoundBooks(sql)));
  const aboutContests: InContestTransaction = (work) =>
    database.transaction((sql) => work(createContestRoundBooks(sql)));
  const { reader: posts = null, poster = null } = createVkPosts(vk) ?? {};
  const contests = createContestRounds({
    ...shared,
    inTransaction: aboutContests,
    posts,
    poster,
    community: vk?.groupId ?? null,
    panelUrl,
  });
  return {
    contests: contests.round,
    checkNew: contests.checkNew,
    sweep: createSweep({ ...shared, inTransaction }),
    summaries: createSummaries({ ...shared, inTransaction }),
    mailings: createMailingRound({ ...shared, inTransaction }),
    pairs: createPairRound({ ...shared, inTransaction: aboutPairs, panelUrl }),
    privacy: createPrivacyRound({ ...shared, inTransaction: aboutPeople }),
    retention: createRetentionRound({ ...shared, inTransaction: aboutPeople }),
  };
}

/** One of each, in the order of the minute; answers how many messages that made. */
export async function liveThrough(rounds: Rounds): Promise<number> {
  const { sent } = await rounds.sweep();
  const pairs = await rounds.pairs();
  const summaries = await rounds.summaries();
  const { queued } = await rounds.mailings();
  const { farewells } = await rounds.privacy();
  const contests = await rounds.contests();
  return sent + pairs.sent + summaries.sent + queued + farewells + contests.sent;
}
