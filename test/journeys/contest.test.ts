import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSessionBook } from '../../src/database/repositories/staff-session-book.ts';
import { createJudgingDesk } from '../../src/desks/judging-desk.ts';
import { postUrl } from '../../src/domain/posts/post.ts';
import type { NewPost, WallPost } from '../../src/sandbox/vk/walls.ts';
import { surf } from '../helpers/chromium.ts';
import { type Author, crowd } from '../helpers/contest-crowd.ts';
import { docxLines } from '../helpers/docx-text.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { independentRanking, type ScoreRow } from '../helpers/independent-ranking.ts';
import { type Caller, caller, deskDeps, staffAs } from '../helpers/panel-server.ts';
import { lets, withdraws } from '../helpers/publishing.ts';
import { type StagedCity, stagedCity } from '../helpers/staged-city.ts';

// A contest of posts from its announcement to the diplomas, over the whole program and the sandbox's VK.
hurryTime();
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** Where pictures for the README are put; nowhere unless it is named. */
const pictures = process.env.PICTURES;
const authorsCount = 110;
/** Each of these hands in one work, and it has a fault of the kind that stands at their place. */
const faultyCount = 20;
const mentorTag = '#МойНаставник';
const storyTag = '#МойОпытНаставничества';
const story = 'Мой наставник помог мне провести первый открытый урок и не бояться вопросов класса. ';

let city: StagedCity;
let staff: Caller;
let staffHeaders: Record<string, string>;
let authors: Author[];
let contestId: string;
let nominations: { id: string; title: string; hashtags: string[] }[];
let criteria: { id: string; weight: number; scale: number }[];

const walls = () => city.sandbox().vk.walls;
const rows = <Row>(text: string, params: unknown[] = []) => city.database.query<Row>(text, params);

async function signedIn(personId: string): Promise<Caller> {
  const { token } = await createSessionBook(city.database).begin(
    { personId, secondFactor: true, agent: 'test', network: null },
    new Date(),
  );
  staffHeaders = { cookie: `staff=${token}`, 'x-nastavnik': 'panel' };
  return caller(city.adminUrl(), staffHeaders);
}

async function holder(role: string): Promise<string> {
  const [found] = await rows<{ id: string }>(
    'select person_id::text as id from appointment where role = $1 and ended_at is null order by id limit 1',
    [role],
  );
  return found?.id ?? '';
}

beforeAll(async () => {
  city = await stagedCity();
  authors = await crowd(city.database, city.sandbox(), { count: authorsCount, at: city.now() });
  staff = await signedIn(await holder('coordinator'));
});
afterAll(async () => {
  await city?.stop();
});

/** How many works of the contest are in each state. */
async function states(): Promise<Record<string, number>> {
  const found = await rows<{ state: string; count: number }>(
    'select state, count(*)::int as count from contest_entry where contest_id = $1 group by 1',
    [contestId],
  );
  return Object.fromEntries(found.map(({ state, count }) => [state, count]));
}

const picture = { kind: 'photo' as const };
const goodText = (tag: string, index: number) => `${story}Работа ${index}. ${tag}`;

function publish(author: Author, post: NewPost = {}, tag = mentorTag): WallPost {
  return walls().publish(author.vkId, {
    text: goodText(tag, author.index),
    attachments: [picture],
    likes: author.index,
    views: 300 + author.index,
    ...post,
  });
}

/** Sends a link out of the blue, and says which contest and nomination it is for. */
async function send(author: Author, post: WallPost, nomination: string): Promise<void> {
  author.says(`Вот: ${postUrl(post)}`);
  await author.sees('Подать эту публикацию');
  await author.presses('Да, подать');
  await author.presses(nomination.slice(0, 30));
}

async function handIn(author: Author, post: WallPost, nomination: string): Promise<void> {
  await send(author, post, nomination);
  await author.told('Принял на конкурс');
}

/** Points as if thought of: always the same for the same work, criterion and juror. */
function halfPoints(of: string, scale: number): number {
  const drawn = createHash('sha256').update(of).digest().readUInt16BE() / 65_536;
  return Math.round(2 * scale * (0.4 + 0.6 * drawn)) / 2;
}

function raise(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** In small groups, as a city does; more at once is no quicker. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>, abreast = 10): Promise<void> {
  for (let from = 0; from < items.length; from += abreast) {
    await Promise.all(items.slice(from, from + abreast).map(work));
  }
}

/** What is wrong with a work, what the check calls it, and how its author mends it. */
type Fault = { code: string; post(author: Author): WallPost; mend(author: Author, post: WallPost): unknown };

const again = async (author: Author, post: WallPost, nomination = nominations[0]?.title ?? '') => {
  await author.presses('Заменить ссылку');
  await author.sees(nomination);
  author.says(postUrl(post));
};
const replaced = (author: Author) => again(author, publish(author));
const rewritten = (author: Author, post: WallPost) => {
  walls().edit(post, { text: goodText(mentorTag, author.index), attachments: [picture] });
};

const faults: readonly Fault[] = [
  {
    code: 'post-not-visible',
    post(author) {
      const post = publish(author);
      walls().remove(post);
      return post;
    },
    mend: (_author, post) => walls().restore(post),
  },
  {
    code: 'post-closed-profile',
    post(author) {
      walls().closeProfile(author.vkId);
      return publish(author);
    },
    mend: (author) => walls().closeProfile(author.vkId, false),
  },
  {
    code: 'post-not-visible',
    post: (author) => publish(author, { friendsOnly: true }),
    mend: (_author, post) => walls().mark(post, { friendsOnly: false }),
  },
  {
    code: 'post-not-own',
    post: () =>
      walls().publish(city.sandbox().people.all()[0]?.vk.chat.accountId ?? 0, {
        text: goodText(mentorTag, 0),
        attachments: [picture],
      }),
    mend: replaced,
  },
  {
    code: 'post-repost',
    post: (author) => walls().repost(author.vkId, publish(author)),
    mend: replaced,
  },
  {
    code: 'post-too-early',
    post: (author) => publish(author, { at: new Date(city.now().getTime() - 40 * 86_400_000) }),
    mend: replaced,
  },
  { code: 'post-hashtag-missing', post: (author) => publish(author, { text: story }), mend: rewritten },
  {
    code: 'post-hashtag-missing',
    post: (author) => publish(author, { text: `${story}${mentorTag}2021` }),
    mend: rewritten,
  },
  { code: 'post-too-short', post: (author) => publish(author, { text: mentorTag }), mend: rewritten },
  { code: 'post-needs', post: (author) => publish(author, { attachments: [] }), mend: rewritten },
  {
    code: 'post-ad',
    post: (author) => publish(author, { ad: true }),
    mend: (_author, post) => walls().mark(post, { ad: false }),
  },
  {
    code: 'post-community-unconfirmed',
    post(author) {
      walls().addCommunity({ id: 77_000 + author.index, name: 'Чужая школа' });
      return walls().publish(-77_000 - author.index, {
        fromId: -77_000 - author.index,
        text: goodText(mentorTag, author.index),
        attachments: [picture],
      });
    },
    mend: replaced,
  },
];
const faultOf = (author: Author): Fault => faults[author.index % faults.length] as Fault;

test('staff set up the contest and announce it on the community’s wall', async () => {
  const made = await staff.post('/api/contests', { from: 'template', key: 'my-mentor' });
  expect(made.status).toBe(201);
  contestId = made.body.id;
  const seen = await staff.get(`/api/contests/${contestId}`);
  const { settings } = seen.body;
  const day = 86_400_000;
  const opensAt = new Date(city.now().getTime() - 3_600_000);
  const at = (days: number) => new Date(opensAt.getTime() + days * day).toISOString();
  const tags = [mentorTag, storyTag];
  const saved = await staff.put(
    `/api/contests/${contestId}`,
    {
      ...settings,
      opensAt: opensAt.toISOString(),
      closesAt: at(10),
      judgingUntil: at(40),
      resultsOn: null,
      terms: {
        ...settings.terms,
        roles: [],
        perPerson: 2,
        perNomination: 1,
        post: { ...settings.terms.post, minLength: 40, needs: 'picture' },
        results: { ...settings.terms.results, by: 'jury', minSheets: 1 },
        showsComments: true,
      },
      nominations: settings.nominations.map((each: { hashtags: string[] }, index: number) => ({
        ...each,
        hashtags: [tags[index]],
      })),
    },
    { 'if-match': seen.headers.get('etag') ?? '' },
  );
  expect(saved.body).toMatchObject({ lacks: [] });
  ({ nominations, criteria } = (await staff.get(`/api/contests/${contestId}`)).body.settings);
  expect(nominations).toHaveLength(2);
  const announced = await staff.post(`/api/contests/${contestId}/announcement`, {
    post: 'Начинаем конкурс «Мой наставник»!',
    mailing: null,
  });
  expect(announced.status).toBe(200);
  await city.live();
  const onWall = walls().postsOf(-city.sandbox().vk.groupId);
  expect(onWall.map(({ text }) => text)).toEqual([expect.stringContaining('Начинаем конкурс')]);
});

test('180 good works come by chat, twenty of them found by their hashtag first', async () => {
  const [first, second] = nominations;
  const good = authors.slice(faultyCount);
  const [seekers, others] = [good.slice(0, 20), good.slice(20)];
  const published = new Map(seekers.map((author) => [author.index, publish(author)]));
  await each(others, async (author) => {
    await handIn(author, publish(author), first?.title ?? '');
    await author.told('работа принята');
  });
  // Over the week-end: nobody is written to who asked for nothing.
  for (let day = 0; day < 3; day += 1) await city.advance('day');
  expect(await states()).toEqual({ accepted: 70, found: 20 });
  await each(seekers, async (author) => {
    await author.told('Нашёл вашу публикацию');
    await handIn(author, published.get(author.index) as WallPost, first?.title ?? '');
  });
  await each(good, (author) => handIn(author, publish(author, {}, storyTag), second?.title ?? ''));
  await vi.waitFor(async () => expect(await states()).toEqual({ accepted: 180 }), 30_000);
});

test('twenty faulty ones are told what to mend at once, and mended', async () => {
  const nomination = nominations[0]?.title ?? '';
  const faulty = authors.slice(0, faultyCount);
  const sent = new Map<number, WallPost>();
  await each(faulty, async (author) => {
    const post = faultOf(author).post(author);
    sent.set(author.index, post);
    await handIn(author, post, nomination);
    await author.told('Чтобы работа участвовала, нужно поправить');
  });
  const kept = await rows<{ personId: string; codes: string[] }>(
    `select person_id::text as "personId", array(select f->>'code' from jsonb_array_elements(findings) f) as codes
     from contest_entry where contest_id = $1 and state = 'mending'`,
    [contestId],
  );
  expect(Object.fromEntries(kept.map(({ personId, codes }) => [personId, codes]))).toEqual(
    Object.fromEntries(faulty.map((author) => [author.id, [faultOf(author).code]])),
  );
  await each(faulty, async (author) => {
    const { mend } = faultOf(author);
    await mend(author, sent.get(author.index) as WallPost);
    if (mend !== replaced) await author.presses('Проверить ещё раз');
    await author.told('работа принята');
  });
  expect(await states()).toEqual({ accepted: 200 });
});

test('what cannot be taken is said on the spot', async () => {
  const [one, other] = [authors[faultyCount], authors[0]] as [Author, Author];
  const [taken] = walls().postsOf(one.vkId);
  await send(other, taken as WallPost, nominations[1]?.title ?? '');
  await other.told('уже участвует');
  other.says('https://vk.cc/abc123');
  expect(await states()).toEqual({ accepted: 200 });
});

test('what changes afterwards is noticed in time, and growth that looks bought is marked for staff', async () => {
  const [first, second, third, fourth] = authors.slice(50) as [Author, Author, Author, Author];
  const own = (author: Author) =>
    walls()
      .postsOf(author.vkId)
      .find(({ text }) => text.includes(mentorTag)) as WallPost;
  const posts = [first, second, third, fourth].map(own) as [WallPost, WallPost, WallPost, WallPost];
  walls().edit(posts[0], {
    text: 'Передумала, без хештега. Но о наставнике: он мне очень помог в этом году.',
  });
  walls().remove(posts[1]);
  walls().closeProfile(third.vkId);
  walls().count(posts[3], { likes: 5000, views: 40 });
  await city.advance('day');
  await first.told('Посмотрел на вашу работу ещё раз');
  await second.told('Посмотрел на вашу работу ещё раз');
  await third.told('Посмотрел на вашу работу ещё раз');
  const marked = await rows<{ personId: string }>(
    `select person_id::text as "personId" from contest_entry where contest_id = $1 and marks <> '[]'`,
    [contestId],
  );
  expect(marked).toEqual([{ personId: fourth.id }]);
  rewritten(first, posts[0]);
  walls().closeProfile(third.vkId, false);
  for (const author of [first, third]) {
    await author.presses('Проверить ещё раз');
    await author.sees('работа принята');
  }
  // The other work of whoever opened their page again is looked at when its time comes.
  await vi.waitFor(async () => expect((await states()).accepted).toBe(198), 30_000);
});

test('at the close all is looked at for the last time, and counters stand', async () => {
  await city.advance('week');
  const [contest] = await rows<{ frozen: boolean }>(
    'select frozen_at is not null as frozen from contest where id = $1',
    [contestId],
  );
  expect(contest?.frozen).toBe(true);
  const [counted] = await rows<{ entries: number }>(
    `select count(*)::int as entries from contest_counters k join contest_entry e on e.id = k.entry_id
     where e.contest_id = $1 and k.final`,
    [contestId],
  );
  expect(counted?.entries).toBeGreaterThanOrEqual(199);
  const late = authors[30] as Author;
  late.says(postUrl(publish(late)));
  expect((await states()).accepted).toBe(199);
});

test('five jurors judge, each without their own school', async () => {
  const organizations = await rows<{ id: string; kind: string; programmeId: string }>(
    'select id::text, kind, programme_id::text as "programmeId" from organization order by kind, id',
  );
  const place = (kind: string) => organizations.find((each) => each.kind === kind) ?? raise(kind);
  const desk = createJudgingDesk(deskDeps(city.database, { now: city.now }));
  const jurors = ['Судьина', 'Правдина', 'Оценкина', 'Мудрова', 'Честнова'];
  await each(jurors, async (surname) => {
    const nth = jurors.indexOf(surname);
    const { id: organizationId, programmeId } = place(nth === 0 ? 'school' : 'office');
    const [row] = await rows<{ id: string }>(
      `with made as (insert into person (programme_id, surname, name, patronymic) values ($1, $2, 'Алла', 'Львовна') returning id),
         seat as (insert into appointment (person_id, role, organization_id) select id, 'jury', $3 from made)
       select id::text from made`,
      [programmeId, surname, organizationId],
    );
    const id = row?.id ?? '';
    const put = await staff.put(`/api/contests/${contestId}/jury/${id}`, {
      isChair: nth === 1,
      nominationIds: null,
    });
    expect(put.status).toBe(200);
    const juror = staffAs(id, programmeId, [{ role: 'jury', organizationId }]);
    for (const { entryId } of (await desk.works(juror, contestId)).items) {
      const points = criteria.map(({ id: criterionId, scale }, at) => ({
        criterionId,
        points: halfPoints(`${entryId} ${at} ${nth}`, scale),
      }));
      await desk.save(juror, entryId, { points, comment: `О работе ${entryId}` });
      await desk.finish(juror, entryId);
    }
  });
  const own = await rows<{ juror: string }>(
    `select j.person_id::text as juror from contest_sheet s join contest_juror j on j.id = s.juror_id
     join contest_entry e on e.id = s.entry_id
     join appointment a on a.person_id = j.person_id and a.organization_id = e.organization_id`,
  );
  expect(own).toEqual([]);
});

test('the ranking equals the one of an independent script', async () => {
  const checked = await staff.post(`/api/contests/${contestId}/results/check`, {
    force: 'Одну публикацию автор удалил',
  });
  expect(checked.status).toBe(200);
  const scores = await rows<ScoreRow>(
    `select j.id::text as juror, e.id::text as entry, e.nomination_id::text as nomination, p.criterion_id::text as criterion,
       p.points::float8 as points
     from contest_score p join contest_sheet s on s.id = p.sheet_id and s.finished_at is not null
     join contest_juror j on j.id = s.juror_id join contest_entry e on e.id = s.entry_id
     where e.contest_id = $1 and e.state = 'accepted'`,
    [contestId],
  );
  const again = independentRanking(scores, criteria, checked.body.rules);
  const stored = await rows<{ entry: string; nomination: string; place: number; total: string }>(
    `select r.entry_id::text as entry, e.nomination_id::text as nomination, r.place, r.total::text
     from contest_result r join contest_entry e on e.id = r.entry_id where r.contest_id = $1 and r.place is not null`,
    [contestId],
  );
  expect(stored).toHaveLength(199);
  const plain = (list: readonly { entry: string; place: number }[]) =>
    list.map(({ entry, place }) => `${place} ${entry}`).sort();
  expect(plain(stored)).toEqual(plain(Object.values(again).flat()));
  for (const one of Object.values(again).flat()) {
    const same = stored.find(({ entry }) => entry === one.entry);
    expect(Number(same?.total)).toBeCloseTo(one.score, 5);
  }
});

test('the results are published once, and everybody is told once', async () => {
  const published = await staff.post(`/api/contests/${contestId}/results/publication`, {
    post: 'planned',
    text: 'Итоги конкурса «Мой наставник»',
  });
  expect(published.status).toBe(202);
  const twice = await staff.post(`/api/contests/${contestId}/results/publication`, {
    post: 'none',
    text: '',
  });
  expect(twice.status).toBe(409);
  await errandDone(published.body.id);
  await city.live();
  const told = await rows<{ people: number; notices: number }>(
    `select count(distinct person_id)::int as people, count(*)::int as notices from contest_notice
     where contest_id = $1 and occasion = 'results'`,
    [contestId],
  );
  expect(told).toEqual([{ people: authorsCount, notices: authorsCount }]);
  const onWall = walls().postsOf(-city.sandbox().vk.groupId);
  expect(onWall.filter(({ text }) => text.includes('Итоги конкурса'))).toHaveLength(1);
});

async function errandDone(id: string): Promise<void> {
  await vi.waitFor(async () => {
    const { body } = await staff.get(`/api/errands/${id}`);
    expect(body).toMatchObject({ state: 'done', fault: null });
  }, 120_000);
}

test('the protocol says who judged and who won', async () => {
  const body = { number: '1', heldOn: null, absent: [], secretary: null };
  const made = await staff.post(`/api/contests/${contestId}/results/protocol`, body);
  expect(made.status).toBeLessThan(300);
  const file = await fetch(`${city.adminUrl()}/api/contests/${contestId}/results/protocol`, {
    headers: staffHeaders,
  });
  const text = (await docxLines(new Uint8Array(await file.arrayBuffer()))).join('\n');
  for (const surname of ['Судьина', 'Правдина', 'Оценкина', 'Мудрова', 'Честнова'])
    expect(text).toContain(surname);
  const winners = await rows<{ surname: string }>(
    `select p.surname from contest_result r join contest_entry e on e.id = r.entry_id join person p on p.id = e.person_id
     where r.contest_id = $1 and r.award = 'winner'`,
    [contestId],
  );
  expect(winners.length).toBeGreaterThanOrEqual(2);
  for (const { surname } of winners) expect(text).toContain(surname);
});

test('two hundred papers are given, each with one number, and sent once', async () => {
  const groups = ['diplomas', 'certificates', 'jurors'];
  const seen = await staff.post(`/api/contests/${contestId}/diplomas/candidates`, {
    personIds: [],
    corrections: [],
  });
  const count = seen.body.items.filter(({ group }: { group: string }) => groups.includes(group)).length;
  expect(count).toBeGreaterThanOrEqual(200);
  const ordered = await staff.post(`/api/contests/${contestId}/diplomas`, {
    groups,
    personIds: [],
    corrections: [],
    templates: {},
    count,
  });
  expect(ordered.status).toBe(202);
  await errandDone(ordered.body.id);
  await city.live();
  const [given] = await rows<{
    papers: number;
    numbers: number;
    printed: number;
    told: number;
    last: number;
  }>(
    `select count(*)::int as papers, count(distinct number)::int as numbers, count(file_id)::int as printed,
       count(told_at)::int as told, max(serial)::int as last from diploma where contest_id = $1`,
    [contestId],
  );
  // Jurors of the test have no chat.
  expect(given).toEqual({ papers: count, numbers: count, printed: count, told: count - 5, last: count });
  const [first] = authors;
  const mine = await rows<{ code: string }>('select code from diploma where person_id = $1 order by id', [
    first?.id,
  ]);
  expect(first?.phone.fromBot().flatMap(({ attachments }) => attachments)).toHaveLength(mine.length);
  const proof = await fetch(`${city.adminUrl()}/diploma/${mine[0]?.code}`);
  expect(proof.status).toBe(200);
  expect(await proof.text()).toContain('Мой наставник');
});

test('the public pages name those who consented, until they do not', async () => {
  const read = async () => {
    const pages = await Promise.all(
      ['', '/results', '/gallery', '/rss'].map(async (path) => {
        const page = await fetch(`${city.adminUrl()}/contests/${contestId}${path}`);
        expect(page.status).toBe(200);
        const text = await page.text();
        expect(Buffer.byteLength(text)).toBeLessThan(50 * 1024);
        return text;
      }),
    );
    return pages.join('\n');
  };
  const winners = await rows<{ id: string }>(
    `select distinct e.person_id::text as id from contest_result r join contest_entry e on e.id = r.entry_id
     where r.contest_id = $1 and r.award = 'winner'`,
    [contestId],
  );
  const shown = await read();
  const isNamed = (author: Author, text: string) =>
    text.includes(author.surname) && text.includes(author.name);
  const named = authors.filter((author) => winners.some(({ id }) => id === author.id));
  for (const author of named.filter(({ isPublic }) => !isPublic)) {
    expect(shown).not.toContain(`${author.surname} ${author.name}`);
  }
  const [winner] = named;
  if (winner === undefined) throw new Error('nobody has won');
  await lets(city.database, winner.id, { where: ['office-site'], at: city.now() });
  expect(isNamed(winner, await read())).toBe(true);
  await withdraws(city.database, winner.id);
  expect((await read()).includes(`${winner.surname} ${winner.name}`)).toBe(false);
});

test('it all can be looked at', async () => {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const url = city.adminUrl();
  const [work] = await rows<{ id: string }>(
    `select id::text from contest_entry where contest_id = $1 and marks <> '[]' limit 1`,
    [contestId],
  );
  const paths: Record<string, string> = {
    contests: '/panel/contests',
    contest: `/panel/contests/${contestId}`,
    'contest-settings': `/panel/contests/${contestId}/settings`,
    'contest-entries': `/panel/contests/${contestId}/entries`,
    'contest-entry': `/panel/contests/${contestId}/entries/${work?.id}`,
    'contest-progress': `/panel/contests/${contestId}/progress`,
    'contest-results': `/panel/contests/${contestId}/results`,
    'contest-diplomas': `/panel/contests/${contestId}/diplomas`,
    'public-contest': `/contests/${contestId}`,
    'public-results': `/contests/${contestId}/results`,
    'public-gallery': `/contests/${contestId}/gallery`,
  };
  for (const [size, width] of [
    ['', 1280],
    ['-phone', 360],
  ] as const) {
    const browser = await surf({ width, height: 900 });
    const cookie = staffHeaders.cookie?.split('=')[1] ?? '';
    await browser.context.addCookies([{ name: 'staff', value: cookie, url }]);
    for (const [name, path] of Object.entries(paths)) {
      await browser.page.goto(`${url}${path}`);
      await browser.page.getByRole('heading', { level: 1 }).first().waitFor();
      await browser.page.waitForLoadState('networkidle');
      await browser.page.screenshot({ path: join(pictures, `${name}${size}.png`) });
    }
    await browser.stop();
  }
  const [paper] = await rows<{ id: string }>(
    `select id::text from diploma where contest_id = $1 and award = 'winner' limit 1`,
    [contestId],
  );
  const file = await fetch(`${url}/api/diplomas/${paper?.id}/file`, { headers: staffHeaders });
  await writeFile(join(pictures, 'diploma.pdf'), new Uint8Array(await file.arrayBuffer()));
});

test('nothing that was said or asked is outside the platforms’ schemas', () => {
  city.verify(...authors.slice(0, 10).map(({ surname }) => surname));
});
