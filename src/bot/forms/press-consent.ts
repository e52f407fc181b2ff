import type { ConsentText } from '../../domain/consents/consent.ts';
import type { Question } from '../../domain/forms/form.ts';
import { Refusal } from '../../domain/refusal.ts';
import { consentNeeded, consentNotNow, consentTaken, formRefused } from '../../texts/forms/engine-words.ts';
import { accept } from './accept.ts';
import { askConsent, giveConsent, textOrSorry } from './consent-step.ts';
import { keepRun } from './run-storage.ts';
import { keep, type Scene } from './scene.ts';

/** `yes:<text>` or `no`; `false` for another button. */
export async function pressConsent(scene: Scene, question: Question, value: string): Promise<boolean> {
  const textId = /^yes:([1-9]\d{0,17})$/.exec(value)?.[1];
  if (textId === undefined && value !== 'no') return false;
  const text = await textOrSorry(scene, question);
  if (text === null) return true;
  if (textId === undefined) await notNow(scene, question, text);
  else if (textId !== text.id) await askConsent(scene, question);
  else await agreed(scene, question, text);
  return true;
}

async function notNow(scene: Scene, question: Question, text: ConsentText): Promise<void> {
  scene.talk.show({ text: consentNotNow(text.title) });
  if (question.optional) return accept(scene, question, null, { echo: false });
  await keep(scene, { paused: true });
  scene.talk.say(consentNeeded());
}

async function agreed(scene: Scene, question: Question, text: ConsentText): Promise<void> {
  try {
    const { scene: signed, consentId } = await giveConsent(scene, question, text, 'chat');
    scene.talk.show({ text: consentTaken(text.title) });
    await accept(signed, question, consentId, { echo: false });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'text-outdated') return askConsent(scene, question);
    if (error.code === 'already-applied') await keepRun(scene.talk, null);
    else await keep(scene, { paused: true });
    scene.talk.say(formRefused(error.code));
  }
}
