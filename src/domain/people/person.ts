export const roles = [
  'coordinator',
  'office-head',
  'office-deputy-head',
  'head',
  'deputy-head',
  'curator',
  'association-head',
  'mentor',
  'mentee',
] as const;
/** What a person is appointed to, always in an organization; the first three only in the office. */
export type Role = (typeof roles)[number];
export const officeRoles: readonly Role[] = ['coordinator', 'office-head', 'office-deputy-head'];

export type Person = {
  id: string;
  programmeId: string;
  surname: string;
  name: string;
  /** Empty where a person has none. */
  patronymic: string;
};

export type Appointment = { personId: string; role: Role; organizationId: string };
