import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type AppointmentRow = {
  id: string;
  personId: string;
  organizationId: string;
  role: string;
  since: Date;
  endedAt: Date | null;
};

export const appointmentTable = new EntitySchema<AppointmentRow>({
  name: 'appointment',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    organizationId: { type: 'bigint', foreignKey: { target: 'organization' } },
    role: { type: 'text' },
    since: { type: 'timestamptz', default: () => 'now()' },
    endedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'appointment_role_check',
      expression:
        "(role = ANY (ARRAY['coordinator', 'office-head', 'office-deputy-head', 'head', 'deputy-head', 'curator', 'association-head', 'mentor', 'mentee', 'administrator', 'viewer', 'jury']))",
    },
  ],
  indices: [
    {
      name: 'appointment_once',
      columns: ['personId', 'organizationId', 'role'],
      unique: true,
      where: '(ended_at IS NULL)',
    },
    { name: 'appointment_organization', columns: ['organizationId', 'role'], where: '(ended_at IS NULL)' },
  ],
});
