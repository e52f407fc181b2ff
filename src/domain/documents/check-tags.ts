import type { Field } from './fields.ts';

/** One tag of a template as it stands there. */
export type TemplateTag = { name: string; disposition: 'Open' | 'Close' | 'SelfClosed'; raw: string };

export type TemplateFault =
  /** `nearest`: the field that was probably meant. */
  | { code: 'field-unknown'; name: string; nearest: string | null }
  /** A field of a list that stands outside it. */
  | { code: 'field-outside'; name: string; list: string }
  | {
      code: 'loop-unclosed' | 'loop-unopened' | 'loop-crossed' | 'not-a-list' | 'list-not-repeated';
      name: string;
    }
  /** A brace without its other half, or something in braces that can't be read. */
  | { code: 'braces'; name: string }
  /** All its fields are right, and it can't be filled: a list begins inside a table and ends outside. */
  | { code: 'not-fillable'; name: string };

/** What a template asks for that nobody can fill in, each fault once. `{#Список}…{/Список}` may be closed by `{/}`, too. */
export function checkTags(fields: readonly Field[], tags: readonly TemplateTag[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const open: { name: string; fields: readonly Field[] }[] = [];
  for (const { name, disposition } of tags) {
    const known = [...open.map((loop) => loop.fields).reverse(), fields];
    const field = known.flat().find((each) => each.name === name);
    if (disposition === 'Close') {
      const loop = open.pop();
      if (loop === undefined) faults.push({ code: 'loop-unopened', name });
      else if (name !== '' && name !== loop.name) faults.push({ code: 'loop-crossed', name });
      continue;
    }
    if (field === undefined) faults.push(unknownField(fields, known.flat(), name));
    if (disposition === 'Open') {
      if (field !== undefined && field.list === undefined && field.isChoice !== true)
        faults.push({ code: 'not-a-list', name });
      open.push({ name, fields: field?.list ?? [] });
    } else if (field?.list !== undefined || field?.isChoice === true) {
      faults.push({ code: 'list-not-repeated', name });
    }
  }
  for (const { name } of open) faults.push({ code: 'loop-unclosed', name });
  return unique(faults);
}

/** Fields that such a document is hardly right without, and that a template has nowhere. */
export function missingFields(fields: readonly Field[], tags: readonly TemplateTag[]): string[] {
  const used = new Set(tags.map(({ name }) => name));
  return everyField(fields)
    .filter(({ isNeeded, name }) => isNeeded === true && !used.has(name))
    .map(({ name }) => name);
}

function unknownField(all: readonly Field[], near: readonly Field[], name: string): TemplateFault {
  const list = listWith(all, name);
  if (list !== null) return { code: 'field-outside', name, list };
  return { code: 'field-unknown', name, nearest: nearestOf([...near, ...everyField(all)], name) };
}

/** The list in which such a field would be known. */
function listWith(fields: readonly Field[], name: string): string | null {
  for (const field of fields) {
    if (field.list === undefined) continue;
    if (field.list.some((each) => each.name === name)) return field.name;
    const deeper = listWith(field.list, name);
    if (deeper !== null) return deeper;
  }
  return null;
}

function everyField(fields: readonly Field[]): Field[] {
  return fields.flatMap((each) => [each, ...everyField(each.list ?? [])]);
}

function unique(faults: readonly TemplateFault[]): TemplateFault[] {
  const seen = new Set<string>();
  return faults.filter(({ code, name }) => {
    const key = `${code} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The field that was probably meant by `name`; `null` where it is another word altogether. */
export function nearestOf(fields: readonly Field[], name: string): string | null {
  const wanted = plain(name);
  let best: { name: string; slips: number } | null = null;
  for (const field of fields) {
    const slips = distance(plain(field.name), wanted);
    if (best === null || slips < best.slips) best = { name: field.name, slips };
  }
  // A third of the word wrong is another word.
  return best !== null && best.slips <= Math.max(2, wanted.length / 3) ? best.name : null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_.-]+/gu, ' ')
    .trim();
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
