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
  'administrator',
  'viewer',
  'jury',
] as const;
/** What a person is appointed to, always in an organization. */
export type Role = (typeof roles)[number];
/** What only the office has. */
export const officeRoles: readonly Role[] = [
  'coordinator',
  'office-head',
  'office-deputy-head',
  'administrator',
  'viewer',
];

export type Person = {
  id: string;
  programmeId: string;
  surname: string;
  name: string;
  /** Empty where a person has none. */
  patronymic: string;
};

export type Appointment = { personId: string; role: Role; organizationId: string };
