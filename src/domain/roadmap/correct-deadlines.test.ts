import { describe, expect, test } from 'vitest';
import { correctDeadlines, type KeptCorrection, understandCorrection } from './correct-deadlines.ts';
import { readRoadmap } from './read-roadmap.ts';

const period = { from: '2022-01-01', to: '2024-12-31' };
const header = [
  '№',
  'Наименование мероприятий',
  'Сроки реализации',
  'Ответственные исполнители',
  'Результат',
];
const rows = [
  header,
  ['1.1', 'Приказ', 'срок сообщит отдел', 'УО', 'Приказ'],
  ['1.2', 'Совещание', 'срок сообщит отдел', 'УО', 'Протокол'],
  ['1.3', 'Положение', 'До 25 марта 2022', 'УО', 'Положение'],
];
const read = readRoadmap({ paragraphs: ['План на 2022-2024 годы'], rows });
const march = { from: null, to: '2023-03-25' };
const kept = (more: Partial<KeptCorrection> = {}): KeptCorrection => ({
  code: '1.1',
  title: 'Приказ',
  deadline: 'срок сообщит отдел',
  period,
  correction: { kind: 'text', text: 'до 25 марта 2023' },
  ...more,
});

describe('a kept correction', () => {
  test('says what the cell means, and leaves the order’s words and other items alone', () => {
    const { items, warnings } = correctDeadlines(read, [kept()]);
    expect(items[0]).toMatchObject({ deadline: 'срок сообщит отдел', occurrences: [march], unparsed: [] });
    expect(items.slice(1)).toEqual(read.items.slice(1));
    expect(warnings).not.toContainEqual({ code: 'unparsed', item: '1.1' });
    expect(warnings.filter(({ code }) => code === 'unparsed')).toHaveLength(
      read.warnings.filter(({ code }) => code === 'unparsed').length - 1,
    );
  });

  test.each([
    ['a reworded title', { title: 'Приказ о кураторах' }, true],
    ['a new number', { code: '2.7' }, true],
    ['another item', { code: '2.7', title: 'Форум' }, false],
    ['another cell', { deadline: 'по плану' }, false],
    ['another period', { period: { from: '2025-01-01', to: '2027-12-31' } }, false],
    ['words that say nothing', { correction: { kind: 'text' as const, text: 'скоро' } }, false],
  ])('is found after %s: %#', (_, more, found) => {
    const [item] = correctDeadlines(read, [kept(more)]).items;
    expect(item?.occurrences).toEqual(found ? [march] : []);
  });
});

describe('what the staff write', () => {
  test('is days and standing pieces, each once and in order', () => {
    const correction = {
      kind: 'windows' as const,
      windows: [march, { from: '2022-09-01', to: '2022-09-30' }, march],
      standing: [' по  мере необходимости '],
    };
    expect(understandCorrection(correction, period)).toEqual({
      occurrences: [{ from: '2022-09-01', to: '2022-09-30' }, march],
      standing: [{ kind: 'conditional', every: null, text: 'по мере необходимости' }],
      unparsed: [],
    });
  });

  test.each([
    [{ kind: 'text' as const, text: 'когда-нибудь' }, 'deadline-unread'],
    [{ kind: 'text' as const, text: '' }, 'deadline-unread'],
    [{ kind: 'windows' as const, windows: [], standing: [' '] }, 'deadline-wrong'],
    [
      { kind: 'windows' as const, windows: [{ from: '2022-03-02', to: '2022-03-01' }], standing: [] },
      'deadline-wrong',
    ],
    [
      { kind: 'windows' as const, windows: [{ from: null, to: '2022-02-30' }], standing: [] },
      'deadline-wrong',
    ],
    [{ kind: 'windows' as const, windows: Array(201).fill(march), standing: [] }, 'deadline-wrong'],
  ])('is refused where it is nothing: %#', (correction, code) => {
    expect(() => understandCorrection(correction, period)).toThrow(expect.objectContaining({ code }));
  });
});
