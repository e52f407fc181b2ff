import { checkAnswer } from '../../domain/forms/check-answer.ts';
import { askedQuestions, isAnswered } from '../../domain/forms/flow.ts';
import type { Answer, AnswerFault, Question } from '../../domain/forms/form.ts';
import { Refusal } from '../../domain/refusal.ts';
import { taken } from './accept.ts';
import { consentAsked, giveConsent } from './consent-step.ts';
import { contextOf, type Scene } from './scene.ts';

type PageVerdict = { faults: Readonly<Record<string, AnswerFault>>; done: boolean };

/**
 * Takes what a page sent, all or nothing. Questions are gone through in order, since answers decide what is asked; nothing
 * behind a consent that was not given yet is looked at.
 */
export async function takeAnswers(
  scene: Scene,
  raw: Readonly<Record<string, unknown>>,
): Promise<PageVerdict> {
  const faults = await judged(scene, raw);
  if (Object.keys(faults).length > 0) return { faults, done: false };
  let now: Scene | null = scene;
  for (const question of scene.form.questions) {
    if (now === null) break;
    if (!(question.key in raw) || !isAskedFor(now, question)) continue;
    const answer = await answerIn(now, question, raw[question.key]);
    if ('code' in answer) continue;
    now = await taken(now, question, answer.answer);
  }
  return { faults: {}, done: now !== null && isDone(now) };
}

async function judged(
  scene: Scene,
  raw: Readonly<Record<string, unknown>>,
): Promise<Record<string, AnswerFault>> {
  const faults: Record<string, AnswerFault> = {};
  let now = scene;
  for (const question of scene.form.questions) {
    if (!(question.key in raw) || !isAskedFor(now, question)) continue;
    const answer = await answerIn(now, question, raw[question.key]);
    if ('code' in answer) {
      faults[question.key] = answer;
      continue;
    }
    const answers = { ...now.run.answers, [question.key]: answer.answer };
    now = { ...now, run: { ...now.run, answers } };
  }
  return faults;
}

/** By the answers so far, and with no open consent before it: what is not agreed to is not taken. */
function isAskedFor({ form, run }: Scene, { key }: Question): boolean {
  const asked = askedQuestions(form, run.answers);
  const place = asked.findIndex((each) => each.key === key);
  const before = asked.slice(0, Math.max(0, place));
  return place >= 0 && !before.some((each) => each.kind === 'consent' && !isAnswered(run.answers, each.key));
}

async function answerIn(
  scene: Scene,
  question: Question,
  raw: unknown,
): Promise<AnswerFault | { answer: Answer | null }> {
  if (isEmpty(raw)) return question.optional ? { answer: null } : { code: 'empty', facts: {} };
  const verdict = checkAnswer(question, raw, await contextOf(scene, question));
  return verdict.ok ? { answer: verdict.answer } : verdict.fault;
}

function isEmpty(raw: unknown): boolean {
  if (raw === null || raw === undefined) return true;
  if (typeof raw === 'string') return raw.trim() === '';
  const { chosen, own } = raw as { chosen?: unknown; own?: unknown };
  const lists = Array.isArray(raw) ? [raw] : [chosen, own].filter(Array.isArray);
  return lists.length > 0 && lists.every((list) => list.length === 0);
}

function isDone({ form, run }: Scene): boolean {
  return askedQuestions(form, run.answers).every(
    ({ key, kind }) => kind === 'consent' || isAnswered(run.answers, key),
  );
}

/** A consent of the run, given on a page. */
export async function agreeOnPage(scene: Scene, key: string, textId: string): Promise<void> {
  const question = scene.form.questions.find((each) => each.key === key);
  if (question?.kind !== 'consent' || !isAskedFor(scene, question)) throw new Refusal('text-outdated');
  if (isAnswered(scene.run.answers, key) && scene.run.answers[key] !== null) return;
  const text = await consentAsked(scene, question);
  if (text.id !== textId) throw new Refusal('text-outdated');
  const { scene: signed, consentId } = await giveConsent(scene, question, text, 'page');
  await taken(signed, question, consentId);
}
