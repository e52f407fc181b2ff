import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { type ImportReport, importRoadmap } from '../database/repositories/roadmap-import.ts';
import type { Database, Sql } from '../database/sql.ts';
import { machineClock } from '../domain/calendar/clock.ts';
import { Refusal } from '../domain/refusal.ts';
import { importFacts } from '../domain/roadmap/import-facts.ts';
import { isNoChange } from '../domain/roadmap/plan-import.ts';
import { createTargetsOf } from '../domain/roadmap/responsible.ts';
import type { ReadRoadmap } from '../domain/roadmap/roadmap.ts';
import {
  changesText,
  isYes,
  notStoredText,
  officeNames,
  storedText,
  storeQuestion,
  unchangedText,
  understoodText,
  unknownText,
} from '../texts/roadmap.ts';
import { noteCli } from './note-cli.ts';
import { withDatabase } from './with-database.ts';

type ProgrammeChoice = { key: string | null; name: string | null };
type ImportRun = {
  bytes: Uint8Array;
  read: ReadRoadmap;
  programme: ProgrammeChoice;
  dryRun: boolean;
  ask: boolean;
};

/** Does the import once and takes it back, shows what it did, and does it again for good unless only asked to show. */
export async function runImport({ bytes, read, programme, dryRun, ask }: ImportRun): Promise<void> {
  const sourceHash = createHash('sha256').update(bytes).digest('hex');
  const work = async (sql: Sql): Promise<ImportReport> => {
    const programmeId = await chooseProgramme(sql, programme);
    const at = machineClock.now();
    const report = await importRoadmap(sql, { programmeId, read, sourceHash, office: officeNames, at });
    const subject = { kind: 'roadmap', id: report.roadmapId };
    const after = importFacts(report, read);
    await noteCli(sql, programmeId, at)({ action: 'roadmap.imported', subject, after });
    return report;
  };
  await withDatabase(async (database) => {
    const rehearsal = await rehearse(database, work);
    say(understoodText(read, createTargetsOf(rehearsal.phrases)));
    say(unknownText(rehearsal.tasks.unknown));
    if (changesNothing(rehearsal)) return say(unchangedText);
    say(changesText(rehearsal.isNew, rehearsal.changes));
    if (dryRun || (ask && !(await confirmed()))) return say(notStoredText);
    const { tasks, organizations } = await database.transaction(work);
    say(storedText(tasks, organizations));
  });
}

function changesNothing({ isNew, changes, organizations, tasks }: ImportReport): boolean {
  const touched = tasks.inserted + tasks.updated + tasks.withdrawn + tasks.revived;
  return !isNew && isNoChange(changes) && organizations.length === 0 && touched === 0;
}

/** What `work` would do: done in a transaction that is then rolled back. */
async function rehearse<Result>(database: Database, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const undo = new Error('rehearsal');
  const results: Result[] = [];
  await database
    .transaction(async (sql) => {
      results.push(await work(sql));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  const [result] = results;
  if (result === undefined) throw undo;
  return result;
}

/** The named programme, or the only one; a new one where a name comes with its key. */
export async function chooseProgramme(sql: Sql, { key, name }: ProgrammeChoice): Promise<string> {
  const book = createProgrammeBook(sql);
  const programmes = await book.list();
  if (key === null) {
    const [only, ...others] = programmes;
    if (only === undefined) throw new Refusal('programme-none');
    if (others.length > 0)
      throw new Refusal('programme-several', { keys: programmes.map((each) => each.key).join(', ') });
    return only.id;
  }
  const known = programmes.find((each) => each.key === key);
  if (known !== undefined) return known.id;
  if (name === null || name.trim() === '') throw new Refusal('programme-unknown', { key });
  if (!/^[a-z][a-z0-9-]{0,39}$/u.test(key)) throw new Refusal('programme-key-wrong', { key });
  return addProgramme(sql, { key, name: name.trim() });
}

/** `Refusal('programme-exists')` for a key that is taken. */
export async function addProgramme(
  sql: Sql,
  programme: { key: string; name: string; timeZone?: string },
): Promise<string> {
  const { id, key } = await createProgrammeBook(sql).add(programme);
  const note = noteCli(sql, id, machineClock.now());
  await note({ action: 'programme.added', subject: { kind: 'programme', id }, after: { key } });
  return id;
}

async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return isYes(await terminal.question(storeQuestion));
  } finally {
    terminal.close();
  }
}

function say(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}
