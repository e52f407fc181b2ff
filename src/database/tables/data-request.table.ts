import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DataRequestRow = {
  id: string;
  personId: string;
  kind: string;
  state: string;
  dueOn: string;
  taskId: string | null;
  facts: unknown;
  createdAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
};

export const dataRequestTable = new EntitySchema<DataRequestRow>({
  name: 'data_request',
  columns: {
    id: identity,
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    state: { type: 'text', default: 'open' },
    dueOn: { type: 'date' },
    taskId: { type: 'bigint', nullable: true, foreignKey: { target: 'task' } },
    facts: { type: 'jsonb', default: {} },
    createdAt: { type: 'timestamptz' },
    settledAt: { type: 'timestamptz', nullable: true },
    settledBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
  },
  checks: [
    {
      name: 'data_request_kind_check',
      expression: "(kind = ANY (ARRAY['export', 'correct', 'withdraw-consent', 'erase']))",
    },
    {
      name: 'data_request_state_check',
      expression: "(state = ANY (ARRAY['open', 'farewell', 'done', 'cancelled']))",
    },
    {
      name: 'data_request_check',
      expression: "((state = ANY (ARRAY['done', 'cancelled'])) = (settled_at IS NOT NULL))",
    },
  ],
  indices: [
    {
      name: 'data_request_erase',
      columns: ['personId'],
      unique: true,
      where: "((kind = 'erase'::text) AND (state = ANY (ARRAY['open'::text, 'farewell'::text])))",
    },
    { name: 'data_request_person', columns: ['personId'] },
  ],
});
