import { describe, expect, test } from 'vitest';
import { type DraftContent, type DraftEdits, patchEdits, readDraft } from './roadmap-draft.ts';

const rows = [
  ['Наименование мероприятий', 'Сроки реализации', 'Ответственные исполнители', 'Результат'],
  ['1.1. Приказ', 'срок сообщит отдел', 'УО', 'Приказ'],
  ['1.2. Форум', 'до 25 марта', 'УО', 'Пост'],
];
const imported: DraftContent = { kind: 'import', pages: { paragraphs: ['План на 2022-2024 годы'], rows } };
const read = readDraft(imported, {}, []).read;
const rolled: DraftContent = { kind: 'roll-over', fromRoadmapId: '1', years: 3, read };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('edits', () => {
  test('are merged item by item, and taken back by null', () => {
    const first = patchEdits({}, { title: 'План', items: { 0: { dropped: true }, 1: { title: 'Съезд' } } });
    expect(patchEdits(first, { title: null, items: { 0: null } })).toEqual({
      items: { 1: { title: 'Съезд' } },
    });
    expect(patchEdits(first, {})).toEqual(first);
  });

  test.each<[string, DraftContent, DraftEdits, string]>([
    ['an item that is not there', imported, { items: { 7: {} } }, 'item-place-unknown'],
    ['another title than the file’s', imported, { items: { 0: { title: 'Другой' } } }, 'item-of-file'],
    ['an item of the file dropped', imported, { items: { 0: { dropped: true } } }, 'item-of-file'],
    ['an empty title', imported, { title: ' ' }, 'title-empty'],
    ['a period that ends before it begins', imported, { period: { from: '2025-01-01' } }, 'period-backwards'],
    ['another period than was shifted to', rolled, { period: { to: '2030-01-01' } }, 'period-fixed'],
    [
      'every item dropped',
      rolled,
      { items: { 0: { dropped: true }, 1: { dropped: true } } },
      'roadmap-no-items',
    ],
  ])('refuse %s', (_, content, edits, refused) => {
    expect(() => readDraft(content, edits, [])).toThrow(code(refused));
  });
});

test('a heading that the staff have typed is warned of no more', () => {
  const codes = (edits: DraftEdits) => readDraft(imported, edits, []).read.warnings.map((each) => each.code);
  expect(codes({})).toContain('no-order');
  expect(codes({ order: { number: '5', on: '2022-01-12' } })).not.toContain('no-order');
});

test('another period is read anew', () => {
  const reading = readDraft(imported, { period: { from: '2022-01-01', to: '2022-12-31' } }, []);
  expect(reading.items[1]?.occurrences).toEqual([{ from: null, to: '2022-03-25' }]);
  expect(read.items[1]?.occurrences).toHaveLength(3);
});

test('of a roadmap that is rolled over the new words become the item’s, of an imported one the order’s stay', () => {
  const windows = [{ from: '2023-05-01', to: '2023-05-31' }];
  const edits: DraftEdits = { items: { 0: { deadline: { kind: 'windows', windows, standing: [] } } } };
  expect(readDraft(rolled, edits, []).items[0]).toMatchObject({
    deadline: 'с 01.05.2023 по 31.05.2023',
    occurrences: windows,
    corrected: 'now',
  });
  const { items, corrections } = readDraft(imported, edits, []);
  expect(items[0]).toMatchObject({ deadline: 'срок сообщит отдел', occurrences: windows, corrected: 'now' });
  expect(corrections).toHaveLength(1);
});
