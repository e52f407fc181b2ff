import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ApplicationRow = {
  id: string;
  personId: string;
  form: string;
  role: string | null;
  organizationId: string | null;
  state: string;
  answers: unknown;
  duplicateOf: string | null;
  appliedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  endedAt: Date | null;
  createdAt: Date;
};

export const applicationTable = new EntitySchema<ApplicationRow>({
  name: 'application',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    form: { type: 'text' },
    role: { type: 'text', nullable: true },
    organizationId: { type: 'bigint', nullable: true, foreignKey: { target: 'organization' } },
    state: { type: 'text', default: 'draft' },
    answers: { type: 'jsonb', default: {} },
    duplicateOf: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    appliedAt: { type: 'timestamptz', nullable: true },
    decidedAt: { type: 'timestamptz', nullable: true },
    decidedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    endedAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    {
      name: 'application_role_check',
      expression: "(role = ANY (ARRAY['mentor', 'mentee', 'curator', 'deputy-head', 'head']))",
    },
    {
      name: 'application_state_check',
      expression:
        "(state = ANY (ARRAY['draft', 'applied', 'confirmed', 'active', 'on-leave', 'left', 'declined']))",
    },
    {
      name: 'application_check',
      expression: "((state = 'draft') OR ((role IS NOT NULL) AND (organization_id IS NOT NULL)))",
    },
  ],
  indices: [
    {
      name: 'application_once',
      columns: ['personId', 'form'],
      unique: true,
      where: "(state <> ALL (ARRAY['left'::text, 'declined'::text]))",
    },
    {
      name: 'application_waiting',
      columns: ['organizationId', 'appliedAt'],
      where: "(state = 'applied'::text)",
    },
  ],
});
