import type { ListQuery, Page } from '../lists/page.ts';
import type { Role } from '../people/person.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Organization, OrganizationKind } from './organization.ts';

export const organizationSorts = ['name', 'kind', 'created'] as const;
export type OrganizationSort = (typeof organizationSorts)[number];

/** How many people hold a role here, and how the organization's tasks stand. */
export type OrganizationCounts = {
  people: number;
  mentors: number;
  mentees: number;
  waiting: number;
  tasks: { open: number; late: number; done: number };
};

export type OrganizationLine = Omit<Organization, 'programmeId'> & OrganizationCounts;

/** What staff may write of one; a version is told of this alone. */
export type OrganizationFacts = Pick<Organization, 'kind' | 'name' | 'shortName' | 'aliases'>;

export type OrganizationCard = {
  id: string;
  facts: OrganizationFacts;
  counts: OrganizationCounts;
  /** Whoever runs the programme here. */
  staff: { id: string; surname: string; name: string; patronymic: string; role: Role }[];
  createdAt: Date;
};

/** Organizations within reach of `organizations:read`; any other is `Refusal('organization-unknown')`. */
export type OrganizationsDesk = {
  list(
    staff: Staff,
    query: ListQuery<OrganizationSort>,
    kind: OrganizationKind | null,
  ): Promise<Page<OrganizationLine>>;
  card(staff: Staff, organizationId: string): Promise<{ card: OrganizationCard; mayEdit: boolean }>;
  /** `organizations:write`. `Refusal('organization-exists' | 'office-exists')`. */
  add(staff: Staff, facts: OrganizationFacts, call: CallKey | null): Promise<{ id: string }>;
  /** `organizations:write`. Throws `Outdated`; also `Refusal('office-kind')`: the office stays what it is, and nothing becomes it. */
  edit(
    staff: Staff,
    organizationId: string,
    facts: OrganizationFacts,
    expected: string,
  ): Promise<OrganizationFacts>;
};
