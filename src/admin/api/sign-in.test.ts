import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { type Caller, type PanelServer, panelServer } from '../../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createAdministratorLinkBook } from '../../database/repositories/administrator-link-book.ts';
import { joinPeople } from '../../database/repositories/join-people.ts';
import { createPeopleBook } from '../../database/repositories/people-book.ts';
import { createPersonBook } from '../../database/repositories/person-book.ts';
import { createSignInBook } from '../../database/repositories/sign-in-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Role } from '../../domain/people/person.ts';

const panelHeader = { 'x-nastavnik': 'panel' };
let now = new Date('2026-11-05T08:00:00Z');
const clock = { now: () => now };
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const minute = 60_000;
let database: Database;
let panel: PanelServer;
let town: Town;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  now = new Date('2026-11-05T08:00:00Z');
  town = await foundTown(database);
  await panel?.stop();
  panel = await panelServer(database, clock);
});
afterAll(() => panel.stop());

/** A browser: keeps cookies as one does. */
function browser() {
  const cookies = new Map<string, string>();
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = panelHeader,
  ) {
    const response = await fetch(`${panel.url}${path}`, {
      method,
      headers: {
        ...headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text), set };
  }
  return {
    cookies,
    get: (path: string) => call('GET', path),
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    delete: (path: string) => call('DELETE', path),
  };
}
type Browser = ReturnType<typeof browser>;

async function staff(role: Role = 'curator') {
  const place = role === 'curator' || role === 'mentor' ? town.school : town.office;
  const person = await town.person('Громова Анна Ильинична', role, place.id);
  const name = String(++accounts);
  const { account } = await createPeopleBook(database).visitor('telegram', name, name, now);
  await database.query('update chat_account set person_id = $2 where id = $1', [account.id, person.id]);
  return { personId: person.id, accountId: account.id };
}

/** What the chat of this account gives for the digits on that screen. */
async function chatFor(accountId: string, digits: string) {
  const book = createSignInBook(database);
  const found = await book.take({ digits }, accountId, now);
  if (found.found !== 'request') throw new Error(found.found);
  const answer = await book.answer(found.request.id, digits, accountId, now);
  if (!answer?.right) throw new Error('wrong');
  return answer;
}

async function signedIn(accountId: string): Promise<Browser> {
  const page = browser();
  const { body } = await page.post('/api/sign-ins');
  const { secret } = await chatFor(accountId, body.digits);
  expect((await page.post('/api/sign-ins/current/open', { secret })).status).toBe(204);
  return page;
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: now.getTime(),
  });

async function enrolled(accountId: string) {
  const page = await signedIn(accountId);
  const { secret } = (await page.post('/api/session/second-factor')).body;
  const { status, body } = await page.post('/api/session/second-factor/confirm', { code: codeOf(secret) });
  expect(status).toBe(200);
  return { page, secret: String(secret), recoveryCodes: body.recoveryCodes as string[] };
}

describe('by the chat', () => {
  test('the browser that asked shows digits and where the bots are, and comes in by the link', async () => {
    const { accountId } = await staff();
    await database.query(
      `insert into setting (key, value) values ('bot:telegram', '{"link":"https://t.me/bot?start="}')`,
    );
    const page = browser();
    const { status, body, set } = await page.post('/api/sign-ins');
    expect(status).toBe(201);
    expect(body.digits).toMatch(/^\d\d$/);
    const [telegram, vk] = body.bots;
    expect(telegram.link).toMatch(/^https:\/\/t\.me\/bot\?start=in_[\w-]{22}$/);
    expect(telegram.qr).toContain('<svg');
    expect(vk).toMatchObject({ link: null, qr: null });
    expect(set[0]).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await page.get('/api/sign-ins/current')).body).toEqual({ state: 'waiting' });
    const { secret } = await chatFor(accountId, body.digits);
    expect((await page.get('/api/sign-ins/current')).body).toEqual({ state: 'offered' });
    expect((await page.post('/api/sign-ins/current/open', { secret })).status).toBe(204);
    expect((await page.get('/api/self')).body).toMatchObject({ surname: 'Громова', trusted: true });
    expect([...page.cookies.keys()]).toEqual(['staff']);
  });

  test('or by the code that is typed', async () => {
    const { accountId } = await staff();
    const page = browser();
    const { body } = await page.post('/api/sign-ins');
    const { code } = await chatFor(accountId, body.digits);
    const wrong = await page.post('/api/sign-ins/current/open', { code: '234579ABC' });
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'sign-in-code-wrong', detail: 'Осталось: 4 попытки.' },
    });
    expect((await page.post('/api/sign-ins/current/open', { code })).status).toBe(204);
  });

  test('another browser opens nothing and spends nothing; a second use is over', async () => {
    const { accountId } = await staff();
    const [page, thief] = [browser(), browser()];
    const { body } = await page.post('/api/sign-ins');
    await thief.post('/api/sign-ins');
    const { secret, code } = await chatFor(accountId, body.digits);
    expect(await thief.post('/api/sign-ins/current/open', { secret })).toMatchObject({
      status: 409,
      body: { code: 'other-browser' },
    });
    expect((await thief.post('/api/sign-ins/current/open', { code })).status).toBe(410);
    expect((await browser().post('/api/sign-ins/current/open', { secret })).status).toBe(409);
    expect((await page.post('/api/sign-ins/current/open', { secret })).status).toBe(204);
    expect((await page.post('/api/sign-ins/current/open', { secret })).status).toBe(410);
    expect((await thief.get('/api/self')).status).toBe(401);
  });

  test('a page of another site can’t sign anybody in', async () => {
    expect((await browser().post('/api/sign-ins', undefined, {})).body.code).toBe('foreign-page');
    const foreign = { ...panelHeader, 'sec-fetch-site': 'cross-site' };
    expect((await browser().post('/api/sign-ins', undefined, foreign)).status).toBe(403);
  });

  test('a session that somebody else planted is not the one that comes of signing in', async () => {
    const { accountId } = await staff();
    const page = browser();
    page.cookies.set('staff', 'planted-by-somebody-else-000000');
    const { body } = await page.post('/api/sign-ins');
    const { secret } = await chatFor(accountId, body.digits);
    await page.post('/api/sign-ins/current/open', { secret });
    expect(page.cookies.get('staff')).not.toContain('planted');
    expect((await page.get('/api/self')).status).toBe(200);
  });

  test('whoever is no staff any more gets no session', async () => {
    const { accountId } = await staff();
    const page = browser();
    const { body } = await page.post('/api/sign-ins');
    const { secret } = await chatFor(accountId, body.digits);
    await database.query('update appointment set ended_at = now()');
    expect((await page.post('/api/sign-ins/current/open', { secret })).body.code).toBe('not-staff');
    expect((await page.get('/api/self')).status).toBe(401);
  });

  test('from one address there are only so many tries a minute', async () => {
    const ends: number[] = [];
    for (let tries = 0; tries < 32; tries++) ends.push((await browser().post('/api/sign-ins')).status);
    expect(ends.slice(0, 30)).toEqual(Array(30).fill(201));
    expect(ends.slice(30)).toEqual([429, 429]);
  });
});

describe('the second factor', () => {
  test('whoever sees the whole city may nothing before it, and everything after', async () => {
    const { accountId } = await staff('coordinator');
    const page = await signedIn(accountId);
    expect((await page.get('/api/session')).body).toMatchObject({ factor: 'enrol' });
    expect((await page.get('/api/self')).body).toMatchObject({ trusted: false, powers: [] });
    expect((await page.get('/api/audit')).body.code).toBe('second-factor-needed');
    expect((await page.post('/api/tokens', { name: 'x', scopes: ['people:read'] })).body.code).toBe(
      'second-factor-needed',
    );
    const before = page.cookies.get('staff');
    const { secret, qr, uri } = (await page.post('/api/session/second-factor')).body;
    expect(qr).toContain('<svg');
    expect(uri).toContain(secret);
    const confirmed = await page.post('/api/session/second-factor/confirm', { code: codeOf(secret) });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect(page.cookies.get('staff')).not.toBe(before);
    expect((await page.get('/api/self')).body).toMatchObject({ trusted: true });
    expect((await page.get('/api/audit')).status).toBe(200);
    const old = browser();
    old.cookies.set('staff', before ?? '');
    expect((await old.get('/api/self')).status).toBe(401);
  });

  test('a code is good once, and not in another session either', async () => {
    const { accountId } = await staff('coordinator');
    const { secret } = await enrolled(accountId);
    const page = await signedIn(accountId);
    expect((await page.get('/api/session')).body).toMatchObject({ factor: 'enter', recoveryLeft: 10 });
    const replayed = await page.post('/api/session/second-factor/pass', { code: codeOf(secret) });
    expect(replayed.body.code).toBe('factor-wrong');
    later(30_000);
    expect((await page.post('/api/session/second-factor/pass', { code: codeOf(secret) })).status).toBe(204);
    const again = await signedIn(accountId);
    expect((await again.post('/api/session/second-factor/pass', { code: codeOf(secret) })).status).toBe(422);
  });

  test('guessing ends after five tries, also for the right code, and begins anew later', async () => {
    const { accountId } = await staff('coordinator');
    const { secret } = await enrolled(accountId);
    later(minute);
    const page = await signedIn(accountId);
    const pass = (code: string) => page.post('/api/session/second-factor/pass', { code });
    for (let tries = 0; tries < 5; tries++) expect((await pass('000000')).status).toBe(422);
    expect(await pass(codeOf(secret))).toMatchObject({ status: 429, body: { code: 'factor-tries-over' } });
    later(16 * minute);
    expect((await pass(codeOf(secret))).status).toBe(204);
  });

  test('a recovery code is good instead, once; new ones take the place of all', async () => {
    const { accountId } = await staff('coordinator');
    const { secret, recoveryCodes } = await enrolled(accountId);
    const [code = ''] = recoveryCodes;
    const page = await signedIn(accountId);
    expect((await page.post('/api/session/second-factor/pass', { code: code.toLowerCase() })).status).toBe(
      204,
    );
    const again = await signedIn(accountId);
    expect((await again.post('/api/session/second-factor/pass', { code })).status).toBe(422);
    later(minute);
    const renewed = await page.post('/api/session/recovery-codes', { code: codeOf(secret) });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await again.post('/api/session/second-factor/pass', { code: recoveryCodes[1] })).status).toBe(
      422,
    );
  });

  test('it is not set up anew by whoever got hold of a session', async () => {
    const { accountId } = await staff('coordinator');
    const { page } = await enrolled(accountId);
    expect((await page.post('/api/session/second-factor')).body.code).toBe('factor-enrolled');
  });

  test('a curator who has set it up is asked for it from then on', async () => {
    const { accountId } = await staff('curator');
    await enrolled(accountId);
    const page = await signedIn(accountId);
    expect((await page.get('/api/self')).body).toMatchObject({ trusted: false });
    expect((await page.get('/api/session')).body).toMatchObject({ factor: 'enter' });
  });

  test('in the sandbox nobody must, but whoever has is asked', async () => {
    await panel.stop();
    panel = await panelServer(database, clock, { factorFree: true });
    expect((await browser().post('/api/sign-ins')).body).toMatchObject({ sandbox: true, bots: [] });
    const { accountId } = await staff('coordinator');
    const page = await signedIn(accountId);
    expect((await page.get('/api/self')).body).toMatchObject({ trusted: true });
    expect((await page.get('/api/session')).body).toMatchObject({ factor: 'none', sandbox: true });
    await enrolled(accountId);
    expect((await (await signedIn(accountId)).get('/api/self')).body).toMatchObject({ trusted: false });
  });
});

describe('sessions', () => {
  test('one sees one’s own, ends one and all others', async () => {
    const { accountId } = await staff();
    const [one, two, three] = [
      await signedIn(accountId),
      await signedIn(accountId),
      await signedIn(accountId),
    ];
    const { items } = (await one.get('/api/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ browser: 'Firefox, Linux', network: '127.0.0.0/24' });
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    const other = items.find((item: { current: boolean }) => !item.current);
    expect((await one.delete(`/api/sessions/${other.id}`)).status).toBe(204);
    const stranger = await signedIn((await staff('curator')).accountId);
    expect((await stranger.delete(`/api/sessions/${other.id}`)).status).toBe(404);
    expect((await one.delete('/api/sessions')).body).toEqual({ ended: 1 });
    expect((await two.get('/api/self')).status).toBe(401);
    expect((await three.get('/api/self')).status).toBe(401);
    expect((await one.get('/api/self')).status).toBe(200);
    expect((await one.delete('/api/session')).status).toBe(204);
    expect((await one.get('/api/self')).status).toBe(401);
  });

  test('they are over after half a day without a touch, and after a week in any case', async () => {
    const { accountId } = await staff();
    const page = await signedIn(accountId);
    for (let hours = 0; hours < 24 * 7; hours += 11) {
      expect((await page.get('/api/self')).status).toBe(200);
      later(11 * 60 * minute);
    }
    expect((await page.get('/api/self')).status).toBe(401);
    const idle = await signedIn(accountId);
    later(12 * 60 * minute);
    expect((await idle.get('/api/self')).status).toBe(401);
  });

  test('they end with the role, and with the chat that they came by', async () => {
    const { personId, accountId } = await staff();
    const page = await signedIn(accountId);
    await createPersonBook(database).appoint(personId, 'head', town.school.id);
    await createPersonBook(database).dismiss(personId, 'curator', town.school.id, now);
    expect((await page.get('/api/self')).status).toBe(401);
    const again = await signedIn(accountId);
    await createPersonBook(database).unlink(personId, null);
    expect((await again.get('/api/self')).status).toBe(401);
  });
});

describe('tokens', () => {
  const make = (page: Browser | Caller, scopes: string[], days = 30) =>
    page.post('/api/tokens', { name: 'Отчёты', scopes, days });

  test('a program may what its maker may now, and of that only what it was made for', async () => {
    const { personId, accountId } = await staff('coordinator');
    const { page } = await enrolled(accountId);
    const { token } = (await make(page, ['audit:read'])).body;
    const program = panel.withToken(token);
    expect((await program.get('/api/audit')).status).toBe(200);
    expect((await program.get('/api/people')).body.code).toBe('may-not');
    expect((await page.get('/api/tokens')).body.items).toMatchObject([{ usedNetwork: '127.0.0.0/24' }]);
    await createPersonBook(database).appoint(personId, 'curator', town.school.id);
    await createPersonBook(database).dismiss(personId, 'coordinator', town.office.id, now);
    expect((await program.get('/api/audit')).body.code).toBe('may-not');
    await createPersonBook(database).dismiss(personId, 'curator', town.school.id, now);
    expect((await program.get('/api/audit')).status).toBe(401);
    await createPersonBook(database).appoint(personId, 'coordinator', town.office.id);
    expect((await program.get('/api/audit')).status).toBe(401);
  });

  test('nobody passes on more than they may, and no token makes another', async () => {
    const { accountId } = await staff();
    const page = await signedIn(accountId);
    expect((await make(page, ['staff:write'])).body.code).toBe('may-not');
    const { token } = (await make(page, ['people:read'])).body;
    const program = panel.withToken(token);
    expect((await make(program, ['people:read'])).body.code).toBe('session-needed');
    expect((await program.get('/api/sessions')).body.code).toBe('session-needed');
    expect((await program.post('/api/session/second-factor')).body.code).toBe('session-needed');
  });

  test('a revoked or expired one opens nothing', async () => {
    const { accountId } = await staff();
    const page = await signedIn(accountId);
    const one = (await make(page, ['people:read'], 1)).body;
    const two = (await make(page, ['people:read'], 30)).body;
    expect((await page.delete(`/api/tokens/${two.id}`)).status).toBe(204);
    expect((await panel.withToken(two.token).get('/api/people')).status).toBe(401);
    expect((await panel.withToken(one.token).get('/api/people')).status).toBe(200);
    later(25 * 60 * minute);
    expect((await panel.withToken(one.token).get('/api/people')).status).toBe(401);
    const [row] = await database.query<{ all: string }>(
      `select string_agg(t::text, '') as all from api_token t`,
    );
    expect(row?.all).not.toContain(one.token);
  });
});

describe('a program and the panel', () => {
  const tokenOf = async (page: Browser, scopes: string[]) =>
    (await page.post('/api/tokens', { name: 'Обмен', scopes, days: 30 })).body.token as string;

  test('a token of one factor opens nothing once its maker is to prove two', async () => {
    const { personId, accountId } = await staff('curator');
    const program = panel.withToken(await tokenOf(await signedIn(accountId), ['people:read']));
    expect((await program.get('/api/people')).status).toBe(200);
    await createPersonBook(database).appoint(personId, 'coordinator', town.office.id);
    expect((await program.get('/api/people')).body.code).toBe('second-factor-needed');
    const { page } = await enrolled(accountId);
    expect((await program.get('/api/people')).body.code).toBe('second-factor-needed');
    const other = panel.withToken(await tokenOf(page, ['people:read']));
    expect((await other.get('/api/people')).status).toBe(200);
  });

  test('a program lets nobody in as its maker or as other staff', async () => {
    const { personId, accountId } = await staff('coordinator');
    const { page } = await enrolled(accountId);
    const program = panel.withToken(await tokenOf(page, ['people:read', 'people:write']));
    const head = await town.person('Директорова Инна Павловна', 'head', town.school.id);
    const mentor = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    for (const id of [personId, head.id]) {
      expect((await program.post(`/api/people/${id}/invitations`)).body.code).toBe('may-not-stand-for');
      expect((await program.delete(`/api/people/${id}/channels`)).body.code).toBe('may-not-stand-for');
      expect((await program.get(`/api/people/${id}`)).body.may.standFor).toBe(false);
    }
    expect((await program.post(`/api/people/${mentor.id}/invitations`)).status).toBe(201);
    expect((await page.post(`/api/people/${head.id}/invitations`)).status).toBe(201);
    const decider = panel.withToken(await tokenOf(page, ['applications:decide']));
    const applicant = await town.person('Директорова Инна Павловна', 'mentee', town.otherSchool.id);
    const [application] = await database.query<{ id: string }>(
      `insert into application (person_id, form, role, organization_id, state, applied_at, duplicate_of)
       values ($1, 'mentor', 'mentor', $2, 'applied', $3, $4) returning id`,
      [applicant.id, town.school.id, now, head.id],
    );
    const joining = `/api/applications/${application?.id}/join`;
    expect((await decider.post(joining)).body.code).toBe('may-not-stand-for');
    const merge = `/api/people/${mentor.id}/doubles/${head.id}/merge`;
    expect((await program.post(merge)).body.code).toBe('may-not-stand-for');
  });

  test('nor by the pages of administrators', async () => {
    const { accountId } = await staff('administrator');
    const { page } = await enrolled(accountId);
    const program = panel.withToken(await tokenOf(page, ['staff:write']));
    const head = await town.person('Директорова Инна Павловна', 'head', town.school.id);
    expect((await program.post(`/api/staff/${head.id}/invitation`)).body.code).toBe('session-needed');
    expect((await program.delete(`/api/staff/${head.id}/second-factor`)).body.code).toBe('session-needed');
    expect((await page.post(`/api/staff/${head.id}/invitation`)).status).toBe(200);
  });

  test('takes no phones along that it may not see, and opens nothing that outlives it', async () => {
    const { accountId } = await staff('coordinator');
    const { page } = await enrolled(accountId);
    const program = panel.withToken(await tokenOf(page, ['people:export', 'tasks:read', 'documents:write']));
    expect((await program.get('/api/bases/mentors/export')).body.code).toBe('may-not');
    expect((await program.get('/api/documents/bases/mentors')).body.code).toBe('may-not');
    const feed = await program.post('/api/calendar-feeds', { organizationId: null });
    expect(feed.body.code).toBe('session-needed');
    const whole = panel.withToken(await tokenOf(page, ['people:export', 'people:contacts']));
    expect((await whole.get('/api/bases/mentors/export')).status).toBe(200);
  });

  test('ends with the sessions that an administrator ends', async () => {
    const { personId, accountId } = await staff('curator');
    const program = panel.withToken(await tokenOf(await signedIn(accountId), ['people:read']));
    const boss = await staff('administrator');
    const { page } = await enrolled(boss.accountId);
    expect((await page.delete(`/api/staff/${personId}/sessions`)).body).toEqual({ ended: 1 });
    expect((await program.get('/api/people')).status).toBe(401);
  });

  test('a double’s program and invitation are nobody’s once it is joined', async () => {
    const { personId, accountId } = await staff('curator');
    const token = await tokenOf(await signedIn(accountId), ['people:read']);
    const known = await staff('coordinator');
    const { code } = await createPeopleBook(database).invite(personId, now);
    await database.transaction((sql) => joinPeople(sql, personId, known.personId));
    expect((await panel.withToken(token).get('/api/people')).status).toBe(401);
    const late = await createPeopleBook(database).visitor('vk', '77', '77', now);
    await expect(createPeopleBook(database).acceptInvitation(late.account, code, now)).rejects.toMatchObject({
      code: 'invitation-expired',
    });
  });

  test('an invitation for a mentor does not let anybody in as staff', async () => {
    const people = createPeopleBook(database);
    const book = createPersonBook(database);
    const expired = async (personId: string) => {
      const [row] = await database.query<{ open: number }>(
        'select count(*)::int as open from invitation where person_id = $1 and expires_at > $2',
        [personId, now],
      );
      return row?.open === 0;
    };
    const { id } = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
    await people.invite(id, now);
    await book.appoint(id, 'association-head', town.school.id);
    expect(await expired(id)).toBe(false);
    await book.appoint(id, 'curator', town.school.id);
    expect(await expired(id)).toBe(true);
    await people.invite(id, now);
    await book.appoint(id, 'head', town.school.id);
    expect(await expired(id)).toBe(false);
    await book.appoint(id, 'coordinator', town.office.id);
    expect(await expired(id)).toBe(true);
  });
});

describe('a link for an administrator', () => {
  const names = { surname: 'Первова', name: 'Дарья', patronymic: 'Олеговна' };
  const link = async (personId: string | null = null, atStart = true) =>
    (await createAdministratorLinkBook(database).create({ personId, atStart }, now)).secret;

  test('founds the programme where there is none, once', async () => {
    await emptied(database);
    const secret = await link();
    const page = browser();
    expect((await page.post('/api/administrator-links/look', { secret })).body).toEqual({
      needsProgramme: true,
      isKnown: false,
    });
    const open = (body: object) => page.post('/api/administrator-links/open', { secret, ...body });
    expect((await open({})).body.code).toBe('names-needed');
    expect((await open({ administrator: names })).body.code).toBe('programme-needed');
    const programme = { name: 'Наставничество', timeZone: 'Europe/Nowhere', officeName: 'Управление' };
    expect((await open({ administrator: names, programme })).body.code).toBe('time-zone-wrong');
    const right = { ...programme, timeZone: 'Asia/Omsk' };
    expect((await open({ administrator: names, programme: right })).status).toBe(204);
    expect((await page.get('/api/self')).body).toMatchObject({
      surname: 'Первова',
      programme: { name: 'Наставничество', timeZone: 'Asia/Omsk' },
      appointments: [{ role: 'administrator', organizationName: 'Управление' }],
      trusted: false,
    });
    expect((await browser().post('/api/administrator-links/look', { secret })).status).toBe(410);
    expect((await open({ administrator: names, programme: right })).status).toBe(410);
  });

  test('of the start is worth nothing once there is an administrator; another one is', async () => {
    const [first, other] = [await link(), await link(null, false)];
    await town.person('Громова Анна Ильинична', 'administrator', town.office.id);
    const page = browser();
    expect((await page.post('/api/administrator-links/look', { secret: first })).status).toBe(410);
    const opened = await page.post('/api/administrator-links/open', { secret: first, administrator: names });
    expect(opened.status).toBe(410);
    const also = await page.post('/api/administrator-links/open', { secret: other, administrator: names });
    expect(also.status).toBe(204);
  });

  test('for somebody known appoints them; after a day it is over', async () => {
    const { personId } = await staff();
    const secret = await link(personId, false);
    later(25 * 60 * minute);
    expect((await browser().post('/api/administrator-links/open', { secret })).status).toBe(410);
    later(-25 * 60 * minute);
    const page = browser();
    expect((await page.post('/api/administrator-links/look', { secret })).body).toMatchObject({
      isKnown: true,
    });
    expect((await page.post('/api/administrator-links/open', { secret })).status).toBe(204);
    expect((await page.get('/api/self')).body.personId).toBe(personId);
    expect((await page.get('/api/session')).body).toMatchObject({ factor: 'enrol', hasChat: true });
  });
});

describe('staff', () => {
  async function administrator(): Promise<Browser> {
    const { accountId } = await staff('administrator');
    return (await enrolled(accountId)).page;
  }

  test('somebody new is appointed, invited, listed and dismissed, and all of it is in the audit', async () => {
    const page = await administrator();
    const names = { surname: 'Новикова', name: 'Вера', patronymic: '' };
    const seat = { role: 'viewer', organizationId: town.office.id };
    const { status, body } = await page.post('/api/staff', { names, ...seat });
    expect(status).toBe(201);
    expect((await page.post(`/api/staff/${body.id}/invitation`)).body.code).toMatch(/^\w{3}-\w{3}-\w{3}$/);
    const found = (await page.get('/api/staff?q=новик')).body;
    expect(found).toMatchObject({
      total: 1,
      items: [{ surname: 'Новикова', hasChat: false, enrolled: false }],
    });
    const [held] = found.items[0].seats;
    expect((await page.delete(`/api/staff/seats/${held.id}`)).status).toBe(204);
    expect((await page.get('/api/staff?q=новик')).body.total).toBe(0);
    const { items } = (await page.get('/api/audit?sort=-at&action=staff')).body;
    expect(items.map((item: { action: string }) => item.action)).toEqual([
      'staff.dismissed',
      'staff.appointed',
    ]);
    expect(items[0]).toMatchObject({ personName: 'Громова Анна Ильинична', before: { role: 'viewer' } });
    expect(JSON.stringify(items)).not.toContain('Новикова');
  });

  test('the last administrator stays, and mentors are not appointed here', async () => {
    const page = await administrator();
    const [me] = (await page.get('/api/staff?role=administrator')).body.items;
    expect((await page.delete(`/api/staff/seats/${me.seats[0].id}`)).body.code).toBe('last-administrator');
    const mentor = { personId: me.personId, role: 'mentor', organizationId: town.school.id };
    expect((await page.post('/api/staff', mentor)).body.code).toBe('not-staff-role');
    const viewer = { personId: me.personId, role: 'viewer', organizationId: town.school.id };
    expect((await page.post('/api/staff', viewer)).body.code).toBe('role-needs-office');
  });

  test('whose phone is lost enrols anew after a reset, and is out until then; nobody resets themselves', async () => {
    const page = await administrator();
    const { personId, accountId } = await staff('coordinator');
    const lost = (await enrolled(accountId)).page;
    const [me] = (await page.get('/api/staff?role=administrator')).body.items;
    expect((await page.delete(`/api/staff/${me.personId}/second-factor`)).body.code).toBe('own-factor');
    expect((await page.delete(`/api/staff/${personId}/second-factor`)).status).toBe(204);
    expect((await lost.get('/api/self')).status).toBe(401);
    expect((await (await signedIn(accountId)).get('/api/session')).body.factor).toBe('enrol');
  });

  test('of two administrators who dismiss each other at once one stays', async () => {
    const [one, two] = [await staff('administrator'), await staff('administrator')];
    const dismiss = (id: string) =>
      database.transaction((sql) => createPersonBook(sql).dismiss(id, 'administrator', town.office.id, now));
    await Promise.allSettled([dismiss(one.personId), dismiss(two.personId)]);
    const left = await database.query(
      `select from appointment where role = 'administrator' and ended_at is null`,
    );
    expect(left).toHaveLength(1);
  });

  test('the audit is exported as a table in which nothing is a formula', async () => {
    const page = await administrator();
    await database.query(
      `insert into audit (at, programme_id, via, action, subject_kind, subject_id) values (now(), $1, 'cli', '=1+1', 'x', '1')`,
      [town.programme.id],
    );
    const response = await fetch(`${panel.url}/api/audit/export?format=csv`, {
      headers: { cookie: `staff=${page.cookies.get('staff')}` },
    });
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toContain('.csv');
    expect(text).toContain(";'=1+1;");
    expect(text).toContain('Подключён код из приложения');
  });
});
