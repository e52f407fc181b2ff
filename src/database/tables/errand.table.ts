import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ErrandRow = {
  id: string;
  programmeId: string;
  kind: string;
  power: string;
  organizationIds: string[] | null;
  params: unknown;
  state: string;
  done: number;
  total: number | null;
  facts: unknown;
  fileId: string | null;
  fault: string | null;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelAskedAt: Date | null;
  holder: string | null;
  leaseUntil: Date | null;
  tries: number;
  notBefore: Date;
};

export const errandTable = new EntitySchema<ErrandRow>({
  name: 'errand',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    power: { type: 'text' },
    organizationIds: { type: 'bigint', array: true, nullable: true },
    params: { type: 'jsonb', default: {} },
    state: { type: 'text', default: 'planned' },
    done: { type: 'int', default: 0 },
    total: { type: 'int', nullable: true },
    facts: { type: 'jsonb', default: {} },
    fileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    fault: { type: 'text', nullable: true },
    createdBy: { type: 'bigint', foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
    startedAt: { type: 'timestamptz', nullable: true },
    finishedAt: { type: 'timestamptz', nullable: true },
    cancelAskedAt: { type: 'timestamptz', nullable: true },
    holder: { type: 'text', nullable: true },
    leaseUntil: { type: 'timestamptz', nullable: true },
    tries: { type: 'int', default: 0 },
    notBefore: { type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    {
      name: 'errand_state_check',
      expression: "(state = ANY (ARRAY['planned', 'running', 'done', 'failed', 'cancelled']))",
    },
    { name: 'errand_running', expression: "((state = 'running') = (lease_until IS NOT NULL))" },
    {
      name: 'errand_finished',
      expression: "((state = ANY (ARRAY['done', 'failed', 'cancelled'])) = (finished_at IS NOT NULL))",
    },
  ],
  indices: [
    {
      name: 'errand_waiting',
      columns: ['id'],
      where: "(state = ANY (ARRAY['planned'::text, 'running'::text]))",
    },
    { name: 'errand_creator', columns: ['createdBy', 'id'] },
  ],
});
