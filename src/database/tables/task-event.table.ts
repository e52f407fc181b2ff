import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type TaskEventRow = {
  id: string;
  taskId: string;
  personId: string | null;
  kind: string;
  facts: unknown;
  at: Date;
};

export const taskEventTable = new EntitySchema<TaskEventRow>({
  name: 'task_event',
  columns: {
    id: identity,
    taskId: { type: 'bigint', foreignKey: { target: 'task' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    facts: { type: 'jsonb', default: {} },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'task_event_task', columns: ['taskId'] }],
});
