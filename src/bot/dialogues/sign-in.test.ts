import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import { createSignInDoorBook } from '../../database/repositories/sign-in-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Role } from '../../domain/people/person.ts';
import { type NewSignIn, startPayload } from '../../domain/sign-in/sign-in.ts';

const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
let now = new Date('2026-11-05T08:00:00Z');
const clock = { now: () => now };
const pageUrl = 'https://page.example.org';
let database: Database;
let town: Town;
let talks: ReturnType<typeof conversations>;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  now = new Date('2026-11-05T08:00:00Z');
  town = await foundTown(database);
  talks = conversations(database, { clock, pageUrl, mayNameOthers: () => false });
});

const door = () => createSignInDoorBook(database);
const asks = (): Promise<NewSignIn> => door().begin({ network: '203.0.113.0/24', agent }, now);

async function staff(platform: string, role: Role = 'coordinator', on = talks): Promise<Chat> {
  const place = role === 'coordinator' ? town.office : town.school;
  const person = await town.person(`Громова Анна Ильинична`, role, place.id);
  const chat = on.chat(platform, String(++accounts));
  await chat.opens((await createInvitation(database, person.id, clock)).secret);
  return chat;
}

const given = (chat: Chat) => ({
  link: chat.phone.shown
    .at(-1)
    ?.buttons.flat()
    .flatMap((button) => ('url' in button ? [button.url] : []))[0],
  code: /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/m.exec(chat.last())?.[0],
});

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  test('a deep link shows from where was asked, and the right number gives a link and a code', async () => {
    const chat = await staff(platform);
    const asked = await asks();
    await chat.opens(startPayload(asked.start));
    expect(chat.last()).toContain('Firefox, Windows · сеть 203.0.113.0/24 · 12:00');
    expect(chat.labels()).toHaveLength(4);
    await chat.presses(asked.digits);
    const { link, code } = given(chat);
    expect(link).toMatch(/^https:\/\/page\.example\.org\/panel\/sign-in\/[\w-]{22}$/);
    expect(code).toBeDefined();
    expect(chat.last()).toContain('Никому не пересылайте');
    const secret = link?.split('/').at(-1) ?? '';
    expect(await door().openByLink(asked.browser, secret, now)).toMatchObject({ opened: true });
  });

  test('a wrong number ends the request for good', async () => {
    const chat = await staff(platform);
    const asked = await asks();
    await chat.opens(startPayload(asked.start));
    const buttons = chat.holding('Это не я');
    const wrong = chat.labels().find((label) => /^\d\d$/.test(label) && label !== asked.digits) ?? '';
    const before = structuredClone(buttons);
    await chat.presses(wrong);
    expect(chat.last()).toContain('отменён');
    expect(chat.labels()).toEqual([]);
    await chat.presses(asked.digits, before);
    expect(given(chat)).toEqual({ link: undefined, code: undefined });
    expect(chat.phone.words.at(-1)).toBe('Этот вход уже не действует');
    expect(await door().state(asked.browser, now)).toBe('over');
  });

  test('the digits can be typed instead of opening a link', async () => {
    const chat = await staff(platform);
    const asked = await asks();
    await chat.says('Вход');
    expect(chat.last()).toContain('две цифры');
    await chat.says('не вижу');
    expect(chat.last()).toContain('например 47');
    await chat.says(`${asked.digits[0]} ${asked.digits[1]}`);
    expect(chat.last()).toContain(`по числу ${asked.digits}`);
    await chat.presses('Да, это я');
    expect(given(chat).code).toBeDefined();
  });

  test('«вход 47» does it at once, and «Это не я» ends it', async () => {
    const chat = await staff(platform);
    const asked = await asks();
    await chat.says(`вход ${asked.digits}`);
    await chat.presses('Это не я');
    expect(chat.last()).toContain('никто не войдёт');
    expect(await door().state(asked.browser, now)).toBe('over');
  });
});

test('whoever is no staff has nothing to enter, and takes no request', async () => {
  const asked = await asks();
  const mentor = await staff('telegram', 'mentor');
  await mentor.opens(startPayload(asked.start));
  expect(mentor.last()).toContain('Вам входить никуда не нужно');
  await mentor.says('/login');
  expect(mentor.last()).toContain('Вам входить никуда не нужно');
  const stranger = talks.chat('vk', 'stranger');
  await stranger.opens(startPayload(asked.start));
  expect(stranger.last()).toContain('Вам входить никуда не нужно');
  expect(await door().state(asked.browser, now)).toBe('waiting');
});

test('the second account to open a link is told that it is open elsewhere', async () => {
  const [chat, other] = [await staff('telegram'), await staff('vk', 'curator')];
  const asked = await asks();
  await chat.opens(startPayload(asked.start));
  await other.opens(startPayload(asked.start));
  expect(other.last()).toContain('уже открыли в другом чате');
  await chat.presses(asked.digits);
  expect(given(chat).code).toBeDefined();
});

test('whoever lost the role while the number was shown gets no link', async () => {
  const chat = await staff('telegram');
  const asked = await asks();
  await chat.opens(startPayload(asked.start));
  await database.query('update appointment set ended_at = now()');
  await chat.presses(asked.digits);
  expect(given(chat)).toEqual({ link: undefined, code: undefined });
});

test('digits that several screens show are refused, and so is an old request', async () => {
  const chat = await staff('telegram');
  const asked = await asks();
  await asks();
  await database.query(`update sign_in set digits = $1`, [asked.digits]);
  await chat.says(`вход ${asked.digits}`);
  expect(chat.last()).toContain('с нескольких экранов');
  now = new Date(now.getTime() + 11 * 60_000);
  await chat.opens(startPayload(asked.start));
  expect(chat.last()).toContain('Такого входа нет');
});

test('a pasted link does what an opened one does', async () => {
  const chat = await staff('telegram');
  const asked = await asks();
  await chat.says(`https://t.me/nastavnik_bot?start=${startPayload(asked.start)}`);
  expect(chat.labels()).toContain(asked.digits);
});

test('without an address of the panel there is the code alone', async () => {
  const plain = conversations(database, { clock });
  const chat = await staff('telegram', 'coordinator', plain);
  const asked = await asks();
  await chat.opens(startPayload(asked.start));
  await chat.presses(asked.digits);
  expect(given(chat)).toEqual({ link: undefined, code: expect.any(String) });
});

test('nothing that is said names anybody', async () => {
  const chat = await staff('telegram');
  const from = chat.phone.shown.length;
  const asked = await asks();
  await chat.opens(startPayload(asked.start));
  await chat.presses(asked.digits);
  const said = chat.phone.shown.slice(from).map(({ text }) => text);
  expect(said.join(' ')).not.toMatch(/Громов|Анна|Ильинич/);
});
