import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type OrganizationRow = {
  id: string;
  programmeId: string;
  kind: string;
  name: string;
  shortName: string;
  aliases: string[];
  createdAt: Date;
};

export const organizationTable = new EntitySchema<OrganizationRow>({
  name: 'organization',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    name: { type: 'text' },
    shortName: { type: 'text' },
    aliases: { type: 'text', array: true, default: [] },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['programmeId', 'name'] }],
  checks: [
    {
      name: 'organization_kind_check',
      expression: "(kind = ANY (ARRAY['office', 'school', 'kindergarten', 'college', 'partner']))",
    },
  ],
  indices: [
    {
      name: 'organization_one_office',
      columns: ['programmeId'],
      unique: true,
      where: "(kind = 'office'::text)",
    },
  ],
});
