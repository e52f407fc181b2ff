import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PageLinkRow = {
  id: string;
  secretHash: string;
  chatAccountId: string;
  purpose: string;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  sessionHash: string | null;
  sessionUntil: Date | null;
};

export const pageLinkTable = new EntitySchema<PageLinkRow>({
  name: 'page_link',
  columns: {
    id: identity,
    secretHash: { type: 'text', unique: true },
    chatAccountId: { type: 'bigint', foreignKey: { target: 'chat_account' } },
    purpose: { type: 'text' },
    createdAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    openedAt: { type: 'timestamptz', nullable: true },
    sessionHash: { type: 'text', nullable: true, unique: true },
    sessionUntil: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'page_link_check',
      expression:
        '(((opened_at IS NULL) = (session_hash IS NULL)) AND ((opened_at IS NULL) = (session_until IS NULL)))',
    },
  ],
  indices: [{ name: 'page_link_account', columns: ['chatAccountId'] }],
});
