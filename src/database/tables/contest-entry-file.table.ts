import { EntitySchema } from 'typeorm';

export type ContestEntryFileRow = {
  entryId: string;
  fileId: string;
  position: number;
};

export const contestEntryFileTable = new EntitySchema<ContestEntryFileRow>({
  name: 'contest_entry_file',
  columns: {
    entryId: { type: 'bigint', primary: true, foreignKey: { target: 'contest_entry' } },
    fileId: { type: 'bigint', primary: true, foreignKey: { target: 'stored_file' } },
    position: { type: 'int' },
  },
  indices: [{ name: 'contest_entry_file_file', columns: ['fileId'] }],
});
