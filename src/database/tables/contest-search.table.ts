import { EntitySchema } from 'typeorm';

export type ContestSearchRow = {
  contestId: string;
  place: string;
  dueAt: Date | null;
  seenUntil: Date | null;
  searchedAt: Date | null;
  trouble: string | null;
  tries: number;
};

export const contestSearchTable = new EntitySchema<ContestSearchRow>({
  name: 'contest_search',
  columns: {
    contestId: { type: 'bigint', primary: true, foreignKey: { target: 'contest' } },
    place: { type: 'text', primary: true },
    dueAt: { type: 'timestamptz', nullable: true },
    seenUntil: { type: 'timestamptz', nullable: true },
    searchedAt: { type: 'timestamptz', nullable: true },
    trouble: { type: 'text', nullable: true },
    tries: { type: 'int', default: 0 },
  },
  indices: [{ name: 'contest_search_due', columns: ['dueAt'], where: '(due_at IS NOT NULL)' }],
});
