import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { PagePurpose } from '../../domain/pages/page-link.ts';
import type { Database } from '../sql.ts';
import { createPageLinkBook } from './page-link-book.ts';
import { createPeopleBook } from './people-book.ts';

let database: Database;
let town: Town;
const at = new Date('2026-10-05T08:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

async function link(accountId: string, purpose: PagePurpose = 'form') {
  const { account } = await createPeopleBook(database).visitor('telegram', accountId, accountId, at);
  const book = createPageLinkBook(database);
  const { secret } = await book.create(account.id, purpose, at);
  return { book, secret, account };
}

test('a link opens once, and looking at it spends nothing', async () => {
  const { book, secret } = await link('1');
  expect(await book.look(secret, after(1))).toBe('page');
  expect(await book.look(secret, after(1))).toBe('page');
  expect(await book.open(secret, after(2))).toEqual({ session: expect.stringMatching(/^[\w-]{22}$/) });
  expect(await book.look(secret, after(2))).toBeNull();
  expect(await book.open(secret, after(2))).toBeNull();
});

test('of many who open one link at the same moment one gets in', async () => {
  const { secret } = await link('2');
  const opened = await Promise.all(
    Array.from({ length: 6 }, () =>
      database.transaction((sql) => createPageLinkBook(sql).open(secret, after(1))),
    ),
  );
  expect(opened.filter((each) => each !== null)).toHaveLength(1);
});

test('a link is good for half an hour, a visit for an hour', async () => {
  const { book, secret } = await link('3');
  expect(await book.look(secret, after(30))).toBeNull();
  expect(await book.open(secret, after(30))).toBeNull();
  const opened = await book.open(secret, after(29));
  const session = opened?.session ?? '';
  expect(await book.visit(session, after(88))).not.toBeNull();
  expect(await book.visit(session, after(89))).toBeNull();
});

test('a visit is of the account that asked for the link, whoever it belongs to by then', async () => {
  const { book, secret, account } = await link('4', 'privacy');
  const session = (await book.open(secret, after(1)))?.session ?? '';
  expect(await book.visit(session, after(2))).toMatchObject({ purpose: 'privacy', person: null });
  const person = await town.person('Громова Анна Ильинична', 'curator', town.school.id);
  await database.query('update chat_account set person_id = $2 where id = $1', [account.id, person.id]);
  expect(await book.visit(session, after(3))).toMatchObject({
    account: { id: account.id },
    person: { surname: 'Громова' },
    appointments: [{ role: 'curator' }],
  });
});

test('an ended visit is over at once, and stays over', async () => {
  const { book, secret } = await link('5');
  const session = (await book.open(secret, after(1)))?.session ?? '';
  await book.end(session, after(2));
  await book.end(session, after(50));
  expect(await book.visit(session, after(3))).toBeNull();
});

test('the secret of a link is no visit, and nothing in the table is either', async () => {
  const { book, secret } = await link('6');
  const session = (await book.open(secret, after(1)))?.session ?? '';
  expect(await book.visit(secret, after(2))).toBeNull();
  const rows = JSON.stringify(await database.query('select to_jsonb(page_link) from page_link'));
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(session);
});

test('a link is still offered for its account and purpose until it is opened or all but over', async () => {
  const { book, secret, account } = await link('7');
  const { account: other } = await link('8', 'privacy');
  expect(await book.isOffered(account.id, 'form', after(25))).toBe(true);
  expect(await book.isOffered(account.id, 'form', after(26))).toBe(false);
  expect(await book.isOffered(account.id, 'privacy', after(1))).toBe(false);
  expect(await book.isOffered(other.id, 'form', after(1))).toBe(false);
  await book.open(secret, after(2));
  expect(await book.isOffered(account.id, 'form', after(3))).toBe(false);
});

test('a visit leaves a channel closed that the person closed, and is no sign of life in the chat', async () => {
  const { book, secret, account } = await link('9');
  await createPeopleBook(database).closeChannel('telegram', '9', 'denied', after(1));
  const session = (await book.open(secret, after(2)))?.session ?? '';
  expect(await book.visit(session, after(3))).toMatchObject({ account: { closedAt: after(1) } });
  expect(
    await database.query('select closed_reason, last_seen_at as seen from chat_account where id = $1', [
      account.id,
    ]),
  ).toEqual([{ closed_reason: 'denied', seen: at }]);
});

test('a link of staff from before the panel leads there and opens nothing; a visit of theirs is over', async () => {
  const { book, secret } = await link('10');
  const opened = await link('11');
  const session = (await opened.book.open(opened.secret, after(1)))?.session ?? '';
  await database.query(
    `update page_link set purpose = 'staff' from chat_account a
     where a.id = chat_account_id and a.account_id in ('10', '11')`,
  );
  expect(await book.look(secret, after(2))).toBe('panel');
  expect(await book.open(secret, after(2))).toBeNull();
  expect(await book.visit(session, after(2))).toBeNull();
});
