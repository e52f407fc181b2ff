import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type KnownApartRow = {
  id: string;
  oneId: string;
  otherId: string;
  decidedBy: string | null;
  decidedAt: Date;
};

export const knownApartTable = new EntitySchema<KnownApartRow>({
  name: 'known_apart',
  columns: {
    id: identity,
    oneId: { type: 'bigint', foreignKey: { target: 'person' } },
    otherId: { type: 'bigint', foreignKey: { target: 'person' } },
    decidedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    decidedAt: { type: 'timestamptz' },
  },
  uniques: [{ columns: ['oneId', 'otherId'] }],
  checks: [{ name: 'known_apart_check', expression: '(one_id < other_id)' }],
});
