import { correctDeadlines } from '../../domain/roadmap/correct-deadlines.ts';
import { isNoChange, planImport, type RoadmapChanges } from '../../domain/roadmap/plan-import.ts';
import type { ReadRoadmap } from '../../domain/roadmap/roadmap.ts';
import type { Sql } from '../sql.ts';
import { correctionsOf } from './deadline-corrections.ts';
import { createResponsibleBook, type NamedPhrase } from './responsible-book.ts';
import { createRoadmapBook } from './roadmap-book.ts';
import { syncTasks, type TaskSync } from './task-plan.ts';

export type ImportReport = {
  roadmapId: string;
  /** The order's roadmap was not there before. */
  isNew: boolean;
  changes: RoadmapChanges;
  /** Short names of organizations that the roadmap made necessary: the office, partners. */
  organizations: string[];
  /** What the words of «Ответственные исполнители» mean after it. */
  phrases: NamedPhrase[];
  tasks: TaskSync;
};

export type ImportInput = {
  programmeId: string;
  read: ReadRoadmap;
  /** SHA-256 of the file, kept for the record. */
  sourceHash: string;
  /** The office to create where the programme has none yet. */
  office: { name: string; shortName: string };
  at: Date;
};

/**
 * Everything one import does; to be called in one transaction. The same roadmap again changes nothing. Deadlines that the staff have corrected
 * mean what they said, from wherever the roadmap is imported.
 */
export async function importRoadmap(sql: Sql, input: ImportInput): Promise<ImportReport> {
  const { programmeId, sourceHash, office, at } = input;
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const read = correctDeadlines(input.read, await correctionsOf(sql, programmeId));
  const book = createRoadmapBook(sql);
  const stored = await book.find(programmeId, read.order);
  const changes = planImport(stored, read);
  const roadmapId = stored?.id ?? (await book.create(programmeId, read, sourceHash, at));
  if (stored === null || !isNoChange(changes)) await book.apply(roadmapId, read, sourceHash, changes, at);
  const words = createResponsibleBook(sql);
  const organizations = [
    ...(await ensureOffice(sql, programmeId, office)),
    ...(await words.learn(
      programmeId,
      read.items.flatMap((item) => item.responsible),
    )),
  ];
  const tasks = await syncTasks(sql, programmeId, at);
  const phrases = await words.phrases(programmeId);
  return { roadmapId, isNew: stored === null, changes, organizations, phrases, tasks };
}

/** Without an office nobody could answer for its items, nor for those whose responsible is unknown. */
async function ensureOffice(sql: Sql, programmeId: string, office: ImportInput['office']): Promise<string[]> {
  const made = await sql.query(
    `insert into organization (programme_id, kind, name, short_name) select $1, 'office', $2, $3
     where not exists (select from organization where programme_id = $1 and kind = 'office')
     on conflict do nothing returning id`,
    [programmeId, office.name, office.shortName],
  );
  return made.length === 0 ? [] : [office.shortName];
}
