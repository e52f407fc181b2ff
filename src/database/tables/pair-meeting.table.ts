import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairMeetingRow = {
  id: string;
  pairId: string;
  heldOn: string;
  topic: string;
  outcome: string;
  mark: number | null;
  notedBy: string | null;
  notedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
};

export const pairMeetingTable = new EntitySchema<PairMeetingRow>({
  name: 'pair_meeting',
  columns: {
    id: identity,
    pairId: { type: 'bigint', foreignKey: { target: 'pair' } },
    heldOn: { type: 'date' },
    topic: { type: 'text' },
    outcome: { type: 'text' },
    mark: { type: 'smallint', nullable: true },
    notedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    notedAt: { type: 'timestamptz' },
    confirmedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    confirmedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'pair_meeting_outcome_check', expression: "(outcome = ANY (ARRAY['held', 'moved']))" },
    { name: 'pair_meeting_mark_check', expression: '((mark >= 1) AND (mark <= 5))' },
    { name: 'pair_meeting_marked', expression: "((outcome = 'held') OR (mark IS NULL))" },
    { name: 'pair_meeting_confirmed', expression: '((confirmed_at IS NOT NULL) OR (confirmed_by IS NULL))' },
  ],
  indices: [{ name: 'pair_meeting_pair', columns: ['pairId', 'heldOn'] }],
});
