import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createEntryBook } from '../database/repositories/entry-book.ts';
import type { Database } from '../database/sql.ts';
import { readXlsx } from '../documents/read-xlsx.ts';
import { unpack } from '../documents/unpack.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { EntryFilter, EntrySort, StepDraft } from '../domain/contests/entry-desk.ts';
import type { ListQuery } from '../domain/lists/page.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { createEntryDesk } from './entry-desk.ts';

let now = new Date('2022-03-15T08:00:00Z');
let database: Database;
let town: Town;
let contest: Contest;
let coordinator: Staff;
let curator: Staff;
let author: string;
let desk: ReturnType<typeof createEntryDesk>;
const post = { ownerId: 501, postId: 7 };
const all: EntryFilter = {
  states: null,
  nominationId: null,
  organizationId: null,
  trouble: false,
  marked: false,
};
const query = (changed: Partial<ListQuery<EntrySort>> = {}): ListQuery<EntrySort> => ({
  page: 1,
  size: 50,
  sort: 'submitted',
  descending: true,
  q: null,
  ...changed,
});

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  now = new Date('2022-03-15T08:00:00Z');
  await emptied(database);
  town = await foundTown(database);
  contest = await contestIn(database, town.programme.id);
  const appointed = async (names: string, role: 'coordinator' | 'curator', organizationId: string) =>
    staffAs((await town.person(names, role, organizationId)).id, town.programme.id, [
      { role, organizationId },
    ]);
  coordinator = await appointed('Главная Ольга Ильинична', 'coordinator', town.office.id);
  curator = await appointed('Писарева Вера Львовна', 'curator', town.school.id);
  author = (await town.person('Орлова Анна Петровна', 'mentor', town.school.id)).id;
  desk = createEntryDesk(deskDeps(database, { now: () => now }));
});

const enter = (wish: Partial<Parameters<typeof entryIn>[1]> = {}) =>
  entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: author,
    organizationId: town.school.id,
    post,
    ...wish,
  });
const stored = async (id: string) => {
  const entry = await createEntryBook(database).find(town.programme.id, id);
  if (entry === null) throw new Error('the entry is gone');
  return entry;
};
const step = (id: string, draft: StepDraft) => desk.step(coordinator, contest.id, id, draft);
const refused = (code: string) => expect.objectContaining({ code });
const messages = async () =>
  (
    await database.query<{ text: string }>(
      `select outgoing->'message'->>'text' as text from delivery order by id`,
    )
  ).map(({ text }) => text);
const reachable = (personId: string, platform = 'vk') =>
  database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id, last_seen_at)
     values ($1, '501', '501', $2, now())`,
    [platform, personId],
  );

describe('the list', () => {
  test('is searched by authors, teams and titles, and filtered by what needs attention', async () => {
    const other = await town.person('Соколова Мария Ильинична', 'mentor', town.otherSchool.id);
    const first = await enter({ title: 'Мой первый год' });
    const second = await enter({
      personId: other.id,
      organizationId: town.otherSchool.id,
      post: { ownerId: 7, postId: 1 },
      teamName: 'Совы',
    });
    await enter({ state: 'draft', post: null });
    await entryIn(database, {
      contestId: contest.id,
      state: 'found',
      source: 'found',
      post: { ownerId: 9, postId: 1 },
    });
    await database.query(
      `update contest_entry set check_trouble = 'vk-6', marks = '[{"code": "likes-over-views", "facts": {}}]' where id = $1`,
      [second.id],
    );
    const ids = async (changed: Partial<EntryFilter>, asked: Partial<ListQuery<EntrySort>> = {}) =>
      (await desk.list(coordinator, contest.id, query(asked), { ...all, ...changed })).items.map(
        ({ id }) => id,
      );
    expect(await ids({})).toEqual([second.id, first.id]);
    expect(await ids({}, { q: 'орлова' })).toEqual([first.id]);
    expect(await ids({}, { q: 'совы' })).toEqual([second.id]);
    expect(await ids({}, { q: 'первый' })).toEqual([first.id]);
    expect(await ids({ trouble: true })).toEqual([second.id]);
    expect(await ids({ marked: true })).toEqual([second.id]);
    expect(await ids({ organizationId: town.school.id })).toEqual([first.id]);
    expect(await ids({ states: ['draft', 'found'] })).toHaveLength(2);
    expect(await ids({}, { sort: 'author', descending: false })).toEqual([first.id, second.id]);
  });

  test('shows a curator the entries of their own school alone', async () => {
    const other = await town.person('Соколова Мария Ильинична', 'mentor', town.otherSchool.id);
    const foreign = await enter({ personId: other.id, organizationId: town.otherSchool.id });
    const own = await enter({ post: { ownerId: 501, postId: 8 } });
    const seen = await desk.list(curator, contest.id, query(), all);
    expect(seen).toMatchObject({ total: 1, items: [{ id: own.id }] });
    await expect(desk.get(curator, contest.id, foreign.id)).rejects.toEqual(refused('entry-unknown'));
    expect((await desk.get(curator, contest.id, own.id)).may).toEqual([]);
    await expect(desk.step(curator, contest.id, own.id, { step: 'reject', reason: 'так' })).rejects.toEqual(
      refused('may-not'),
    );
  });

  test('says since when an entry waits for VK', async () => {
    const { id } = await enter({ state: 'checking' });
    await database.query(`update contest_entry set check_trouble = 'vk-6' where id = $1`, [id]);
    const { items } = await desk.list(coordinator, contest.id, query(), all);
    expect(items[0]?.trouble?.text).toMatch(/^Ждёт ВКонтакте с 10 марта в 10:00/);
  });

  test('goes into a spreadsheet, and the audit says so', async () => {
    await enter({ title: '=формула' });
    const { name, bytes } = await desk.export(coordinator, contest.id, query(), all);
    expect(name).toBe('Работы — Мой наставник.xlsx');
    const { rows } = await readXlsx(bytes, await unpack(bytes));
    expect(rows.flat()).toEqual(expect.arrayContaining(['Орлова Анна Петровна', '=формула', 'принята']));
    const [audit] = await database.query(`select action, after from audit`);
    expect(audit).toEqual({ action: 'contest.entries-exported', after: { count: 1 } });
  });
});

describe('one entry', () => {
  test('is shown with what was seen of it, in words', async () => {
    const { id } = await enter({ state: 'mending' });
    const facts = { from: '2022-03-12T06:00:00Z', to: '2022-03-12T07:00:00Z', likes: 500, views: 0 };
    await database.query(
      `update contest_entry set findings = '[{"code": "post-hashtag-missing", "facts": {"hashtag": "#МойНаставник", "near": ""}}]',
         marks = $2 where id = $1`,
      [id, JSON.stringify([{ code: 'likes-without-views', facts }])],
    );
    await database.query(
      `insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at)
       values ($1, '2022-03-11', 'Мой наставник', 501, '2022-03-10'), ($1, '2022-03-12', 'Мой лучший наставник', 501, '2022-03-10')`,
      [id],
    );
    await database.query(
      `insert into contest_counters (entry_id, at, likes, reposts, comments, views) values ($1, '2022-03-12', 3, 1, 0, 40)`,
      [id],
    );
    const seen = await desk.get(coordinator, contest.id, id);
    expect(seen).toMatchObject({
      state: 'mending',
      author: { surname: 'Орлова' },
      organizationName: 'Школа № 3',
      nominationTitle: 'Мой наставник',
      findings: ['Нет хештега #МойНаставник. Добавьте его в текст публикации.'],
      snapshots: [{ text: 'Мой наставник' }, { text: 'Мой лучший наставник' }],
      counters: [{ likes: 3, views: 40 }],
      team: [{ surname: 'Орлова', role: 'author' }],
    });
    expect(seen.marks[0]).toMatch(
      /^Рост похож на накрутку: \+500 отметок за час .* просмотров не прибавилось/,
    );
    expect(seen.may).toEqual(['accept', 'reject', 'nominate', 'check', 'withdraw', 'marks-seen']);
    expect(seen.history.map(({ action }) => action)).toEqual(['begun', 'submitted']);
  });
});

describe('deciding', () => {
  test('takes an entry in spite of what was found, once and with a reason; its author is told', async () => {
    await reachable(author);
    const { id } = await enter({ state: 'mending' });
    await expect(step(id, { step: 'accept', reason: '  ' })).rejects.toEqual(refused('reason-empty'));
    const seen = await step(id, { step: 'accept', reason: 'Хештег в комментарии' });
    expect(seen).toMatchObject({
      state: 'accepted',
      decidedBy: 'Главная Ольга',
      reason: 'Хештег в комментарии',
    });
    expect(await messages()).toEqual([expect.stringContaining('Причина: Хештег в комментарии')]);
    expect(seen.history.at(-1)).toMatchObject({ action: 'entry.accepted', by: 'Главная Ольга' });
    await expect(step(id, { step: 'accept', reason: 'ещё раз' })).rejects.toEqual(refused('entry-step'));
  });

  test('names nobody through a messenger that may not carry names', async () => {
    await reachable(author, 'telegram');
    const { id } = await enter();
    await step(id, { step: 'reject', reason: 'Текст списан у Соколовой М. И.' });
    expect(await messages()).toEqual([expect.not.stringContaining('Соколовой')]);
  });

  test('what is rejected is looked at no more, and may be taken back', async () => {
    const { id } = await enter();
    await database.query('update contest_entry set check_due_at = $2 where id = $1', [id, now]);
    expect((await step(id, { step: 'reject', reason: 'Списана' })).checkDueAt).toBeNull();
    const back = await step(id, { step: 'restore', reason: '' });
    expect(back).toMatchObject({ state: 'checking', reason: '', decidedAt: null, checkDueAt: now });
  });

  test('nothing is taken back whose post somebody has handed in meanwhile', async () => {
    const { id } = await enter();
    await step(id, { step: 'withdraw', reason: '' });
    const other = await town.person('Соколова Мария Ильинична', 'mentor', town.school.id);
    await enter({ personId: other.id });
    await expect(step(id, { step: 'restore', reason: '' })).rejects.toEqual(refused('entry-repeated'));
    expect((await stored(id)).state).toBe('withdrawn');
  });

  test('is over once the results stand, and nothing is given back after the close', async () => {
    const { id } = await enter();
    now = new Date(contest.closesAt.getTime() + 1000);
    await expect(step(id, { step: 'mend', reason: 'Поправьте' })).rejects.toEqual(refused('contest-stage'));
    expect((await desk.get(coordinator, contest.id, id)).may).not.toContain('mend');
    await database.query(`update contest set state = 'checked', checked_at = now() where id = $1`, [
      contest.id,
    ]);
    await expect(step(id, { step: 'reject', reason: 'Поздно' })).rejects.toEqual(refused('contest-stage'));
  });

  test('of two who decide at once the second finds it decided', async () => {
    const { id } = await enter({ state: 'mending' });
    const both = await Promise.allSettled([
      step(id, { step: 'accept', reason: 'Хорошо' }),
      step(id, { step: 'accept', reason: 'Хорошо' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('another nomination is checked by its hashtags', async () => {
    contest = await contestIn(database, town.programme.id, {
      nominations: [{ title: 'Первая' }, { title: 'Вторая' }],
    });
    const { id } = await enter();
    const nominationId = contest.nominations[1]?.id ?? '';
    const seen = await step(id, { step: 'nominate', nominationId });
    expect(seen).toMatchObject({ nominationTitle: 'Вторая', state: 'accepted', checkDueAt: now });
    await expect(step(id, { step: 'nominate', nominationId: '999999' })).rejects.toEqual(
      refused('nomination-unknown'),
    );
  });

  test('a community is confirmed for the school whose entry stands on its wall', async () => {
    const { id } = await enter({ state: 'mending', post: { ownerId: -88, postId: 3 } });
    const seen = await step(id, { step: 'confirm-community' });
    expect(seen.community).toEqual({ id: 88, link: 'https://vk.com/club88', isConfirmed: true });
    expect(seen.checkDueAt).toEqual(now);
    expect(
      await database.query('select organization_id::text, community_id::int from organization_community'),
    ).toEqual([{ organization_id: town.school.id, community_id: 88 }]);
    expect((await step(id, { step: 'unconfirm-community' })).community?.isConfirmed).toBe(false);
  });

  test('marks that were looked at need no attention any more', async () => {
    const { id } = await enter();
    await expect(step(id, { step: 'marks-seen' })).rejects.toEqual(refused('entry-step'));
    await database.query(
      `update contest_entry set marks = '[{"code": "likes-jump", "facts": {}}]' where id = $1`,
      [id],
    );
    expect((await step(id, { step: 'marks-seen' })).marksSeenAt).toEqual(now);
    expect((await desk.list(coordinator, contest.id, query(), { ...all, marked: true })).total).toBe(0);
  });
});

describe('found works', () => {
  const foundOf = (personId: string | null, postId: number) =>
    entryIn(database, {
      contestId: contest.id,
      nominationId: contest.nominations[0]?.id ?? null,
      state: 'found',
      source: 'found',
      personId,
      post: { ownerId: 501, postId },
    });

  test('those of known authors come first, with an invitation for the others', async () => {
    const unknown = await foundOf(null, 1);
    const known = await foundOf(author, 2);
    const page = await desk.found(coordinator, contest.id, { page: 1, size: 10 });
    expect(page.items.map(({ id }) => id)).toEqual([known.id, unknown.id]);
    expect(page.invitation).toContain('«Мой наставник»');
    await expect(desk.found(curator, contest.id, { page: 1, size: 10 })).rejects.toEqual(refused('may-not'));
  });

  test('one becomes the entry of whoever wrote it, and is checked at once', async () => {
    await reachable(author);
    const { id } = await foundOf(null, 1);
    const seen = await step(id, { step: 'assign', personId: author });
    expect(seen).toMatchObject({
      state: 'checking',
      author: { id: author },
      organizationName: 'Школа № 3',
      checkDueAt: now,
      team: [{ id: author, role: 'author' }],
    });
    expect(await messages()).toEqual([expect.stringContaining('Мы нашли вашу публикацию')]);
  });

  test('limits hold for whoever gets one', async () => {
    await enter();
    const { id } = await foundOf(null, 1);
    await expect(step(id, { step: 'assign', personId: author })).rejects.toEqual(
      refused('contest-enough-nomination'),
    );
    await expect(step(id, { step: 'assign', personId: '999999' })).rejects.toEqual(refused('person-unknown'));
    expect((await stored(id)).state).toBe('found');
  });

  test('one that is no work is dismissed, told to nobody, and may be taken back', async () => {
    await reachable(author);
    const { id } = await foundOf(author, 1);
    expect((await step(id, { step: 'dismiss', reason: 'Реклама' })).state).toBe('rejected');
    expect((await step(id, { step: 'restore', reason: '' })).state).toBe('found');
    expect(await messages()).toEqual([]);
  });
});

describe('handing in for somebody', () => {
  const draft = (changed: object = {}) => ({
    personId: author,
    nominationId: contest.nominations[0]?.id ?? '',
    title: '',
    description: '',
    link: 'https://m.vk.ru/wall501_7?reply=1',
    ...changed,
  });

  test('a post is read from its link, checked at once, and takes a found one over', async () => {
    await reachable(author);
    await entryIn(database, { contestId: contest.id, state: 'found', source: 'found', post });
    const call = { key: 'a-key-of-a-call', requestHash: 'x' };
    const { id } = await desk.add(coordinator, contest.id, draft(), call);
    expect(await desk.add(coordinator, contest.id, draft(), call)).toEqual({ id });
    expect(await stored(id)).toMatchObject({
      state: 'checking',
      source: 'panel',
      post,
      organizationId: town.school.id,
      checkDueAt: now,
    });
    expect(await database.query('select count(*)::int as count from contest_entry')).toEqual([{ count: 1 }]);
    expect(await messages()).toHaveLength(1);
  });

  test('what authors may not is not done for them either', async () => {
    const add = (changed: object) => desk.add(coordinator, contest.id, draft(changed), null);
    await expect(add({ link: 'https://vk.com/nastavnik' })).rejects.toEqual(refused('post-link-wrong'));
    await expect(add({ nominationId: '999999' })).rejects.toEqual(refused('nomination-unknown'));
    await expect(add({ personId: '999999' })).rejects.toEqual(refused('person-unknown'));
    now = contest.closesAt;
    await expect(add({})).rejects.toEqual(refused('contest-stage'));
  });

  test('a work lacks its file until one is put to it', async () => {
    contest = await contestIn(database, town.programme.id, { kind: 'work' });
    const wish = draft({
      title: ' Моя  практика ',
      link: '',
      nominationId: contest.nominations[0]?.id ?? '',
    });
    const { id } = await desk.add(coordinator, contest.id, wish, null);
    expect(await desk.get(coordinator, contest.id, id)).toMatchObject({
      title: 'Моя практика',
      state: 'mending',
      findings: ['В работе нет ни файла, ни ссылки.'],
    });
    const bytes = new TextEncoder().encode('%PDF-1.7 …');
    const seen = await desk.addFile(coordinator, contest.id, id, { name: 'Практика.pdf', bytes });
    expect(seen).toMatchObject({ state: 'accepted', files: [{ name: 'Практика.pdf', state: 'stored' }] });
    const fileId = seen.files[0]?.id ?? '';
    expect((await desk.readFile(curator, contest.id, id, fileId)).name).toBe('Практика.pdf');
    await expect(desk.readFile(curator, contest.id, id, '999999')).rejects.toEqual(refused('file-unknown'));
  });
});
