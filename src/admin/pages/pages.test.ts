import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, browser } from '../../../test/helpers/browser.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type PageServer, pageServer } from '../../../test/helpers/page-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';

let database: Database;
let town: Town;
let pages: PageServer;
let url: string;
let link: PageServer['link'];
let visitor: PageServer['visitor'];
let said: PageServer['said'];
let now = new Date('2026-10-05T08:00:00Z');
const clock = { now: () => now };
let shelf: FileContent | null = null;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: {
      name: 'Управление образования',
      address: 'Город, улица Ленина, 1',
      contact: 'pd@example.org',
    },
  });
});
afterAll(() => database.stop());

beforeEach(async () => {
  now = new Date('2026-10-05T08:00:00Z');
  await start('http://127.0.0.1');
});
afterEach(() => pages.stop());

async function start(publicUrl: string): Promise<void> {
  pages = await pageServer(database, clock, { publicUrl, shelf: () => shelf });
  ({ url, link, visitor, said } = pages);
}

function later(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

test('a link opens once; a messenger that looks at it first spends nothing', async () => {
  const { url: address } = await link();
  const preview = browser(url);
  await preview.get(new URL(address).pathname);
  await preview.get(new URL(address).pathname);
  const page = browser(url);
  expect((await page.opens(address)).path).toBe('/my');
  expect(page.now().status).toBe(200);
  const second = await browser(url).get(new URL(address).pathname);
  expect(second.status).toBe(410);
});

test('of two who press «Продолжить» at the same moment one gets in', async () => {
  const { url: address } = await link();
  const path = new URL(address).pathname;
  const seen = await Promise.all([1, 2].map(() => browser(url).post(path)));
  expect(seen.map(({ status }) => status).sort()).toEqual([200, 410]);
});

test('after half an hour a link is spent, after an hour a visit is over', async () => {
  const { url: address } = await link();
  const other = await link();
  later(29);
  const page = browser(url);
  await page.opens(address);
  later(2);
  expect((await browser(url).get(new URL(other.url).pathname)).status).toBe(410);
  later(59);
  const over = await page.get('/my');
  expect(over.status).toBe(401);
  expect(page.words()).toContain('Попросите в чате новую ссылку');
});

test('without a visit nothing is shown, and leaving ends it for whoever has the cookie', async () => {
  for (const path of ['/my', '/my/data', '/my/consents', '/my/files/1']) {
    expect((await browser(url).get(path)).status, path).toBe(401);
  }
  const { page } = await visitor();
  const kept = page.cookies();
  await page.post('/my/leave');
  expect(page.words()).toContain('Страница закрыта');
  page.take(kept);
  expect((await page.get('/my')).status).toBe(401);
});

test('a form sent without its secret, with another visit’s, or by another site does nothing', async () => {
  const { page } = await visitor();
  const { page: other } = await visitor();
  const foreign = other.csrf();
  const fields = { form: 'mentor', programme: town.programme.id };
  for (const csrf of ['', 'x'.repeat(43), foreign]) {
    await page.get('/my');
    expect((await page.post('/my/join', { ...fields, csrf })).status).toBe(403);
  }
  await page.get('/my');
  expect((await page.post('/my/join', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  await page.get('/my');
  expect(page.words()).toContain('Кем вы хотите участвовать?');
});

test('nothing is kept by browsers, framed, run or fetched from elsewhere', async () => {
  const { page } = await visitor();
  const { headers, text } = page.now();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(text).not.toMatch(/<script|style=|https?:\/\//);
  const sheet = await page.get('/page.css');
  expect(sheet.status).toBe(200);
  expect(sheet.text).not.toMatch(/url\(|@import|https?:/);
});

test('over https the cookie is bound to this host', async () => {
  await pages.stop();
  await start('https://page.example.org');
  const { url: address } = await link();
  const response = await fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
  const cookie = response.headers.getSetCookie().join();
  expect(cookie).toMatch(/^__Host-visit=[\w-]{22};/);
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  expect(cookie).not.toContain('Domain');
});

test('whoever hammers at links is slowed down', async () => {
  const seen = await Promise.all(Array.from({ length: 130 }, () => fetch(`${url}/go/nothing`)));
  expect(seen.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect(seen.every(({ status }) => status === 410 || status === 429)).toBe(true);
});

test('files of whoever has no visit are not read', async () => {
  const form = new FormData();
  for (let each = 0; each < 5; each += 1) form.set(`file${each}`, new Blob(['x'.repeat(1000)]), 'a.pdf');
  expect((await fetch(new URL('/go/none', url), { method: 'POST', body: form })).status).toBe(410);
});

test('a form is given out as data with its words, an unknown one is not there', async () => {
  const mentor = await (await fetch(`${url}/api/forms/mentor`)).json();
  expect(mentor).toMatchObject({ form: { key: 'mentor' }, words: { title: 'Анкета наставника' } });
  const unknown = await fetch(`${url}/api/forms/nobody`);
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ]);
});

/** Reads and gives the consent in front. */
async function agrees(page: Browser): Promise<void> {
  const { text } = page.now();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? '';
  expect(page.words()).toContain('Даю согласие');
  await page.post('/my/consent', { question: field('question'), text: field('text'), answer: 'yes' });
}

function askedOn(page: Browser): string[] {
  return [...page.now().text.matchAll(/name="asked" value="([^"]+)"/g)].map(([, key = '']) => key);
}

async function mentorAnswers() {
  const [skill] = await database.query<{ id: string }>('select id from competency order by id limit 1');
  return {
    surname: '<script>alert(1)</script>',
    name: 'Мария',
    patronymic: '',
    organization: town.school.id,
    post: 'Учитель "физики" <b>',
    subject: '',
    years: '12',
    category: 'first',
    experience: 'none',
    skills: [skill?.id ?? ''],
    'skills-own': 'Робототехника',
    forms: ['teacher-teacher'],
    capacity: '2',
    offer: '',
    contact: 'phone',
  };
}

test('a mentor registers on the page alone: the chat says that it is done, and names nobody', async () => {
  const { accountId, page } = await visitor();
  await page.post('/my/join', { form: 'mentor', programme: town.programme.id });
  await agrees(page);
  const answers = await mentorAnswers();
  await page.post('/my/answers', { ...answers, asked: askedOn(page) });
  expect(page.now().status).toBe(422);
  expect(page.words()).toContain('В имени могут быть только буквы');
  expect(page.now().text).not.toContain('<script>');
  expect(page.now().text).toContain('value="Учитель &quot;физики&quot; &lt;b&gt;"');
  expect(page.now().text).toContain('Робототехника');

  await page.post('/my/answers', { ...answers, surname: 'Ушакова', asked: askedOn(page) });
  expect(page.words()).toContain('появились новые вопросы');
  await page.post('/my/answers', {
    ...answers,
    surname: 'Ушакова',
    phone: '8 912 345 67 89',
    asked: askedOn(page),
  });
  await agrees(page);
  expect(page.words()).toContain('Проверьте и отправьте');
  expect(page.words()).toContain('Учитель "физики" <b>');
  await page.post('/my/finish');
  expect(page.words()).toContain('Спасибо, всё записано');

  const all = await said(accountId);
  expect(all).toContain('Заявка записана');
  expect(all).not.toMatch(/Ушакова|Мария|физики|912/);
  const [row] = await database.query<{ state: string; phone: string; way: string[] }>(
    `select a.state, p.phone, array(select way from consent where person_id = p.id) as way
     from application a join person p on p.id = a.person_id where p.surname = 'Ушакова'`,
  );
  expect(row).toEqual({ state: 'applied', phone: '+79123456789', way: ['page', 'page'] });
});

test('«Не сейчас» takes nothing, says so, and the form may be gone on with', async () => {
  const { page } = await visitor();
  await page.post('/my/join', { form: 'mentee', programme: town.programme.id });
  const question = /name="question" value="([^"]+)"/.exec(page.now().text)?.[1] ?? '';
  await page.post('/my/consent', { question, text: '1', answer: 'no' });
  expect(page.words()).toContain('Даю согласие');
  expect(page.words()).toContain('Без этого согласия');
  await agrees(page);
  expect(page.words()).toContain('Фамилия');
});

test('an answer behind a consent that was not given is not taken', async () => {
  const { page } = await visitor();
  await page.post('/my/join', { form: 'mentor', programme: town.programme.id });
  await page.post('/my/answers', { asked: ['surname'], surname: 'Лисицына' });
  const [row] = await database.query<{ found: boolean }>(
    `select exists (select from dialogue where state::text like '%Лисицына%') as found`,
  );
  expect(row).toEqual({ found: false });
});

test('a consent to a text that is no longer in force is not given', async () => {
  const { page } = await visitor();
  await page.post('/my/join', { form: 'mentor', programme: town.programme.id });
  const question = /name="question" value="([^"]+)"/.exec(page.now().text)?.[1] ?? '';
  const seen = await page.post('/my/consent', { question, text: '999999', answer: 'yes' });
  expect(seen.status).toBe(409);
  expect(page.words()).toContain('Текст согласия обновился');
});

test('one’s own data is shown in words and given as files that nobody else can fetch', async () => {
  const person = await town.person('Громова Анна Ильинична', 'mentor', town.school.id);
  const { page, accountId } = await visitor('privacy', person.id);
  expect(page.now().path).toBe('/my/data');
  expect(page.words()).toContain('Что я о вас храню');
  await page.post('/my/data', { action: 'privacy:file' });
  const files = [...page.now().text.matchAll(/href="(\/my\/files\/\d+)"/g)].map(([, path = '']) => path);
  expect(files).toHaveLength(2);
  expect(await said(accountId)).toBe('');
  shelf = { name: 'moi-dannye.json', mime: 'application/json', bytes: Buffer.from('{}') };
  expect((await page.get(files[1] ?? '')).headers.get('content-disposition')).toContain('attachment');
  const { page: stranger } = await visitor('privacy');
  expect((await stranger.get(files[1] ?? '')).status).toBe(404);
  const other = await town.person('Белова Вера Ильинична', 'mentor', town.school.id);
  const { page: foreign } = await visitor('privacy', other.id);
  expect((await foreign.get(files[1] ?? '')).status).toBe(404);
  // Of what is stored about a pupil a representative reads what was signed for them, not all there is.
  await database.query('insert into representation (pupil_id, representative_id) values ($1, $2)', [
    person.id,
    other.id,
  ]);
  expect((await foreign.get(files[1] ?? '')).status).toBe(404);
});

test('a consent is read, given and withdrawn on the page; erasing is asked for and taken back there', async () => {
  const person = await town.person('Дятлова Ирина Львовна', 'mentor', town.school.id);
  const { page } = await visitor('consents', person.id);
  expect(page.words()).toContain('Ваши согласия');
  const press = async (label: string) => {
    const pattern = new RegExp(`name="action" value="([^"]+)">[^<]*${label}`);
    const action = pattern.exec(page.now().text)?.[1];
    expect(action, label).toBeDefined();
    await page.post(page.now().path, { action: action ?? '' });
  };
  await press('Участие в программе');
  await press('Даю согласие');
  expect(page.words()).toContain('Согласие дано');
  const [given] = await database.query('select way from consent where person_id = $1', [person.id]);
  expect(given).toEqual({ way: 'page' });

  await page.get('/my/data');
  await press('Удалить меня');
  await press('Да, удалить мои данные');
  expect(page.words()).toContain('Отменить можно до');
  await press('Отменить удаление');
  expect(page.words()).toContain('данные остаются');
});

test('buttons of staff do nothing on one’s own page, be they forged or not', async () => {
  const person = await town.person('Ежова Нина Олеговна', 'coordinator', town.office.id);
  const { page } = await visitor('privacy', person.id);
  for (const action of ['privacy:requests', 'apply:confirm:1', 'consent:lack:0', 'task:1:done', '<b>']) {
    await page.get('/my/data');
    const seen = await page.post('/my/data', { action });
    expect(seen.status).toBe(200);
    expect(page.words()).toContain('Эта кнопка уже не работает');
  }
});

test('what staff once did here is at the panel: old addresses and links lead there and open nothing', async () => {
  const seen = (path: string, method = 'GET') => fetch(new URL(path, url), { method, redirect: 'manual' });
  for (const [path, place] of [
    ['/staff', '/panel/applications'],
    ['/staff/words', '/panel/'],
    ['/staff/consents', '/panel/people?lacks=any'],
    ['/staff/bases/mentors/export', '/panel/bases'],
    ['/staff/texts/participation/self', '/panel/settings/consents'],
    ['/staff/list', '/panel/competencies'],
    ['/staff/settings', '/panel/settings'],
    ['/staff/constructor', '/panel/'],
  ] as const) {
    for (const method of ['GET', 'POST']) {
      const answer = await seen(path, method);
      expect([answer.status, answer.headers.get('location')], path).toEqual([303, place]);
    }
  }
  const { url: address } = await link();
  await database.query(
    `update page_link set purpose = 'staff' where id = (select max(id) from page_link where opened_at is null)`,
  );
  for (const method of ['GET', 'POST']) {
    const answer = await seen(new URL(address).pathname, method);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/panel/']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
});
