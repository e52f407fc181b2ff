import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RoadmapRow = {
  id: string;
  programmeId: string;
  title: string;
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
});
