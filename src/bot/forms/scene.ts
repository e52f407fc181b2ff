import { stillFits } from '../../domain/forms/check-answer.ts';
import { fitRun } from '../../domain/forms/flow.ts';
import type { AnswerContext, Answers, Choice, Form, Question } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { Organization } from '../../domain/organizations/organization.ts';
import { answerText } from '../../texts/forms/answer-words.ts';
import type { FormWords, QuestionWords } from '../../texts/forms/form-words.ts';
import type { Talk } from '../dialogues/talk.ts';
import type { FormHooks } from './form-engine.ts';
import { keepRun } from './run-storage.ts';

/** A run being talked about: whose, by which form, in which words. */
export type Scene = { talk: Talk; hooks: FormHooks; form: Form; words: FormWords; run: FormRun };

export function questionWords({ words }: Pick<Scene, 'words'>, { key }: Question): QuestionWords {
  const found = words.questions[key];
  if (found === undefined) throw new Error(`the question ${key} has no words`);
  return found;
}

/** Keeps the run and goes on with it. */
export async function keep(scene: Scene, change: Partial<FormRun>): Promise<Scene> {
  const run = { ...scene.run, ...change };
  await keepRun(scene.talk, run);
  return { ...scene, run };
}

type Lists = { competencies?: Promise<Choice[]>; organizations?: Promise<Organization[]> };
/** One event asks for each list once. */
const lists = new WeakMap<object, Lists>();

function listsOf({ incoming }: Talk): Lists {
  const found = lists.get(incoming) ?? {};
  lists.set(incoming, found);
  return found;
}

async function programmeOf({ talk, run }: Scene): Promise<string> {
  const known = run.facts.programmeId ?? talk.visitor.programme?.id;
  if (known !== undefined) return known;
  const [first] = await talk.desk.programmes.list();
  if (first === undefined) throw new Error('there is no programme to take part in');
  return first.id;
}

/** Those of the kinds that the question asks for. */
export async function organizationsFor(scene: Scene, question: Question): Promise<Organization[]> {
  if (question.kind !== 'organization') return [];
  const cached = listsOf(scene.talk);
  cached.organizations ??= programmeOf(scene).then((id) => scene.talk.desk.organizations.list(id));
  return (await cached.organizations).filter(({ kind }) => question.of.includes(kind));
}

/** As they are offered; and, of what was chosen before, also those that staff have archived since. */
export async function choicesOf(scene: Scene, question: Question): Promise<Choice[]> {
  if (question.kind === 'organization') {
    const organizations = await organizationsFor(scene, question);
    return organizations.map(({ id, shortName }) => ({ value: id, label: shortName }));
  }
  if (question.kind !== 'one-of' && question.kind !== 'many-of') return [];
  if ('values' in question.options) {
    const words = questionWords(scene, question).options ?? {};
    return question.options.values.map((value) => ({ value, label: words[value] ?? value }));
  }
  const cached = listsOf(scene.talk);
  cached.competencies ??= programmeOf(scene).then((id) => scene.talk.desk.competencies.list(id));
  const offered = await cached.competencies;
  const chosen = chosenIn(scene.run.answers[question.key]);
  const archived = chosen.filter((value) => !offered.some((each) => each.value === value));
  if (archived.length === 0) return offered;
  const labels = await scene.talk.desk.competencies.labels(archived);
  return [...offered, ...archived.flatMap((value) => choice(value, labels.get(value)))];
}

function choice(value: string, label: string | undefined): Choice[] {
  return label === undefined ? [] : [{ value, label }];
}

export async function contextOf(scene: Scene, question: Question): Promise<AnswerContext> {
  return { choices: await choicesOf(scene, question), today: scene.talk.today };
}

/** `null` for what was not answered yet. */
export async function answerWords(scene: Scene, question: Question): Promise<string | null> {
  const answer = scene.run.answers[question.key];
  if (answer === undefined) return null;
  const names = new Map((await choicesOf(scene, question)).map(({ value, label }) => [value, label]));
  return answerText(question, answer, (value) => names.get(value) ?? value);
}

function chosenIn(answer: Answers[string] | undefined): string[] {
  return typeof answer === 'object' && answer !== null && 'chosen' in answer ? answer.chosen : [];
}

/** A run of an earlier version of the form goes on in the present one. */
export async function brought(scene: Scene): Promise<Scene> {
  const { form, run } = scene;
  if (run.version === form.version) return scene;
  const contexts = new Map<string, AnswerContext>();
  for (const question of form.questions) {
    if (run.answers[question.key] !== undefined) contexts.set(question.key, await contextOf(scene, question));
  }
  const fitted = fitRun(form, run, (question, answer) => {
    const context = contexts.get(question.key);
    return context !== undefined && stillFits(question, answer, context);
  });
  return keep(scene, fitted);
}
