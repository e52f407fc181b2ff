import { z } from 'zod';
import { daySchema, idSchema } from './schemas.ts';
import { taskStateSchema } from './task-schemas.ts';

const count = z.number().int();

export const roadmapHeadSchema = z.object({
  id: idSchema,
  title: z.string(),
  order: z.object({ number: z.string(), on: daySchema }).nullable(),
  period: z.object({ from: daySchema, to: daySchema }),
});
export const stateCountsSchema = z.record(taskStateSchema, count);

export const windowSchema = z.object({
  from: daySchema.nullable(),
  to: daySchema,
  state: taskStateSchema.nullable(),
  done: count,
  total: count,
});
