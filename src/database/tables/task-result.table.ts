import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type TaskResultRow = {
  id: string;
  completionId: string;
  kind: string;
  text: string | null;
  fileId: string | null;
  at: Date;
};

export const taskResultTable = new EntitySchema<TaskResultRow>({
  name: 'task_result',
  columns: {
    id: identity,
    completionId: { type: 'bigint', foreignKey: { target: 'task_completion' } },
    kind: { type: 'text' },
    text: { type: 'text', nullable: true },
    fileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    at: { type: 'timestamptz' },
  },
  checks: [
    {
      name: 'task_result_check',
      expression: "(((kind = 'file') = (file_id IS NOT NULL)) AND ((kind = 'file') = (text IS NULL)))",
    },
    { name: 'task_result_kind_check', expression: "(kind = ANY (ARRAY['text', 'link', 'file']))" },
  ],
  indices: [{ name: 'task_result_completion', columns: ['completionId'] }],
});
