import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type AuditTableRow = {
  id: string;
  at: Date;
  programmeId: string | null;
  personId: string | null;
  via: string;
  viaId: string | null;
  network: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  organizationId: string | null;
  before: unknown;
  after: unknown;
};

export const auditTable = new EntitySchema<AuditTableRow>({
  name: 'audit',
  columns: {
    id: identity,
    at: { type: 'timestamptz' },
    programmeId: { type: 'bigint', nullable: true, foreignKey: { target: 'programme' } },
    personId: { type: 'bigint', nullable: true },
    via: { type: 'text' },
    viaId: { type: 'text', nullable: true },
    network: { type: 'text', nullable: true },
    action: { type: 'text' },
    subjectKind: { type: 'text' },
    subjectId: { type: 'text' },
    organizationId: { type: 'bigint', nullable: true, foreignKey: { target: 'organization' } },
    before: { type: 'jsonb', nullable: true },
    after: { type: 'jsonb', nullable: true },
  },
  checks: [{ name: 'audit_via_check', expression: "(via = ANY (ARRAY['panel', 'token', 'chat', 'cli']))" }],
  indices: [
    { name: 'audit_programme', columns: ['programmeId', 'id'] },
    { name: 'audit_subject', columns: ['subjectKind', 'subjectId', 'id'] },
    { name: 'audit_person', columns: ['personId', 'id'] },
  ],
});
