import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type OccurrenceRow = {
  id: string;
  itemId: string;
  fromOn: string | null;
  toOn: string | null;
  standingText: string | null;
  removedAt: Date | null;
  contestId: string | null;
  milestone: string | null;
  words: string | null;
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
    contestId: { type: 'bigint', nullable: true, foreignKey: { target: 'contest' } },
    milestone: { type: 'text', nullable: true },
    words: { type: 'text', nullable: true },
  },
  uniques: [
    // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
    {
      name: 'occurrence_once',
      columns: ['itemId', 'fromOn', 'toOn', 'standingText', 'contestId', 'milestone'],
    },
    { name: 'occurrence_contest_once', columns: ['contestId', 'milestone'] },
  ],
  checks: [
    { name: 'occurrence_check', expression: '((to_on IS NULL) = (standing_text IS NOT NULL))' },
    {
      name: 'occurrence_milestone',
      expression:
        '(((contest_id IS NULL) = (milestone IS NULL)) AND ((contest_id IS NULL) = (words IS NULL)))',
    },
    {
      name: 'occurrence_milestone_check',
      expression:
        "(milestone = ANY (ARRAY['entries'::text, 'judging'::text, 'results'::text, 'event'::text]))",
    },
    { name: 'occurrence_check1', expression: '((from_on IS NULL) OR (from_on <= to_on))' },
  ],
});
