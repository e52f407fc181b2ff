import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairOrderEventRow = {
  id: string;
  orderId: string;
  personId: string | null;
  kind: string;
  facts: unknown;
  at: Date;
};

export const pairOrderEventTable = new EntitySchema<PairOrderEventRow>({
  name: 'pair_order_event',
  columns: {
    id: identity,
    orderId: { type: 'bigint', foreignKey: { target: 'pair_order' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    facts: { type: 'jsonb', default: {} },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'pair_order_event_order', columns: ['orderId'] }],
});
