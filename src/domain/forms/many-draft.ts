import type { Answer, Choice } from './form.ts';
import type { FormRun } from './form-run.ts';

/** What is marked while somebody still chooses; it becomes the answer by «Готово». */
type ManyDraft = { chosen: string[]; own: string[] };

const factKey = (key: string) => `draft:${key}`;

/** The marks made since the question was asked, else what was answered before. */
export function draftOf({ facts, answers }: FormRun, key: string): ManyDraft {
  const stored = facts[factKey(key)];
  if (stored !== undefined) return JSON.parse(stored) as ManyDraft;
  const answer = answers[key] ?? null;
  return isMany(answer) ? answer : { chosen: [], own: [] };
}

export function withDraft(run: FormRun, key: string, draft: ManyDraft): FormRun {
  return { ...run, facts: { ...run.facts, [factKey(key)]: JSON.stringify(draft) } };
}

export function withoutDraft(run: FormRun, key: string): FormRun {
  const { [factKey(key)]: _, ...facts } = run.facts;
  return { ...run, facts };
}

/** Own words stand after the list, as options under names made of them. */
export function ownChoices({ own }: ManyDraft): Choice[] {
  return own.map((words) => ({ value: ownValue(words), label: words }));
}

/** Short enough for a button, and the same for the same words: a second press must not hit the next ones. */
export function ownValue(words: string): string {
  let hash = 0x811c9dc5;
  for (const sign of words) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `~${hash.toString(36)}`;
}

/** `on` twice is on: a button says what it leads to, so that a double press counts once. */
export function marked(draft: ManyDraft, value: string, on: boolean): ManyDraft {
  if (value.startsWith('~')) {
    return on ? draft : { ...draft, own: draft.own.filter((words) => ownValue(words) !== value) };
  }
  const others = draft.chosen.filter((each) => each !== value);
  return { ...draft, chosen: on ? [...others, value] : others };
}

export function joined(draft: ManyDraft, more: ManyDraft): ManyDraft {
  return {
    chosen: [...new Set([...draft.chosen, ...more.chosen])],
    own: [...new Set([...draft.own, ...more.own])],
  };
}

function isMany(answer: Answer | null): answer is ManyDraft {
  return typeof answer === 'object' && answer !== null && 'chosen' in answer;
}
