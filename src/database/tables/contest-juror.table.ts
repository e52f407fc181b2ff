import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestJurorRow = {
  id: string;
  contestId: string;
  personId: string;
  isChair: boolean;
  nominationIds: string[] | null;
  addedAt: Date;
  removedAt: Date | null;
};

export const contestJurorTable = new EntitySchema<ContestJurorRow>({
  name: 'contest_juror',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    isChair: { type: 'boolean', default: false },
    nominationIds: { type: 'bigint', array: true, nullable: true },
    addedAt: { type: 'timestamptz' },
    removedAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ columns: ['contestId', 'personId'] }],
  indices: [{ name: 'contest_juror_person', columns: ['personId'] }],
});
