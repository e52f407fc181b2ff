import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ContestRow = {
  id: string;
  programmeId: string;
  itemId: string | null;
  kind: string;
  title: string;
  summary: string;
  state: string;
  opensAt: Date;
  closesAt: Date;
  judgingUntil: Date | null;
  resultsOn: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  terms: unknown;
  announcement: string;
  regulationsFileId: string | null;
  protocolFileId: string | null;
  templateKey: string | null;
  copiedFrom: string | null;
  createdBy: string | null;
  createdAt: Date;
  announcedAt: Date | null;
  frozenAt: Date | null;
  checkedAt: Date | null;
  publishedAt: Date | null;
  archivedAt: Date | null;
  cancelledAt: Date | null;
};

export const contestTable = new EntitySchema<ContestRow>({
  name: 'contest',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    itemId: { type: 'bigint', nullable: true, foreignKey: { target: 'roadmap_item' } },
    kind: { type: 'text' },
    title: { type: 'text' },
    summary: { type: 'text', default: '' },
    state: { type: 'text', default: 'draft' },
    opensAt: { type: 'timestamptz' },
    closesAt: { type: 'timestamptz' },
    judgingUntil: { type: 'timestamptz', nullable: true },
    resultsOn: { type: 'date', nullable: true },
    startsAt: { type: 'timestamptz', nullable: true },
    endsAt: { type: 'timestamptz', nullable: true },
    terms: { type: 'jsonb' },
    announcement: { type: 'text', default: '' },
    regulationsFileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    protocolFileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    templateKey: { type: 'text', nullable: true },
    copiedFrom: { type: 'bigint', nullable: true, foreignKey: { target: 'contest' } },
    createdBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
    announcedAt: { type: 'timestamptz', nullable: true },
    frozenAt: { type: 'timestamptz', nullable: true },
    checkedAt: { type: 'timestamptz', nullable: true },
    publishedAt: { type: 'timestamptz', nullable: true },
    archivedAt: { type: 'timestamptz', nullable: true },
    cancelledAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'contest_kind_check', expression: "(kind = ANY (ARRAY['post', 'work', 'event']))" },
    {
      name: 'contest_state_check',
      expression:
        "(state = ANY (ARRAY['draft', 'announced', 'checked', 'published', 'archived', 'cancelled']))",
    },
    { name: 'contest_window', expression: '(opens_at < closes_at)' },
    { name: 'contest_judging', expression: '((judging_until IS NULL) OR (judging_until > closes_at))' },
    {
      name: 'contest_event',
      expression:
        "(((kind = 'event') = (starts_at IS NOT NULL)) AND ((starts_at IS NULL) = (ends_at IS NULL)))",
    },
    {
      name: 'contest_announced',
      expression: "((state = ANY (ARRAY['draft', 'cancelled'])) OR (announced_at IS NOT NULL))",
    },
    {
      name: 'contest_checked',
      expression: "((state <> ALL (ARRAY['checked', 'published'])) OR (checked_at IS NOT NULL))",
    },
    { name: 'contest_published', expression: "((state <> 'published') OR (published_at IS NOT NULL))" },
  ],
  indices: [
    { name: 'contest_programme', columns: ['programmeId', 'id'] },
    { name: 'contest_item', columns: ['itemId'] },
    { name: 'contest_running', columns: ['closesAt'], where: "(state = 'announced'::text)" },
  ],
});
