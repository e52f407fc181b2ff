import { z } from 'zod';
import { roles } from '../../domain/people/person.ts';
import { taskStates } from '../../domain/tasks/task-list.ts';
import { daySchema, idSchema, instantSchema } from './schemas.ts';

export const taskStateSchema = z.enum(taskStates);
export const roleSchema = z.enum(roles);
const personName = z
  .string()
  .nullable()
  .meta({ description: 'Full name; null where there is none to be shown' });

export const taskRowSchema = z.object({
  id: idSchema,
  itemId: idSchema,
  itemCode: z.string(),
  itemTitle: z.string(),
  organizationId: idSchema,
  organizationName: z.string(),
  roles: z.array(roleSchema),
  fromOn: daySchema.nullable(),
  opensOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  state: taskStateSchema,
  doneOn: daySchema.nullable(),
  people: z
    .array(z.string())
    .nullable()
    .meta({ description: 'Who answers for it now; null for whoever may not see people' }),
});

const resultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('link'), url: z.string() }),
  z.object({
    kind: z.literal('file'),
    fileId: idSchema,
    name: z.string(),
    state: z.enum(['wanted', 'stored', 'failed']),
  }),
]);

export const completionSchema = z.object({
  id: idSchema,
  on: daySchema,
  person: personName,
  results: z.array(resultSchema),
});

export const taskEventSchema = z.object({
  kind: z.string(),
  on: daySchema,
  person: personName,
  facts: z.record(z.string(), z.string()),
});

export const taskViewSchema = z.object({
  id: idSchema,
  itemId: idSchema,
  roadmapId: idSchema,
  itemCode: z.string(),
  itemTitle: z.string(),
  expected: z.string(),
  organizationId: idSchema,
  organizationName: z.string(),
  roles: z.array(roleSchema),
  fromOn: daySchema.nullable(),
  opensOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  state: taskStateSchema,
  doneAt: instantSchema.nullable(),
  waivedAt: instantSchema.nullable(),
  waivedReason: z.string().nullable(),
  withdrawnAt: instantSchema.nullable(),
  responsible: z.array(
    z.object({
      personId: idSchema,
      person: personName,
      reachable: z.boolean(),
      handedBack: z.boolean(),
      remindedToday: z.boolean(),
    }),
  ),
  history: z.object({ completions: z.array(completionSchema), events: z.array(taskEventSchema) }),
});
