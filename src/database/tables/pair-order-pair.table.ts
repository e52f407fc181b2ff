import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairOrderPairRow = {
  id: string;
  orderId: string;
  pairId: string;
  position: number;
  live: boolean;
};

export const pairOrderPairTable = new EntitySchema<PairOrderPairRow>({
  name: 'pair_order_pair',
  columns: {
    id: identity,
    orderId: { type: 'bigint', foreignKey: { target: 'pair_order' } },
    pairId: { type: 'bigint', foreignKey: { target: 'pair' } },
    position: { type: 'int' },
    live: { type: 'boolean', default: true },
  },
  uniques: [{ columns: ['orderId', 'pairId'] }],
  indices: [{ name: 'pair_order_pair_live', columns: ['pairId'], unique: true, where: 'live' }],
});
