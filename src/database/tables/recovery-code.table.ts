import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type RecoveryCodeRow = { id: string; personId: string; codeHash: string; usedAt: Date | null };

export const recoveryCodeTable = new EntitySchema<RecoveryCodeRow>({
  name: 'recovery_code',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    codeHash: { type: 'text' },
    usedAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ columns: ['personId', 'codeHash'] }],
});
