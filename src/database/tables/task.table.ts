import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type TaskRow = {
  id: string;
  occurrenceId: string;
  organizationId: string;
  roles: string[];
  opensOn: string | null;
  dueOn: string | null;
  doneAt: Date | null;
  doneBy: string | null;
  waivedAt: Date | null;
  waivedBy: string | null;
  waivedReason: string | null;
  withdrawnAt: Date | null;
  createdAt: Date;
  revision: number;
  changedAt: Date;
};

export const taskTable = new EntitySchema<TaskRow>({
  name: 'task',
  columns: {
    id: identity,
    occurrenceId: { type: 'bigint', foreignKey: { target: 'occurrence' } },
    organizationId: { type: 'bigint', foreignKey: { target: 'organization' } },
    roles: { type: 'text', array: true },
    opensOn: { type: 'date', nullable: true },
    dueOn: { type: 'date', nullable: true },
    doneAt: { type: 'timestamptz', nullable: true },
    doneBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    waivedAt: { type: 'timestamptz', nullable: true },
    waivedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    waivedReason: { type: 'text', nullable: true },
    withdrawnAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
    revision: { type: 'int', default: 0 },
    changedAt: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [{ columns: ['occurrenceId', 'organizationId'] }],
  checks: [{ name: 'task_check', expression: '((waived_at IS NULL) = (waived_reason IS NULL))' }],
  indices: [
    {
      name: 'task_open',
      columns: ['dueOn'],
      where: '((done_at IS NULL) AND (waived_at IS NULL) AND (withdrawn_at IS NULL))',
    },
    { name: 'task_organization', columns: ['organizationId'] },
  ],
});
