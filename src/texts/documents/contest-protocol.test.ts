import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxLines } from '../../../test/helpers/docx-text.ts';
import { readSheets } from '../../documents/read-sheet.ts';
import { openWorkbook } from '../../documents/read-xlsx.ts';
import { unpack } from '../../documents/unpack.ts';
import { writeDocx } from '../../documents/write-docx.ts';
import { writeXlsx } from '../../documents/write-xlsx.ts';
import type { ProtocolFacts, ProtocolSheet } from '../../domain/contests/protocol.ts';
import { rank } from '../../domain/contests/ranking/rank.ts';
import { defaultResultRules, type ResultRules } from '../../domain/contests/result-rules.ts';
import { protocolPlan } from './contest-protocol.ts';
import { resultSheets } from './contest-sheets.ts';

const at = new Date('2026-04-20T09:00:00Z');
const criteria = [
  { id: '1', title: 'Содержание', weight: 2, scale: 10 },
  { id: '2', title: 'Язык', weight: 1, scale: 5 },
];
const people = [
  { id: '1', name: 'Орлова Вера Ильинична', post: 'методист', isChair: false, isPresent: true },
  { id: '2', name: 'Седов Пётр Ильич', post: 'директор школы', isChair: true, isPresent: true },
  { id: '3', name: 'Юсупова Диана', post: '', isChair: false, isPresent: false },
];
const sheet = (jurorId: string, entryId: string, one: number, two: number, comment = ''): ProtocolSheet => ({
  jurorId,
  entryId,
  points: { '1': one, '2': two },
  comment,
});
const entries = ['1', '2', '3', '4', '5'].map((id) => ({
  id,
  title: `Работа ${id}`,
  authors: [`Автор ${id}`],
  organizationName: `Школа № ${id}`,
  activity: { likes: Number(id), reposts: 2, comments: 3, views: 40 },
}));
const sheets = [
  sheet('1', '1', 9, 5, '=СУММ(A1:A9)'),
  sheet('1', '2', 7, 4),
  sheet('1', '3', 5, 3),
  sheet('2', '1', 8, 4, 'Живой рассказ'),
  sheet('2', '2', 8, 4),
  sheet('2', '3', 2, 1),
  sheet('3', '4', 6, 3),
];

/** Three works in the first nomination, in the second one with a single sheet and one with none. */
function factsOf(more: Partial<ProtocolFacts> = {}, rules: Partial<ResultRules> = {}): ProtocolFacts {
  const facts = {
    organizerName: 'Управление образования',
    contestTitle: 'Мой наставник',
    place: 'г. Глазов',
    number: '7',
    heldOn: '2026-04-20',
    jurors: people,
    secretary: { name: 'Ежова Анна Петровна', post: 'специалист' },
    criteria,
    rules: { ...defaultResultRules, minSheets: 2, ...rules },
    nominations: [
      { id: '10', title: 'Рассказ' },
      { id: '11', title: 'Опыт' },
    ],
    entries,
    sheets,
    excused: [],
    askedAgain: [],
    ...more,
  };
  const ranking = rank({
    nominationIds: facts.nominations.map(({ id }) => id),
    criteria: facts.criteria,
    sheets: facts.sheets,
    entries: facts.entries.map(({ id, activity }) => ({
      id,
      nominationId: Number(id) < 4 ? '10' : '11',
      activity,
      submittedAt: at,
    })),
    rules: facts.rules,
  });
  return { ...facts, ranking };
}

const linesOf = (facts: ProtocolFacts) => docxLines(writeDocx(protocolPlan(facts)));
const documentOf = (facts: ProtocolFacts) =>
  strFromU8(unzipSync(writeDocx(protocolPlan(facts)))['word/document.xml'] ?? new Uint8Array());

describe('the protocol', () => {
  it('says which session it was, who sat and who was absent', async () => {
    const lines = await linesOf(factsOf());
    expect(lines).toEqual(
      expect.arrayContaining([
        'Управление образования',
        'ПРОТОКОЛ',
        'заседания жюри конкурса «Мой наставник»',
        'г. Глазов',
        '№ 1. Орлова Вера Ильинична, методист',
        '№ 2. Седов Пётр Ильич, директор школы — председатель жюри',
        '№ 3. Юсупова Диана (на заседании не было)',
        'На заседании присутствовали: 2 из 3.',
        'Секретарь: Ежова Анна Петровна, специалист',
      ]),
    );
    expect(lines.join('\n')).toMatch(/20 апреля 2026 г\.\s+№ 7/u);
  });

  it('leaves number and date to be written in where there are none', async () => {
    const text = (await linesOf(factsOf({ number: null, heldOn: null }))).join('\n');
    expect(text).toMatch(/«____» ______________ 20___ г\.\s+№ ________/u);
  });

  it('explains how it was counted', async () => {
    const text = (await linesOf(factsOf())).join('\n');
    expect(text).toContain('Критерии: Содержание — до 10 баллов, вес 2; Язык — до 5 баллов, вес 1.');
    expect(text).toContain('оценка − своё среднее');
    expect(text).toContain('меньше 2 листов оценки, места не получает');
    expect(text).toContain('Победитель: первое место. Лауреат: место не ниже 3-го, кроме победителей.');
  });

  it('has a table for each nomination with normalised and raw scores, totals and awards', async () => {
    const rows = (await linesOf(factsOf())).filter((line) => line.includes(' | '));
    // Raw totals of № 1: 93.33, 73.33, 53.33 (mean 73.33); of № 2: 80, 80, 20 (mean 60). Both are brought to 66.67 and 23.09.
    expect(rows).toEqual([
      'Место | Автор, команда | Работа | № 1 | № 2 | Итог | Решение',
      expect.stringMatching(
        /^1 \| Автор 1\s+Школа № 1 \| Работа 1 \| 95,0\s+\(93,3\) \| 83,0\s+\(80,0\) \| 88,97 \| победитель$/u,
      ),
      expect.stringMatching(
        /^2 \| Автор 2\s+Школа № 2 \| Работа 2 \| 66,7\s+\(73,3\) \| 83,0\s+\(80,0\) \| 74,83 \| лауреат$/u,
      ),
      expect.stringMatching(/^3 \| [\s\S]* \| 38,4\s+\(53,3\) \| 34,0\s+\(20,0\) \| 36,19 \| лауреат$/u),
    ]);
  });

  it('tells special cases: who did not judge what, what was shown again, what has no place', async () => {
    const lines = await linesOf(
      factsOf({
        excused: [
          { jurorId: '3', entryId: '1', why: 'organization' },
          { jurorId: '3', entryId: '2', why: 'abstained' },
        ],
        askedAgain: [{ entryId: '3', range: 42.25 }],
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '1) Юсупова Диана не оценивает: «Работа 1» (Автор 1, Школа № 1) — работа своей организации.',
        '2) Юсупова Диана не оценивает: «Работа 2» (Автор 2, Школа № 2) — самоотвод.',
        '3) Показана жюри повторно: «Работа 3» (Автор 3, Школа № 3) — оценки расходились на 42,3 из 100 баллов.',
        '4) Без места: «Работа 4» (Автор 4, Школа № 4) — листов оценки 1, а нужно не меньше 2.',
        '5) Без места: «Работа 5» (Автор 5, Школа № 5) — листов оценки 0, а нужно не меньше 2.',
      ]),
    );
  });

  it('says that there were none', async () => {
    const few = factsOf({ nominations: [{ id: '10', title: 'Рассказ' }] });
    expect(await linesOf(few)).toContain('Особых случаев не было.');
  });

  it('tells by what equal entries were parted', async () => {
    const equal = [
      sheet('1', '1', 9, 5),
      sheet('2', '1', 9, 5),
      sheet('1', '2', 9, 5),
      sheet('2', '2', 9, 5),
    ];
    const lines = await linesOf(factsOf({ sheets: equal }));
    expect(lines).toContain(
      '1) Место 1: «Работа 1» (Автор 1, Школа № 1) — работы равны во всём и делят место.',
    );
    expect(lines.join('\n')).toContain('Признать победителями: «Работа 1» (Автор 1, Школа № 1); «Работа 2»');
  });

  it('decides for each nomination, and is signed by those who were there, the chair first', async () => {
    const lines = await linesOf(factsOf());
    const text = lines.join('\n');
    expect(text).toMatch(
      /1\) Номинация «Рассказ»\.\s+Признать победителем: «Работа 1» \(Автор 1, Школа № 1\)\.\s+Признать лауреатами: «Работа 2» \(Автор 2, Школа № 2\); «Работа 3»/u,
    );
    expect(text).toMatch(
      /2\) Номинация «Опыт»\.\s+Победителя не определять\.\s+Остальные считать участниками: 2 работы\./u,
    );
    const signed = lines.filter((line) => line.includes('______________'));
    expect(signed.map((line) => line.replace(/\s+/gu, ' '))).toEqual([
      expect.stringContaining('Председатель жюри'),
      expect.stringContaining('Член жюри'),
      expect.stringContaining('Секретарь'),
    ]);
    expect(signed[0]).toContain('П. И. Седов'.replaceAll(' ', '\u00a0'));
    expect(text).not.toContain('Юсупова\n');
  });

  it('lies down where its tables are wide, and puts many jurors into one column', async () => {
    expect(documentOf(factsOf({}, { by: 'activity' }))).not.toContain('landscape');
    const many = Array.from({ length: 9 }, (_, index) => String(index + 1));
    const crowd = factsOf({
      jurors: many.map((id) => ({ id, name: `Член ${id}`, post: '', isChair: false, isPresent: true })),
      sheets: many.flatMap((id) =>
        ['1', '2', '3'].map((entryId) => sheet(id, entryId, Number(entryId) * 2, 3)),
      ),
    });
    expect(documentOf(crowd)).toContain('landscape');
    const row = (await linesOf(crowd)).find((line) => line.startsWith('1 | '));
    expect(row).toMatch(/№ 1: 60,0 \(60,0\)[\s\S]+№ 9: 60,0 \(60,0\)/u);
  });

  it('keeps every table on the page', () => {
    for (const by of ['jury', 'activity', 'mixed'] as const)
      for (let jurors = 1; jurors <= 12; jurors += 1) {
        const ids = Array.from({ length: jurors }, (_, index) => String(index + 1));
        const plan = protocolPlan(
          factsOf(
            {
              jurors: ids.map((id) => ({ id, name: id, post: '', isChair: false, isPresent: true })),
              sheets: ids.flatMap((id) => ['1', '2'].map((entryId) => sheet(id, entryId, 1, 1))),
            },
            { by, minSheets: 1 },
          ),
        );
        const wide = plan.blocks.flatMap((block) =>
          block.kind === 'table' ? [block.widths.reduce((sum, each) => sum + each, 0)] : [],
        );
        expect(Math.max(...wide), `${by}, ${jurors}`).toBeLessThanOrEqual(plan.landscape ? 257 : 170);
        expect(Math.min(...wide), `${by}, ${jurors}`).toBeGreaterThan(160);
      }
  });

  it('of readers alone has no jury, and counts what stood under the posts', async () => {
    const lines = await linesOf(factsOf({ jurors: [], secretary: null }, { by: 'activity' }));
    expect(lines).toContain('подведения итогов конкурса «Мой наставник»');
    const text = lines.join('\n');
    expect(text).toContain('отметка «нравится» — 1, репост — 3, комментарий — 2');
    expect(text).not.toContain('Жюри (под');
    expect(text).toMatch(
      /1 \| Автор 3\s+Школа № 3 \| Работа 3 \| 100,00\s+\(3 \/ 2 \/ 3\) \| 100,00 \| победитель/u,
    );
    expect(text).toContain('Организатор конкурса');
  });

  it('shows scores as fine as places need', async () => {
    const close = [sheet('1', '1', 9, 5), sheet('1', '2', 8.9999, 5)];
    const text = (await linesOf(factsOf({ sheets: close }, { minSheets: 1, normalise: 'none' }))).join('\n');
    expect(text).toContain('93,3333 |');
    expect(text).toContain('93,3327 |');
  });
});

describe('the sheets of results', () => {
  const bytesOf = (facts: ProtocolFacts) => writeXlsx(resultSheets(facts), at);
  const cellsOf = async (facts: ProtocolFacts) =>
    (await readSheets(await bytesOf(facts))).map((rows) => rows.map(({ cells }) => cells));

  it('tell places, those without one, and why', async () => {
    const [summary] = await cellsOf(factsOf());
    expect(
      summary?.map((cells) => [cells[0], cells[1], cells[2], cells[5], cells[9], cells[10], cells[11]]),
    ).toEqual([
      ['Итоги конкурса «Мой наставник»', '', '', '', '', '', ''],
      ['20 апреля 2026 г.', '', '', '', '', '', ''],
      ['Номинация', 'Место', 'Работа', 'Листов оценки', 'Итог', 'Решение', 'Примечание'],
      ['Рассказ', '1', 'Работа 1', '2', '88.97', 'победитель', ''],
      ['Рассказ', '2', 'Работа 2', '2', '74.83', 'лауреат', ''],
      ['Рассказ', '3', 'Работа 3', '2', '36.19', 'лауреат', ''],
      ['Опыт', '', 'Работа 4', '1', '', 'участник', 'без места: листов оценки 1, а нужно не меньше 2'],
      ['Опыт', '', 'Работа 5', '0', '', 'участник', 'без места: листов оценки 0, а нужно не меньше 2'],
    ]);
  });

  it('hold every score as it was given, with the comment', async () => {
    const [, scores] = await cellsOf(factsOf());
    expect(scores?.[0]?.slice(3)).toEqual([
      'Член жюри',
      'Содержание (до 10)',
      'Язык (до 5)',
      'Исходная оценка',
      'Приведённая оценка',
      'Комментарий',
    ]);
    expect(scores).toHaveLength(1 + sheets.length);
    expect(scores).toContainEqual([
      'Рассказ',
      'Работа 1',
      'Автор 1',
      'Седов Пётр Ильич',
      '8.0',
      '4.0',
      '80.00',
      '83.00',
      'Живой рассказ',
    ]);
  });

  it('hold what is needed to count again', async () => {
    const [, , method, habits] = await cellsOf(factsOf());
    expect(method?.length).toBeGreaterThan(4);
    expect(habits?.[1]).toEqual([
      'Рассказ',
      'Орлова Вера Ильинична',
      '3',
      '73.3333',
      '16.3299',
      '66.6667',
      '23.0940',
      '1.4142',
      'приведены к общему среднему и разбросу',
    ]);
  });

  it('never hold a formula, whoever wrote it', async () => {
    const evil = '=HYPERLINK("http://example.org";"1")';
    const facts = factsOf({
      contestTitle: evil,
      nominations: [{ id: '10', title: evil }],
      entries: entries.map((entry) => ({
        ...entry,
        title: evil,
        authors: ['+7', '@x'],
        organizationName: '-1',
      })),
      jurors: people.map((juror) => ({ ...juror, name: evil })),
      criteria: criteria.map((criterion) => ({ ...criterion, title: evil })),
    });
    const bytes = await bytesOf(facts);
    const parts = await unpack(bytes);
    expect([...parts.values()].join('')).not.toContain('<f>');
    const workbook = await openWorkbook(bytes, parts);
    const unsafe: string[] = [];
    let words = 0;
    for (const worksheet of workbook.worksheets)
      worksheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (typeof cell.value === 'number') return;
          words += 1;
          if (typeof cell.value !== 'string' || cell.numFmt !== '@')
            unsafe.push(`${worksheet.name} ${cell.address}`);
        }),
      );
    expect(unsafe).toEqual([]);
    expect(words).toBeGreaterThan(50);
  });

  it('of readers alone show counters and no jury', async () => {
    const all = await cellsOf(factsOf({ jurors: [] }, { by: 'activity' }));
    expect(all).toHaveLength(2);
    expect(all[0]?.[2]?.slice(5, 10)).toEqual(['Нравится', 'Репосты', 'Комментарии', 'Просмотры', 'Отклик']);
    expect(all[0]?.[3]?.slice(5, 10)).toEqual(['3', '2', '3', '40', '100.00']);
  });
});
