import { EntitySchema } from 'typeorm';

export type ContestCountersRow = {
  entryId: string;
  at: Date;
  likes: number;
  reposts: number;
  comments: number;
  views: number | null;
  final: boolean;
};

export const contestCountersTable = new EntitySchema<ContestCountersRow>({
  name: 'contest_counters',
  columns: {
    entryId: { type: 'bigint', primary: true, foreignKey: { target: 'contest_entry' } },
    at: { type: 'timestamptz', primary: true },
    likes: { type: 'int' },
    reposts: { type: 'int' },
    comments: { type: 'int' },
    views: { type: 'int', nullable: true },
    final: { type: 'boolean', default: false },
  },
  indices: [{ name: 'contest_counters_final', columns: ['entryId'], unique: true, where: 'final' }],
});
