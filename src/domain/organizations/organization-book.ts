import type { Organization } from './organization.ts';

export type OrganizationBook = {
  /** `Refusal('organization-exists')` for a name that is taken, `Refusal('office-exists')` for a second office. */
  add(organization: Omit<Organization, 'id'>): Promise<Organization>;
  list(programmeId: string): Promise<Organization[]>;
};
