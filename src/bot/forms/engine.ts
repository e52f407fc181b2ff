import { atNextStep, isAnswered, progressOf, questionAt } from '../../domain/forms/flow.ts';
import type { Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { Refusal } from '../../domain/refusal.ts';
import { alreadyTaken, comesBack, reminder, resumeButton, waits } from '../../texts/forms/engine-words.ts';
import { type FormWords, wordsOfForm } from '../../texts/forms/form-words.ts';
import { offerPage } from '../dialogues/page.ts';
import type { Talk } from '../dialogues/talk.ts';
import { ask } from './ask.ts';
import { readAction } from './button-rows.ts';
import { withConsentText } from './consent-step.ts';
import { finishForm } from './finish.ts';
import type { FormEngine, FormGiven, FormHooks } from './form-engine.ts';
import { hearAnswer } from './hear.ts';
import { agreeOnPage, takeAnswers } from './page-answers.ts';
import { layAside, old, pressForm } from './press.ts';
import { keepRun, putAside, readRun, takeFromAside } from './run-storage.ts';
import { brought, keep, questionWords, type Scene } from './scene.ts';

type WordsOf = (form: string) => FormWords;

export function createFormEngine(hooks: readonly FormHooks[], wordsOf: WordsOf = wordsOfForm): FormEngine {
  const finder = createFinder(hooks, wordsOf);
  return {
    async start(talk, form, given = {}) {
      const scene = await finder.begin(talk, form, given);
      if (await isWaiting(scene)) return;
      await goOn(await keep(scene, { paused: false }), { fresh: isFresh(scene) });
    },
    async runOf(talk) {
      const scene = await finder.inHand(talk);
      if (scene === null) return null;
      return talk.incoming.event.kind === 'page' ? (await withConsentText(scene)).run : scene.run;
    },
    async resume(talk) {
      const scene = (await finder.inHand(talk)) ?? (await finder.fromAside(talk));
      if (scene === null) return false;
      if (!(await isWaiting(scene))) await goOn(await keep(scene, { paused: false }));
      return true;
    },
    async remind(talk) {
      const scene = await finder.inHand(talk);
      if (scene !== null && !scene.run.paused) remind(scene);
    },
    press: (talk, action) => press(finder, talk, action),
    hear: (talk, event) => hear(finder, talk, event),
    async pause(talk) {
      const scene = await finder.inHand(talk);
      if (scene !== null) await layAside(scene);
      return scene !== null;
    },
    ...pageEngine(finder),
  };
}

/** What a page does with the run; nothing of it is said in the chat but by the form's own hooks. */
function pageEngine(finder: Finder): Pick<FormEngine, 'take' | 'agree' | 'finish'> {
  const mustHave = async (talk: Talk) => {
    const scene = await finder.inHand(talk);
    if (scene === null) throw new Refusal('form-unfinished');
    return scene;
  };
  return {
    take: async (talk, raw) => takeAnswers(await mustHave(talk), raw),
    agree: async (talk, key, textId) => agreeOnPage(await mustHave(talk), key, textId),
    async finish(talk) {
      await finishForm(await mustHave(talk));
      await comeBack(finder, talk);
    },
  };
}

type Finder = ReturnType<typeof createFinder>;

function createFinder(hooks: readonly FormHooks[], wordsOf: WordsOf) {
  const byForm = new Map(hooks.map((each) => [each.form.key, each]));
  const sceneOf = async (talk: Talk, run: FormRun | null): Promise<Scene | null> => {
    const found = run === null ? undefined : byForm.get(run.form);
    if (run === null || found === undefined) return null;
    return brought({ talk, hooks: found, form: found.form, words: wordsOf(run.form), run });
  };
  const inHand = async (talk: Talk) => sceneOf(talk, await readRun(talk));
  const fromAside = async (talk: Talk, fits: (run: FormRun) => boolean = () => true) => {
    const run = await takeFromAside(talk, (each) => byForm.has(each.form) && fits(each));
    if (run !== null) await keepRun(talk, run);
    return sceneOf(talk, run);
  };
  return {
    inHand,
    fromAside,
    /** The run of this form in hand, whether it is new, goes on or was put aside; another one makes room for it. */
    async begin(talk: Talk, key: string, given: FormGiven): Promise<Scene> {
      const form = byForm.get(key)?.form;
      if (form === undefined) throw new Error(`there is no form ${key}`);
      const fits = (run: FormRun) => run.form === key && isSameMatter(run, given);
      const current = await inHand(talk);
      if (current !== null && !fits(current.run)) await putAside(talk, current.run);
      const there = current !== null && fits(current.run) ? current : await fromAside(talk, fits);
      const run = runFor(form, there?.run ?? null, given);
      await keepRun(talk, run);
      const scene = await sceneOf(talk, run);
      if (scene === null) throw new Error(`there is no form ${key}`);
      return scene;
    },
  };
}

/** The same person, application or pupil as far as both tell; to correct an application is a matter of its own. */
function isSameMatter({ facts }: FormRun, given: FormGiven): boolean {
  const told = Object.entries(given.facts ?? {});
  return (
    facts.amend === given.facts?.amend &&
    told.every(([key, value]) => facts[key] === undefined || facts[key] === value)
  );
}

function runFor(form: Form, run: FormRun | null, { facts = {}, known = {} }: FormGiven): FormRun {
  if (run === null) {
    const fresh = { form: form.key, version: form.version, step: '', editing: false, paused: false };
    return atNextStep(form, { ...fresh, answers: known, facts, page: 0, search: '' });
  }
  const joined = { ...run, answers: { ...known, ...run.answers }, facts: { ...run.facts, ...facts } };
  const overtaken = !isAnswered(run.answers, run.step) && isAnswered(joined.answers, run.step);
  return overtaken ? atNextStep(form, joined) : joined;
}

function isFresh({ form, run }: Scene): boolean {
  return progressOf(form, run).step === 1;
}

/** Where the chat may carry no personal data, and for whoever is on the page, the page asks. */
async function goOn(scene: Scene, how: { lead?: string; fresh?: boolean } = {}): Promise<void> {
  if (mayAskHere(scene.talk)) await ask(scene, how);
  else await offerPage(scene.talk, 'form');
}

function mayAskHere({ mayNameOthers, incoming }: Talk): boolean {
  return mayNameOthers && incoming.event.kind !== 'page';
}

/** A run that waits for somebody else goes on only when its form lets it; says so. */
async function isWaiting({ hooks, talk, run }: Scene): Promise<boolean> {
  if (hooks.waits !== undefined) return hooks.waits(talk, run);
  if (run.facts.waiting === undefined) return false;
  talk.say({ text: waits });
  return true;
}

function remind(scene: Scene): void {
  const { talk, form, run, words } = scene;
  const question = questionAt(form, run.step);
  const asked = question === null ? null : questionWords(scene, question).ask;
  talk.say({ text: reminder(words.title, asked, progressOf(form, run)), buttons: [[resumeButton]] });
}

async function press(finder: Finder, talk: Talk, action: string): Promise<boolean> {
  if (!action.startsWith('form:')) return false;
  const scene = await finder.inHand(talk);
  if (scene === null) {
    if (action === resumeButton.action) return talk.forms.resume(talk);
    // The second of a double press under the summary.
    if (action.endsWith(':send')) talk.toast(alreadyTaken);
    return action.endsWith(':send');
  }
  if (await isWaiting(scene)) return true;
  if (!mayAskHere(talk)) await offerPage(talk, 'form');
  else await pressHere(scene, action);
  await comeBack(finder, talk);
  return true;
}

async function pressHere(scene: Scene, action: string): Promise<void> {
  if (action === resumeButton.action) return ask(await keep(scene, { paused: false }));
  const pressed = readAction(action);
  if (pressed === null || pressed.form !== scene.form.key) await old(scene);
  else await pressForm(scene, pressed);
}

async function hear(finder: Finder, talk: Talk, event: IncomingEvent): Promise<boolean> {
  const scene = await finder.inHand(talk);
  if (scene === null || scene.run.paused) return false;
  if (mayAskHere(talk)) await hearAnswer(scene, event);
  else await offerPage(talk, 'form');
  await comeBack(finder, talk);
  return true;
}

/** After the last answer of a form the one that was put aside for it. */
async function comeBack(finder: Finder, talk: Talk): Promise<void> {
  if ((await readRun(talk)) !== null) return;
  const scene = await finder.fromAside(talk);
  if (scene === null || scene.run.paused || !mayAskHere(talk)) return;
  await ask(scene, { lead: comesBack(scene.words.title) });
}
