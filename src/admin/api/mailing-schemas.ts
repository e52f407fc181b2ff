import { z } from 'zod';
import { consentKinds } from '../../domain/consents/consent.ts';
import { draftLimits } from '../../domain/mailings/check-draft.ts';
import { mailingStates, recipientStates, skipReasons } from '../../domain/mailings/mailing.ts';
import { pairStates } from '../../domain/pairs/pair.ts';
import { roles } from '../../domain/people/person.ts';
import { idSchema, instantSchema } from './schemas.ts';

/** Whoever only began to apply is nobody's business yet. */
const applicationStates = ['applied', 'confirmed', 'active', 'on-leave', 'left', 'declined'] as const;

export const audienceSchema = z
  .object({
    roles: z.array(z.enum(roles)).max(roles.length).default([]),
    organizationIds: z.array(idSchema).max(500).default([]),
    applicationStates: z.array(z.enum(applicationStates)).max(applicationStates.length).default([]),
    pairStates: z.array(z.enum(pairStates)).max(pairStates.length).default([]),
    lacks: z.enum(consentKinds).nullable().default(null),
    personIds: z.array(idSchema).max(draftLimits.people).default([]),
  })
  .meta({
    description: 'Whoever fits all that is given, and the people named besides; nothing given is nobody',
  });

export const mailingBody = z.object({
  title: z.string().max(draftLimits.title),
  text: z.string().max(draftLimits.text).meta({ description: '`{имя}` and `{имя-отчество}` are filled in' }),
  namesOthers: z.boolean().meta({ description: 'False: staff confirm that nobody but the reader is named' }),
  otherText: z.string().max(draftLimits.text).nullable().default(null),
  audience: audienceSchema,
});

export const fileSchema = z.object({
  id: idSchema,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
});

const countsSchema = z.object(
  Object.fromEntries(recipientStates.map((state) => [state, z.number().int()])) as Record<
    (typeof recipientStates)[number],
    z.ZodInt
  >,
);

const state = z.enum(mailingStates);
const named = z.object({ id: idSchema, name: z.string() });

export const mailingSchema = z.object({
  id: idSchema,
  organizationIds: z
    .array(idSchema)
    .nullable()
    .meta({ description: 'How far it reaches; null: the whole city' }),
  authorId: idSchema,
  authorName: z.string(),
  title: z.string(),
  text: z.string(),
  namesOthers: z.boolean(),
  otherText: z.string().nullable(),
  audience: z.object({
    roles: z.array(z.enum(roles)),
    organizationIds: z.array(idSchema),
    applicationStates: z.array(z.string()),
    pairStates: z.array(z.enum(pairStates)),
    lacks: z.enum(consentKinds).nullable(),
    personIds: z.array(idSchema),
  }),
  people: z.array(named),
  files: z.array(fileSchema),
  state,
  copiedFrom: idSchema.nullable(),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  settledAt: instantSchema.nullable(),
});

export const mailingSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  authorName: z.string(),
  state,
  counts: countsSchema,
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  settledAt: instantSchema.nullable(),
});

export const progressSchema = z.object({
  state,
  counts: countsSchema,
  finishesAt: instantSchema.nullable(),
});

export const previewSchema = z.object({
  forecast: z.object({
    total: z.number().int(),
    byPlatform: z.record(z.string(), z.number().int()),
    skipped: z.partialRecord(z.enum(skipReasons), z.number().int()),
    otherText: z.number().int(),
  }),
  finishesAt: instantSchema.nullable(),
  sample: z.array(named),
  shown: z.object({ reader: z.string(), text: z.string(), otherText: z.string().nullable() }),
});

export const recipientSchema = z.object({
  personId: idSchema,
  surname: z.string(),
  name: z.string(),
  patronymic: z.string(),
  organizations: z.array(z.string()),
  state: z.enum(recipientStates),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Why it did not arrive: a code of ours or of the platform' }),
  platform: z.string().nullable(),
  settledAt: instantSchema.nullable(),
});
