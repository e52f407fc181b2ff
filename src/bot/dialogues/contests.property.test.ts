import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closesAt, contestIn, opensAt } from '../../../test/helpers/contest-town.ts';
import { type Chat, conversations, file } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import type { Contest } from '../../domain/contests/contest.ts';

let now = opensAt;
const clock = { now: () => now };
let database: Database;
let town: Town;
let contests: Contest[];
let runs = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

const limits = { perPerson: 2, perNomination: 1, team: { allowed: true, least: 1, most: 2 } };
const nominations = [{ title: 'Мой наставник' }, { title: 'Мой опыт' }];

/** Three people who use the same contests, one of posts and one of works. */
async function begin(): Promise<Chat[]> {
  now = opensAt;
  runs += 1;
  await database.query(`update contest set state = 'cancelled'`);
  contests = [];
  for (const kind of ['post', 'work'] as const) {
    const title = kind === 'post' ? 'Публикации' : 'Работы';
    contests.push(await contestIn(database, town.programme.id, { kind, title, terms: limits, nominations }));
  }
  const talks = conversations(database, { clock });
  const chats: Chat[] = [];
  for (const [index, platform] of ['vk', 'telegram', 'vk'].entries()) {
    const person = await town.person(`Котова${runs} Анна`, 'mentee', town.school.id);
    const accountId = `${runs}-${index}`;
    await database.query(
      'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
      [platform, accountId, person.id],
    );
    chats.push(talks.chat(platform, accountId));
  }
  return chats;
}

const said = [
  'https://vk.com/wall5_1',
  'https://vk.com/wall5_2',
  'https://vk.com/wall5_3',
  'Название',
  'https://disk.example.org/1',
  '/contests',
  'мои работы',
  '/cancel',
  '',
];
const step = fc.record({
  who: fc.nat(2),
  act: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('button' as const), which: fc.nat(9), back: fc.nat(2) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...said) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('files' as const),
        names: fc.constantFrom(['a.pdf'], ['b.pdf', 'c.png', 'd.exe']),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('enter' as const),
        contest: fc.nat(1),
        nomination: fc.nat(1),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('hand-in' as const),
        contest: fc.nat(1),
        nomination: fc.nat(1),
        post: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('join' as const), which: fc.nat(5) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('any' as const),
        verb: fc.constantFrom('again', 'replace', 'withdrawn', 'nomination', 'team', 'left', 'enough'),
        which: fc.nat(5),
        nomination: fc.nat(1),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('later' as const), share: fc.integer({ min: 1, max: 20 }) }),
    },
  ),
});
type Act =
  typeof step extends fc.Arbitrary<infer Step> ? (Step extends { act: infer One } ? One : never) : never;

async function does(chat: Chat, act: Act): Promise<void> {
  if (act.kind === 'button') return pressSome(chat, act.which, act.back);
  if (act.kind === 'say') await chat.says(act.text);
  else if (act.kind === 'files') await chat.does({ kind: 'files', text: '', files: act.names.map(file) });
  else if (act.kind === 'enter') {
    const contest = contests[act.contest];
    const nomination = contest?.nominations[act.nomination];
    await pressesAction(chat, `contest:enter:${contest?.id}:${nomination?.id}`);
  } else if (act.kind === 'hand-in') {
    await does(chat, { ...act, kind: 'enter' });
    if (act.contest === 0) await chat.says(`https://vk.com/wall5_${act.post}`);
    else await handInWork(chat);
  } else if (act.kind === 'join') {
    const codes = await database.query<{ code: string }>(
      'select team_code as code from contest_entry where team_code is not null order by id desc limit 6',
    );
    const code = codes[act.which % Math.max(1, codes.length)]?.code;
    if (code !== undefined) await pressesAction(chat, `contest:join:${code}`);
  } else if (act.kind === 'any') {
    const rows = await database.query<{ id: string; contestId: string }>(
      'select id::text, contest_id::text as "contestId" from contest_entry order by id desc limit 6',
    );
    const row = rows[act.which % Math.max(1, rows.length)];
    const nomination = contests.find(({ id }) => id === row?.contestId)?.nominations[act.nomination];
    const more = act.verb === 'nomination' ? `:${nomination?.id}` : '';
    if (row !== undefined) await pressesAction(chat, `entry:${act.verb}:${row.id}${more}`);
  } else {
    const whole = closesAt.getTime() - opensAt.getTime();
    now = new Date(now.getTime() + (whole * act.share) / 40);
  }
}

async function handInWork(chat: Chat): Promise<void> {
  await chat.says('Название');
  for (const label of ['Пропустить', 'Готово']) {
    if (label === 'Готово') await chat.says('https://disk.example.org/2');
    if (chat.labels().includes(label)) await chat.presses(label);
  }
}

/** A button of one of the latest messages, old ones too. */
async function pressSome(chat: Chat, which: number, back: number): Promise<void> {
  const message = chat.phone.shown.filter(({ buttons }) => buttons.length > 0).at(-1 - back);
  const buttons = (message?.buttons ?? []).flat().filter((button) => 'action' in button);
  const button = buttons[which % Math.max(1, buttons.length)];
  if (message !== undefined && button !== undefined) await chat.presses(button.label, message);
}

const live = `('checking', 'mending', 'accepted', 'waitlisted')`;

/** Whatever was pressed: limits hold, a post takes part once, nothing is handed in after the end, teams fit. */
async function check(): Promise<void> {
  const overPerson = await database.query(
    `select m.person_id, e.contest_id from contest_member m join contest_entry e on e.id = m.entry_id
     where m.left_at is null and e.state in ${live}
     group by m.person_id, e.contest_id having count(*) > 2`,
  );
  const overNomination = await database.query(
    `select m.person_id, e.nomination_id from contest_member m join contest_entry e on e.id = m.entry_id
     where m.left_at is null and e.state in ${live}
     group by m.person_id, e.nomination_id having count(*) > 1`,
  );
  const twice = await database.query(
    `select contest_id, post_owner_id, post_id from contest_entry where post_id is not null and state in ${live}
     group by contest_id, post_owner_id, post_id having count(*) > 1`,
  );
  const late = await database.query(
    `select e.id from contest_entry e join contest c on c.id = e.contest_id
     where e.submitted_at >= c.closes_at or e.withdrawn_at >= c.closes_at`,
  );
  const crowded = await database.query(
    'select entry_id from contest_member where left_at is null group by entry_id having count(*) > 2',
  );
  const drafts = await database.query(
    `select contest_id, person_id from contest_entry where state = 'draft' group by 1, 2 having count(*) > 1`,
  );
  const unfit = await database.query(
    `select e.id from contest_entry e join contest c on c.id = e.contest_id
     where e.state in ${live} and (c.kind = 'post') <> (e.post_id is not null)`,
  );
  expect({ overPerson, overNomination, twice, late, crowded, drafts, unfit }).toEqual({
    overPerson: [],
    overNomination: [],
    twice: [],
    late: [],
    crowded: [],
    drafts: [],
    unfit: [],
  });
}

test('whatever three people press and send, the regulations hold and everybody is answered', async () => {
  const walk = fc.array(step, { minLength: 15, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const chats = await begin();
      for (const { who, act } of steps) {
        const chat = chats[who] ?? fail();
        const answers = chat.phone.shown.length + chat.phone.words.length;
        await does(chat, act);
        if (act.kind === 'say' || act.kind === 'files' || act.kind === 'enter') {
          expect(chat.phone.shown.length + chat.phone.words.length, act.kind).toBeGreaterThan(answers);
        }
      }
      await check();
    }),
    { numRuns: 8, endOnFailure: true },
  );
  const handedIn = await database.query('select from contest_entry where submitted_at is not null');
  expect(handedIn.length, 'the walk comes somewhere').toBeGreaterThan(10);
}, 60_000);

function fail(): never {
  throw new Error('there are three of them');
}
