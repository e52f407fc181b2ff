import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ConsentRow = {
  id: string;
  personId: string;
  givenBy: string;
  textId: string;
  way: string;
  scope: unknown;
  evidence: unknown;
  givenAt: Date;
  scanFileId: string | null;
  receivedBy: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
};

export const consentTable = new EntitySchema<ConsentRow>({
  name: 'consent',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    givenBy: { type: 'bigint', foreignKey: { target: 'person' } },
    textId: { type: 'bigint', foreignKey: { target: 'consent_text' } },
    way: { type: 'text' },
    scope: { type: 'jsonb', default: {} },
    evidence: { type: 'jsonb', default: {} },
    givenAt: { type: 'timestamptz' },
    scanFileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    receivedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    withdrawnAt: { type: 'timestamptz', nullable: true },
    withdrawnBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
  },
  checks: [
    { name: 'consent_check', expression: "((way = 'paper') = (received_by IS NOT NULL))" },
    { name: 'consent_way_check', expression: "(way = ANY (ARRAY['chat', 'page', 'paper']))" },
  ],
  indices: [
    {
      name: 'consent_once',
      columns: ['personId', 'textId'],
      unique: true,
      where: '(withdrawn_at IS NULL)',
    },
  ],
});
