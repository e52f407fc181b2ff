import { askedQuestions, isAnswered, nextStep, questionAt, summaryStep } from '../../domain/forms/flow.ts';
import type { Question } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { DrawnQuestion, FormDesk, FormView } from '../../domain/pages/form-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { registrationForms } from '../../domain/registration/application.ts';
import { wordsOfForm } from '../../texts/forms/form-words.ts';
import { pressRegistration } from '../dialogues/registration.ts';
import { consentAsked } from '../forms/consent-step.ts';
import { choicesOf, type Scene } from '../forms/scene.ts';
import { keepUpload, readOrdered } from './page-files.ts';
import { type PageDeps, type PageTalk, talkOver } from './page-talk.ts';

/** The form in the visitor's hand, by the same engine that asks it in the chat. */
export function createFormDesk(deps: PageDeps): FormDesk {
  return {
    definition: (key) => deps.forms.hooks.find(({ form }) => form.key === key)?.form ?? null,
    view: (visit, { all }) =>
      talkOver(deps, visit, async (talk) => {
        const scene = await sceneOf(deps, talk);
        return scene === null ? chooseView(talk) : viewOf(scene, all);
      }),
    join: (visit, form, programmeId) =>
      talkOver(deps, visit, async (talk) => {
        const programme = (await talk.desk.programmes.list()).find(({ id }) => id === programmeId);
        if (programme === undefined) throw new Refusal('not-found');
        await pressRegistration(talk, `join:city:${programme.id}:${form}`);
      }),
    take: (visit, raw) => talkOver(deps, visit, async (talk) => (await talk.forms.take(talk, raw)).faults),
    agree: (visit, key, textId) => talkOver(deps, visit, (talk) => talk.forms.agree(talk, key, textId)),
    notNow: (visit, key) =>
      talkOver(deps, visit, async (talk) => {
        const scene = await sceneOf(deps, talk);
        const question = scene && questionAt(scene.form, key);
        if (question?.kind !== 'consent') throw new Refusal('not-found');
        if (question.optional) await talk.forms.take(talk, { [key]: null });
        else await talk.forms.pause(talk);
      }),
    finish: (visit) => talkOver(deps, visit, (talk) => talk.forms.finish(talk)),
    keep: (visit, file) =>
      talkOver(deps, visit, (talk) => keepUpload(talk, talk.visitor.person?.id ?? null, file)),
    async consentText(visit, textId) {
      const fileId = await talkOver(deps, visit, async ({ desk }) => {
        const text = /^\d{1,18}$/.test(textId) ? await desk.consents.textById(textId) : null;
        if (text === null) return null;
        return desk.files.document({ document: 'consent-text', textId }, `${text.title}.pdf`, null);
      });
      return readOrdered(deps, fileId);
    },
  };
}

async function sceneOf({ forms }: PageDeps, talk: PageTalk): Promise<Scene | null> {
  const run = await talk.forms.runOf(talk);
  const hooks = forms.hooks.find(({ form }) => form.key === run?.form);
  if (run === null || hooks === undefined) return null;
  return { talk, hooks, form: hooks.form, words: wordsOfForm(hooks.form.key), run };
}

async function chooseView(talk: PageTalk): Promise<FormView> {
  const { person, programme } = talk.visitor;
  const applications = person === null ? [] : await talk.desk.applications.ofPerson(person.id);
  const programmes = programme === null ? await talk.desk.programmes.list() : [programme];
  const live = applications.filter(
    ({ state }) => state !== 'left' && state !== 'declined' && state !== 'draft',
  );
  const forms = registrationForms.filter((form) => !live.some((each) => each.form === form));
  return { at: 'choose', applications, programmes, forms };
}

async function viewOf(scene: Scene, all: boolean): Promise<FormView> {
  const { form, run } = scene;
  if (isWaiting(run)) return { at: 'waiting', form: form.key };
  const open = nextStep(form, run.answers);
  const question = questionAt(form, open);
  const inOrder = askedQuestions(form, run.answers);
  if (all || (question !== null && question.kind !== 'consent')) {
    return {
      at: 'questions',
      form: form.key,
      questions: await drawn(scene, upToConsent(scene, inOrder)),
      answers: run.answers,
    };
  }
  if (question?.kind === 'consent') return consentView(scene, question);
  if (open !== summaryStep) throw new Error('a step is neither a question nor the summary');
  return { at: 'summary', form: form.key, questions: await drawn(scene, inOrder), answers: run.answers };
}

function isWaiting({ paused, facts }: FormRun): boolean {
  return paused && facts.waiting !== undefined;
}

/** All that may be asked before the next consent is given: nothing personal comes before it. */
function upToConsent({ run }: Scene, inOrder: readonly Question[]): Question[] {
  const wall = inOrder.findIndex(({ kind, key }) => kind === 'consent' && !isAnswered(run.answers, key));
  return inOrder.slice(0, wall < 0 ? undefined : wall).filter(({ kind }) => kind !== 'consent');
}

async function drawn(scene: Scene, questions: readonly Question[]): Promise<DrawnQuestion[]> {
  const result: DrawnQuestion[] = [];
  for (const question of questions) result.push({ question, choices: await choicesOf(scene, question) });
  return result;
}

async function consentView(scene: Scene, question: Question): Promise<FormView> {
  const { form } = scene;
  try {
    const text = await consentAsked(scene, question);
    return { at: 'consent', form: form.key, key: question.key, optional: question.optional === true, text };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'operator-unknown')
      return { at: 'closed', form: form.key };
    throw error;
  }
}
