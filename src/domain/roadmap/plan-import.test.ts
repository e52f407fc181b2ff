import { expect, test } from 'vitest';
import { isNoChange, planImport, type StoredItem, type StoredRoadmap } from './plan-import.ts';
import { planOccurrences, type Slot } from './plan-occurrences.ts';
import type { ReadItem, ReadRoadmap } from './roadmap.ts';

const may = { from: '2023-05-01', to: '2023-05-31' };
const june = { from: '2023-06-01', to: '2023-06-30' };

const item = (code: string, title: string, more: Partial<ReadItem> = {}): ReadItem => ({
  section: '1. Раздел',
  code,
  title,
  deadline: 'Май 2023',
  occurrences: [may],
  standing: [],
  unparsed: [],
  responsible: ['УО'],
  result: 'Приказ',
  ...more,
});

const roadmap = (...items: ReadItem[]): ReadRoadmap => ({
  title: 'План',
  order: { number: '5', on: '2023-02-01' },
  period: { from: '2023-01-01', to: '2023-12-31' },
  items,
  warnings: [],
});

/** What the database would hold after this was imported as the first. */
function stored(read: ReadRoadmap): StoredRoadmap {
  const items = planImport(null, read).added.map(({ item: each, slots }, index): StoredItem => {
    const id = `${index + 1}`;
    const occurrences = slots.map((slot, at) => ({ id: `${id}-${at + 1}`, slot, removed: false }));
    return { ...each, id, removed: false, occurrences };
  });
  return { ...read, id: '1', items };
}

const first = roadmap(item('1.1', 'А'), item('1.2', 'Б'), item('1.2', 'В'));

test('the first import adds everything, the second changes nothing', () => {
  expect(planImport(null, first).added).toHaveLength(3);
  expect(isNoChange(planImport(stored(first), first))).toBe(true);
});

test('what comes back from the database with its keys in another order is no change', () => {
  const standing = [{ kind: 'ongoing' as const, every: null, text: 'постоянно' }];
  const before = stored(roadmap(item('1.1', 'А', { standing })));
  before.items[0]!.standing = [{ text: 'постоянно', every: null, kind: 'ongoing' }];
  expect(isNoChange(planImport(before, roadmap(item('1.1', 'А', { standing }))))).toBe(true);
});

test('«ежегодно» beside its dates is no occurrence of its own, without dates it is', () => {
  const yearly = [{ kind: 'recurring' as const, every: 'year' as const, text: 'ежегодно' }];
  const [dated, undated] = planImport(
    null,
    roadmap(item('1.1', 'А', { standing: yearly }), item('1.2', 'Б', { standing: yearly, occurrences: [] })),
  ).added;
  expect(dated?.slots).toEqual([may]);
  expect(undated?.slots).toEqual([{ from: null, to: null, text: 'ежегодно' }]);
});

test('two items of one number are told by their titles', () => {
  const changes = planImport(
    stored(first),
    roadmap(item('1.1', 'А'), item('1.2', 'Б'), item('1.2', 'В', { result: 'Отчёт' })),
  );
  expect(changes.updated.map(({ id, fields }) => [id, fields])).toEqual([['3', ['result']]]);
});

test.each<[string, ReadItem, string[]]>([
  ['title', item('1.1', 'А, исправлено'), ['title']],
  ['number', item('1.5', 'А'), ['code']],
  ['section', item('1.1', 'А', { section: '1. Первый раздел' }), ['section']],
])('an item with another %s is still that item', (_, changed, fields) => {
  const changes = planImport(stored(first), roadmap(changed, item('1.2', 'Б'), item('1.2', 'В')));
  expect(changes).toMatchObject({ added: [], removed: [], updated: [{ id: '1', fields }] });
});

test('where the likeness is ambiguous, items come and go', () => {
  const changes = planImport(stored(first), roadmap(item('1.1', 'А'), item('1.2', 'Г'), item('1.2', 'Д')));
  expect(changes.added.map((each) => each.item.title)).toEqual(['Г', 'Д']);
  expect(changes.removed.map((each) => each.id)).toEqual(['2', '3']);
});

test('a removed item comes back as itself', () => {
  const before = stored(first);
  before.items[1]!.removed = true;
  expect(planImport(before, first).updated).toMatchObject([{ id: '2', returns: true, fields: [] }]);
  expect(planImport(before, roadmap(item('1.1', 'А'), item('1.2', 'В'))).removed).toEqual([]);
});

test('an item that stands twice word for word becomes one with both deadlines', () => {
  const twins = roadmap(
    item('1.1', 'А'),
    item('1.1', 'А', { deadline: 'Июнь 2023', occurrences: [june], responsible: ['ОО'] }),
  );
  const { added } = planImport(null, twins);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({
    item: { deadline: 'Май 2023; Июнь 2023', responsible: ['УО', 'ОО'], result: 'Приказ' },
    slots: [may, june],
  });
});

test('a corrected title or period of the roadmap itself is told', () => {
  const corrected = { ...first, title: 'План, исправлен', period: { from: '2023-01-01', to: '2024-12-31' } };
  expect(planImport(stored(first), corrected).heading).toEqual(['title', 'period']);
});

const day = (to: string): Slot => ({ from: null, to });
const occurrence = (id: string, slot: Slot, removed = false) => ({ id, slot, removed });

test('a window that left and one that came in the same year are a moved deadline', () => {
  const changes = planOccurrences(
    [occurrence('1', day('2022-03-25')), occurrence('2', may), occurrence('3', june)],
    [day('2022-04-01'), may, { from: '2023-07-01', to: '2023-07-31' }],
  );
  expect(changes).toEqual({
    add: [],
    move: [
      { id: '1', from: day('2022-03-25'), to: day('2022-04-01') },
      { id: '3', from: june, to: { from: '2023-07-01', to: '2023-07-31' } },
    ],
    revive: [],
    remove: [],
  });
});

test('windows of another year or in another number come and go', () => {
  expect(planOccurrences([occurrence('1', day('2022-03-25'))], [day('2023-03-25')])).toMatchObject({
    add: [day('2023-03-25')],
    remove: [{ id: '1' }],
  });
  expect(planOccurrences([occurrence('1', may)], [june, day('2023-12-01')])).toMatchObject({
    add: [june, day('2023-12-01')],
    remove: [{ id: '1' }],
  });
});

test('a window that was removed once is revived', () => {
  expect(planOccurrences([occurrence('1', may, true), occurrence('2', june)], [may, june])).toEqual({
    add: [],
    move: [],
    revive: [{ id: '1', slot: may }],
    remove: [],
  });
});
