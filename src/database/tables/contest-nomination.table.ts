import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestNominationRow = {
  id: string;
  contestId: string;
  position: number;
  title: string;
  description: string;
  hashtags: string[];
  archivedAt: Date | null;
};

export const contestNominationTable = new EntitySchema<ContestNominationRow>({
  name: 'contest_nomination',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    position: { type: 'int' },
    title: { type: 'text' },
    description: { type: 'text', default: '' },
    hashtags: { type: 'text', array: true, default: [] },
    archivedAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'contest_nomination_contest', columns: ['contestId'] }],
});
