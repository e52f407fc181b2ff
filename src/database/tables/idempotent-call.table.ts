import { EntitySchema } from 'typeorm';

export type IdempotentCallRow = {
  personId: string;
  key: string;
  requestHash: string;
  answer: unknown;
  at: Date;
};

export const idempotentCallTable = new EntitySchema<IdempotentCallRow>({
  name: 'idempotent_call',
  columns: {
    personId: { type: 'bigint', primary: true, foreignKey: { target: 'person' } },
    key: { type: 'text', primary: true },
    requestHash: { type: 'text' },
    answer: { type: 'jsonb', nullable: true },
    at: { type: 'timestamptz' },
  },
});
