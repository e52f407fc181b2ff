import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskOf } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import { createFormEngine } from '../forms/engine.ts';
import { offerPage, pressPage } from './page.ts';
import { pressPanel } from './panel.ts';
import { openTalk, type Talk } from './talk.ts';

let database: Database;
let town: Town;
const at = new Date('2026-10-05T08:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

/** Presses a button in a chat of its own; what was said, and whether the button was known. */
async function presses(
  accountId: string,
  action: string,
  {
    pageUrl = 'https://page.example.org' as string | null,
    kind = 'press' as 'press' | 'page',
    answer = (talk: Talk): Promise<unknown> => pressPage(talk, action),
  } = {},
) {
  const event: IncomingEvent = kind === 'page' ? { kind } : { kind, action, callbackId: 'c', messageId: 'm' };
  const known = await database.transaction(async (sql) => {
    const writes: (() => Promise<void>)[] = [];
    const desk = deskOf(sql, (write) => writes.push(write));
    const incoming = { platform: 'telegram', eventId: 'e', accountId, chatId: accountId, at, event };
    const settings = { mayNameOthers: () => false, pageUrl, forms: createFormEngine([]) };
    const talk = await openTalk(desk, incoming, at, settings);
    const result = await answer(talk);
    await talk.close();
    for (const write of writes) await write();
    return result;
  });
  const rows = await database.query<{ outgoing: Outgoing }>(
    'delete from delivery where account_id = $1 returning outgoing',
    [accountId],
  );
  return { known, said: rows.flatMap(({ outgoing }) => ('message' in outgoing ? [outgoing.message] : [])) };
}

test('a link is given for this account, with the button and how long it holds', async () => {
  const { known, said } = await presses('1', 'page:form');
  expect(known).toBe(true);
  expect(said[0]?.text).toContain('30 минут');
  const button = said[0]?.buttons?.flat()[0];
  expect(button).toEqual({
    label: 'Открыть страницу',
    url: expect.stringMatching(/^https:\/\/page\.example\.org\/go\/[\w-]{22}$/),
  });
});

test('without a page it is said, and the coordinator can be asked', async () => {
  const { said } = await presses('2', 'page:privacy', { pageUrl: null });
  expect(said[0]?.text).toContain('ещё не настроена');
  expect(said[0]?.buttons?.flat()).toMatchObject([{ action: 'ask' }]);
});

test('any other purpose is an old button', async () => {
  expect(await presses('3', 'page:staff')).toEqual({ known: false, said: [] });
  expect(await presses('3', 'page:anything')).toEqual({ known: false, said: [] });
});

test('staff are sent to the panel, by old buttons too: its address opens nothing, nobody else learns it', async () => {
  const enters = (action: string, pageUrl: string | null = 'https://page.example.org') =>
    presses('7', action, { pageUrl, answer: (talk) => pressPanel(talk, action) });
  expect(await enters('panel:applications')).toEqual({ known: false, said: [] });
  const head = await town.person('Громова Анна Ильинична', 'head', town.school.id);
  await database.query(`update chat_account set person_id = $1 where account_id = '7'`, [head.id]);
  for (const [action, url] of [
    ['page:staff', 'https://page.example.org/panel/applications'],
    ['panel:applications', 'https://page.example.org/panel/applications'],
    ['panel:home', 'https://page.example.org/panel/'],
    ['panel:lacks', 'https://page.example.org/panel/people?lacks=any'],
  ] as const) {
    const { known, said } = await enters(action);
    expect(known).toBe(true);
    expect(said[0]?.text).toContain('Войдите в панель');
    expect(said[0]?.buttons?.flat()).toEqual([{ label: 'Открыть панель', url }]);
  }
  expect(await enters('panel:constructor')).toEqual({ known: false, said: [] });
  expect((await enters('panel:home', null)).said[0]?.text).toContain('адрес ещё не настроен');
  expect(
    await database.query(`select from page_link l join chat_account a on a.id = l.chat_account_id
    where a.account_id = '7'`),
  ).toEqual([]);
});

test('whoever is on the page already gets no further link', async () => {
  await presses('4', 'page:form');
  expect(await presses('4', 'page:form', { kind: 'page' })).toEqual({ known: true, said: [] });
});

test('while a link still opens, a word gets no second one; the button does', async () => {
  const answer = (talk: Talk) => offerPage(talk, 'form');
  const links = () =>
    database.query(
      `select from page_link l join chat_account a on a.id = l.chat_account_id where a.account_id = '5'`,
    );
  expect((await presses('5', '', { answer })).said[0]?.text).toContain('действует 30 минут');
  const { said } = await presses('5', '', { answer });
  expect(said[0]?.text).toContain('ссылка выше ещё действует');
  expect(said[0]?.buttons?.flat()).toEqual([{ label: 'Новая ссылка', action: 'page:form' }]);
  expect(await links()).toHaveLength(1);
  expect((await presses('5', 'page:form')).said[0]?.text).toContain('действует 30 минут');
  expect(await links()).toHaveLength(2);
});

test('what is said from the page to a closed channel does not reopen it', async () => {
  await presses('6', 'page:form');
  await database.query(`update chat_account set closed_at = $1 where account_id = '6'`, [at]);
  await presses('6', 'page:form', { kind: 'page' });
  const [account] = await database.query<{ at: Date }>(
    `select closed_at as at from chat_account where account_id = '6'`,
  );
  expect(account?.at).toEqual(at);
});
