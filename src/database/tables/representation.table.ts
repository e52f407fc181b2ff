import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RepresentationRow = {
  id: string;
  pupilId: string;
  representativeId: string;
  relation: string | null;
  createdAt: Date;
};

export const representationTable = new EntitySchema<RepresentationRow>({
  name: 'representation',
  columns: {
    id: identity,
    pupilId: { type: 'bigint', foreignKey: { target: 'person' } },
    representativeId: { type: 'bigint', foreignKey: { target: 'person' } },
    relation: { type: 'text', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['pupilId', 'representativeId'] }],
  checks: [
    { name: 'representation_check', expression: '(pupil_id <> representative_id)' },
    {
      name: 'representation_relation_check',
      expression: "(relation = ANY (ARRAY['parent', 'adoptive-parent', 'guardian']))",
    },
  ],
  indices: [{ name: 'representation_representative', columns: ['representativeId'] }],
});
