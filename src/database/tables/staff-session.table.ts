import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type StaffSessionRow = {
  id: string;
  personId: string;
  tokenHash: string;
  agent: string;
  network: string | null;
  createdAt: Date;
  seenAt: Date;
  secondFactorAt: Date | null;
  endedAt: Date | null;
};

export const staffSessionTable = new EntitySchema<StaffSessionRow>({
  name: 'staff_session',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    tokenHash: { type: 'text', unique: true },
    agent: { type: 'text' },
    network: { type: 'text', nullable: true },
    createdAt: { type: 'timestamptz' },
    seenAt: { type: 'timestamptz' },
    secondFactorAt: { type: 'timestamptz', nullable: true },
    endedAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'staff_session_person', columns: ['personId'], where: '(ended_at IS NULL)' }],
});
