import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { ResultInput } from '../../domain/tasks/task.ts';
import { notUnderstood, smile, words } from '../../texts/talk.ts';
import {
  askResult,
  linkResult,
  resultEnded,
  resultTaken,
  stillResult,
  textResult,
} from '../../texts/task-talk.ts';
import type { KnownTalk } from './talk.ts';

/** The dialogue after «Готово»: whatever is sent belongs to the completion until «Это всё». */
type Awaited = { completionId: string; taskName: string; count: number };
const name = 'result';

export function awaitResult(talk: KnownTalk, completionId: string, taskName: string): void {
  turnTo(talk, { completionId, taskName, count: 0 });
  talk.say(askResult(completionId));
}

/** What was sent before anybody asked for it. */
export async function takeResults(
  talk: KnownTalk,
  awaited: Awaited,
  results: readonly ResultInput[],
): Promise<void> {
  for (const result of results) {
    await talk.desk.tasks.addResult(talk.person.id, awaited.completionId, result, talk.at);
  }
  turnTo(talk, { ...awaited, count: awaited.count + results.length });
  talk.say(resultTaken(results.map(nameOf), awaited.completionId));
}

/** `false` while no result is awaited. */
export async function hearResult(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const awaited = awaitedIn(talk);
  if (awaited === null) return false;
  const results = resultsIn(talk.incoming.platform, event);
  if (results.length > 0) {
    await takeResults(talk, awaited, results);
    return true;
  }
  const what = event.kind === 'other' ? event.what : event.kind;
  const reason = event.kind === 'text' ? smile() : notUnderstood(what);
  talk.say(stillResult(reason, awaited.taskName, awaited.completionId));
  return true;
}

/** «Пропустить» and «Это всё»: `result:<completion>`. */
export async function pressResult(talk: KnownTalk, action: string): Promise<boolean> {
  const completionId = /^result:([1-9]\d{0,17})$/.exec(action)?.[1];
  if (completionId === undefined) return false;
  const awaited = awaitedIn(talk);
  if (awaited === null || awaited.completionId !== completionId) {
    talk.toast(words.already);
    talk.show({ text: words.already });
    return true;
  }
  talk.turn(null);
  talk.toast(words.kept);
  talk.show(resultEnded(awaited.taskName, awaited.count));
  return true;
}

/** Words, links and files fit to be handed in; empty where there is nothing but a smile. */
export function resultsIn(platform: string, event: IncomingEvent): ResultInput[] {
  const text = event.kind === 'text' || event.kind === 'files' ? event.text.trim() : '';
  const files = event.kind === 'files' ? event.files : [];
  return [...files.map((file): ResultInput => ({ kind: 'file', platform, ...file })), ...wordsIn(text)];
}

function wordsIn(text: string): ResultInput[] {
  if (isLink(text)) return [{ kind: 'link', url: text }];
  return /[\p{L}\p{N}]/u.test(text) ? [{ kind: 'text', text }] : [];
}

export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

function nameOf(result: ResultInput): string {
  if (result.kind === 'file') return `«${result.name}»`;
  return result.kind === 'link' ? linkResult : textResult;
}

function turnTo(talk: KnownTalk, awaited: Awaited): void {
  talk.turn({ name, step: 'collect', data: { ...awaited } });
}

function awaitedIn(talk: KnownTalk): Awaited | null {
  const state = talk.state();
  return state?.name === name ? (state.data as Awaited) : null;
}
