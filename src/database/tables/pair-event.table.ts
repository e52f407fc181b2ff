import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairEventRow = {
  id: string;
  pairId: string;
  personId: string | null;
  kind: string;
  facts: unknown;
  at: Date;
  toldAt: Date | null;
};

export const pairEventTable = new EntitySchema<PairEventRow>({
  name: 'pair_event',
  columns: {
    id: identity,
    pairId: { type: 'bigint', foreignKey: { target: 'pair' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    facts: { type: 'jsonb', default: {} },
    at: { type: 'timestamptz' },
    toldAt: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'pair_event_pair', columns: ['pairId'] },
    { name: 'pair_event_untold', columns: ['id'], where: '(told_at IS NULL)' },
  ],
});
