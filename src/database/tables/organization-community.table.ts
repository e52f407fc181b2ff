import { EntitySchema } from 'typeorm';

export type OrganizationCommunityRow = { organizationId: string; communityId: string; confirmedAt: Date };

export const organizationCommunityTable = new EntitySchema<OrganizationCommunityRow>({
  name: 'organization_community',
  columns: {
    organizationId: { type: 'bigint', primary: true, foreignKey: { target: 'organization' } },
    communityId: { type: 'bigint', primary: true },
    confirmedAt: { type: 'timestamptz' },
  },
  checks: [{ name: 'organization_community_community_id_check', expression: '(community_id > 0)' }],
  indices: [{ name: 'organization_community_community', columns: ['communityId'] }],
});
