import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { type Called, type Caller, type PanelServer, panelServer } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';

let database: Database;
let town: Town;
let panel: PanelServer;
let coordinator: Caller;
const now = new Date('2024-10-21T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  panel = await panelServer(database, { now: () => now });
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  await database.query('delete from roadmap');
  const person = await town.person('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
  coordinator = await panel.signedIn(person.id);
});

const glazov = readFileSync(
  new URL('../../test/fixtures/roadmap/glazov-2022-2024.txt', import.meta.url),
  'utf8',
);
const head = 'Наименование мероприятий\tСроки реализации\tОтветственные исполнители\tРезультат';
const small = (...rows: string[]) =>
  `Приложение к приказу от 22.04.2022 № 70-ОД\nПлан на 2022-2024 годы\n${head}\n${rows.join('\n')}`;
const two = small(
  '1.1. Приказ\tсрок сообщит отдел\tОО\tПриказ',
  '1.2. Совещание\tдо 25 марта 2023\tМетодический совет\tПротокол',
);

async function uploaded(text: string, fields: Record<string, string> = {}): Promise<Called> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([text]), 'карта.txt');
  return coordinator.post('/api/roadmap-drafts', form);
}

/** A draft as it is seen, and what is done upon that. */
async function draftOf(made: Called) {
  expect(made.status, made.text).toBe(201);
  const path = `/api/roadmap-drafts/${made.body.id}`;
  let seen = await coordinator.get(path);
  const version = () => ({ 'if-match': seen.headers.get('etag') ?? '' });
  return {
    get body() {
      return seen.body;
    },
    async look() {
      seen = await coordinator.get(path);
      return seen.body;
    },
    async edit(patch: unknown) {
      const answer = await coordinator.patch(path, patch, version());
      if (answer.status === 200) seen = answer;
      return answer;
    },
    confirm: () => coordinator.post(`${path}/confirmation`, undefined, version()),
  };
}
const imported = async (text: string) => (await draftOf(await uploaded(text))).confirm();

const rows = (table: string) => database.query<{ n: string }>(`select count(*) as n from ${table}`);
const stored = async () =>
  Promise.all(
    [
      'roadmap',
      'roadmap_item',
      'occurrence',
      'task',
      'responsible_phrase',
      'deadline_correction',
      'organization',
    ].map(async (table) => (await rows(table))[0]?.n),
  );

describe('importing', () => {
  test('shows what it would do, stores nothing of it, and then does just that', async () => {
    const before = await stored();
    const draft = await draftOf(await uploaded(glazov));
    expect(draft.body).toMatchObject({
      isNew: true,
      order: { number: '70-ОД', on: '2022-04-22' },
      period: { from: '2022-01-01', to: '2024-12-31' },
      obstacle: null,
    });
    expect(draft.body.items).toHaveLength(35);
    expect(draft.body.tasks.inserted).toBeGreaterThan(100);
    expect(await stored()).toEqual(before);
    const { status, body } = await draft.confirm();
    expect(status).toBe(201);
    expect(await rows('task')).toEqual([{ n: String(draft.body.tasks.inserted) }]);
    expect(await rows('roadmap_draft')).toEqual([{ n: '0' }]);
    const items = await coordinator.get(`/api/roadmap-items?roadmap=${body.id}&size=100`);
    expect(items.body.total).toBe(35);
    expect(
      await database.query(`select from audit where action = 'roadmap.imported' and subject_id = $1`, [
        body.id,
      ]),
    ).toHaveLength(1);
  });

  test('of the same file again has nothing to store; of a changed one it says what becomes of each item', async () => {
    await imported(two);
    const same = await draftOf(await uploaded(two));
    expect(same.body).toMatchObject({ isNew: false, obstacle: 'nothing-changes' });
    expect((await same.confirm()).body.code).toBe('nothing-changes');
    const changed = await draftOf(
      await uploaded(
        small(
          '1.2. Совещание\tдо 30 марта 2023\tМетодический совет\tПротокол',
          '1.3. Форум\tмай 2023\tОО\tПост',
        ),
      ),
    );
    expect(changed.body.changes).toMatchObject({
      added: [{ item: { code: '1.3' } }],
      removed: [{ item: { code: '1.1' } }],
      updated: [
        {
          item: { code: '1.2' },
          fields: expect.arrayContaining(['deadline']),
          occurrences: { move: [{ to: { to: '2023-03-30' } }] },
        },
      ],
    });
  });

  test('refuses what is no roadmap, with words, and keeps no draft of it', async () => {
    const wrong: [string | Uint8Array, string][] = [
      ['Просто текст', 'roadmap-no-table'],
      ['%PDF-1.7 …', 'document-pdf'],
      [head, 'roadmap-no-items'],
      [`${head}\nПриказ\tпостоянно\tОО\tПриказ`, 'roadmap-no-period'],
    ];
    for (const [text, code] of wrong) {
      const { status, body } = await uploaded(String(text));
      expect([status, body.code]).toEqual([422, code]);
      expect(body.detail).not.toBe('');
    }
    expect((await coordinator.post('/api/roadmap-drafts', new FormData())).body.code).toBe('file-needed');
    expect((await uploaded(two, { from: 'x' })).body.code).toBe('day-unread');
    expect((await uploaded(two, { from: '2025-01-01', to: '2024-01-01' })).body.code).toBe(
      'period-backwards',
    );
    expect(await rows('roadmap_draft')).toEqual([{ n: '0' }]);
    const given = await uploaded(`${head}\n1.1. Приказ\tпостоянно\tОО\tПриказ`, {
      from: '2023-01-01',
      to: '2023-12-31',
    });
    expect((await draftOf(given)).body.period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });
});

describe('correcting a deadline that nobody could read', () => {
  test('in other words or by days, and the correction holds when the same file is imported again', async () => {
    const draft = await draftOf(await uploaded(two));
    expect(draft.body.items[0]).toMatchObject({ unparsed: ['срок сообщит отдел'], corrected: null });
    const wrong = await draft.edit({ items: { 0: { deadline: { kind: 'text', text: 'когда-нибудь' } } } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'deadline-unread']);
    await draft.edit({ items: { 0: { deadline: { kind: 'text', text: 'до 1 мая 2023' } } } });
    expect(draft.body.items[0]).toMatchObject({
      deadline: 'срок сообщит отдел',
      occurrences: [{ from: null, to: '2023-05-01' }],
      unparsed: [],
      corrected: 'now',
    });
    expect((await draft.confirm()).status).toBe(201);

    const again = await draftOf(await uploaded(two));
    expect(again.body).toMatchObject({
      obstacle: 'nothing-changes',
      items: [{ corrected: 'before', unparsed: [] }, { corrected: null }],
    });
    const windows = [{ from: '2023-06-01', to: '2023-06-30' }];
    await again.edit({ items: { 0: { deadline: { kind: 'windows', windows, standing: [] } } } });
    expect(again.body).toMatchObject({
      obstacle: null,
      items: [{ occurrences: windows, corrected: 'now' }, {}],
    });
    await again.confirm();
    const due =
      await database.query(`select distinct due_on::text as "on" from task t join occurrence c on c.id = t.occurrence_id
      join roadmap_item i on i.id = c.item_id where i.code = '1.1' and t.withdrawn_at is null`);
    expect(due).toEqual([{ on: '2023-06-30' }]);

    const third = await draftOf(await uploaded(two));
    await third.edit({ items: { 0: { deadline: { kind: 'as-read' } } } });
    expect(third.body.items[0]).toMatchObject({ unparsed: ['срок сообщит отдел'], corrected: null });
    await third.confirm();
    expect(await rows('deadline_correction')).toEqual([{ n: '0' }]);
  });

  test('leaves no correction behind where the draft is thrown away', async () => {
    const made = await uploaded(two);
    const draft = await draftOf(made);
    await draft.edit({ items: { 0: { deadline: { kind: 'text', text: 'до 1 мая 2023' } } } });
    expect((await coordinator.delete(`/api/roadmap-drafts/${made.body.id}`)).status).toBe(204);
    expect(await rows('deadline_correction')).toEqual([{ n: '0' }]);
    expect((await draft.confirm()).body.code).toBe('draft-unknown');
  });
});

describe('what was seen is what is stored', () => {
  test('so nothing is, where the roadmap, the words or the draft changed meanwhile', async () => {
    const first = await draftOf(await uploaded(two));
    const second = await draftOf(await uploaded(two));
    expect((await first.confirm()).status).toBe(201);
    const late = await second.confirm();
    expect([late.status, late.body.code, late.body.current.isNew]).toEqual([412, 'changed-meanwhile', false]);

    const third = await draftOf(await uploaded(small('1.3. Форум\tмай 2023\tОО\tПост')));
    const word = (await coordinator.get('/api/responsible-words')).body.find(
      (each: { unknown: boolean }) => each.unknown,
    );
    expect(word).toMatchObject({ phrase: 'Методический совет', items: ['1.2'] });
    await town.organization('Школа № 9');
    expect((await third.confirm()).status).toBe(412);
    await third.look();
    expect((await third.confirm()).status).toBe(201);
  });

  test('and of two who correct the same draft the second is shown both', async () => {
    const made = await uploaded(two);
    const [one, other] = [await draftOf(made), await draftOf(made)];
    expect((await one.edit({ title: 'План ЦМН' })).status).toBe(200);
    const late = await other.edit({ order: { number: '1', on: '2022-04-22' } });
    expect([late.status, late.body.current.title]).toEqual([412, 'План ЦМН']);
    expect((await coordinator.patch(`/api/roadmap-drafts/${made.body.id}`, { title: 'x' })).status).toBe(428);
  });
});

describe('rolling over', () => {
  test('plans the next period under an order of its own; the old one stays as it was', async () => {
    const { body } = await imported(glazov);
    const before = await database.query<{ id: string }>(
      `select id, due_on, opens_on, withdrawn_at, roles from task order by id`,
    );
    const draft = await draftOf(await coordinator.post(`/api/roadmaps/${body.id}/roll-overs`, {}));
    expect(draft.body).toMatchObject({
      kind: 'roll-over',
      from: { id: body.id },
      period: { from: '2025-01-01', to: '2027-12-31' },
      order: null,
      obstacle: 'order-missing',
      isNew: true,
    });
    expect(draft.body.items).toHaveLength(35);
    expect(draft.body.tasks.inserted).toBe(before.length);
    expect((await draft.confirm()).body.code).toBe('order-missing');
    await draft.edit({ order: { number: '70-ОД', on: '2022-04-22' } });
    expect(draft.body.obstacle).toBe('order-known');
    const edited = await draft.edit({
      order: { number: '5-ОД', on: '2024-12-20' },
      items: {
        0: { title: 'Информирование школ', deadline: { kind: 'text', text: 'до 1 февраля 2025' } },
        1: { dropped: true },
      },
    });
    expect(edited.status, edited.text).toBe(200);
    expect(draft.body.obstacle).toBeNull();
    expect(draft.body.items[0]).toMatchObject({
      title: 'Информирование школ',
      deadline: 'до 1 февраля 2025',
      corrected: 'now',
    });
    expect(draft.body.items[1].dropped).toBe(true);
    const confirmed = await draft.confirm();
    expect(confirmed.status, confirmed.text).toBe(201);
    expect(
      await database.query(
        `select id, due_on, opens_on, withdrawn_at, roles from task where id = any($1) order by id`,
        [before.map(({ id }) => id)],
      ),
    ).toEqual(before);
    const roadmaps = (await coordinator.get('/api/roadmaps')).body;
    expect(roadmaps).toMatchObject([
      { id: confirmed.body.id, items: 34, order: { number: '5-ОД', on: '2024-12-20' }, current: false },
      { id: body.id, items: 35, current: true },
    ]);
    const [first] = (await coordinator.get(`/api/roadmap-items?roadmap=${confirmed.body.id}`)).body.items;
    expect(first).toMatchObject({ title: 'Информирование школ', nextDueOn: '2025-02-01', corrected: false });
    expect(await rows('task where due_on >= $$2025-01-01$$')).not.toEqual([{ n: '0' }]);
  });

  test('goes on so many years as are asked for, and not of another city’s roadmap', async () => {
    const { body } = await imported(two);
    const draft = await draftOf(await coordinator.post(`/api/roadmaps/${body.id}/roll-overs`, { years: 1 }));
    expect(draft.body.period).toEqual({ from: '2023-01-01', to: '2025-12-31' });
    expect((await draft.edit({ period: { from: '2022-01-01' } })).body.code).toBe('period-fixed');
    expect((await coordinator.post('/api/roadmaps/999999/roll-overs', {})).body.code).toBe('roadmap-unknown');
    expect((await coordinator.post(`/api/roadmaps/${body.id}/roll-overs`, { years: 0 })).status).toBe(400);
  });
});

describe('words of the column «Ответственные исполнители»', () => {
  const words = async () => (await coordinator.get('/api/responsible-words')).body;
  const explain = (word: { phrase: string; version: string }, targets: unknown, version = word.version) =>
    coordinator.put(
      '/api/responsible-words',
      { phrase: word.phrase, targets },
      { 'if-match': `"${version}"` },
    );

  test('are explained, and the tasks go to whoever they mean', async () => {
    await imported(two);
    const [unknown] = await words();
    expect(unknown).toMatchObject({ phrase: 'Методический совет', unknown: true, targets: [] });
    const target = { place: 'each-organization', role: 'curator', organizationId: null };
    const { status, body } = await explain(unknown, [target]);
    expect([status, body.tasks]).toEqual([200, { inserted: 2, updated: 0, withdrawn: 1, revived: 0 }]);
    expect((await explain(unknown, [target])).status).toBe(412);
    expect((await words()).some((each: { unknown: boolean }) => each.unknown)).toBe(false);
    const item = (await coordinator.get('/api/roadmap-items?q=1.2')).body.items[0];
    const card = (await coordinator.get(`/api/roadmap-items/${item.id}`)).body;
    expect(card.meanings).toEqual([
      { phrase: 'Методический совет', targets: [{ ...target, organizationName: null }] },
    ]);
  });

  test('mean a partner of this city, or nobody’s', async () => {
    await imported(two);
    const [unknown] = await words();
    const partner = (organizationId: string | null) => [{ place: 'partner', role: 'head', organizationId }];
    for (const id of [town.school.id, '999999', null]) {
      expect((await explain(unknown, partner(id))).body.code).toBe('partner-unknown');
    }
    expect((await explain({ ...unknown, phrase: 'Такого нет' }, partner(null))).body.code).toBe(
      'phrase-unknown',
    );
  });
});

test('an item shows what was done about it in the reader’s organizations only', async () => {
  await imported(small('1.1. Приказ\tдо 25 марта 2023\tОО\tПриказ'));
  const curator = await panel.signedIn(
    (await town.person('Ушакова Анна Ильинична', 'curator', town.school.id)).id,
  );
  for (const { id } of (await coordinator.get('/api/tasks')).body.items)
    await coordinator.post(`/api/tasks/${id}/completions`, { text: 'Готово' });
  const [{ id }] = (await curator.get('/api/roadmap-items')).body.items;
  const own = (await curator.get(`/api/roadmap-items/${id}`)).body;
  const all = (await coordinator.get(`/api/roadmap-items/${id}`)).body;
  expect(
    own.completions.map(({ organizationName }: { organizationName: string }) => organizationName),
  ).toEqual(['Школа № 3']);
  expect(all.completions.length).toBeGreaterThan(1);
  expect(own).toMatchObject({ counts: { done: 1 }, windows: [{ to: '2023-03-25', done: 1, total: 1 }] });
  const elsewhere = await database.query<{ id: string }>(
    `with g as (insert into programme (key, name) values ('other', 'Другой') returning id),
     r as (insert into roadmap (programme_id, title, period_from, period_to, source_hash)
       select id, 'План', '2022-01-01', '2022-12-31', '-' from g returning id)
     insert into roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
     select id, '', '1', 'Чужое', 0, '', '{}', '' from r returning id`,
  );
  expect((await coordinator.get(`/api/roadmap-items/${elsewhere[0]?.id}`)).body.code).toBe('item-unknown');
});
