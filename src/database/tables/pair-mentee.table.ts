import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairMenteeRow = {
  id: string;
  pairId: string;
  mentorId: string;
  menteeId: string;
  leftAt: Date | null;
  overAt: Date | null;
};

export const pairMenteeTable = new EntitySchema<PairMenteeRow>({
  name: 'pair_mentee',
  columns: {
    id: identity,
    pairId: { type: 'bigint', foreignKey: { target: 'pair' } },
    mentorId: { type: 'bigint', foreignKey: { target: 'person' } },
    menteeId: { type: 'bigint', foreignKey: { target: 'person' } },
    leftAt: { type: 'timestamptz', nullable: true },
    overAt: { type: 'timestamptz', nullable: true },
  },
  checks: [{ name: 'pair_mentee_other', expression: '(mentor_id <> mentee_id)' }],
  uniques: [{ columns: ['pairId', 'menteeId'] }],
  indices: [
    { name: 'pair_mentee_live', columns: ['mentorId', 'menteeId'], unique: true, where: '(over_at IS NULL)' },
    { name: 'pair_mentee_mentee', columns: ['menteeId'] },
  ],
});
