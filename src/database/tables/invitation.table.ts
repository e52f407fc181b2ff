import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type InvitationRow = {
  id: string;
  personId: string;
  linkHash: string;
  codeHash: string;
  createdAt: Date;
  expiresAt: Date;
};

export const invitationTable = new EntitySchema<InvitationRow>({
  name: 'invitation',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    linkHash: { type: 'text', unique: true },
    codeHash: { type: 'text', unique: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
    expiresAt: { type: 'timestamptz' },
  },
});
