import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairAgreementRow = {
  id: string;
  pairId: string;
  personId: string;
  giver: string;
  answer: string | null;
  way: string | null;
  reason: string;
  givenBy: string | null;
  recordedBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
  reminded: number;
};

export const pairAgreementTable = new EntitySchema<PairAgreementRow>({
  name: 'pair_agreement',
  columns: {
    id: identity,
    pairId: { type: 'bigint', foreignKey: { target: 'pair' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    giver: { type: 'text' },
    answer: { type: 'text', nullable: true },
    way: { type: 'text', nullable: true },
    reason: { type: 'text', default: '' },
    givenBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    recordedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    askedAt: { type: 'timestamptz' },
    answeredAt: { type: 'timestamptz', nullable: true },
    reminded: { type: 'smallint', default: 0 },
  },
  checks: [
    { name: 'pair_agreement_giver_check', expression: "(giver = ANY (ARRAY['self', 'representative']))" },
    { name: 'pair_agreement_answer_check', expression: "(answer = ANY (ARRAY['agreed', 'declined']))" },
    { name: 'pair_agreement_way_check', expression: "(way = ANY (ARRAY['chat', 'paper']))" },
    {
      name: 'pair_agreement_answered',
      expression: '(((answer IS NULL) = (way IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))',
    },
    { name: 'pair_agreement_recorded', expression: "((recorded_by IS NULL) OR (way = 'paper'))" },
  ],
  uniques: [{ columns: ['pairId', 'personId', 'giver'] }],
  indices: [{ name: 'pair_agreement_person', columns: ['personId'] }],
});
