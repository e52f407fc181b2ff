import type { Answer, Answers, Question } from '../../domain/forms/form.ts';
import type { DrawnQuestion } from '../../domain/pages/form-desk.ts';
import type { QuestionWords } from '../../texts/forms/form-words.ts';
import { fieldWords, pageHint } from '../../texts/page-form-words.ts';
import { type Html, has, html } from './html.ts';
import type { Posted } from './posted.ts';

/** What stands in the fields: answers given before, or what was just typed and not taken. */
export type Typed = Pick<Posted, 'all'>;

export type Field = DrawnQuestion & { words: QuestionWords; typed: Typed; fault: string | null };

const longList = 8;

/** One question with its label, hint, and what is wrong with the answer. */
export function fieldOf(field: Field): Html {
  const { question, words, fault } = field;
  const id = fieldId(question.key);
  const isGroup = question.kind === 'one-of' || question.kind === 'many-of';
  const asks = isGroup || question.kind === 'long-text';
  const label = html`${asks ? words.ask : words.name}${question.optional && html` <span class="faint">${fieldWords.optional}</span>`}`;
  const hint = hintOf(field);
  const notes = html`${hint && html`<p class="faint" id="${id}-hint">${hint}</p>`}${
    fault && html`<p class="fault" id="${id}-fault">${fault}</p>`
  }`;
  if (isGroup) {
    return html`<fieldset class="field" id="${id}" tabindex="-1"${described(field)}><legend>${label}</legend>${notes}${groupOf(field)}</fieldset>`;
  }
  return html`<div class="field"><label for="${id}">${label}</label>${notes}${inputOf(field)}</div>`;
}

export function fieldId(key: string): string {
  return `q-${key}`;
}

/** A list needs no word on how to search it. */
function hintOf({ question, words }: Field): string | null {
  return question.kind === 'organization' ? null : pageHint(words.hint);
}

function described(field: Field): Html {
  const { question, fault } = field;
  const id = fieldId(question.key);
  const notes = [hintOf(field) && `${id}-hint`, fault && `${id}-fault`].filter((each) => each);
  return html`${notes.length > 0 && html` aria-describedby="${notes.join(' ')}"`}${fault && html` aria-invalid="true"`}`;
}

function groupOf({ question, choices, typed }: Field): Html {
  const { key } = question;
  const chosen = typed.all(key);
  const sort = question.kind === 'one-of' ? 'radio' : 'checkbox';
  const options = choices.map(
    ({ value, label }) =>
      html`<label class="option"><input type="${sort}" name="${key}" value="${value}"${has('checked', chosen.includes(value))}> <span>${label}</span></label>`,
  );
  const own = question.kind === 'many-of' ? (question.own ?? 0) : 0;
  return html`<div class="options${choices.length > longList && ' long'}">${options}</div>${
    own > 0 &&
    html`<label for="${fieldId(key)}-own">${fieldWords.own(own)}</label>
<textarea id="${fieldId(key)}-own" name="${key}-own" rows="3">${typed.all(`${key}-own`).join('\n')}</textarea>`
  }`;
}

function inputOf(field: Field): Html {
  const { question, choices, typed } = field;
  const { key } = question;
  const common = html`id="${fieldId(key)}" name="${key}"${described(field)}`;
  const value = typed.all(key)[0] ?? '';
  switch (question.kind) {
    case 'long-text':
      return html`<textarea ${common} rows="5">${value}</textarea>`;
    case 'organization':
      return html`<select ${common}><option value="">${fieldWords.choose}</option>${choices.map(
        (each) =>
          html`<option value="${each.value}"${has('selected', each.value === value)}>${each.label}</option>`,
      )}</select>`;
    case 'number':
    case 'year':
      return html`<input ${common} inputmode="numeric" value="${value}">`;
    case 'date':
      return html`<input ${common} type="date" value="${value}">`;
    case 'phone':
      return html`<input ${common} type="tel" autocomplete="tel" value="${value}">`;
    case 'file':
      return html`<input ${common} type="file" accept="${question.accept.map((sort) => accepted[sort]).join(',')}">`;
    default:
      return html`<input ${common} type="text" autocomplete="${autocomplete[key] ?? 'off'}" value="${value}">`;
  }
}

const accepted = { pdf: '.pdf', image: 'image/*' } as const;

const autocomplete: Readonly<Record<string, string>> = {
  surname: 'family-name',
  name: 'given-name',
  patronymic: 'additional-name',
};

/** Answers as they stand in the fields. */
export function typedFrom(answers: Answers): Typed {
  const fields = new Map<string, string[]>();
  for (const [key, answer] of Object.entries(answers)) {
    if (answer === null || (typeof answer === 'object' && 'fileId' in answer)) continue;
    if (typeof answer !== 'object') fields.set(key, [String(answer)]);
    else fields.set(key, answer.chosen).set(`${key}-own`, answer.own);
  }
  return { all: (name) => fields.get(name) ?? [] };
}

/**
 * What was sent, raw, for the one check that every answer goes through. `null`: left empty where that is allowed.
 * `before`: a file stays as it is until another one is chosen.
 */
export function rawAnswer(
  question: Question,
  posted: Posted,
  fileId: string | null,
  before: Answer | null | undefined,
): unknown {
  const { key, kind, optional } = question;
  const empty = optional ? null : '';
  if (kind === 'file') return fileId === null ? (before ?? empty) : { fileId };
  if (kind !== 'many-of') return posted.one(key) === '' ? empty : posted.one(key);
  const own = posted
    .all(`${key}-own`)
    .flatMap((lines) => lines.split(/\r?\n/))
    .filter((line) => line.trim() !== '');
  const chosen = posted.all(key);
  return chosen.length + own.length === 0 ? (optional ? null : { chosen, own }) : { chosen, own };
}
