import type { Day } from '../calendar/day.ts';
import type { Answer, AnswerFault, Answers, Choice, Question } from '../forms/form.ts';
import { readWords } from '../forms/read-words.ts';
import { findOrganizations } from '../organizations/find-organizations.ts';
import type { Organization } from '../organizations/organization.ts';
import { Refusal } from '../refusal.ts';
import { type Base, importedQuestions, isRequired } from './city-base.ts';

/** A row of a sheet as it was typed; `number` counts from 1, as the sheet shows it. */
export type SheetRow = { number: number; cells: readonly string[] };

export type CellFault = {
  /** «C5». */
  cell: string;
  question: Question;
  fault: AnswerFault | { code: 'several-organizations'; facts: AnswerFault['facts'] };
};

export type BaseRow = { number: number; answers: Answers; organizationId: string };

export type BaseReading = { rows: BaseRow[]; faults: CellFault[] };

export type BaseContext = {
  /** Of columns, by question. */
  headings: Readonly<Record<string, string>>;
  choicesOf(question: Question): readonly Choice[];
  /** Those into which may be imported. */
  organizations: readonly Organization[];
  today: Day;
};

/**
 * The rows of a base, judged by its form, each wrong cell with its address; columns may stand in any order and beside others.
 * `Refusal('base-columns-missing', { names })` where no row holds the headings.
 */
export function readBase(base: Base, sheet: readonly SheetRow[], context: BaseContext): BaseReading {
  const { columns, row: head } = findHeadings(base, sheet, context.headings);
  const reading: BaseReading = { rows: [], faults: [] };
  for (const row of sheet.filter(({ number }) => number > head)) {
    const cells = columns.map((column) => ({ ...column, typed: row.cells[column.index]?.trim() ?? '' }));
    if (cells.every(({ typed }) => typed === '')) continue;
    const { answers, faults } = readRow(row.number, cells, context);
    reading.faults.push(...faults);
    const organizationId = answers.organization;
    if (faults.length === 0 && typeof organizationId === 'string') {
      reading.rows.push({ number: row.number, answers, organizationId });
    }
  }
  return reading;
}

type Column = { question: Question; index: number };

function findHeadings(base: Base, sheet: readonly SheetRow[], headings: BaseContext['headings']) {
  const questions = importedQuestions(base);
  let missing = questions.filter(isRequired);
  for (const { number, cells } of sheet) {
    const names = cells.map(plainHeading);
    const columns = questions.flatMap((question): Column[] => {
      const index = names.indexOf(plainHeading(headings[question.key] ?? ''));
      return index < 0 ? [] : [{ question, index }];
    });
    const absent = questions.filter(
      (question) => isRequired(question) && !columns.some((column) => column.question === question),
    );
    if (absent.length === 0) return { columns, row: number };
    if (absent.length < missing.length) missing = absent;
  }
  throw new Refusal('base-columns-missing', {
    names: missing.map(({ key }) => headings[key] ?? key).join(', '),
  });
}

/** The star of a required column is no part of its name. */
function plainHeading(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function readRow(number: number, cells: readonly (Column & { typed: string })[], context: BaseContext) {
  const answers: Record<string, Answer | null> = {};
  const faults: CellFault[] = [];
  for (const { question, index, typed } of cells) {
    if (typed === '' && !isRequired(question)) {
      if (question.optional) answers[question.key] = null;
      continue;
    }
    const read = readCell(question, typed, context);
    if ('answer' in read) answers[question.key] = read.answer;
    else faults.push({ cell: `${columnLetters(index)}${number}`, question, fault: read.fault });
  }
  answers.contact = answers.phone === undefined ? 'bot' : 'phone';
  return { answers, faults };
}

type CellVerdict = { answer: Answer } | { fault: CellFault['fault'] };

function readCell(question: Question, typed: string, context: BaseContext): CellVerdict {
  if (question.kind !== 'organization' || typed === '') {
    return readWords(question, typed, { choices: context.choicesOf(question), today: context.today });
  }
  const allowed = context.organizations.filter(({ kind }) => question.of.includes(kind));
  const [found, ...others] = findOrganizations(allowed, typed);
  if (found === undefined) return { fault: { code: 'no-organization', facts: {} } };
  if (others.length === 0) return { answer: found.id };
  const names = [found, ...others].map(({ shortName }) => shortName).join(', ');
  return { fault: { code: 'several-organizations', facts: { names } } };
}

/** 0 is «A», 26 is «AA». */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
