import { checkAnswer, longestOwn } from '../../domain/forms/check-answer.ts';
import { changeable, movedTo, questionAt, stepBefore, summaryStep } from '../../domain/forms/flow.ts';
import type { Answer, Question } from '../../domain/forms/form.ts';
import { draftOf, joined, marked, ownValue, withDraft } from '../../domain/forms/many-draft.ts';
import {
  alreadyTaken,
  changing,
  faultText,
  fine,
  laidAside,
  markSomething,
  oldButton,
} from '../../texts/forms/engine-words.ts';
import { accept } from './accept.ts';
import { ask, restoreMenu } from './ask.ts';
import type { FormAction } from './button-rows.ts';
import { pressConsent } from './press-consent.ts';
import { pressSummary } from './press-summary.ts';
import { questionMessage } from './question-message.ts';
import { contextOf, keep, questionWords, type Scene } from './scene.ts';

/** A button of this run's form. */
export async function pressForm(scene: Scene, action: FormAction): Promise<void> {
  const { run, form } = scene;
  if (action.question === summaryStep) {
    if (run.step !== summaryStep && !run.editing) return old(scene);
    return pressSummary(scene, action.value);
  }
  const question = questionAt(form, action.question);
  if (question === null) return old(scene);
  if (action.value === 'edit') return edit(scene, question);
  if (question.key !== run.step) return isTaken(scene, question, action.value) ? already(scene) : old(scene);
  if (!(await pressQuestion(scene, question, action.value))) await old(scene);
}

/** A button that leads nowhere any more: the person is led back to where they are. */
export async function old(scene: Scene): Promise<void> {
  scene.talk.toast(oldButton);
  await ask(await keep(scene, { paused: false }));
}

function already({ talk }: Scene): void {
  talk.toast(alreadyTaken);
}

/** The second of a double press comes when the question has been left already. */
function isTaken({ run }: Scene, { key, kind }: Question, value: string): boolean {
  const answer = run.answers[key];
  if (answer === undefined) return false;
  if (value === 'skip' || value === 'no') return answer === null;
  if (value === 'done') return kind === 'many-of';
  if (kind === 'consent') return value.startsWith('yes:') && answer !== null;
  return value === 'keep' || value === `=${String(answer)}`;
}

async function edit(scene: Scene, question: Question): Promise<void> {
  const { run, form, talk } = scene;
  const mayChange = changeable(form, run.answers).some(({ key }) => key === question.key);
  if (!mayChange || (run.step !== summaryStep && !run.editing)) return old(scene);
  if (run.editing && run.step === question.key && !run.paused) return already(scene);
  const moved = await keep(scene, { ...movedTo(run, question.key), editing: true, paused: false });
  talk.show({ text: changing(questionWords(scene, question).name) });
  await ask(moved);
}

/** `false` for what this question has no button for. */
async function pressQuestion(scene: Scene, question: Question, value: string): Promise<boolean> {
  switch (value) {
    case 'back':
      return goBack(scene);
    case 'later':
      await layAside(scene);
      return true;
    case 'skip':
      return skip(scene, question);
    case 'keep':
      return keepAnswer(scene, question);
  }
  if (question.kind === 'consent') return pressConsent(scene, question, value);
  if (question.kind === 'many-of') return pressMany(scene, question, value);
  const page = pageIn(value);
  if (page !== null && question.kind === 'one-of') return shown(scene, question, { page });
  return value.startsWith('=') && takeValue(scene, question, value.slice(1));
}

/** To the question before; while editing, to the summary with everything as it was. */
export async function goBack(scene: Scene): Promise<boolean> {
  const { run, form, talk } = scene;
  const to = run.editing ? summaryStep : stepBefore(form, run.answers, run.step);
  if (to === null) return false;
  const moved = await keep(scene, { ...movedTo(run, to), editing: false, paused: false });
  if (talk.incoming.event.kind === 'press') talk.show({ text: leftText(scene) });
  restoreMenu(scene, run.step, fine);
  await ask(moved);
  return true;
}

function leftText(scene: Scene): string {
  const question = questionAt(scene.form, scene.run.step);
  return question === null ? scene.words.title : questionWords(scene, question).ask;
}

/** Nothing is lost, and words are no answers any more. */
export async function layAside(scene: Scene): Promise<void> {
  const { talk, run } = scene;
  await keep(scene, { paused: true });
  restoreMenu(scene, run.step, fine);
  talk.show(laidAside(talk.pageUrl !== null));
}

export async function skip(scene: Scene, question: Question): Promise<boolean> {
  if (!question.optional || question.kind === 'consent') return false;
  await accept(scene, question, null);
  return true;
}

export async function keepAnswer(scene: Scene, question: Question): Promise<boolean> {
  const answer = scene.run.answers[question.key];
  if (answer === undefined || question.kind === 'consent') return false;
  await accept(scene, question, answer);
  return true;
}

async function takeValue(scene: Scene, question: Question, value: string): Promise<boolean> {
  if (question.kind !== 'one-of' && question.kind !== 'organization') return false;
  const verdict = checkAnswer(question, value, await contextOf(scene, question));
  if (!verdict.ok) return false;
  await accept(scene, question, verdict.answer);
  return true;
}

type Many = Question & { kind: 'many-of' };

async function pressMany(scene: Scene, question: Many, value: string): Promise<boolean> {
  const page = pageIn(value);
  if (page !== null) return shown(scene, question, { page });
  if (value === 'all') return shown(scene, question, { page: 0, search: '' });
  if (value === 'done') return done(scene, question);
  if (value.startsWith('own~')) return addOwn(scene, question, value.slice(3));
  const [, sign, option = ''] = /^([+-])(.+)$/.exec(value) ?? [];
  if (sign === undefined) return false;
  const { choices } = await contextOf(scene, question);
  const draft = draftOf(scene.run, question.key);
  if (sign === '+' && !choices.some((each) => each.value === option)) return false;
  return shown(scene, question, withDraft(scene.run, question.key, marked(draft, option, sign === '+')));
}

async function addOwn(scene: Scene, question: Many, value: string): Promise<boolean> {
  const { run } = scene;
  const draft = draftOf(run, question.key);
  if (draft.own.some((words) => ownValue(words) === value)) return shown(scene, question, {});
  if (ownValue(run.search) !== value || run.search.length > longestOwn) return false;
  if (draft.own.length >= (question.own ?? 0)) return false;
  const more = joined(draft, { chosen: [], own: [run.search] });
  return shown(scene, question, { ...withDraft(run, question.key, more), search: '', page: 0 });
}

export async function done(scene: Scene, question: Many): Promise<boolean> {
  const draft: Answer = draftOf(scene.run, question.key);
  const verdict = checkAnswer(question, draft, await contextOf(scene, question));
  if (verdict.ok) {
    await accept(scene, question, verdict.answer);
    return true;
  }
  const { fault } = verdict;
  const lead =
    fault.code === 'empty'
      ? markSomething((question.own ?? 0) > 0)
      : faultText(fault, questionWords(scene, question));
  const going = await keep(scene, { paused: false });
  // Whoever pressed has the list before their eyes still.
  if (scene.talk.incoming.event.kind === 'press') scene.talk.toast(lead);
  else await ask(going, { lead });
  return true;
}

/** The same question in the same message, as it is now. */
async function shown(scene: Scene, question: Question, change: Partial<Scene['run']>): Promise<boolean> {
  const now = await keep(scene, { ...change, paused: false });
  now.talk.show(await questionMessage(now, question));
  return true;
}

function pageIn(value: string): number | null {
  const page = /^p(\d{1,4})$/.exec(value)?.[1];
  return page === undefined ? null : Number(page);
}
