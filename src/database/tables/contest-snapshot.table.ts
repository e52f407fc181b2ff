import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestSnapshotRow = {
  id: string;
  entryId: string;
  takenAt: Date;
  text: string;
  attachments: unknown;
  authorId: string;
  publishedAt: Date;
  editedAt: Date | null;
};

export const contestSnapshotTable = new EntitySchema<ContestSnapshotRow>({
  name: 'contest_snapshot',
  columns: {
    id: identity,
    entryId: { type: 'bigint', foreignKey: { target: 'contest_entry' } },
    takenAt: { type: 'timestamptz' },
    text: { type: 'text' },
    attachments: { type: 'jsonb', default: [] },
    authorId: { type: 'bigint' },
    publishedAt: { type: 'timestamptz' },
    editedAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'contest_snapshot_entry', columns: ['entryId', 'id'] }],
});
