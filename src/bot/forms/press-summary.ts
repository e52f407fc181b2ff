import { summaryStep } from '../../domain/forms/flow.ts';
import { Refusal } from '../../domain/refusal.ts';
import { formRefused, laidAside, oldButton } from '../../texts/forms/engine-words.ts';
import { ask } from './ask.ts';
import { finishForm } from './finish.ts';
import { keep, type Scene } from './scene.ts';
import { changeMessage, summaryMessage, summaryOf } from './summary-message.ts';

/** The buttons under the summary and in the list of what may be changed. */
export async function pressSummary(scene: Scene, value: string): Promise<void> {
  const { talk } = scene;
  if (value === 'later') {
    await keep(scene, { paused: true });
    talk.show(laidAside(talk.pageUrl !== null));
    return;
  }
  const atSummary = await keep(scene, {
    step: summaryStep,
    editing: false,
    paused: false,
    page: 0,
    search: '',
  });
  const page = /^change(\d{0,3})$/.exec(value)?.[1];
  if (page !== undefined) talk.show(changeMessage(atSummary, Number(page)));
  else if (value === 'show') talk.show(await summaryMessage(atSummary));
  else if (value === 'send') await send(atSummary);
  else {
    talk.toast(oldButton);
    await ask(atSummary);
  }
}

async function send(scene: Scene): Promise<void> {
  const { talk } = scene;
  talk.show({ text: await summaryOf(scene) });
  try {
    await finishForm(scene);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    talk.say(formRefused(error.code));
    await askMissing(scene, error);
  }
}

/** A consent that was withdrawn since is asked for again; anything else waits at the summary. */
async function askMissing(scene: Scene, { code, facts }: Refusal): Promise<void> {
  if (code !== 'consent-missing') return;
  const { form, run } = scene;
  const missing = form.questions.find(
    (question) => question.kind === 'consent' && question.consent === facts.kind && run.answers[question.key],
  );
  if (missing === undefined) return;
  const { [missing.key]: _, ...answers } = run.answers;
  await ask(await keep(scene, { answers, step: missing.key }));
}
