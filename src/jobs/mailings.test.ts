import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { notedLog } from '../../test/helpers/delivery.ts';
import { buildTaskCity, type TaskCity } from '../../test/helpers/task-city.ts';
import { createMailingBook } from '../database/repositories/mailing-book.ts';
import { createRoundBooks } from '../database/repositories/round-books.ts';
import type { Database } from '../database/sql.ts';
import { type Audience, type MailingDraft, recipientStates } from '../domain/mailings/mailing.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { createMailingRound } from './mailings.ts';
import type { InTransaction, RoundBooks } from './rounds.ts';

let database: Database;
let city: TaskCity;
let school: string;
let author: string;
let now: Date;

const local = (wall: string) => new Date(`${wall}:00+04:00`);
const nobody: Audience = {
  roles: [],
  organizationIds: [],
  applicationStates: [],
  pairStates: [],
  lacks: null,
  personIds: [],
};
const inTransaction: InTransaction = (work) => database.transaction((sql) => work(createRoundBooks(sql)));

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  city = await buildTaskCity(database);
  school = await city.organization('Школа № 3');
  const office = await city.organization('Управление', 'office');
  author = await city.person('Тихонова Марина Сергеевна', { [office]: ['coordinator'] });
  now = local('2022-03-18T10:00');
});

const book = () => createMailingBook(database);
const teacher = (names: string, on?: string[]) => city.person(names, { [school]: ['mentor'] }, on);

async function started(change: Partial<MailingDraft> = {}): Promise<string> {
  const draft: MailingDraft = {
    title: 'Семинар',
    text: '{имя}, в пятницу семинар.',
    namesOthers: false,
    otherText: null,
    audience: { ...nobody, roles: ['mentor'] },
    ...change,
  };
  const whose = { programmeId: city.programmeId, organizationIds: null, authorId: author, copiedFrom: null };
  const id = await book().add({ ...draft, ...whose }, now);
  const group = {
    programmeId: city.programmeId,
    within: null,
    audience: draft.audience,
    today: '2022-03-18',
    at: now,
  };
  await book().fill(id, group);
  await book().move(id, 'sending', now);
  return id;
}

function round(
  options: { at?: string; mayNameOthers?: MayNameOthers; transaction?: InTransaction; chunk?: number } = {},
) {
  if (options.at !== undefined) now = local(options.at);
  const { transaction = inTransaction, mayNameOthers = () => true, chunk = 2 } = options;
  const log = notedLog();
  return createMailingRound({
    inTransaction: transaction,
    clock: { now: () => now },
    log,
    mayNameOthers,
    chunk,
  })();
}

const letters = () =>
  database.query<{ personId: string; platform: string; text: string; state: string }>(
    `select person_id as "personId", platform, outgoing->'message'->>'text' as text, state from delivery order by id`,
  );
const delivered = (state: string, error: string | null = null) =>
  database.query(
    `update delivery set state = $1, error = $2, settled_at = now() where state in ('planned', 'claimed')`,
    [state, error],
  );
async function recipients(id: string) {
  const { items } = await book().recipients(id, {
    offset: 0,
    size: 100,
    descending: false,
    q: null,
    state: null,
  });
  return items.map(({ surname, state, reason, platform }) => [surname, state, reason, platform]);
}
const stateOf = async (id: string) => (await book().byId(city.programmeId, null, id))?.state;

test('everybody is written to by name, once, and the mailing is done when the last has heard', async () => {
  for (const names of ['Бабинцева Наталья', 'Серова Ольга', 'Ильин Олег']) await teacher(names);
  const id = await started();
  expect(await round()).toEqual({ queued: 3, skipped: 0 });
  expect(await round()).toEqual({ queued: 0, skipped: 0 });
  expect((await letters()).map(({ text }) => text)).toEqual([
    'Наталья, в пятницу семинар.',
    'Ольга, в пятницу семинар.',
    'Олег, в пятницу семинар.',
  ]);
  expect(await stateOf(id)).toBe('sending');
  await delivered('sent');
  expect(await book().countsOf(id)).toMatchObject({ sent: 3, queued: 0 });
  await round();
  expect(await stateOf(id)).toBe('done');
  expect(await recipients(id)).toEqual([
    ['Бабинцева', 'sent', null, 'telegram'],
    ['Ильин', 'sent', null, 'telegram'],
    ['Серова', 'sent', null, 'telegram'],
  ]);
});

test.each(['2022-03-18T08:59', '2022-03-18T18:00', '2022-03-19T12:00', '2022-03-08T12:00'])(
  'at %s nothing leaves, but what has arrived is written down',
  async (at) => {
    await teacher('Бабинцева Наталья');
    await teacher('Серова Ольга');
    const id = await started();
    await round();
    await delivered('sent');
    expect(await round({ at })).toEqual({ queued: 0, skipped: 0 });
    const rows = await database.query('select state from mailing_recipient where mailing_id = $1', [id]);
    expect(rows).toEqual([{ state: 'sent' }, { state: 'sent' }]);
  },
);

describe('whoever', () => {
  test('has no open chat, is on a pause or is about to be erased is passed over with the reason', async () => {
    await teacher('Без Чата', []);
    const paused = await teacher('На Паузе');
    await database.query(`update person set paused_until = '2022-03-18' where id = $1`, [paused]);
    const leaving = await teacher('Уходит Совсем');
    await database.query(
      `insert into data_request (person_id, kind, state, due_on, created_at) values ($1, 'erase', 'open', '2022-03-28', now())`,
      [leaving],
    );
    const id = await started();
    expect(await round()).toEqual({ queued: 0, skipped: 3 });
    expect(await recipients(id)).toEqual([
      ['Без', 'skipped', 'no-channel', null],
      ['На', 'skipped', 'paused', null],
      ['Уходит', 'skipped', 'erasing', null],
    ]);
    expect(await stateOf(id)).toBe('done');
  });

  test('chose hours is written to in these', async () => {
    const evening = await teacher('Вечерняя Вера');
    await database.query(`update person set write_from = '15:00', write_to = '18:00' where id = $1`, [
      evening,
    ]);
    await started();
    expect(await round()).toEqual({ queued: 0, skipped: 0 });
    expect(await round({ at: '2022-03-18T15:00' })).toEqual({ queued: 1, skipped: 0 });
  });

  test('was not reached before the working day ended hears it the next', async () => {
    await teacher('Бабинцева Наталья');
    const id = await started();
    await round({ at: '2022-03-18T17:59' });
    await delivered('expired');
    await round({ at: '2022-03-18T18:10' });
    expect(await recipients(id)).toEqual([['Бабинцева', 'planned', null, null]]);
    expect(await round({ at: '2022-03-21T09:00' })).toEqual({ queued: 1, skipped: 0 });
  });

  test('closed one chat is followed to the next', async () => {
    const person = await teacher('Бабинцева Наталья', ['telegram', 'vk']);
    await database.query(`update person set remind_platform = 'telegram' where id = $1`, [person]);
    const id = await started();
    await round();
    const moved = (from: string, to: string) =>
      database.query(
        `with gone as (update delivery set state = 'failed', error = '403', settled_at = now()
           where platform = $1 and state = 'planned' returning *)
         insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, replaces_id)
         select $2, account_id, chat_id, person_id, outgoing, priority, id from gone`,
        [from, to],
      );
    await moved('telegram', 'vk');
    expect(await book().countsOf(id)).toMatchObject({ queued: 1, failed: 0 });
    await moved('vk', 'telegram');
    await delivered('sent');
    await round();
    expect(await recipients(id)).toEqual([['Бабинцева', 'sent', null, 'telegram']]);
    expect(await stateOf(id)).toBe('done');
  });
});

describe('a text that names others', () => {
  const onlyVk: MayNameOthers = (platform) => platform !== 'telegram';
  const words = { text: 'Поздравляем Серову', namesOthers: true };

  test('goes where names may stand, be it not the preferred chat', async () => {
    const person = await teacher('Бабинцева Наталья', ['telegram', 'vk']);
    await database.query(`update person set remind_platform = 'telegram' where id = $1`, [person]);
    await started(words);
    await round({ mayNameOthers: onlyVk });
    expect(await letters()).toMatchObject([{ platform: 'vk', text: words.text }]);
    const [row] = await database.query<{ named: boolean }>(
      `select (outgoing->'message'->>'namesOthers')::boolean as named from delivery`,
    );
    expect(row?.named).toBe(true);
  });

  test('leaves other words in Telegram, or nothing where there are none', async () => {
    await teacher('Бабинцева Наталья');
    const id = await started({ ...words, otherText: '{имя}, новости на сайте' });
    const silent = await started(words);
    await round({ mayNameOthers: onlyVk });
    expect((await letters()).map(({ text }) => text)).toEqual(['Наталья, новости на сайте']);
    expect(await recipients(id)).toMatchObject([['Бабинцева', 'queued', null, 'telegram']]);
    expect(await recipients(silent)).toEqual([['Бабинцева', 'skipped', 'names-others', null]]);
  });

  test('is put into other words when the chat that may carry it closes', async () => {
    await teacher('Бабинцева Наталья', ['telegram', 'vk']);
    await started({ ...words, otherText: 'Новости на сайте' });
    await round({ mayNameOthers: onlyVk });
    await delivered('failed', 'names-others: 901');
    await database.query(`update chat_account set closed_at = now() where platform = 'vk'`);
    await round({ mayNameOthers: onlyVk });
    expect((await letters()).map(({ platform, text }) => [platform, text])).toEqual([
      ['vk', words.text],
      ['telegram', 'Новости на сайте'],
    ]);
  });
});

describe('what did not arrive', () => {
  test('is tried again on demand; what may have arrived never', async () => {
    await teacher('Бабинцева Наталья', ['telegram']);
    await teacher('Серова Ольга', ['vk']);
    await teacher('Ильин Олег', []);
    const id = await started();
    await round();
    await database.query(
      `update delivery set state = case platform when 'vk' then 'uncertain' else 'failed' end, error = 'code', settled_at = now()`,
    );
    await round();
    expect(await stateOf(id)).toBe('done');
    expect(await book().retry(id)).toBe(2);
    await book().move(id, 'sending', now);
    await round();
    expect(await recipients(id)).toEqual([
      ['Бабинцева', 'queued', null, 'telegram'],
      ['Ильин', 'skipped', 'no-channel', null],
      ['Серова', 'uncertain', 'code', 'vk'],
    ]);
  });

  test('is no longer uncertain once the late answer comes', async () => {
    await teacher('Бабинцева Наталья');
    const id = await started();
    await round();
    await delivered('uncertain', 'sender-died');
    await round();
    expect(await recipients(id)).toEqual([['Бабинцева', 'uncertain', 'sender-died', 'telegram']]);
    await database.query(`update delivery set state = 'sent', error = null`);
    await round();
    expect(await recipients(id)).toEqual([['Бабинцева', 'sent', null, 'telegram']]);
  });
});

describe('a pause', () => {
  test('calls back what no sender has taken yet, and goes on where it stopped', async () => {
    for (let each = 0; each < 5; each += 1) await teacher(`Учитель Номер${each}`);
    const id = await started();
    await round();
    await database.query(
      `update delivery set state = 'claimed', claimed_by = 'x' where id = (select min(id) from delivery)`,
    );
    await book().move(id, 'paused', now);
    await book().callBack(id, false, now);
    expect(await book().countsOf(id)).toMatchObject({ queued: 1, planned: 4 });
    expect(await round()).toEqual({ queued: 0, skipped: 0 });
    await database.query(`update delivery set state = 'sent', settled_at = now() where state = 'claimed'`);
    await round();
    expect(await book().countsOf(id)).toMatchObject({ sent: 1, planned: 4 });
    await book().move(id, 'sending', now);
    expect(await round()).toEqual({ queued: 4, skipped: 0 });
  });

  test('a stop keeps what was sent and gives up the rest', async () => {
    for (let each = 0; each < 4; each += 1) await teacher(`Учитель Номер${each}`);
    const id = await started();
    await round();
    await database.query(
      `update delivery set state = 'sent', settled_at = now() where id = (select min(id) from delivery)`,
    );
    await book().move(id, 'stopped', now);
    await book().callBack(id, true, now);
    await round();
    expect(await book().countsOf(id)).toMatchObject({ sent: 1, skipped: 3, planned: 0, queued: 0 });
    expect((await letters()).map(({ state }) => state).toSorted()).toEqual([
      'expired',
      'expired',
      'expired',
      'sent',
    ]);
    expect(await stateOf(id)).toBe('stopped');
  });
});

test('a round killed at any point leaves nobody written to twice and nobody forgotten', async () => {
  for (let each = 0; each < 23; each += 1) await teacher(`Учитель Номер${each}`);
  const id = await started();
  let calls = 0;
  // The connection dies in the middle of the transaction, as it does when the process is killed.
  const dying: InTransaction = (work) =>
    database.transaction(async (sql) => {
      const books = createRoundBooks(sql);
      const deadly = async <T>(done: Promise<T>): Promise<T> => {
        const result = await done;
        calls += 1;
        if (calls % 3 === 0) await sql.query('select pg_terminate_backend(pg_backend_pid())');
        return result;
      };
      const mortal: RoundBooks = {
        ...books,
        outbox: { put: (orders) => deadly(books.outbox.put(orders)) },
        mailings: { ...books.mailings, write: (rows, at) => deadly(books.mailings.write(rows, at)) },
      };
      return work(mortal);
    });
  for (let life = 0; life < 12; life += 1)
    await round({ transaction: dying, chunk: 3 }).catch(() => undefined);
  await Promise.all([round({ chunk: 3 }), round({ chunk: 3 }), round({ chunk: 3 })]);
  const [count] = await database.query<{ letters: number; people: number; rows: number }>(
    `select count(*)::int as letters, count(distinct person_id)::int as people,
       (select count(*)::int from mailing_recipient where state = 'queued') as rows from delivery`,
  );
  expect(calls).toBeGreaterThan(12);
  expect(count).toEqual({ letters: 23, people: 23, rows: 23 });
  await delivered('sent');
  await round();
  expect(await book().countsOf(id)).toEqual({
    ...Object.fromEntries(recipientStates.map((state) => [state, 0])),
    sent: 23,
  });
});

test('one mailing’s trouble does not silence the next', async () => {
  await teacher('Бабинцева Наталья');
  const [broken] = [await started(), await started({ text: 'Вторая' })];
  const failing: InTransaction = (work) =>
    inTransaction((books) =>
      work({
        ...books,
        mailings: {
          ...books.mailings,
          hold: async (id) => {
            if (id === broken) throw new Error('broken');
            return books.mailings.hold(id);
          },
        },
      }),
    );
  expect(await round({ transaction: failing })).toEqual({ queued: 1, skipped: 0 });
  expect(await letters()).toMatchObject([{ text: 'Вторая' }]);
});
