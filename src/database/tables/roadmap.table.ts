import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RoadmapRow = {
  id: string;
  programmeId: string;
  title: string;
  kind: string;
  orderNumber: string | null;
  orderOn: string | null;
  periodFrom: string;
  periodTo: string;
  sourceHash: string;
  importedAt: Date;
};

export const roadmapTable = new EntitySchema<RoadmapRow>({
  name: 'roadmap',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    title: { type: 'text' },
    kind: { type: 'text', default: 'order' },
    orderNumber: { type: 'text', nullable: true },
    orderOn: { type: 'date', nullable: true },
    periodFrom: { type: 'date' },
    periodTo: { type: 'date' },
    sourceHash: { type: 'text' },
    importedAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [
    // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
    { columns: ['programmeId', 'orderNumber', 'orderOn'] },
  ],
  checks: [{ name: 'roadmap_kind_check', expression: "(kind = ANY (ARRAY['order', 'assignments']))" }],
  indices: [
    {
      name: 'roadmap_assignments',
      columns: ['programmeId'],
      unique: true,
      where: "(kind = 'assignments'::text)",
    },
  ],
});
