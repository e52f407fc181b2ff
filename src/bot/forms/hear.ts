import { largestFile } from '../../domain/files/stored-file.ts';
import { checkAnswer, fitsSort, longestOwn, saysSomething } from '../../domain/forms/check-answer.ts';
import { questionAt } from '../../domain/forms/flow.ts';
import type { AnswerFault, Question } from '../../domain/forms/form.ts';
import { draftOf, joined, withDraft } from '../../domain/forms/many-draft.ts';
import { readWords, splitList } from '../../domain/forms/read-words.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import {
  faultText,
  firstQuestion,
  foreignContact,
  notOptional,
  pressInstead,
  readNavigation,
} from '../../texts/forms/engine-words.ts';
import { notUnderstood } from '../../texts/talk.ts';
import { accept } from './accept.ts';
import { ask } from './ask.ts';
import { done, goBack, keepAnswer, layAside, skip } from './press.ts';
import { contextOf, keep, questionWords, type Scene } from './scene.ts';

/** Whatever came while the run waits for an answer: an answer, or a kind word and the question again. */
export async function hearAnswer(scene: Scene, event: IncomingEvent): Promise<void> {
  const question = questionAt(scene.form, scene.run.step);
  if (event.kind === 'text' && (await navigate(scene, question, event.text))) return;
  if (event.kind === 'other') return ask(scene, { lead: notUnderstood(event.what) });
  if (question === null) return ask(scene, { lead: pressInstead });
  if (event.kind === 'contact') return hearContact(scene, question, event);
  if (event.kind === 'files') return hearFiles(scene, question, event);
  return event.kind === 'text' ? hearText(scene, question, event.text) : ask(scene);
}

/** The words of the buttons, typed: Telegram's keyboard for the phone sends them so. */
async function navigate(scene: Scene, question: Question | null, text: string): Promise<boolean> {
  const word = readNavigation(text);
  if (word === 'later') {
    await layAside(scene);
    return true;
  }
  if (question === null || word === null) return false;
  if (word === 'back' && !(await goBack(scene))) await ask(scene, { lead: firstQuestion });
  if (word === 'skip' && !(await skip(scene, question))) await ask(scene, { lead: notOptional });
  if (word === 'keep') return keepAnswer(scene, question);
  if (word === 'done') return question.kind === 'many-of' && done(scene, question);
  return true;
}

async function again(scene: Scene, question: Question, fault: AnswerFault): Promise<void> {
  await ask(scene, { lead: faultText(fault, questionWords(scene, question)) });
}

async function hearText(scene: Scene, question: Question, text: string): Promise<void> {
  if (question.kind === 'organization') return search(scene, question, text);
  if (question.kind === 'many-of') return mark(scene, question, text);
  const verdict = readWords(question, text, await contextOf(scene, question));
  if (verdict.ok) await accept(scene, question, verdict.answer);
  else await again(scene, question, verdict.fault);
}

/** Remembered, so that whoever comes back sees what was found. */
async function search(scene: Scene, question: Question, text: string): Promise<void> {
  const words = text.replace(/\s+/gu, ' ').trim();
  const fault = searchFault(words);
  if (fault !== null) return again(scene, question, fault);
  await ask(await keep(scene, { search: words, page: 0 }));
}

function searchFault(words: string): AnswerFault | null {
  if (!saysSomething(words)) return { code: words === '' ? 'empty' : 'only-words', facts: {} };
  if (words.length <= longestOwn) return null;
  return { code: 'too-long', facts: { max: longestOwn, length: words.length } };
}

/** One word that is no whole option narrows the list; several are taken as they are. */
async function mark(scene: Scene, question: Question & { kind: 'many-of' }, text: string): Promise<void> {
  const context = await contextOf(scene, question);
  const { chosen, others } = splitList(context.choices, text);
  const [only = '', ...more] = others;
  if (chosen.length === 0 && more.length === 0) return search(scene, question, only);
  const draft = draftOf(scene.run, question.key);
  const all = joined(draft, { chosen, own: others });
  const verdict = checkAnswer(question, all, context);
  if (!verdict.ok) return again(scene, question, verdict.fault);
  const { answer } = verdict;
  const next = typeof answer === 'object' && 'chosen' in answer ? answer : draft;
  await ask(await keep(scene, { ...withDraft(scene.run, question.key, next), search: '', page: 0 }));
}

async function hearContact(
  scene: Scene,
  question: Question,
  { phone, own }: IncomingEvent & { kind: 'contact' },
): Promise<void> {
  if (question.kind !== 'phone') return ask(scene, { lead: notUnderstood('contact') });
  if (!own) return ask(scene, { lead: foreignContact });
  // Telegram gives the international number, with and without the plus.
  const international = phone.startsWith('+') ? phone : `+${phone}`;
  const verdict = checkAnswer(question, international, await contextOf(scene, question));
  if (verdict.ok) await accept(scene, question, verdict.answer);
  else await again(scene, question, verdict.fault);
}

/** The first that fits; its bytes come later. */
async function hearFiles(
  scene: Scene,
  question: Question,
  { files }: IncomingEvent & { kind: 'files' },
): Promise<void> {
  const { talk } = scene;
  if (question.kind !== 'file') {
    const code = question.kind === 'consent' ? 'press-button' : 'only-words';
    return again(scene, question, { code, facts: {} });
  }
  const fitting = files.find((file) => fitsSort(file, question.accept) && (file.size ?? 0) <= largestFile);
  if (fitting === undefined) return again(scene, question, { code: 'wrong-file', facts: {} });
  const { platform } = talk.incoming;
  const fileId = await talk.desk.files.want(talk.visitor.person?.id ?? null, { platform, ...fitting });
  await accept(scene, question, { fileId });
}
