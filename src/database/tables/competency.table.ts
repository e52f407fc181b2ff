import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type CompetencyRow = {
  id: string;
  programmeId: string;
  name: string;
  position: number;
  archivedAt: Date | null;
};

export const competencyTable = new EntitySchema<CompetencyRow>({
  name: 'competency',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    name: { type: 'text' },
    position: { type: 'int' },
    archivedAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ columns: ['programmeId', 'name'] }],
});
