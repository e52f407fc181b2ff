import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestPostRow = {
  id: string;
  contestId: string;
  occasion: string;
  text: string;
  state: string;
  dueAt: Date | null;
  postOwnerId: string | null;
  postId: string | null;
  error: string | null;
  tries: number;
  createdAt: Date;
  settledAt: Date | null;
};

export const contestPostTable = new EntitySchema<ContestPostRow>({
  name: 'contest_post',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    occasion: { type: 'text' },
    text: { type: 'text' },
    state: { type: 'text', default: 'planned' },
    dueAt: { type: 'timestamptz', nullable: true },
    postOwnerId: { type: 'bigint', nullable: true },
    postId: { type: 'bigint', nullable: true },
    error: { type: 'text', nullable: true },
    tries: { type: 'int', default: 0 },
    createdAt: { type: 'timestamptz' },
    settledAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'contest_post_occasion_check',
      expression: "(occasion = ANY (ARRAY['announcement', 'results']))",
    },
    {
      name: 'contest_post_state_check',
      expression: "(state = ANY (ARRAY['planned', 'claimed', 'sent', 'failed', 'uncertain', 'by-hand']))",
    },
  ],
  uniques: [{ columns: ['contestId', 'occasion'] }],
  indices: [
    {
      name: 'contest_post_due',
      columns: ['dueAt'],
      where: "(state = ANY (ARRAY['planned'::text, 'claimed'::text]))",
    },
  ],
});
