import { EntitySchema } from 'typeorm';

export type ContestScoreRow = {
  sheetId: string;
  criterionId: string;
  points: string;
};

export const contestScoreTable = new EntitySchema<ContestScoreRow>({
  name: 'contest_score',
  columns: {
    sheetId: { type: 'bigint', primary: true, foreignKey: { target: 'contest_sheet' } },
    criterionId: { type: 'bigint', primary: true, foreignKey: { target: 'contest_criterion' } },
    points: { type: 'numeric', precision: 5, scale: 1 },
  },
  checks: [{ name: 'contest_score_points_check', expression: '(points >= (0)::numeric)' }],
});
