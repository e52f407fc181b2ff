import { createHash } from 'node:crypto';
import { createPost } from '../bot/dialogues/post.ts';
import { createOutbox } from '../database/repositories/delivery-outbox.ts';
import { createDiplomaBook, type DiplomaRow } from '../database/repositories/diploma-book.ts';
import { namesOthersIn } from '../database/repositories/diploma-shelf.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { ContestKind, ContestState } from '../domain/contests/contest.ts';
import { mayTell } from '../domain/diplomas/awarding.ts';
import type { ErrandKind } from '../domain/errands/errand.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { diplomaMessage } from '../texts/contests/diploma-news.ts';
import { diplomaArchiveName } from '../texts/documents/diploma-files.ts';
import { printShown } from './diploma-print.ts';
import { keepArchive } from './errand-archive.ts';

export const packKind = 'diplomas-pack';

/** In hand at once; they are drawn in other threads. */
const abreast = 4;

type Deps = { database: Database; clock: Clock; mayNameOthers: MayNameOthers };
type HandedOut = 'told' | 'printed' | 'skipped';

/**
 * Prints papers that have their numbers, and sends each to whom it is given. What is kept and what is sent are one transaction
 * of one paper, under its row's lock: wherever it dies, whoever was told has the message, and nobody is told twice.
 */
export function createDiplomasErrand(deps: Deps): ErrandKind {
  return {
    async run(params, { progress }) {
      const ids = (params.ids as readonly string[]) ?? [];
      const done: HandedOut[] = [];
      for (let from = 0; from < ids.length; from += abreast) {
        await progress(from, ids.length);
        done.push(...(await Promise.all(ids.slice(from, from + abreast).map((id) => handOut(deps, id)))));
      }
      await progress(ids.length, ids.length);
      const count = (what: HandedOut) => done.filter((each) => each === what).length;
      return {
        facts: {
          diplomas: ids.length,
          told: count('told'),
          untold: count('printed'),
          skipped: count('skipped'),
        },
      };
    },
  };
}

async function handOut(deps: Deps, id: string): Promise<HandedOut> {
  const { database } = deps;
  for (;;) {
    const seen = await createDiplomaBook(database).find(id);
    if (seen === null || seen.shown === null || seen.revokedAt !== null) return 'skipped';
    const print = seen.fileId === null ? await printShown(database, seen.shown) : null;
    const done = await database.transaction((sql) => settle(sql, deps, seen, print));
    if (done !== 'again') return done;
  }
}

/** `again`: what is to be printed has changed meanwhile. */
async function settle(
  sql: Sql,
  { clock, mayNameOthers }: Deps,
  seen: DiplomaRow,
  print: FileContent | null,
): Promise<HandedOut | 'again'> {
  const book = createDiplomaBook(sql);
  const now = await book.find(seen.id, true);
  if (now === null || now.shown === null || now.revokedAt !== null) return 'skipped';
  let { fileId } = now;
  if (fileId === null) {
    if (print === null || now.print !== seen.print) return 'again';
    const sha256 = createHash('sha256').update(print.bytes).digest('hex');
    fileId = await createUploadBook(sql).keep(now.personId, { ...print, sha256 });
    await book.printed(now.id, fileId);
  }
  if (now.toldAt !== null) return 'told';
  const [contest] = await sql.query<{ kind: ContestKind; state: ContestState; title: string }>(
    'select kind, state, title from contest where id = $1',
    [now.contestId],
  );
  if (contest === undefined || !mayTell(contest)) return 'printed';
  const at = clock.now();
  const post = createPost({ people: createPeopleBook(sql), outbox: createOutbox(sql) }, at, mayNameOthers);
  const { facts } = now.shown;
  // It names its own reader and whoever signs it, which every messenger may carry; titles are in people's own words.
  const file = { fileId, namesOthers: await namesOthersIn(sql, now.id) };
  const paper = { ...facts, ...contest, paper: facts.kind };
  const isReached = await post.tell(now.personId, (mayName) => diplomaMessage(paper, file, mayName));
  if (!isReached) return 'printed';
  await book.told(now.id, at);
  await post.leave();
  return 'told';
}

/** Papers as they are kept, in one archive; what was never printed is printed for it. */
export function createDiplomaArchive({ database }: Pick<Deps, 'database'>): ErrandKind {
  return {
    async run(params, { progress, errandId }) {
      const ids = (params.ids as readonly string[]) ?? [];
      const files: FileContent[] = [];
      for (let from = 0; from < ids.length; from += abreast) {
        await progress(from, ids.length + 1);
        const made = await Promise.all(
          ids.slice(from, from + abreast).map((id) => diplomaFile(database, id)),
        );
        files.push(...made.flatMap((file) => file ?? []));
      }
      await progress(ids.length, ids.length + 1);
      const facts = { diplomas: files.length };
      if (files.length === 0) return { facts };
      return { facts, fileId: await keepArchive(database, files, { errandId, name: diplomaArchiveName }) };
    },
  };
}

/** `null` of somebody erased. */
export async function diplomaFile(sql: Sql, id: string): Promise<FileContent | null> {
  const row = await createDiplomaBook(sql).find(id);
  if (row === null || row.shown === null) return null;
  const kept = row.fileId === null ? null : await createStoredFileBook(sql).read(row.fileId);
  return kept ?? printShown(sql, row.shown);
}
