import { type Role, roles } from '../../../../domain/people/person.ts';
import { isStaffRole } from '../../../../domain/staff/staff.ts';
import { roleNames } from '../../../../texts/roles.ts';

/** Roles that open the panel, as a choice. */
export const staffRoleOptions: { value: Role; label: string }[] = roles
  .filter(isStaffRole)
  .map((role) => ({ value: role, label: roleNames[role] }));
