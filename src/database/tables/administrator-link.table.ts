import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type AdministratorLinkRow = {
  id: string;
  secretHash: string;
  personId: string | null;
  atStart: boolean;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
};

export const administratorLinkTable = new EntitySchema<AdministratorLinkRow>({
  name: 'administrator_link',
  columns: {
    id: identity,
    secretHash: { type: 'text', unique: true },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    atStart: { type: 'boolean' },
    createdAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    openedAt: { type: 'timestamptz', nullable: true },
  },
});
