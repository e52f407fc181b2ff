import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RoadmapItemRow = {
  id: string;
  roadmapId: string;
  section: string;
  code: string;
  title: string;
  position: number;
  deadline: string;
  responsible: string[];
  result: string;
  standing: unknown;
  unparsed: string[];
  removedAt: Date | null;
  revision: number;
  changedAt: Date;
};

export const roadmapItemTable = new EntitySchema<RoadmapItemRow>({
  name: 'roadmap_item',
  columns: {
    id: identity,
    roadmapId: { type: 'bigint', foreignKey: { target: 'roadmap' } },
    section: { type: 'text' },
    code: { type: 'text' },
    title: { type: 'text' },
    position: { type: 'int' },
    deadline: { type: 'text' },
    responsible: { type: 'text', array: true },
    result: { type: 'text' },
    standing: { type: 'jsonb', default: [] },
    unparsed: { type: 'text', array: true, default: [] },
    removedAt: { type: 'timestamptz', nullable: true },
    revision: { type: 'int', default: 0 },
    changedAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['roadmapId', 'section', 'code', 'title'] }],
});
