import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type SignInRow = {
  id: string;
  browserHash: string;
  startHash: string;
  digits: string;
  network: string;
  agent: string;
  createdAt: Date;
  expiresAt: Date;
  chatAccountId: string | null;
  linkHash: string | null;
  codeHash: string | null;
  codeTries: number;
  refusedAt: Date | null;
  openedAt: Date | null;
};

export const signInTable = new EntitySchema<SignInRow>({
  name: 'sign_in',
  columns: {
    id: identity,
    browserHash: { type: 'text', unique: true },
    startHash: { type: 'text', unique: true },
    digits: { type: 'text' },
    network: { type: 'text' },
    agent: { type: 'text' },
    createdAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    chatAccountId: { type: 'bigint', nullable: true, foreignKey: { target: 'chat_account' } },
    linkHash: { type: 'text', nullable: true, unique: true },
    codeHash: { type: 'text', nullable: true },
    codeTries: { type: 'smallint', default: 0 },
    refusedAt: { type: 'timestamptz', nullable: true },
    openedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'sign_in_check', expression: '((link_hash IS NULL) = (code_hash IS NULL))' },
    { name: 'sign_in_check1', expression: '((link_hash IS NULL) OR (chat_account_id IS NOT NULL))' },
  ],
  indices: [
    { name: 'sign_in_digits', columns: ['digits'], where: '(chat_account_id IS NULL)' },
    { name: 'sign_in_account', columns: ['chatAccountId'] },
  ],
});
