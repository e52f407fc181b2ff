import { z } from 'zod';
import { roadmapHeadSchema } from './overview-schemas.ts';
import { taskChangesSchema } from './roadmap-schemas.ts';
import { daySchema, idSchema, lineSchema } from './schemas.ts';

const count = z.number().int();
const windowSchema = z.object({ from: daySchema.nullable(), to: daySchema });
const slotSchema = z.object({
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  text: z.string().optional().meta({ description: 'Of a standing piece' }),
});
const orderSchema = z.object({ number: lineSchema(100), on: daySchema });
const periodSchema = z.object({ from: daySchema.optional(), to: daySchema.optional() });

const correctionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: lineSchema(1000) }),
  z.object({
    kind: z.literal('windows'),
    windows: z.array(windowSchema).max(200),
    standing: z.array(lineSchema(300)).max(20),
  }),
  z.object({ kind: z.literal('as-read') }),
]);

const itemEditSchema = z.object({
  deadline: correctionSchema.optional(),
  title: lineSchema(2000).optional(),
  dropped: z.boolean().optional(),
});

/** `null` takes an edit back; what is not named stays. */
export const draftPatchSchema = z.object({
  title: lineSchema(2000).nullable().optional(),
  order: orderSchema.nullable().optional(),
  period: periodSchema.nullable().optional(),
  items: z
    .record(z.string().regex(/^\d{1,4}$/), itemEditSchema.nullable())
    .optional()
    .meta({ description: 'By the `place` of an item' }),
});

const standingSchema = z.object({
  kind: z.enum(['conditional', 'ongoing', 'recurring']),
  every: z.string().nullable(),
  text: z.string(),
});

const itemSchema = z.object({
  place: count,
  section: z.string(),
  code: z.string(),
  title: z.string(),
  deadline: z.string(),
  occurrences: z.array(windowSchema),
  standing: z.array(standingSchema),
  unparsed: z.array(z.string()),
  responsible: z.array(z.string()),
  result: z.string(),
  corrected: z.enum(['now', 'before']).nullable(),
  dropped: z.boolean(),
});

const storedItemSchema = z.object({
  code: z.string(),
  title: z.string(),
  section: z.string(),
  deadline: z.string(),
});
const occurrenceSchema = z.object({ slot: slotSchema });

const changesSchema = z.object({
  heading: z.array(z.enum(['title', 'period'])),
  added: z.array(z.object({ item: storedItemSchema })),
  updated: z.array(
    z.object({
      id: idSchema,
      before: storedItemSchema,
      item: storedItemSchema,
      fields: z.array(z.string()),
      returns: z.boolean(),
      occurrences: z.object({
        add: z.array(slotSchema),
        move: z.array(z.object({ from: slotSchema, to: slotSchema })),
        revive: z.array(occurrenceSchema),
        remove: z.array(occurrenceSchema),
      }),
    }),
  ),
  removed: z.array(z.object({ id: idSchema, item: storedItemSchema })),
});

export const draftPreviewSchema = z.object({
  id: idSchema,
  kind: z.enum(['import', 'roll-over']),
  from: roadmapHeadSchema.nullable(),
  title: z.string(),
  order: z.object({ number: z.string(), on: daySchema }).nullable(),
  period: z.object({ from: daySchema, to: daySchema }),
  items: z.array(itemSchema),
  warnings: z.array(
    z.looseObject({ code: z.string(), words: z.string().meta({ description: 'In Russian, for people' }) }),
  ),
  isNew: z.boolean(),
  changes: changesSchema,
  organizations: z.array(z.string()),
  tasks: taskChangesSchema,
  unknownWords: z.array(z.object({ phrase: z.string(), items: z.array(z.string()) })),
  obstacle: z.enum(['order-missing', 'order-known', 'nothing-changes']).nullable(),
});
