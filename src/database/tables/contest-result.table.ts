import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestResultRow = {
  id: string;
  contestId: string;
  entryId: string;
  jury: string | null;
  activity: string | null;
  total: string | null;
  place: number | null;
  award: string | null;
  facts: unknown;
};

export const contestResultTable = new EntitySchema<ContestResultRow>({
  name: 'contest_result',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    entryId: { type: 'bigint', unique: true, foreignKey: { target: 'contest_entry' } },
    jury: { type: 'numeric', precision: 9, scale: 6, nullable: true },
    activity: { type: 'numeric', precision: 9, scale: 6, nullable: true },
    total: { type: 'numeric', precision: 9, scale: 6, nullable: true },
    place: { type: 'int', nullable: true },
    award: { type: 'text', nullable: true },
    facts: { type: 'jsonb', default: {} },
  },
  checks: [
    {
      name: 'contest_result_award_check',
      expression: "(award = ANY (ARRAY['winner', 'laureate', 'participant']))",
    },
  ],
  indices: [{ name: 'contest_result_contest', columns: ['contestId'] }],
});
