import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestEntryRow = {
  id: string;
  contestId: string;
  nominationId: string | null;
  personId: string | null;
  organizationId: string | null;
  state: string;
  source: string;
  title: string;
  description: string;
  link: string | null;
  teamName: string | null;
  teamCode: string | null;
  postOwnerId: string | null;
  postId: string | null;
  mentorId: string | null;
  mentorAnswer: string | null;
  mentorAnsweredAt: Date | null;
  findings: unknown;
  marks: unknown;
  marksSeenAt: Date | null;
  checkDueAt: Date | null;
  checkTrouble: string | null;
  checkTries: number;
  checkedAt: Date | null;
  notedAt: Date | null;
  createdAt: Date;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string;
};

export const contestEntryTable = new EntitySchema<ContestEntryRow>({
  name: 'contest_entry',
  columns: {
    id: identity,
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    nominationId: { type: 'bigint', nullable: true, foreignKey: { target: 'contest_nomination' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    organizationId: { type: 'bigint', nullable: true, foreignKey: { target: 'organization' } },
    state: { type: 'text' },
    source: { type: 'text' },
    title: { type: 'text', default: '' },
    description: { type: 'text', default: '' },
    link: { type: 'text', nullable: true },
    teamName: { type: 'text', nullable: true },
    teamCode: { type: 'text', nullable: true, unique: true },
    postOwnerId: { type: 'bigint', nullable: true },
    postId: { type: 'bigint', nullable: true },
    mentorId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    mentorAnswer: { type: 'text', nullable: true },
    mentorAnsweredAt: { type: 'timestamptz', nullable: true },
    findings: { type: 'jsonb', default: [] },
    marks: { type: 'jsonb', default: [] },
    marksSeenAt: { type: 'timestamptz', nullable: true },
    checkDueAt: { type: 'timestamptz', nullable: true },
    checkTrouble: { type: 'text', nullable: true },
    checkTries: { type: 'int', default: 0 },
    checkedAt: { type: 'timestamptz', nullable: true },
    notedAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz' },
    submittedAt: { type: 'timestamptz', nullable: true },
    withdrawnAt: { type: 'timestamptz', nullable: true },
    decidedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    decidedAt: { type: 'timestamptz', nullable: true },
    reason: { type: 'text', default: '' },
  },
  checks: [
    {
      name: 'contest_entry_state_check',
      expression:
        "(state = ANY (ARRAY['draft', 'checking', 'mending', 'accepted', 'waitlisted', 'found', 'withdrawn', 'rejected']))",
    },
    { name: 'contest_entry_source_check', expression: "(source = ANY (ARRAY['chat', 'panel', 'found']))" },
    {
      name: 'contest_entry_mentor_answer_check',
      expression: "(mentor_answer = ANY (ARRAY['asked', 'agreed', 'declined']))",
    },
    { name: 'contest_entry_post', expression: '((post_owner_id IS NULL) = (post_id IS NULL))' },
    { name: 'contest_entry_mentor', expression: '((mentor_id IS NULL) = (mentor_answer IS NULL))' },
    {
      name: 'contest_entry_author',
      expression: "((state = ANY (ARRAY['found', 'withdrawn', 'rejected'])) OR (person_id IS NOT NULL))",
    },
    {
      name: 'contest_entry_submitted',
      expression:
        "((state <> ALL (ARRAY['checking', 'mending', 'accepted', 'waitlisted'])) OR (submitted_at IS NOT NULL))",
    },
  ],
  indices: [
    { name: 'contest_entry_contest', columns: ['contestId', 'id'] },
    { name: 'contest_entry_person', columns: ['personId'] },
    { name: 'contest_entry_mentor_person', columns: ['mentorId'], where: '(mentor_id IS NOT NULL)' },
    { name: 'contest_entry_noted', columns: ['contestId', 'notedAt'], where: '(noted_at IS NOT NULL)' },
    { name: 'contest_entry_due', columns: ['checkDueAt'], where: '(check_due_at IS NOT NULL)' },
    {
      name: 'contest_entry_post_once',
      columns: ['contestId', 'postOwnerId', 'postId'],
      unique: true,
      where:
        "((post_id IS NOT NULL) AND (state <> ALL (ARRAY['draft'::text, 'withdrawn'::text, 'rejected'::text])))",
    },
  ],
});
