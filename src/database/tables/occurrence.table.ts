import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type OccurrenceRow = {
  id: string;
  itemId: string;
  fromOn: string | null;
  toOn: string | null;
  standingText: string | null;
  removedAt: Date | null;
};

export const occurrenceTable = new EntitySchema<OccurrenceRow>({
  name: 'occurrence',
  columns: {
    id: identity,
    itemId: { type: 'bigint', foreignKey: { target: 'roadmap_item' } },
    fromOn: { type: 'date', nullable: true },
    toOn: { type: 'date', nullable: true },
    standingText: { type: 'text', nullable: true },
    removedAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [
    // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
    { columns: ['itemId', 'fromOn', 'toOn', 'standingText'] },
  ],
  checks: [
    { name: 'occurrence_check', expression: '((to_on IS NULL) = (standing_text IS NOT NULL))' },
    { name: 'occurrence_check1', expression: '((from_on IS NULL) OR (from_on <= to_on))' },
  ],
});
