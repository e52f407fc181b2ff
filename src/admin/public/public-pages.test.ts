import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { everything, lets, publicServer, withdraws } from '../../../test/helpers/publishing.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { erasePerson } from '../../database/repositories/erasure.ts';
import type { Contest, ContestState } from '../../domain/contests/contest.ts';
import type { Person } from '../../domain/people/person.ts';

const database = await testDatabase();
let town: Town;
let server: Awaited<ReturnType<typeof publicServer>>;
const clock = { now: () => new Date('2022-04-05T08:00:00Z') };

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  server = await publicServer(database, clock, 'https://nastavnik.example.org');
});
afterEach(() => server.stop());
afterAll(() => database.stop());

type Laid = { award?: string; place?: number; text?: string; title?: string; mentorId?: string };

async function workOf(contest: Contest, person: Person, laid: Laid = {}): Promise<string> {
  const {
    award = 'winner',
    place = 1,
    text = 'О наставнике',
    title = 'Мой первый год',
    mentorId = null,
  } = laid;
  const [nomination] = contest.nominations;
  const { id } = await entryIn(database, {
    contestId: contest.id,
    nominationId: nomination?.id ?? null,
    personId: person.id,
    organizationId: town.school.id,
    title,
    post: { ownerId: 1000 + Number(person.id), postId: 5 },
  });
  await database.query(
    `insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at) values ($1, now(), $2, 1, now())`,
    [id, text],
  );
  await database.query(
    'insert into contest_result (contest_id, entry_id, place, award) values ($1, $2, $3, $4)',
    [contest.id, id, place, award],
  );
  if (mentorId !== null) {
    await database.query(`update contest_entry set mentor_id = $2, mentor_answer = 'agreed' where id = $1`, [
      id,
      mentorId,
    ]);
  }
  return id;
}

const contestOf = (state: ContestState = 'published') => contestIn(database, town.programme.id, { state });
const zyryanova = () => town.person('Зырянова Вера Ильинична', 'mentee', town.school.id);

/** The one work there is, over and over, each of somebody of their own. */
async function copies(personId: string, count: number): Promise<void> {
  await database.query(
    `with people as (insert into person (programme_id, surname, name, patronymic)
         select programme_id, 'Длиннофамильновский' || n, 'Константин', 'Константинович'
         from person, generate_series(1, $2::int) n where id = $1 returning id),
       given as (insert into consent (person_id, given_by, text_id, way, scope, given_at)
         select people.id, people.id, text_id, 'chat', scope, given_at from people, consent where person_id = $1),
       works as (insert into contest_entry (contest_id, nomination_id, person_id, organization_id, state, source, title,
           created_at, submitted_at, post_owner_id, post_id)
         select contest_id, nomination_id, people.id, organization_id, state, source, title, created_at, submitted_at,
           people.id, 7 from people, contest_entry where person_id = $1 returning id, contest_id, person_id),
       members as (insert into contest_member (entry_id, person_id, role, joined_at)
         select id, person_id, 'author', now() from works),
       texts as (insert into contest_snapshot (entry_id, taken_at, text, author_id, published_at)
         select works.id, taken_at, text, author_id, published_at from works, contest_snapshot)
     insert into contest_result (contest_id, entry_id, place, award)
       select contest_id, id, id, (array['winner', 'laureate', 'participant'])[1 + id % 3] from works`,
    [personId, count],
  );
}

/** Whatever can be read of a contest, pages and feeds alike. */
async function everythingOf(contestId: string, workId: string): Promise<string> {
  const path = `/contests/${contestId}`;
  const paths = ['/contests', '/contests/rss', path];
  const more = ['results', 'gallery', 'rss', `works/${workId}`].map((each) => `${path}/${each}`);
  const answers = await Promise.all([...paths, ...more].map((each) => server.get(each)));
  return answers.map(({ text }) => text).join('\n');
}

describe('what is public', () => {
  test('a published contest shows winners, results, works and feeds of those who let it', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id);
    const work = await workOf(contest, person, { text: 'Спасибо <b>школе</b> & всем' });
    for (const path of ['', '/results', '/gallery', `/works/${work}`]) {
      const page = await server.get(`/contests/${contest.id}${path}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Зырянова Вера Ильинична');
      expect(page.text).toContain('Школа № 3');
    }
    const { text } = await server.get(`/contests/${contest.id}/works/${work}`);
    expect(text).toContain('Спасибо &lt;b&gt;школе&lt;/b&gt; &amp; всем');
    expect(text).toContain(
      `href="https://vk.com/wall${1000 + Number(person.id)}_5" rel="noopener noreferrer nofollow"`,
    );
    expect((await server.get('/contests')).text).toContain(`/contests/${contest.id}`);
  });

  test('nothing of a draft, and no results, works or feed before publication', async () => {
    const person = await zyryanova();
    await lets(database, person.id);
    const draft = await contestOf('draft');
    expect((await server.get(`/contests/${draft.id}`)).status).toBe(404);
    expect((await server.get('/contests')).text).not.toContain(`/contests/${draft.id}`);
    for (const state of ['announced', 'checked'] as const) {
      const contest = await contestOf(state);
      const work = await workOf(contest, person);
      const page = await server.get(`/contests/${contest.id}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('подводим итоги');
      for (const path of ['results', 'gallery', 'rss', `works/${work}`, `works/${work}/files/1`]) {
        expect((await server.get(`/contests/${contest.id}/${path}`)).status).toBe(404);
      }
      expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов/);
    }
  });

  test('of several programmes, each under its own name; a cancelled one says only that', async () => {
    await contestOf('announced');
    const [other] = await database.query<{ id: string }>(
      `insert into programme (key, name) values ('other', 'Соседний город') returning id::text`,
    );
    const theirs = await contestIn(database, other?.id ?? '', { title: 'Чужой конкурс' });
    expect((await server.get('/contests')).text).toMatch(
      /Наставничество<\/h2>|Соседний город<\/h2>[\s\S]*Чужой конкурс/,
    );
    await database.query(
      `update contest set state = 'cancelled', summary = 'Подробности', cancelled_at = now() where id = $1`,
      [theirs.id],
    );
    const page = await server.get(`/contests/${theirs.id}`);
    expect(page.text).toContain('Отменён');
    expect(page.text).not.toContain('Подробности');
    expect((await server.get('/contests')).text).not.toContain('Чужой конкурс');
  });

  test('a work that was turned down, taken back or belongs to another contest is not there', async () => {
    const contest = await contestOf();
    const other = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id);
    const work = await workOf(contest, person);
    expect((await server.get(`/contests/${other.id}/works/${work}`)).status).toBe(404);
    for (const state of ['rejected', 'withdrawn', 'mending']) {
      await database.query('update contest_entry set state = $2 where id = $1', [work, state]);
      expect((await server.get(`/contests/${contest.id}/works/${work}`)).status).toBe(404);
      expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов/);
    }
  });

  test('tells those who may take part where to write, without what signs in', async () => {
    await database.query(
      `insert into setting (key, value) values ('bot:vk', '{"link":"https://vk.me/club1?ref="}')`,
    );
    const closesAt = new Date('2022-05-01T00:00:00Z');
    const contest = await contestIn(database, town.programme.id, { closesAt });
    const { text } = await server.get(`/contests/${contest.id}`);
    expect(text).toContain('href="https://vk.me/club1"');
    expect(text).toContain('#МойНаставник');
  });
});

describe('files', () => {
  const stored = async (name: string, mime: string) => {
    const [row] = await database.query<{ id: string }>(
      `insert into stored_file (name, mime, size, state, bytes) values ($1, $2, 3, 'stored', 'abc') returning id::text`,
      [name, mime],
    );
    return row?.id ?? '';
  };

  test('of a work are handed out under our own names, and only by those who are named with it', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id);
    const work = await workOf(contest, person);
    const file = await stored('Зырянова Вера.PDF', 'text/html');
    await database.query('insert into contest_entry_file (entry_id, file_id, position) values ($1, $2, 1)', [
      work,
      file,
    ]);
    const path = `/contests/${contest.id}/works/${work}`;
    expect((await server.get(path)).text).toContain(`${path}/files/1`);
    const answer = await server.get(`${path}/files/1`);
    expect(answer.text).toBe('abc');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${contest.id}-${work}-1.pdf`,
    );
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    for (const at of ['2', '0', 'x', '1.5'])
      expect((await server.get(`${path}/files/${at}`)).status).toBe(404);
    await lets(database, person.id, { what: ['materials'] });
    expect((await server.get(`${path}/files/1`)).status).toBe(404);
  });

  test('of the regulations are there from the announcement on', async () => {
    const contest = await contestOf('announced');
    const file = await stored('Положение.docx', 'application/octet-stream');
    await database.query('update contest set regulations_file_id = $1', [file]);
    const path = `/contests/${contest.id}`;
    expect((await server.get(path)).text).toContain(`${path}/regulations`);
    expect((await server.get(`${path}/regulations`)).text).toBe('abc');
    await database.query(`update contest set state = 'draft', announced_at = null`);
    expect((await server.get(`${path}/regulations`)).status).toBe(404);
  });
});

describe('without a consent', () => {
  test('no name, and no work, is anywhere; those left out are counted in one line', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    const work = await workOf(contest, person, { text: 'Я, Вера Зырянова' });
    const all = await everythingOf(contest.id, work);
    expect(all).not.toMatch(/Зырянов|Ильинич|Мой первый год/);
    expect((await server.get(`/contests/${contest.id}/results`)).text).toContain('Ещё 1 работа отмечена');
  });

  test.each(everything.map((what) => [what]))('to %s, what it covers is nowhere', async (what) => {
    const contest = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id, { what: everything.filter((each) => each !== what) });
    const work = await workOf(contest, person, { text: 'Я, Вера Зырянова' });
    const all = await everythingOf(contest.id, work);
    const hidden = {
      names: /Зырянов|wall\d|Школа № 3/,
      awards: /class="award"/,
      materials: /Мой первый год|wall\d/,
      work: /Школа № 3/,
      photo: /^$/,
      video: /^$/,
    };
    expect(all).not.toMatch(hidden[what]);
  });

  test('whoever withdraws, sets conditions or asks to be erased is gone with the next request', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    const work = await workOf(contest, person);
    await lets(database, person.id);
    expect(await everythingOf(contest.id, work)).toMatch(/Зырянов/);
    await withdraws(database, person.id);
    expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов|Мой первый год/);

    await lets(database, person.id, { conditions: 'Сначала покажите мне' });
    expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов|Мой первый год/);

    await lets(database, person.id);
    await withdraws(database, person.id, 'personal-data');
    expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов|Мой первый год/);
  });

  test('an erased person is nowhere, and a diploma says that it is real', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id);
    const work = await workOf(contest, person, { text: 'Пишет Зырянова' });
    const code = await diplomaOf(contest, person, work);
    await database.transaction((sql) => erasePerson(sql, person.id, clock.now()));
    expect(await everythingOf(contest.id, work)).not.toMatch(/Зырянов/);
    const page = await server.get(`/diploma/${code}`);
    expect(page.text).toContain('Подлинный');
    expect(page.text).not.toMatch(/Зырянов/);
  });

  test('whatever each of many lets, nobody is named in any answer who does not let it', async () => {
    const contest = await contestOf();
    const silent: RegExp[] = [];
    let work = '';
    const surnames = ['Агафонов', 'Бабушкин', 'Вострецов', 'Гирин', 'Дерендяев', 'Ельцов', 'Жуйков', 'Зорин'];
    const people = await Promise.all(
      surnames.map((surname) => town.person(`${surname} Пётр Ильич`, 'mentee', town.school.id)),
    );
    for (const [at, person] of people.entries()) {
      // Every eighth of the ways to let names, awards and materials.
      const what = (['names', 'awards', 'materials'] as const).filter((_, bit) => (at >> bit) % 2 === 1);
      await lets(database, person.id, { what });
      if (!what.includes('names')) silent.push(new RegExp(person.surname, 'i'));
    }
    for (const [at, person] of people.entries()) {
      const [mate, mentor] = [people[(at + 3) % 8]!, people[(at + 5) % 8]!];
      const named = [person, mate, mentor].map(({ surname }) => surname);
      work = await workOf(contest, person, {
        mentorId: mentor.id,
        title: `О ${named[2]}е`,
        text: `${named[0]} П. И. и Пётр Ильич ${named[1]} о ${named[2]}ым`,
      });
      await database.query(
        `insert into contest_member (entry_id, person_id, role, joined_at) values ($1, $2, 'member', now())`,
        [work, mate.id],
      );
    }
    const all = await everythingOf(contest.id, work);
    for (const name of silent) expect(all).not.toMatch(name);
    // Those who let name and award are there: the test looks at something.
    expect(all).toMatch(/Гирин Пётр Ильич/);
    expect(silent.length).toBe(4);
  });

  test('a mentor is named with their own consent alone, in others’ words neither', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    await lets(database, person.id);
    const work = await workOf(contest, person, { text: 'Спасибо Наталье Юрьевне', mentorId: mentor.id });
    expect(await everythingOf(contest.id, work)).not.toMatch(/Бабинцев|Наталь|wall\d/);
    await lets(database, mentor.id);
    expect(await everythingOf(contest.id, work)).toMatch(/Наставник: Бабинцева Наталья Юрьевна/);
    await database.query(`update contest_entry set mentor_answer = 'declined'`);
    expect(await everythingOf(contest.id, work)).not.toMatch(/Бабинцев|Наталь/);
  });
});

const codeOf = (at: number) => `0123456789abcdefghjkmnpqr${at}`;

async function diplomaOf(contest: Contest, person: Person, entryId: string | null): Promise<string> {
  await database.query(
    `insert into diploma (programme_id, contest_id, entry_id, person_id, kind, award, year, serial, number, code, shown,
       issued_on, created_at)
     values ($1, $2, $3, $4, 'diploma', 'winner', 2022, 1, 'МН-2022-0001', $5, '{}', '2022-04-02', now())`,
    [contest.programmeId, contest.id, entryId, person.id, codeOf(1)],
  );
  return codeOf(1);
}

describe('a diploma', () => {
  test('is told by its code, with the name only where its bearer lets us', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    const code = await diplomaOf(contest, person, await workOf(contest, person));
    for (const path of [
      `/diploma/${code}`,
      `/check/${code.toUpperCase()}`,
      `/check?code=${code.slice(0, 9)}-${code.slice(9)}`,
    ]) {
      const page = await server.get(path);
      expect(page.status).toBe(200);
      expect(page.text).toMatch(/Подлинный[\s\S]*МН-2022-0001[\s\S]*2 апреля 2022[\s\S]*Победитель/);
      expect(page.text).toContain('Имя здесь не показываем');
      expect(page.text).not.toMatch(/Зырянов/);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('x-robots-tag')).toContain('noindex');
    }
    await lets(database, person.id, { what: ['names', 'awards'] });
    expect((await server.get(`/diploma/${code}`)).text).toContain('Зырянова Вера Ильинична');
    await lets(database, person.id, { what: ['names'] });
    expect((await server.get(`/diploma/${code}`)).text).not.toContain('Зырянова');
    await database.query('update diploma set revoked_at = now()');
    expect((await server.get(`/diploma/${code}`)).text).toContain('Отозван');
  });

  test.each([codeOf(2), 'x', '%20', '..', 'a'.repeat(300)])('%s is none', async (code) => {
    expect((await server.get(`/check/${code}`)).status).toBe(404);
  });

  test('cannot be searched for by a machine', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => server.get(`/diploma/${codeOf(2)}`)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(answers.at(-1)?.text).toMatch(/<html lang="ru">/);
  });
});

describe('an answer', () => {
  test('sets no cookie, runs no script, loads nothing from elsewhere, and is kept for half a minute', async () => {
    const contest = await contestOf();
    const person = await zyryanova();
    await lets(database, person.id);
    const work = await workOf(contest, person);
    const paths = [
      '/contests',
      `/contests/${contest.id}`,
      `/contests/${contest.id}/gallery`,
      `/contests/${contest.id}/works/${work}`,
      '/check',
    ];
    for (const path of paths) {
      const page = await server.get(path);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.headers.get('cache-control')).toBe('public, max-age=30');
      expect(page.headers.get('content-security-policy')).toBe(
        "default-src 'none';style-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('strict-transport-security')).toContain('max-age=');
      expect(page.text).not.toMatch(/<script|<img|<iframe|style="|\son\w+=/);
      expect(page.text).not.toMatch(/(?:src|<link[^>]*href)="(?:https?:)?\/\//);
      const etag = page.headers.get('etag') ?? '';
      expect((await server.get(path, { 'if-none-match': etag })).status).toBe(304);
    }
    const gallery = await server.get(`/contests/${contest.id}/gallery`);
    const etag = gallery.headers.get('etag') ?? '';
    expect(gallery.headers.get('x-robots-tag')).toBe('noindex, noarchive');
    await withdraws(database, person.id);
    expect((await server.get(`/contests/${contest.id}/gallery`, { 'if-none-match': etag })).status).toBe(200);
  });

  test('says in plain words that there is nothing', async () => {
    for (const path of [
      '/contests/0',
      '/contests/x',
      '/contests/9999999999999999999',
      '/contests/1/works/x',
    ]) {
      const page = await server.get(path);
      expect(page.status).toBe(404);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.text).toContain('Такой страницы нет');
    }
  });

  test('with 200 works, long ones too, is below 50 KB, and no page leaves one out', async () => {
    const contest = await contestOf();
    const hard = '"Очень" & <длинно>, '.repeat(400);
    const first = await zyryanova();
    await lets(database, first.id);
    await workOf(contest, first, { title: hard.slice(0, 200), text: hard });
    await copies(first.id, 199);
    const ids = new Set(
      (await database.query<{ id: string }>('select id::text from contest_entry')).map(({ id }) => id),
    );
    const path = `/contests/${contest.id}`;
    const sizes: number[] = [];
    const shown = new Set<string>();
    const look = async (each: string) => {
      const page = await server.get(each);
      expect(page.status).toBe(200);
      sizes.push(Buffer.byteLength(page.text));
      return page.text;
    };
    await look('/contests');
    await look(path);
    await look(`${path}/rss`);
    for (let page = 1; page <= 10; page += 1) {
      const text = await look(`${path}/gallery?page=${page}`);
      for (const [, id] of text.matchAll(/\/works\/(\d+)"/g)) shown.add(id ?? '');
    }
    expect(shown).toEqual(ids);
    let named = 0;
    for (let page = 1; page <= 4; page += 1) {
      named += [...(await look(`${path}/results?page=${page}`)).matchAll(/class="award"/g)].length;
    }
    expect(named).toBe(200);
    await look(`${path}/works/${[...ids][0]}`);
    expect(Math.max(...sizes)).toBeLessThan(50_000);
  });
});
