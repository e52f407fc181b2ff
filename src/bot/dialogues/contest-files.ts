import { editWork, type Held } from '../../domain/contests/entry-acts.ts';
import { mostFiles, workFileFault } from '../../domain/contests/work.ts';
import type { IncomingEvent, IncomingFile } from '../../domain/messages/incoming.ts';
import { type FileFault, filesTaken, stillFiles } from '../../texts/contests/entering.ts';
import { notUnderstood, smile } from '../../texts/talk.ts';
import { entrantOf, unlessRefused } from './contest-entrant.ts';
import { isLink } from './result.ts';
import type { KnownTalk } from './talk.ts';
import { type Awaited, awaitWork, type SentFile } from './work-awaited.ts';

const longestLink = 2000;

/**
 * Files and links as they come, a message each. Those of a draft are kept with it at once, so that nothing is lost when the
 * bell rings; of a work that was handed in they wait until «Готово», which puts all of them in its place.
 */
export async function gather(
  talk: KnownTalk,
  awaited: Awaited,
  held: Held,
  event: IncomingEvent,
): Promise<void> {
  const { entry, contest } = held;
  const sent = event.kind === 'files' ? event.files : [];
  const text = event.kind === 'text' || event.kind === 'files' ? event.text.trim() : '';
  const link = contest.terms.work.link && isLink(text) && text.length <= longestLink ? text : null;
  if (sent.length === 0 && link === null) {
    const what = event.kind === 'other' ? event.what : event.kind;
    talk.say(stillFiles(event.kind === 'text' ? smile() : notUnderstood(what), entry, contest));
    return;
  }
  const before = awaited.editing
    ? (awaited.files ?? []).map(({ name }) => name)
    : (await talk.desk.entries.files(entry.id)).map(({ name }) => name);
  const { taken, faults } = sortOut(sent, mostFiles(contest) - before.length);
  const now = awaited.editing
    ? noteFiles(talk, awaited, taken, link)
    : await addFiles(talk, held, taken, link);
  if (now === null) return;
  talk.say(
    filesTaken(entry, contest, {
      files: [...before, ...taken.map(({ name }) => name)],
      link: now.link,
      faults,
    }),
  );
}

function sortOut(
  sent: readonly IncomingFile[],
  room: number,
): { taken: IncomingFile[]; faults: FileFault[] } {
  const taken: IncomingFile[] = [];
  const faults: FileFault[] = [];
  for (const file of sent) {
    const why = workFileFault(file) ?? (taken.length >= room ? 'many' : null);
    if (why === null) taken.push(file);
    else faults.push({ name: file.name, why });
  }
  return { taken, faults };
}

function noteFiles(
  talk: KnownTalk,
  awaited: Awaited,
  taken: readonly IncomingFile[],
  link: string | null,
): { link: boolean } {
  const { platform } = talk.incoming;
  const files: SentFile[] = [...(awaited.files ?? []), ...taken.map((file) => ({ ...file, platform }))];
  const kept = link ?? awaited.link ?? null;
  awaitWork(talk, { ...awaited, files, link: kept });
  return { link: kept !== null };
}

async function addFiles(
  talk: KnownTalk,
  { entry }: Held,
  taken: readonly IncomingFile[],
  link: string | null,
): Promise<{ link: boolean } | null> {
  const { platform } = talk.incoming;
  const { entries } = talk.desk;
  const edit = {
    entryId: entry.id,
    ...(link !== null && { change: { link } }),
    files: async () => [
      ...(await entries.files(entry.id)).map(({ id }) => id),
      ...(await wantFiles(
        talk,
        taken.map((file) => ({ ...file, platform })),
      )),
    ],
  };
  const held = await unlessRefused(talk, () => editWork(talk.desk, entrantOf(talk), edit, talk.at));
  return held === null ? null : { link: held.entry.link !== null };
}

/** Fetched later, by the adapter of the platform they were sent through. */
export async function wantFiles({ desk, person }: KnownTalk, files: readonly SentFile[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await desk.files.want(person.id, file));
  return ids;
}
