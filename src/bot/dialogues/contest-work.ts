import type { Contest } from '../../domain/contests/contest.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { editWork, type Held, handInWork } from '../../domain/contests/entry-acts.ts';
import { descriptionFault, mostFiles, readTitle } from '../../domain/contests/work.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { checkResult } from '../../texts/contests/check-result.ts';
import { askAbout, askFiles, askTitle, entryWords, workTaken } from '../../texts/contests/entering.ts';
import { words } from '../../texts/talk.ts';
import { entrantOf, momentOf, unlessRefused } from './contest-entrant.ts';
import { gather, wantFiles } from './contest-files.ts';
import type { KnownTalk } from './talk.ts';
import { type Awaited, awaitedIn, awaitWork } from './work-awaited.ts';

/** What a draft lacks is asked for: the title, the description, then files or a link. */
export function goOnWithWork(talk: KnownTalk, contest: Contest, entry: Entry): void {
  if (entry.title === '') askForTitle(talk, contest, entry, false);
  else if (descriptionFault(contest, entry.description) !== null || entry.description === '') {
    askForAbout(talk, contest, entry, false);
  } else askForFiles(talk, contest, entry, false);
}

/** `editing`: of a work that was handed in, and nothing else is asked then. */
export function askForTitle(talk: KnownTalk, contest: Contest, entry: Entry, editing: boolean): void {
  awaitWork(talk, { step: 'title', entryId: entry.id, editing });
  talk.say(askTitle(entry, contest));
}

export function askForAbout(talk: KnownTalk, contest: Contest, entry: Entry, editing: boolean): void {
  awaitWork(talk, { step: 'about', entryId: entry.id, editing });
  talk.say(askAbout(entry, contest));
}

export function askForFiles(talk: KnownTalk, contest: Contest, entry: Entry, editing: boolean): void {
  awaitWork(talk, { step: 'files', entryId: entry.id, editing });
  talk.say(askFiles(entry, contest));
}

/** `false` while nothing of a work is awaited. */
export async function hearWork(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const awaited = awaitedIn(talk);
  if (awaited === null) return false;
  const held = await heldBy(talk, awaited);
  if (held === null) {
    talk.turn(null);
    talk.say({ text: words.oldButton });
    return true;
  }
  const text = event.kind === 'text' ? event.text : '';
  if (awaited.step === 'title') await hearTitle(talk, awaited, held, text);
  else if (awaited.step === 'about') await hearAbout(talk, awaited, held, text);
  else await gather(talk, awaited, held, event);
  return true;
}

async function hearTitle(talk: KnownTalk, awaited: Awaited, held: Held, text: string): Promise<void> {
  const title = readTitle(text);
  if (title === null) talk.say(askTitle(held.entry, held.contest, true));
  else await keep(talk, awaited, { title });
}

async function hearAbout(talk: KnownTalk, awaited: Awaited, held: Held, text: string): Promise<void> {
  const { entry, contest } = held;
  const fault = descriptionFault(contest, text);
  if (fault !== null || text.trim() === '') talk.say(askAbout(entry, contest, fault?.length ?? 0));
  else await keep(talk, awaited, { description: text.trim() });
}

/** «Пропустить»: the description is not asked for by the regulations. */
export async function skipAbout(talk: KnownTalk, entryId: string): Promise<boolean> {
  const awaited = awaitedIn(talk);
  if (awaited === null || awaited.entryId !== entryId || awaited.step !== 'about') return false;
  const held = await heldBy(talk, awaited);
  if (held === null || descriptionFault(held.contest, '') !== null) return false;
  await keep(talk, awaited, { description: '' });
  return true;
}

async function keep(
  talk: KnownTalk,
  { entryId, editing, step }: Awaited,
  change: { title?: string; description?: string },
): Promise<void> {
  const held = await unlessRefused(talk, () =>
    editWork(talk.desk, entrantOf(talk), { entryId, change }, talk.at),
  );
  if (held === null) return;
  talk.toast(entryWords.kept);
  if (editing) finish(talk, held);
  else if (step === 'title') askForAbout(talk, held.contest, held.entry, false);
  else if (mostFiles(held.contest) === 0 && !held.contest.terms.work.link) await handIn(talk, entryId);
  else askForFiles(talk, held.contest, held.entry, false);
}

/** «Готово»: hands in a draft, or puts what was gathered in place of what was there. */
export async function enough(talk: KnownTalk, entryId: string): Promise<boolean> {
  const awaited = awaitedIn(talk);
  if (awaited === null || awaited.entryId !== entryId || awaited.step !== 'files') return false;
  const held = await heldBy(talk, awaited);
  if (held === null) return false;
  if (!awaited.editing) return handIn(talk, entryId);
  const { files = [], link = null } = awaited;
  if (files.length === 0 && link === null) {
    talk.say(askFiles(held.entry, held.contest));
    return true;
  }
  const edit = { entryId, change: { link }, files: () => wantFiles(talk, files) };
  const changed = await unlessRefused(talk, () => editWork(talk.desk, entrantOf(talk), edit, talk.at));
  if (changed !== null) finish(talk, changed);
  return true;
}

async function handIn(talk: KnownTalk, entryId: string): Promise<boolean> {
  const held = await unlessRefused(talk, () => handInWork(talk.desk, entrantOf(talk), entryId, talk.at), {
    stays: true,
  });
  if (held !== null) finish(talk, held, true);
  return true;
}

function finish(talk: KnownTalk, { entry, contest }: Held, isNew = false): void {
  talk.turn(null);
  talk.toast(entryWords.taken);
  const isTaken = isNew && entry.state === 'accepted';
  talk.say(isTaken ? workTaken(entry, contest, momentOf(talk)) : checkResult(entry, contest, momentOf(talk)));
}

async function heldBy({ desk, person }: KnownTalk, { entryId }: Awaited): Promise<Held | null> {
  const entry = await desk.entries.find(person.programmeId, entryId);
  if (entry === null || entry.personId !== person.id) return null;
  const contest = await desk.contests.find(person.programmeId, entry.contestId);
  return contest === null ? null : { contest, entry };
}
