import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestCriterionRow = {
  id: string;
  contestId: string;
  position: number;
  title: string;
  hint: string;
  weight: string;
  scale: number;
};

export const contestCriterionTable = new EntitySchema<ContestCriterionRow>({
  name: 'contest_criterion',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    position: { type: 'int' },
    title: { type: 'text' },
    hint: { type: 'text', default: '' },
    weight: { type: 'numeric', precision: 6, scale: 2 },
    scale: { type: 'int' },
  },
  checks: [
    { name: 'contest_criterion_weight_check', expression: '(weight > (0)::numeric)' },
    { name: 'contest_criterion_scale_check', expression: '((scale >= 1) AND (scale <= 100))' },
  ],
  indices: [{ name: 'contest_criterion_contest', columns: ['contestId'] }],
});
