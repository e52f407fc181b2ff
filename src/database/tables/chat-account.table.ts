import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ChatAccountRow = {
  id: string;
  platform: string;
  accountId: string;
  chatId: string;
  personId: string | null;
  linkedAt: Date | null;
  lastSeenAt: Date;
  closedAt: Date | null;
  closedReason: string | null;
  codesTried: number;
  codesTriedSince: Date | null;
  createdAt: Date;
};

export const chatAccountTable = new EntitySchema<ChatAccountRow>({
  name: 'chat_account',
  columns: {
    id: identity,
    platform: { type: 'text', foreignKey: { target: 'platform' } },
    accountId: { type: 'text' },
    chatId: { type: 'text' },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    linkedAt: { type: 'timestamptz', nullable: true },
    lastSeenAt: { type: 'timestamptz', default: () => 'now()' },
    closedAt: { type: 'timestamptz', nullable: true },
    closedReason: { type: 'text', nullable: true },
    codesTried: { type: 'int', default: 0 },
    codesTriedSince: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['platform', 'accountId'] }],
  indices: [{ name: 'chat_account_person', columns: ['personId'] }],
});
