import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type TaskCompletionRow = {
  id: string;
  taskId: string;
  personId: string | null;
  at: Date;
};

export const taskCompletionTable = new EntitySchema<TaskCompletionRow>({
  name: 'task_completion',
  columns: {
    id: identity,
    taskId: { type: 'bigint', foreignKey: { target: 'task' } },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'task_completion_task', columns: ['taskId'] }],
});
