import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RoadmapDraftRow = {
  id: string;
  programmeId: string;
  kind: string;
  content: unknown;
  edits: unknown;
  sourceHash: string;
  createdBy: string;
  createdAt: Date;
};

export const roadmapDraftTable = new EntitySchema<RoadmapDraftRow>({
  name: 'roadmap_draft',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    content: { type: 'jsonb' },
    edits: { type: 'jsonb', default: {} },
    sourceHash: { type: 'text' },
    createdBy: { type: 'bigint', foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
  },
  checks: [{ name: 'roadmap_draft_kind_check', expression: "(kind = ANY (ARRAY['import', 'roll-over']))" }],
  indices: [{ name: 'roadmap_draft_programme', columns: ['programmeId', 'createdAt'] }],
});
