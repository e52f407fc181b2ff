import type { ConsentText } from '../../domain/consents/consent.ts';
import { progressOf, questionAt, stepBefore } from '../../domain/forms/flow.ts';
import type { Question } from '../../domain/forms/form.ts';
import type { Message } from '../../domain/messages/message.ts';
import { Refusal } from '../../domain/refusal.ts';
import { consentPaper } from '../../texts/consents.ts';
import { labels, navigation, notOpenYet, pageButton, progressLine } from '../../texts/forms/engine-words.ts';
import { clip } from '../../texts/tasks.ts';
import { liftErasure } from '../dialogues/privacy.ts';
import { button, formAction } from './button-rows.ts';
import { moveRuns } from './run-storage.ts';
import { keep, type Scene } from './scene.ts';

const longestFileName = 100;

const textFact = (key: string) => `text:${key}`;

/** The version in force of what this question asks to agree to. `Refusal('operator-unknown')`. */
export async function consentAsked(scene: Scene, question: Question): Promise<ConsentText> {
  const { talk, hooks, run } = scene;
  if (question.kind !== 'consent' || hooks.consents === undefined) {
    throw new Error(`the form ${scene.form.key} does not know whose consent ${question.key} is`);
  }
  const { programmeId, giver } = await hooks.consents.of(talk, run, question.key);
  return talk.desk.consents.current(programmeId, question.consent, giver, talk.at);
}

/**
 * The document, then what is asked about it: an edit of a message may take its files away, and what was agreed to stays to
 * be read. `lead`: said before, on asking again; the document then lies above already.
 */
export async function askConsent(
  scene: Scene,
  question: Question,
  { lead = null, fresh = false }: { lead?: string | null; fresh?: boolean } = {},
): Promise<void> {
  const text = await textOrSorry(scene, question);
  if (text === null) return;
  const { talk } = scene;
  const kept = await keep(scene, { facts: { ...scene.run.facts, [textFact(question.key)]: text.id } });
  const message = consentMessage(kept, question, text, fresh);
  if (lead !== null) {
    talk.say({ ...message, text: `${lead}\n\n${message.text}` });
    return;
  }
  const file = await talk.desk.files.document(
    { document: 'consent-text', textId: text.id },
    `${clip(text.title, longestFileName)}.pdf`,
    null,
  );
  talk.say(consentPaper(text.title, file));
  talk.say(message);
}

function consentMessage(scene: Scene, question: Question, text: ConsentText, fresh: boolean): Message {
  const { form, run, words, talk } = scene;
  const act = (label: string, value: string, tone?: 'positive') =>
    button(label, formAction(form.key, question.key, value), tone);
  const isBack = stepBefore(form, run.answers, question.key) !== null;
  return {
    text: [progressLine(words.title, progressOf(form, run)), '', text.title, '', text.summary].join('\n'),
    buttons: [
      [act(labels.agree, `yes:${text.id}`, 'positive')],
      [act(labels.notNow, 'no')],
      [...(isBack ? [act(navigation.back, 'back')] : []), act(navigation.later, 'later')],
      ...(fresh && talk.pageUrl !== null ? [[pageButton]] : []),
    ],
  };
}

/** Without a named operator a consent would be void, so that nothing can be asked yet. */
export async function textOrSorry(scene: Scene, question: Question): Promise<ConsentText | null> {
  try {
    return await consentAsked(scene, question);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'operator-unknown') throw error;
    await keep(scene, { paused: true });
    scene.talk.say(notOpenYet());
    return null;
  }
}

/** The consent as it is proved later: who, which version, when, where, by which message (152-ФЗ art. 9 part 3). */
export async function giveConsent(
  scene: Scene,
  question: Question,
  text: ConsentText,
  way: 'chat' | 'page',
): Promise<{ scene: Scene; consentId: string }> {
  const { talk, hooks } = scene;
  if (hooks.consents === undefined) throw new Error(`nobody signs in the form ${scene.form.key}`);
  const { scope } = await hooks.consents.of(talk, scene.run, question.key);
  const owner = talk.owner();
  const { run, personId, givenBy } = await hooks.consents.sign(talk, scene.run, question.key);
  await moveRuns(talk, owner);
  const { platform, accountId, eventId } = talk.incoming;
  const { id } = await talk.desk.consents.give({
    personId,
    givenBy,
    textId: text.id,
    way,
    ...(scope === undefined ? {} : { scope }),
    evidence: { platform, account: accountId, event: eventId, button: labels.agree, hash: text.hash },
    at: talk.at,
  });
  if (text.kind === 'personal-data') await liftErasure(talk, personId);
  return { scene: { ...scene, run }, consentId: id };
}

/** The run with the version noted that is to be read now, for a page that shows it. */
export async function withConsentText(scene: Scene): Promise<Scene> {
  const question = questionAt(scene.form, scene.run.step);
  if (question?.kind !== 'consent') return scene;
  try {
    const text = await consentAsked(scene, question);
    return keep(scene, { facts: { ...scene.run.facts, [textFact(question.key)]: text.id } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return scene;
  }
}
