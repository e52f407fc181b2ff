import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { codeTries, mostWaiting, type NewSignIn, type SignInRequest } from '../../domain/sign-in/sign-in.ts';
import type { Database } from '../sql.ts';
import { createPeopleBook } from './people-book.ts';
import { createSignInBook, createSignInDoorBook } from './sign-in-book.ts';

const at = new Date('2026-11-05T08:00:00Z');
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
const place = { network: '203.0.113.0/24', agent: 'Firefox' };
let database: Database;
let town: Town;
let personId: string;
let accountId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  personId = (await town.person('Громова Анна Ильинична', 'coordinator', town.office.id)).id;
  accountId = await account('1', personId);
});

async function account(name: string, owner: string | null): Promise<string> {
  const { account: made } = await createPeopleBook(database).visitor('telegram', name, name, at);
  await database.query('update chat_account set person_id = $2 where id = $1', [made.id, owner]);
  return made.id;
}

const chat = () => createSignInBook(database);
const door = () => createSignInDoorBook(database);

async function taken(asked: NewSignIn): Promise<SignInRequest> {
  const found = await chat().take({ start: asked.start }, accountId, at);
  if (found.found !== 'request') throw new Error(found.found);
  return found.request;
}

async function offered(asked: NewSignIn) {
  const answer = await chat().answer((await taken(asked)).id, asked.digits, accountId, at);
  if (!answer?.right) throw new Error('refused');
  return answer;
}

describe('the chat', () => {
  it('shows the request with three choices, one of them right, the same each time', async () => {
    const asked = await door().begin(place, at);
    const request = await taken(asked);
    expect(request).toMatchObject(place);
    expect(request.choices).toHaveLength(3);
    expect(request.choices).toContain(asked.digits);
    expect((await taken(asked)).choices).toEqual(request.choices);
  });

  it('lets only the account that took it answer', async () => {
    const asked = await door().begin(place, at);
    const { id } = await taken(asked);
    const other = await account('2', null);
    expect(await chat().take({ start: asked.start }, other, at)).toEqual({ found: 'taken' });
    expect(await chat().answer(id, asked.digits, other, at)).toBeNull();
    expect(await chat().refuse(id, other, at)).toBe(false);
  });

  it('ends the request at the first wrong digits: the right ones come too late', async () => {
    const asked = await door().begin(place, at);
    const { id, choices } = await taken(asked);
    const wrong = choices.find((choice) => choice !== asked.digits) ?? '';
    expect(await chat().answer(id, wrong, accountId, at)).toEqual({ right: false });
    expect(await chat().answer(id, asked.digits, accountId, at)).toBeNull();
    expect(await door().state(asked.browser, at)).toBe('over');
  });

  it('gives a link and a code once', async () => {
    const asked = await door().begin(place, at);
    await offered(asked);
    const { id } = await taken(asked);
    expect(await chat().answer(id, asked.digits, accountId, at)).toBeNull();
    expect(await door().state(asked.browser, at)).toBe('offered');
  });

  it('finds a request by its digits, unless several browsers show them', async () => {
    const asked = await door().begin(place, at);
    const found = await chat().take({ digits: asked.digits }, accountId, at);
    expect(found).toMatchObject({ found: 'request' });
    await door().begin(place, at);
    await database.query(`update sign_in set digits = '47'`);
    await database.query('update sign_in set chat_account_id = null');
    expect(await chat().take({ digits: '47' }, accountId, at)).toEqual({ found: 'unclear' });
    expect(await chat().take({ digits: '48' }, accountId, at)).toEqual({ found: 'nothing' });
  });

  it('does not let anybody go through all digits', async () => {
    const ends: string[] = [];
    for (let tries = 0; tries < 12; tries++)
      ends.push((await chat().take({ digits: '10' }, accountId, at)).found);
    expect(ends.slice(0, 10)).toEqual(Array(10).fill('nothing'));
    expect(ends.slice(10)).toEqual(['too-many', 'too-many']);
  });

  it('knows nothing of a request that is too old', async () => {
    const asked = await door().begin(place, at);
    const { id } = await taken(asked);
    expect(await chat().take({ start: asked.start }, accountId, minutes(11))).toEqual({ found: 'nothing' });
    expect(await chat().answer(id, asked.digits, accountId, minutes(11))).toBeNull();
  });
});

describe('the browser', () => {
  it('opens the link once', async () => {
    const asked = await door().begin(place, at);
    const { secret } = await offered(asked);
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: true, personId });
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: false, why: 'over' });
  });

  it('can’t open what another browser asked for, and spends nothing by trying', async () => {
    const [asked, other] = [await door().begin(place, at), await door().begin(place, at)];
    const { secret, code } = await offered(asked);
    for (const browser of [other.browser, '', 'nonsense'])
      expect(await door().openByLink(browser, secret, at)).toEqual({ opened: false, why: 'other-browser' });
    expect(await door().openByCode(other.browser, code, at)).toEqual({ opened: false, why: 'over' });
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: true, personId });
  });

  it('takes the code however it is typed, instead of the link', async () => {
    const asked = await door().begin(place, at);
    const { code, secret } = await offered(asked);
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`;
    expect(await door().openByCode(asked.browser, typed, at)).toEqual({ opened: true, personId });
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: false, why: 'over' });
  });

  it('takes no code after five wrong ones, not even the right one', async () => {
    const asked = await door().begin(place, at);
    const { code, secret } = await offered(asked);
    const left: unknown[] = [];
    for (let tries = 0; tries < codeTries; tries++)
      left.push(await door().openByCode(asked.browser, '234-579-ABC', at));
    expect(left).toEqual([4, 3, 2, 1, 0].map((count) => ({ opened: false, why: 'wrong', left: count })));
    expect(await door().openByCode(asked.browser, code, at)).toEqual({ opened: false, why: 'over' });
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: false, why: 'over' });
  });

  it('is too late after ten minutes', async () => {
    const asked = await door().begin(place, at);
    const { code, secret } = await offered(asked);
    expect(await door().openByLink(asked.browser, secret, minutes(10))).toEqual({
      opened: false,
      why: 'over',
    });
    expect(await door().openByCode(asked.browser, code, minutes(10))).toEqual({ opened: false, why: 'over' });
  });

  it('lets nobody in whose account was unlinked meanwhile', async () => {
    const asked = await door().begin(place, at);
    const { secret } = await offered(asked);
    await database.query('update chat_account set person_id = null');
    expect(await door().openByLink(asked.browser, secret, at)).toEqual({ opened: false, why: 'over' });
  });

  it('of two that open one link at once one comes in', async () => {
    const asked = await door().begin(place, at);
    const { secret } = await offered(asked);
    const open = () =>
      database.transaction((sql) => createSignInDoorBook(sql).openByLink(asked.browser, secret, at));
    const ends = await Promise.all([open(), open(), open()]);
    expect(ends.filter((end) => end.opened)).toHaveLength(1);
  });
});

it('keeps neither what the browser holds nor the link nor the code', async () => {
  const asked = await door().begin(place, at);
  const { secret, code } = await offered(asked);
  const [row] = await database.query<{ all: string }>('select s::text as all from sign_in s');
  for (const word of [asked.browser, asked.start, secret, code]) expect(row?.all).not.toContain(word);
});

it('leaves most numbers to others, however often one network asks', async () => {
  const first = await door().begin(place, at);
  const answered = await door().begin(place, at);
  await taken(answered);
  const others = await door().begin({ ...place, network: '198.51.100.0/24' }, at);
  for (let turn = 0; turn < mostWaiting; turn += 1) await door().begin(place, at);
  expect(await door().state(first.browser, at)).toBe('over');
  expect(await door().state(answered.browser, at)).toBe('taken');
  expect(await door().state(others.browser, at)).toBe('waiting');
  const [row] = await database.query<{ waiting: number }>(
    `select count(*)::int as waiting from sign_in where network = $1 and refused_at is null and chat_account_id is null`,
    [place.network],
  );
  expect(row?.waiting).toBe(mostWaiting);
});
