import { findChoices } from '../../domain/forms/find-choices.ts';
import { progressOf, stepBefore } from '../../domain/forms/flow.ts';
import type { Choice, Question } from '../../domain/forms/form.ts';
import { draftOf, ownChoices, ownValue } from '../../domain/forms/many-draft.ts';
import { type Button, limits, type Message } from '../../domain/messages/message.ts';
import { findOrganizations } from '../../domain/organizations/find-organizations.ts';
import {
  addOwn,
  labels,
  markedLine,
  markedNothing,
  navigation,
  pageButton,
  progressLine,
  questionLines,
  searchLine,
  searchOrganization,
} from '../../texts/forms/engine-words.ts';
import { buttons as talkButtons } from '../../texts/talk.ts';
import { clip } from '../../texts/tasks.ts';
import { button, formAction, pageOf, rowsOf } from './button-rows.ts';
import { answerWords, choicesOf, organizationsFor, questionWords, type Scene } from './scene.ts';

/** Of a long list; with ‹ ›, «Готово» and the way out these are ten buttons in six rows. */
const optionsOnPage = 4;
const mostOrganizations = 6;
/** A message that is edited has to stay one. */
const longestMarks = 1500;
/** A page of options that goes without paging: all rows but that of the way out. */
const optionRows = limits.buttonRows - 1;

type Body = { lines: string[]; rows: Button[][]; askContact?: string };

/** The question that the run stands at, but for a consent. `fresh`: nothing was asked of this form before. */
export async function questionMessage(
  scene: Scene,
  question: Question,
  { fresh = false } = {},
): Promise<Message> {
  const { lines, rows, askContact } = await bodyOf(scene, question);
  const now = await currentAnswer(scene, question);
  const head = questionLines(
    questionWords(scene, question),
    progressLine(scene.words.title, progressOf(scene.form, scene.run)),
    now,
  );
  const all = [...rows, wayOut(scene, question)];
  const page =
    fresh &&
    scene.talk.pageUrl !== null &&
    all.length < limits.buttonRows &&
    all.flat().length < limits.buttons;
  return {
    text: [...head, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'),
    buttons: page ? [...all, [pageButton]] : all,
    ...(askContact === undefined ? {} : { askContact }),
  };
}

/** Shown to whoever comes back to a question; what is marked in a list shows itself. */
async function currentAnswer(scene: Scene, question: Question): Promise<string | null> {
  return question.kind === 'many-of' ? null : answerWords(scene, question);
}

function wayOut(scene: Scene, question: Question): Button[] {
  const { form, run } = scene;
  const act = (label: string, value: string) => button(label, formAction(form.key, question.key, value));
  const isBack = run.editing || stepBefore(form, run.answers, run.step) !== null;
  const searching = question.kind === 'many-of' && run.search !== '';
  const isKept = run.answers[question.key] !== undefined && question.kind !== 'many-of';
  return [
    ...(searching ? [act(labels.wholeList, 'all')] : isBack ? [act(navigation.back, 'back')] : []),
    ...(isKept ? [act(navigation.keep, 'keep')] : []),
    ...(question.optional && !isKept ? [act(navigation.skip, 'skip')] : []),
    act(navigation.later, 'later'),
  ];
}

async function bodyOf(scene: Scene, question: Question): Promise<Body> {
  switch (question.kind) {
    case 'one-of':
      return oneOf(scene, question, await choicesOf(scene, question));
    case 'many-of':
      return manyOf(scene, question, await choicesOf(scene, question));
    case 'organization':
      return organizations(scene, question);
    case 'phone':
      return { lines: [], rows: [], askContact: labels.contact };
    default:
      return { lines: [], rows: [] };
  }
}

function oneOf(scene: Scene, question: Question, choices: readonly Choice[]): Body {
  const { form, run } = scene;
  const option = ({ value, label }: Choice) =>
    button(
      run.answers[question.key] === value ? `✓ ${label}` : label,
      formAction(form.key, question.key, `=${value}`),
    );
  // Whoever can't read a label whole on its button reads it above.
  const lines = choices.some(({ label }) => label.length > limits.label)
    ? choices.map(({ label }) => `• ${label}`)
    : [];
  if (choices.length <= limits.buttons - wayOut(scene, question).length) {
    return { lines, rows: rowsOf(choices.map(option), optionRows) };
  }
  const { page, pages, shown } = pageOf(choices, optionsOnPage, run.page);
  return { lines, rows: [...shown.map((each) => [option(each)]), turner(scene, question, page, pages)] };
}

/** ‹ and › with what stands between them. */
function turner(
  scene: Scene,
  { key }: Question,
  page: number,
  pages: number,
  between: Button[] = [],
): Button[] {
  const act = (label: string, to: number) => button(label, formAction(scene.form.key, key, `p${to}`));
  return [
    ...(page > 0 ? [act(labels.earlier, page - 1)] : []),
    ...between,
    ...(page < pages - 1 ? [act(labels.further, page + 1)] : []),
  ];
}

function manyOf(scene: Scene, question: Question & { kind: 'many-of' }, choices: readonly Choice[]): Body {
  const { form, run } = scene;
  const { search } = run;
  const draft = draftOf(run, question.key);
  const all = [...choices, ...ownChoices(draft)];
  const isOn = new Set([...draft.chosen, ...draft.own.map(ownValue)]);
  const found = search === '' ? all : findChoices(all, search);
  const mayAdd = search !== '' && draft.own.length < (question.own ?? 0);
  const { page, pages, shown } = pageOf(found, mayAdd ? optionsOnPage - 1 : optionsOnPage, run.page);
  const act = (label: string, value: string) => button(label, formAction(form.key, question.key, value));
  const count = isOn.size;
  const done = button(
    count === 0 ? navigation.done : `${navigation.done} · ${count}`,
    formAction(form.key, question.key, 'done'),
    'primary',
  );
  const marks = all.filter(({ value }) => isOn.has(value)).map(({ label }) => label);
  return {
    lines: [
      marks.length === 0 ? markedNothing : markedLine(clip(marks.join(', '), longestMarks)),
      ...(search === '' ? [] : [searchLine(search, found.length, mayAdd)]),
    ],
    rows: [
      ...shown.map(({ value, label }) => [
        isOn.has(value) ? act(`✓ ${label}`, `-${value}`) : act(label, `+${value}`),
      ]),
      ...(mayAdd ? [[act(addOwn(search), `own${ownValue(search)}`)]] : []),
      turner(scene, question, page, pages, [done]),
    ],
  };
}

async function organizations(scene: Scene, question: Question): Promise<Body> {
  const { search } = scene.run;
  const found = search === '' ? [] : findOrganizations(await organizationsFor(scene, question), search);
  const shown = found.slice(0, mostOrganizations);
  const options = shown.map(({ id, shortName }) =>
    button(shortName, formAction(scene.form.key, question.key, `=${id}`)),
  );
  return {
    lines: [searchOrganization(search, found.length, shown.length)],
    rows: search !== '' && found.length === 0 ? [[talkButtons.ask]] : rowsOf(options, optionRows),
  };
}
