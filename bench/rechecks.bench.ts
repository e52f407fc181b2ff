import { createVkPostReader } from '../src/bot/vk/posts.ts';
import { createContestRoundBooks } from '../src/database/repositories/contest-round-books.ts';
import type { Database } from '../src/database/sql.ts';
import { usualTerms } from '../src/domain/contests/terms.ts';
import { createContestChecks } from '../src/jobs/contest-checks.ts';
import { createSandbox, type Sandbox } from '../src/sandbox/sandbox.ts';
import { benchDatabase } from './bench-database.ts';
import { silentLog } from './silent-log.ts';

const entries = 2000;
const authors = 500;
const perSecond = 20;
const perCall = 100;
const latencyMs = 60;
const rounds = 5;
const most = 1.2;
const hour = 3_600_000;

/**
 * Looks again at 2,000 works, of which 1 in 20 was deleted and 1 in 20 changed, against the least number of calls VK
 * allows: 100 posts a call. The time is told beside what 20 calls a second would take.
 */
export async function run(): Promise<void> {
  const database = await benchDatabase();
  let now = new Date('2022-03-10T06:00:00Z');
  const sandbox = await createSandbox({
    record: 'counts',
    now: () => now,
    vk: { limits: { servicePerSecond: perSecond } },
    faults: [{ kind: 'delay', delayMs: latencyMs }],
  });
  try {
    const keys = await fill(database, sandbox, now);
    const { apiRoot, serviceToken } = sandbox.vk;
    const { check } = createContestChecks({
      inTransaction: (work) => database.transaction((sql) => work(createContestRoundBooks(sql))),
      clock: { now: () => now },
      log: silentLog,
      posts: createVkPostReader({ serviceToken, apiRoot, callsPerSecond: perSecond }),
      community: null,
    });
    await check();
    const least = entries / perCall;
    for (let round = 0; round < rounds; round += 1) {
      now = new Date(now.getTime() + 24 * hour);
      for (const [index, key] of keys.entries()) {
        sandbox.vk.walls.grow(key, { likes: 1, views: 9 });
        if (index % 20 === round * 2) sandbox.vk.walls.remove(key);
        if (index % 20 === round * 2 + 1) sandbox.vk.walls.edit(key, { text: 'Без хэштега' });
      }
      sandbox.ledger.clear();
      const began = performance.now();
      const { looked, waiting } = await check();
      const seconds = (performance.now() - began) / 1000;
      const { calls } = sandbox.ledger;
      const ofPosts = calls.filter(({ method }) => method === 'wall.getById').length;
      const ratio = calls.length / least;
      console.log(
        `${looked} looked at, ${waiting} waiting: ${ofPosts} wall.getById and ${calls.length - ofPosts} more, ${ratio.toFixed(2)} of the least (${least}); ` +
          `${seconds.toFixed(1)} s, of which VK's limit asks ${(calls.length / perSecond).toFixed(1)} s`,
      );
      if (looked !== entries || waiting > 0 || ratio > most) process.exitCode = 1;
    }
    console.log(`required: ${most} of the least number of calls, and nobody left out`);
  } finally {
    await sandbox.stop();
    await database.stop();
  }
}

async function fill(database: Database, sandbox: Sandbox, now: Date) {
  const people = Array.from({ length: authors }, (_, index) =>
    sandbox.people.add({ key: `author-${index}`, name: `Автор ${index}`, open: true }),
  );
  const pages = people.map(({ vk }) => vk.chat.accountId);
  const keys = Array.from({ length: entries }, (_, index) =>
    sandbox.vk.walls.publish(pages[index % authors] ?? 0, {
      text: `Мой наставник, № ${index}. #МойНаставник`,
      likes: 3,
      views: 40,
    }),
  );
  await database.query(
    `with city as (insert into programme (key, name) values ('city', 'Город') returning id),
     contest as (insert into contest (programme_id, kind, title, state, opens_at, closes_at, terms, created_at, announced_at)
       select id, 'post', 'Мой наставник', 'announced', $1::timestamptz - interval '5 days',
         $1::timestamptz + interval '20 days', $2, $1, $1 from city returning id),
     nomination as (insert into contest_nomination (contest_id, position, title, hashtags)
       select id, 1, 'Мой наставник', '{#МойНаставник}' from contest returning id, contest_id),
     author as (insert into person (programme_id, surname, name)
       select city.id, 'Автор', n::text from city, generate_series(1, $3) n returning id),
     numbered as (select id, row_number() over (order by id) as n from author),
     account as (insert into chat_account (platform, account_id, chat_id, person_id)
       select 'vk', p.page, p.page, a.id from numbered a join unnest($4::text[]) with ordinality p (page, n) using (n) returning 1)
     insert into contest_entry (contest_id, nomination_id, person_id, state, source, post_owner_id, post_id, created_at,
       submitted_at, check_due_at)
     select m.contest_id, m.id, a.id, 'checking', 'chat', k.owner_id, k.post_id, $1, $1, $1
     from nomination m, unnest($5::bigint[], $6::bigint[]) with ordinality k (owner_id, post_id, n)
     join numbered a on a.n = (k.n - 1) % $3 + 1`,
    [
      now,
      JSON.stringify(usualTerms),
      authors,
      pages.map(String),
      keys.map(({ ownerId }) => ownerId),
      keys.map(({ postId }) => postId),
    ],
  );
  return keys;
}
