import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestNoticeRow = {
  id: string;
  contestId: string;
  personId: string;
  occasion: string;
  at: Date;
  delivered: boolean;
};

export const contestNoticeTable = new EntitySchema<ContestNoticeRow>({
  name: 'contest_notice',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    occasion: { type: 'text' },
    at: { type: 'timestamptz' },
    delivered: { type: 'boolean' },
  },
  uniques: [{ columns: ['contestId', 'personId', 'occasion'] }],
  indices: [{ name: 'contest_notice_person', columns: ['personId'] }],
});
