import { type Day, isDay, yearOf } from '../calendar/day.ts';
import type { Answer, AnswerContext, AnswerFault, FileSort, Question, Verdict } from './form.ts';
import { readNumber } from './read-number.ts';
import { readPhone } from './read-phone.ts';

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** The longest answer in one's own words beside a list. */
export const longestOwn = 80;
/** Nobody who takes part was born before, and no paper of theirs is older. */
const firstYear = 1900;

/**
 * A raw value (of a page, a spreadsheet, the API, or an answer stored before) as an answer to this question. What is
 * typed in a chat is parsed by `readWords` first. A skipped question is `null` and never comes here.
 */
export function checkAnswer(question: Question, raw: unknown, context: AnswerContext): Verdict {
  switch (question.kind) {
    case 'text':
      return checkText(question, raw);
    case 'long-text':
      return checkLongText(question, raw);
    case 'one-of':
      return isChoice(raw, context) ? taken(raw) : fault('not-an-option');
    case 'many-of':
      return checkMany(question, raw, context);
    case 'number':
      return checkNumber(raw, question.min, question.max);
    case 'year':
      return checkNumber(raw, yearOf(context.today) + question.min, yearOf(context.today) + question.max);
    case 'date':
      return checkDate(question, raw, context.today);
    case 'phone':
      return checkPhone(raw);
    case 'organization':
      return isChoice(raw, context) ? taken(raw) : fault('no-organization');
    case 'file':
      return checkFile(raw);
    case 'consent':
      return fault('press-button');
  }
}

/** Whether an answer taken before may stay, also in a newer version of its question. */
export function stillFits(question: Question, answer: Answer | null, context: AnswerContext): boolean {
  if (answer === null) return question.optional === true;
  if (question.kind === 'consent') return typeof answer === 'string';
  return checkAnswer(question, answer, context).ok;
}

/** By what the sender says it is; the bytes are looked at when they come. */
export function fitsSort(
  { name, mime }: { name: string; mime: string },
  accept: readonly FileSort[],
): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const sorts: Record<FileSort, boolean> = {
    pdf: ending === 'pdf' || mime === 'application/pdf',
    image: /^(jpe?g|png|webp|heic)$/.test(ending) || /^image\/(jpeg|png|webp|heic)$/.test(mime),
  };
  return accept.some((sort) => sorts[sort]);
}

function checkText({ max, shape }: Of<'text'>, raw: unknown): Verdict {
  if (typeof raw !== 'string') return fault('only-words');
  const text = raw.replace(/\s+/gu, ' ').trim();
  if (text === '') return fault('empty');
  if (text.length > max) return fault('too-long', { max, length: text.length });
  if (shape === 'person-name') return isPersonName(text) ? taken(text) : fault('not-a-name');
  return saysSomething(text) ? taken(text) : fault('only-words');
}

function checkLongText({ max }: Of<'long-text'>, raw: unknown): Verdict {
  if (typeof raw !== 'string') return fault('only-words');
  const text = raw.replace(/\r\n?/g, '\n').trim();
  if (text === '') return fault('empty');
  if (text.length > max) return fault('too-long', { max, length: text.length });
  return saysSomething(text) ? taken(text) : fault('only-words');
}

/** Letters of any script, joined by single dashes, apostrophes and spaces. */
function isPersonName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}]*(?:(?:[-‐‑–—'’ʼ`]| )\p{L}[\p{L}\p{M}]*)*$/u.test(text);
}

export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function checkMany(question: Of<'many-of'>, raw: unknown, context: AnswerContext): Verdict {
  const given = manyIn(raw);
  if (given === null) return fault('not-an-option');
  const chosen = new Set(given.chosen);
  const own = new Map<string, string>();
  for (const words of given.own.map((each) => each.replace(/\s+/gu, ' ').trim()).filter(saysSomething)) {
    // Whoever types what the list has means what the list has.
    const listed = context.choices.find(({ label }) => label.toLowerCase() === words.toLowerCase());
    if (listed !== undefined) chosen.add(listed.value);
    else if (!own.has(words.toLowerCase())) own.set(words.toLowerCase(), words);
  }
  if ([...chosen].some((value) => !isChoice(value, context))) return fault('not-an-option');
  const most = question.own ?? 0;
  if (own.size > most) return most === 0 ? fault('not-an-option') : fault('too-many', { max: most });
  const tooLong = [...own.values()].find((words) => words.length > longestOwn);
  if (tooLong !== undefined) return fault('too-long', { max: longestOwn, length: tooLong.length });
  if (chosen.size + own.size === 0) return fault('empty');
  return taken({ chosen: [...chosen], own: [...own.values()] });
}

function manyIn(raw: unknown): { chosen: string[]; own: string[] } | null {
  if (isStrings(raw)) return { chosen: raw, own: [] };
  if (typeof raw !== 'object' || raw === null) return null;
  const { chosen = [], own = [] } = raw as { chosen?: unknown; own?: unknown };
  return isStrings(chosen) && isStrings(own) ? { chosen, own } : null;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function checkNumber(raw: unknown, min: number, max: number): Verdict {
  const number = typeof raw === 'string' ? readNumber(raw) : raw;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return fault('not-a-number');
  if (number < min) return fault('too-small', { min, max });
  return number > max ? fault('too-large', { min, max }) : taken(number);
}

function checkDate({ past }: Of<'date'>, raw: unknown, today: Day): Verdict {
  if (typeof raw !== 'string' || !isDay(raw) || yearOf(raw) < firstYear) return fault('not-a-date');
  if (past && raw > today) return fault('in-future');
  return yearOf(raw) > yearOf(today) + 100 ? fault('not-a-date') : taken(raw);
}

function checkPhone(raw: unknown): Verdict {
  const phone = typeof raw === 'string' ? readPhone(raw) : null;
  return phone === null ? fault('not-a-phone') : taken(phone);
}

function checkFile(raw: unknown): Verdict {
  const fileId = typeof raw === 'object' && raw !== null ? (raw as { fileId?: unknown }).fileId : null;
  return typeof fileId === 'string' && /^[1-9]\d{0,17}$/.test(fileId)
    ? taken({ fileId })
    : fault('wrong-file');
}

function isChoice(raw: unknown, { choices }: AnswerContext): raw is string {
  return choices.some(({ value }) => value === raw);
}

function taken(answer: Answer): Verdict {
  return { ok: true, answer };
}

function fault(code: AnswerFault['code'], facts: AnswerFault['facts'] = {}): Verdict {
  return { ok: false, fault: { code, facts } };
}
