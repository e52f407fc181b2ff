import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type InvitationUseRow = {
  id: string;
  invitationId: string;
  platform: string;
  chatAccountId: string;
  usedAt: Date;
};

export const invitationUseTable = new EntitySchema<InvitationUseRow>({
  name: 'invitation_use',
  columns: {
    id: identity,
    invitationId: { type: 'bigint', foreignKey: { target: 'invitation' } },
    platform: { type: 'text', foreignKey: { target: 'platform' } },
    chatAccountId: { type: 'bigint', foreignKey: { target: 'chat_account' } },
    usedAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['invitationId', 'platform'] }],
});
