import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type SynonymRow = {
  id: string;
  programmeId: string;
  position: number;
  words: string[];
  archivedAt: Date | null;
};

export const synonymTable = new EntitySchema<SynonymRow>({
  name: 'synonym',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    position: { type: 'int' },
    words: { type: 'text', array: true },
    archivedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'synonym_words_check', expression: '(cardinality(words) > 0)' }],
  uniques: [{ columns: ['programmeId', 'position'] }],
});
