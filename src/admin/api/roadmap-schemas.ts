import { z } from 'zod';
import { places } from '../../domain/roadmap/responsible.ts';
import { stageSchema } from './contest-schemas.ts';
import { roadmapHeadSchema, stateCountsSchema, windowSchema } from './overview-schemas.ts';
import { daySchema, idSchema } from './schemas.ts';
import { completionSchema, roleSchema, taskEventSchema } from './task-schemas.ts';

const count = z.number().int();

export const targetSchema = z.object({
  place: z.enum(places),
  role: roleSchema,
  organizationId: idSchema.nullable().meta({ description: 'The partner; null for the other places' }),
});
const namedTargetSchema = targetSchema.extend({ organizationName: z.string().nullable() });

export const roadmapSummarySchema = roadmapHeadSchema.extend({
  items: count,
  counts: stateCountsSchema,
  current: z.boolean(),
});

export const itemRowSchema = z.object({
  id: idSchema,
  roadmapId: idSchema,
  section: z.string(),
  code: z.string(),
  title: z.string(),
  deadline: z.string(),
  responsible: z.array(z.string()),
  expected: z.string(),
  unparsed: z.array(z.string()),
  corrected: z.boolean(),
  counts: stateCountsSchema,
  nextDueOn: daySchema.nullable(),
});

const ofTask = { taskId: idSchema, organizationName: z.string() };

export const itemViewSchema = itemRowSchema.extend({
  roadmap: roadmapHeadSchema,
  windows: z.array(windowSchema),
  standing: z.array(z.string()),
  contests: z.array(z.object({ id: idSchema, title: z.string(), stage: stageSchema })),
  meanings: z.array(z.object({ phrase: z.string(), targets: z.array(namedTargetSchema).nullable() })),
  completions: z.array(completionSchema.extend(ofTask)),
  events: z.array(taskEventSchema.extend(ofTask)),
});

export const wordSchema = z.object({
  phrase: z.string(),
  targets: z.array(namedTargetSchema),
  unknown: z.boolean(),
  items: z.array(z.string()),
  version: z.string(),
});

export const taskChangesSchema = z.object({
  inserted: count,
  updated: count,
  withdrawn: count,
  revived: count,
});
