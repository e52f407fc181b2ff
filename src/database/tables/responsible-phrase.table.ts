import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ResponsiblePhraseRow = {
  id: string;
  programmeId: string;
  phrase: string;
  place: string;
  role: string;
  organizationId: string | null;
};

export const responsiblePhraseTable = new EntitySchema<ResponsiblePhraseRow>({
  name: 'responsible_phrase',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    phrase: { type: 'text' },
    place: { type: 'text' },
    role: { type: 'text' },
    organizationId: { type: 'bigint', nullable: true, foreignKey: { target: 'organization' } },
  },
  uniques: [
    // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
    {
      name: 'responsible_phrase_programme_id_phrase_place_role_organizat_key',
      columns: ['programmeId', 'phrase', 'place', 'role', 'organizationId'],
    },
  ],
  checks: [
    { name: 'responsible_phrase_check', expression: "((place = 'partner') = (organization_id IS NOT NULL))" },
    {
      name: 'responsible_phrase_place_check',
      expression: "(place = ANY (ARRAY['each-organization', 'office', 'partner']))",
    },
  ],
});
