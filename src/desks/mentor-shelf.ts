import { createSuggestionBook } from '../database/repositories/suggestion-book.ts';
import { createSynonymBook } from '../database/repositories/synonym-book.ts';
import type { Sql } from '../database/sql.ts';
import type { CompetencyIndex } from '../domain/pairs/competency-index.ts';
import { profileOf } from '../domain/pairs/mentor-profile.ts';
import type { MentorProfile } from '../domain/pairs/suggest.ts';
import { indexAtLeisure } from '../search/competency-index.ts';

/** What the mentors of a programme can do, put in order for being asked. */
export type Shelf = {
  version: string;
  profiles: ReadonlyMap<string, MentorProfile>;
  labels: ReadonlyMap<string, string>;
  index: CompetencyIndex;
};

/** A server keeps one city or a few; of more the one asked least recently is read anew. */
const keptProgrammes = 4;

export type MentorShelves = { of(sql: Sql, programmeId: string): Promise<Shelf> };

/** Read once and kept until something of it changes in the database, whoever changes it: asking costs one query. */
export function createMentorShelves(): MentorShelves {
  const kept = new Map<string, { version: string; shelf: Promise<Shelf> }>();
  return {
    async of(sql, programmeId) {
      const version = await createSuggestionBook(sql).version(programmeId);
      const known = kept.get(programmeId);
      kept.delete(programmeId);
      const fresh =
        known?.version === version ? known : { version, shelf: readShelf(sql, programmeId, version) };
      kept.set(programmeId, fresh);
      for (const oldest of [...kept.keys()].slice(0, -keptProgrammes)) kept.delete(oldest);
      try {
        return await fresh.shelf;
      } catch (error) {
        if (kept.get(programmeId) === fresh) kept.delete(programmeId);
        throw error;
      }
    },
  };
}

async function readShelf(sql: Sql, programmeId: string, version: string): Promise<Shelf> {
  const book = createSuggestionBook(sql);
  const labels = await book.labels(programmeId);
  const synonyms = await createSynonymBook(sql).list(programmeId);
  const profiles = new Map(
    (await book.profiles(programmeId)).map((row) => [row.personId, profileOf(row, labels)]),
  );
  const lines = [...profiles.values()].flatMap(({ skills, subject }) => [
    ...skills.map(({ text }) => text),
    ...(subject === null ? [] : [subject]),
  ]);
  const index = await indexAtLeisure(
    lines,
    synonyms.map(({ words }) => words),
  );
  return { version, profiles, labels, index };
}
