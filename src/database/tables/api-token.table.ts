import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ApiTokenRow = {
  id: string;
  personId: string;
  name: string;
  tokenHash: string;
  scopes: string[];
  secondFactor: boolean;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedNetwork: string | null;
  revokedAt: Date | null;
};

export const apiTokenTable = new EntitySchema<ApiTokenRow>({
  name: 'api_token',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    name: { type: 'text' },
    tokenHash: { type: 'text', unique: true },
    scopes: { type: 'text', array: true },
    secondFactor: { type: 'boolean', default: false },
    createdAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    usedAt: { type: 'timestamptz', nullable: true },
    usedNetwork: { type: 'text', nullable: true },
    revokedAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'api_token_person', columns: ['personId'] }],
});
