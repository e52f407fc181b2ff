import { Refusal } from '../refusal.ts';
import { type Columns, columnsOf, isColumnCount } from './columns.ts';
import { type Period, readDeadline } from './deadline/read-deadline.ts';
import { periodOfCells, readHeading } from './heading.ts';
import { codeOf, hasSeveralLevels, splitCode } from './numbering.ts';
import { splitResponsible } from './responsible-list.ts';
import { fold, type ReadItem, type ReadRoadmap, type RoadmapPages, type RoadmapWarning } from './roadmap.ts';

type Draft = {
  section: string;
  code: string;
  title: string;
  deadline: string;
  responsible: string;
  result: string;
};

/**
 * Understands the pages of a roadmap. `given` overrules the period that the title names.
 * `Refusal('roadmap-no-table' | 'roadmap-no-items' | 'roadmap-no-period')` where there is nothing to understand.
 */
export function readRoadmap(pages: RoadmapPages, given: Partial<Period> = {}): ReadRoadmap {
  const at = pages.rows.findIndex((row) => columnsOf(row) !== null);
  if (at === -1) throw new Refusal('roadmap-no-table');
  const above = [...pages.paragraphs, ...pages.rows.slice(0, at).map((row) => row.join(' '))];
  const { title, order, period: named } = readHeading(above);
  const { drafts, warnings } = readRows(pages.rows.slice(at));
  if (drafts.length === 0) throw new Refusal('roadmap-no-items');
  const { period, guessed } = choosePeriod(named, given, drafts);
  const items = drafts.map((draft) => understand(draft, period));
  return {
    title,
    order,
    period,
    items,
    warnings: [
      ...(title === '' ? [{ code: 'no-title' } as const] : []),
      ...(order === null ? [{ code: 'no-order' } as const] : []),
      ...(guessed ? [{ code: 'period-guessed', ...period } as const] : []),
      ...warnings,
      ...warningsOf(items),
    ],
  };
}

function choosePeriod(named: Period | null, given: Partial<Period>, drafts: readonly Draft[]) {
  const deadlines = drafts.map((draft) => draft.deadline);
  const guess = named === null ? periodOfCells(deadlines) : withSummer(named, deadlines);
  const from = given.from ?? guess?.from;
  const to = given.to ?? guess?.to;
  if (from === undefined || to === undefined) throw new Refusal('roadmap-no-period');
  if (from > to) throw new Refusal('period-backwards', { from, to });
  const guessed = named === null && (given.from === undefined || given.to === undefined);
  return { period: { from, to }, guessed };
}

/** A school year ends in May, but its programme may run to August: then the deadlines say so. */
function withSummer({ from, to }: Period, deadlines: readonly string[]): Period {
  const inSummer = to.endsWith('-05-31') && deadlines.some((text) => /июн|июл|август/iu.test(text));
  return { from, to: inSummer ? `${to.slice(0, 4)}-08-31` : to };
}

/** Every row after the first heading: sections set what follows, a heading printed again may move the columns. */
function readRows(rows: readonly string[][]): { drafts: Draft[]; warnings: RoadmapWarning[] } {
  const drafts: Draft[] = [];
  const warnings: RoadmapWarning[] = [];
  let columns: Columns | null = null;
  let section = '';
  for (const row of rows) {
    const heading = columnsOf(row);
    if (heading !== null) columns = heading;
    if (heading !== null || columns === null || isColumnCount(row)) continue;
    const filled = row.map(fold).filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    if (isSection(row, filled, columns)) {
      section = /^продолжение/iu.test(filled.join(' ')) ? section : filled.join(' ');
      continue;
    }
    const draft = draftOf(row, columns, section);
    section = draft.section;
    const last = drafts.at(-1);
    if (last !== undefined && goesOn(last, draft)) extend(last, draft);
    else if (draft.title === '') warnings.push({ code: 'row-unread', text: filled.join(' | ') });
    else drafts.push(draft);
    if (row.slice(columns.width).some((cell) => fold(cell) !== '')) {
      warnings.push({ code: 'row-unread', text: fold(row.slice(columns.width).join(' | ')) });
    }
  }
  return { drafts, warnings };
}

/** A merged row, or one with nothing but a heading of one level in the columns of number and title. */
function isSection(row: readonly string[], filled: readonly string[], columns: Columns): boolean {
  if (row.length === 1) return true;
  if (filled.length === 1) {
    const front = [0, columns.code ?? 0, ...columns.title].some((index) => fold(row[index] ?? '') !== '');
    return front && !hasSeveralLevels(filled[0] ?? '');
  }
  const number = codeOf(row[columns.code ?? -1] ?? '');
  const onlyTitle = filled.length === 2 && columns.title.some((index) => fold(row[index] ?? '') !== '');
  return onlyTitle && number !== '' && !number.includes('.');
}

function draftOf(row: readonly string[], columns: Columns, section: string): Draft {
  const cell = (index: number | null) => (index === null ? '' : (row[index] ?? ''));
  const joined = (indices: readonly number[]) =>
    indices
      .map((index) => fold(cell(index)))
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index);
  const named = joined(columns.section).join('. ');
  const split = splitCode(joined(columns.title).join('. '));
  const code = codeOf(cell(columns.code)) || split.code;
  return {
    section: named === '' ? section : named,
    code,
    title: split.title,
    deadline: fold(cell(columns.deadline)),
    responsible: cell(columns.responsible),
    result: joined(columns.result).join('; '),
  };
}

/** The same item over several rows (merged downwards), or a row that a page break has cut. */
function goesOn(last: Draft, draft: Draft): boolean {
  if (draft.title === '') return draft.code === '' || draft.code === last.code;
  return draft.section === last.section && draft.code === last.code && draft.title === last.title;
}

function extend(last: Draft, draft: Draft): void {
  const separator = /^[\p{Lu}\d]/u.test(draft.deadline) ? '; ' : ' ';
  last.deadline = joinNew(last.deadline, draft.deadline, separator);
  last.responsible = joinNew(last.responsible, draft.responsible, '\n');
  last.result = joinNew(last.result, draft.result, ' ');
}

function joinNew(before: string, more: string, separator: string): string {
  if (fold(more) === '' || fold(more) === fold(before)) return before;
  return before === '' ? more : before + separator + more;
}

function understand(
  { section, code, title, deadline, responsible, result }: Draft,
  period: Period,
): ReadItem {
  const { occurrences, standing, unparsed } = readDeadline(deadline, period);
  const phrases = splitResponsible(responsible);
  return { section, code, title, deadline, occurrences, standing, unparsed, responsible: phrases, result };
}

function warningsOf(items: readonly ReadItem[]): RoadmapWarning[] {
  const times = new Map<string, number>();
  for (const { code } of items) if (code !== '') times.set(code, (times.get(code) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1);
  return [
    ...twice.map(([item, count]) => ({ code: 'code-twice', item, times: count }) as const),
    ...items.flatMap((item): RoadmapWarning[] => {
      const name = item.code === '' ? item.title : item.code;
      return [
        ...(item.code === '' ? [{ code: 'no-code', title: item.title } as const] : []),
        ...(item.deadline === '' ? [{ code: 'no-deadline', item: name } as const] : []),
        ...(item.responsible.length === 0 ? [{ code: 'no-responsible', item: name } as const] : []),
        ...(item.unparsed.length > 0 ? [{ code: 'unparsed', item: name } as const] : []),
      ];
    }),
  ];
}
