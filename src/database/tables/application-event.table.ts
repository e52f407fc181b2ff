import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ApplicationEventRow = {
  id: string;
  applicationId: string;
  personId: string | null;
  kind: string;
  facts: unknown;
  at: Date;
};

export const applicationEventTable = new EntitySchema<ApplicationEventRow>({
  name: 'application_event',
  columns: {
    id: identity,
    applicationId: { type: 'bigint', foreignKey: { target: 'application' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    facts: { type: 'jsonb', default: {} },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'application_event_application', columns: ['applicationId'] }],
});
