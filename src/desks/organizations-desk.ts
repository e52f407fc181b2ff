import {
  listOrganizations,
  lockOrganization,
  organizationCard,
  writeOrganization,
} from '../database/repositories/organization-list.ts';
import { difference } from '../domain/audit/audit.ts';
import type { OrganizationFacts, OrganizationsDesk } from '../domain/organizations/organizations-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { reaches, reachOf } from '../domain/staff/powers.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';

const writes = 'organizations:write';

export function createOrganizationsDesk(deps: DeskDeps): OrganizationsDesk {
  return {
    list: (staff, query, kind) =>
      staffLook(deps, staff, 'organizations:read', ({ sql, reach, today }) =>
        listOrganizations(sql, { reach, query, kind, today }),
      ),
    card: (staff, organizationId) =>
      staffLook(deps, staff, 'organizations:read', async ({ sql, reach, today }) => {
        const card = await organizationCard(sql, reach, organizationId, today);
        const writing = reachOf(staff, writes);
        return { card, mayEdit: writing !== null && reaches(writing, organizationId) };
      }),
    add: (staff, facts, call) =>
      staffWork(deps, staff, writes, ({ reach, books, note, once }) =>
        once(call, async () => {
          const { programmeId } = reach;
          const { id } = await books.organizations.add({ programmeId, ...facts });
          const about = { subject: { kind: 'organization', id }, organizationId: id };
          await note({ action: 'organization.added', ...about, after: { kind: facts.kind } });
          return { id };
        }),
      ),
    edit: (staff, organizationId, facts, expected) =>
      staffWork(deps, staff, writes, async ({ sql, reach, note }) => {
        const before = await lockOrganization(sql, reach, organizationId);
        checkVersion(before, expected);
        checkKind(before, facts);
        await writeOrganization(sql, reach.programmeId, organizationId, facts);
        const about = { subject: { kind: 'organization', id: organizationId }, organizationId };
        await note({ action: 'organization.edited', ...about, ...difference(before, facts) });
        return facts;
      }),
  };
}

/** Roles of the whole city hang on which one the office is. */
function checkKind(before: OrganizationFacts, after: OrganizationFacts): void {
  if ((before.kind === 'office') !== (after.kind === 'office')) throw new Refusal('office-kind');
}
