import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairRow = {
  id: string;
  programmeId: string;
  organizationId: string;
  mentorId: string;
  form: string;
  state: string;
  fromOn: string;
  toOn: string;
  goal: string;
  plan: unknown;
  result: string;
  orderId: string | null;
  closeReason: string | null;
  closeNote: string;
  proposedBy: string | null;
  proposedAt: Date;
  agreedAt: Date | null;
  orderedAt: Date | null;
  startedAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
};

export const pairTable = new EntitySchema<PairRow>({
  name: 'pair',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    organizationId: { type: 'bigint', foreignKey: { target: 'organization' } },
    mentorId: { type: 'bigint', foreignKey: { target: 'person' } },
    form: { type: 'text' },
    state: { type: 'text', default: 'proposed' },
    fromOn: { type: 'date' },
    toOn: { type: 'date' },
    goal: { type: 'text', default: '' },
    plan: { type: 'jsonb', default: {} },
    result: { type: 'text', default: '' },
    orderId: { type: 'bigint', nullable: true },
    closeReason: { type: 'text', nullable: true },
    closeNote: { type: 'text', default: '' },
    proposedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    proposedAt: { type: 'timestamptz' },
    agreedAt: { type: 'timestamptz', nullable: true },
    orderedAt: { type: 'timestamptz', nullable: true },
    startedAt: { type: 'timestamptz', nullable: true },
    pausedAt: { type: 'timestamptz', nullable: true },
    closedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'pair_form_check',
      expression:
        "(form = ANY (ARRAY['teacher-teacher', 'head-teacher', 'employer-teacher', 'employer-pupil', 'student-pupil', 'pupil-pupil', 'university-teacher', 'partner-teacher']))",
    },
    {
      name: 'pair_state_check',
      expression:
        "(state = ANY (ARRAY['proposed', 'agreed', 'ordered', 'active', 'completed', 'ended-early', 'declined']))",
    },
    {
      name: 'pair_close_reason_check',
      expression:
        "(close_reason = ANY (ARRAY['mentor-left', 'mentee-left', 'replaced', 'by-agreement', 'no-fit', 'other', 'mentor', 'mentee', 'representative', 'withdrawn', 'expired']))",
    },
    { name: 'pair_term', expression: '(from_on <= to_on)' },
    {
      name: 'pair_closed',
      expression: "((state = ANY (ARRAY['completed', 'ended-early', 'declined'])) = (closed_at IS NOT NULL))",
    },
    {
      name: 'pair_reason',
      expression: "((state = ANY (ARRAY['ended-early', 'declined'])) = (close_reason IS NOT NULL))",
    },
    {
      name: 'pair_agreed',
      expression: "((state = ANY (ARRAY['proposed', 'declined'])) OR (agreed_at IS NOT NULL))",
    },
    {
      name: 'pair_ordered',
      expression:
        "((state = ANY (ARRAY['ordered', 'active', 'completed', 'ended-early'])) = (ordered_at IS NOT NULL))",
    },
    {
      name: 'pair_started',
      expression: "((state <> ALL (ARRAY['active', 'completed'])) OR (started_at IS NOT NULL))",
    },
  ],
  indices: [
    { name: 'pair_organization', columns: ['organizationId', 'state'] },
    { name: 'pair_mentor', columns: ['mentorId'] },
  ],
});
