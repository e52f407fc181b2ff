import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestSheetRow = {
  id: string;
  jurorId: string;
  entryId: string;
  comment: string;
  abstained: string | null;
  finishedAt: Date | null;
  askedAgainAt: Date | null;
  askedAgainRange: string | null;
  updatedAt: Date;
};

export const contestSheetTable = new EntitySchema<ContestSheetRow>({
  name: 'contest_sheet',
  columns: {
    id: identity,
    jurorId: { type: 'bigint', foreignKey: { target: 'contest_juror' } },
    entryId: { type: 'bigint', foreignKey: { target: 'contest_entry' } },
    comment: { type: 'text', default: '' },
    abstained: { type: 'text', nullable: true },
    finishedAt: { type: 'timestamptz', nullable: true },
    askedAgainAt: { type: 'timestamptz', nullable: true },
    askedAgainRange: { type: 'numeric', precision: 9, scale: 6, nullable: true },
    updatedAt: { type: 'timestamptz' },
  },
  checks: [
    {
      name: 'contest_sheet_abstained_check',
      expression: "(abstained = ANY (ARRAY['knows-author', 'other']))",
    },
    { name: 'contest_sheet_abstained', expression: '((abstained IS NULL) OR (finished_at IS NULL))' },
  ],
  uniques: [{ columns: ['jurorId', 'entryId'] }],
  indices: [{ name: 'contest_sheet_entry', columns: ['entryId'] }],
});
