import { atNextStep, withAnswer } from '../../domain/forms/flow.ts';
import type { Answer, Question } from '../../domain/forms/form.ts';
import { withoutDraft } from '../../domain/forms/many-draft.ts';
import { Refusal } from '../../domain/refusal.ts';
import { answeredLine, formRefused } from '../../texts/forms/engine-words.ts';
import { clip } from '../../texts/tasks.ts';
import { ask, restoreMenu } from './ask.ts';
import { forgetRun, moveRuns } from './run-storage.ts';
import { answerWords, keep, questionWords, type Scene } from './scene.ts';

const longestEcho = 1000;

/** Takes an answer and asks what comes next. `echo`: the pressed message becomes «Вопрос: ответ». */
export async function accept(
  scene: Scene,
  question: Question,
  answer: Answer | null,
  { echo = true } = {},
): Promise<void> {
  const { talk } = scene;
  const next = await takenOrRefused(scene, question, answer);
  if (next === 'refused') return;
  const line = await echoOf(
    { ...scene, run: { ...scene.run, answers: { [question.key]: answer } } },
    question,
  );
  if (echo && talk.incoming.event.kind === 'press') talk.show({ text: line });
  restoreMenu(scene, question.key, line);
  if (next !== null && !next.run.paused) await ask(next);
}

/** A rule of the programme may stand in the way of an answer: it is said, and the run stays where it was. */
async function takenOrRefused(
  scene: Scene,
  question: Question,
  answer: Answer | null,
): Promise<Scene | null | 'refused'> {
  try {
    return await taken(scene, question, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await keep(scene, {});
    scene.talk.say(formRefused(error.code));
    return 'refused';
  }
}

async function echoOf(scene: Scene, question: Question): Promise<string> {
  const answer = (await answerWords(scene, question)) ?? '';
  return clip(answeredLine(questionWords(scene, question).name, answer), longestEcho);
}

/** The scene at its next step, kept; `null` where the form's hook has ended it or lets it wait. */
export async function taken(scene: Scene, question: Question, answer: Answer | null): Promise<Scene | null> {
  const { talk, form, hooks } = scene;
  const owner = talk.owner();
  const fresh = withAnswer(form, withoutDraft(scene.run, question.key), question.key, answer);
  const answered = await keep(scene, { ...fresh, paused: false });
  if (hooks.answered === undefined) return answered;
  const run = await hooks.answered(talk, answered.run, question.key);
  await moveRuns(talk, owner);
  forgetRun(talk);
  // A hook may have answered what decides about questions: how old somebody is.
  return run === null ? null : keep(scene, atNextStep(form, run));
}
