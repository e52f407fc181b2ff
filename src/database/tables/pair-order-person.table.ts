import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairOrderPersonRow = {
  id: string;
  orderId: string;
  personId: string;
  gender: string | null;
  name: string;
  post: string;
  nameForms: unknown;
  postForms: unknown;
  doubtful: boolean;
  corrected: boolean;
};

export const pairOrderPersonTable = new EntitySchema<PairOrderPersonRow>({
  name: 'pair_order_person',
  columns: {
    id: identity,
    orderId: { type: 'bigint', foreignKey: { target: 'pair_order' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    gender: { type: 'text', nullable: true },
    name: { type: 'text' },
    post: { type: 'text' },
    nameForms: { type: 'jsonb' },
    postForms: { type: 'jsonb' },
    doubtful: { type: 'boolean' },
    corrected: { type: 'boolean', default: false },
  },
  checks: [
    { name: 'pair_order_person_gender_check', expression: "(gender = ANY (ARRAY['male', 'female']))" },
  ],
  uniques: [{ columns: ['orderId', 'personId'] }],
  indices: [{ name: 'pair_order_person_person', columns: ['personId'] }],
});
