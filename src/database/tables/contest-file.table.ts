import { EntitySchema } from 'typeorm';

export type ContestFileRow = {
  contestId: string;
  fileId: string;
  position: number;
  purpose: string;
};

export const contestFileTable = new EntitySchema<ContestFileRow>({
  name: 'contest_file',
  columns: {
    contestId: { type: 'bigint', primary: true, foreignKey: { target: 'contest' } },
    fileId: { type: 'bigint', primary: true, foreignKey: { target: 'stored_file' } },
    position: { type: 'int' },
    purpose: { type: 'text' },
  },
  checks: [
    { name: 'contest_file_purpose_check', expression: "(purpose = ANY (ARRAY['announcement', 'material']))" },
  ],
  indices: [{ name: 'contest_file_file', columns: ['fileId'] }],
});
