import { z } from 'zod';
import { orderEventKinds, orderLimits, orderStates } from '../../domain/documents/pair-order.ts';
import { pairStates } from '../../domain/pairs/pair.ts';
import { daySchema, idSchema, instantSchema, lineSchema } from './schemas.ts';

const form = z.string().max(300);
export const caseForms = z.object({
  genitive: form,
  dative: form,
  accusative: form,
  instrumental: form,
  prepositional: form,
});
export const genderSchema = z.enum(['male', 'female']).nullable();

export const orderTextShape = {
  basis: z.string().trim().max(orderLimits.basis),
  points: z.array(lineSchema(orderLimits.point)).max(orderLimits.points),
  controlId: idSchema.nullable(),
  signerId: idSchema.nullable(),
};
export const pairIdsSchema = z.array(idSchema).min(1).max(orderLimits.pairs);

export const orderSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  organizationName: z.string(),
  organizationShortName: z.string(),
  state: z.enum(orderStates),
  templateId: idSchema.nullable(),
  isPrintCurrent: z.boolean(),
  number: z.string().nullable(),
  orderedOn: daySchema.nullable(),
  fileId: idSchema.nullable(),
  scanFileId: idSchema.nullable(),
  createdAt: instantSchema,
  basis: z.string(),
  points: z.array(z.string()),
  controlId: idSchema.nullable(),
  signerId: idSchema.nullable(),
  pairs: z.array(
    z.object({
      id: idSchema,
      state: z.enum(pairStates),
      mentorId: idSchema,
      menteeIds: z.array(idSchema),
      form: z.string(),
      fromOn: daySchema,
      toOn: daySchema,
      goal: z.string(),
    }),
  ),
  people: z.array(
    z.object({
      personId: idSchema,
      name: z.string(),
      post: z.string(),
      gender: genderSchema,
      nameForms: caseForms.partial(),
      postForms: caseForms.partial(),
      doubtful: z.boolean(),
      corrected: z.boolean(),
    }),
  ),
  events: z.array(
    z.object({
      kind: z.enum(orderEventKinds),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      at: instantSchema,
      by: z.string(),
    }),
  ),
});

export const orderLineSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  organizationName: z.string(),
  state: z.enum(orderStates),
  number: z.string().nullable(),
  orderedOn: daySchema.nullable(),
  pairs: z.number().int(),
  isPrintCurrent: z.boolean(),
  hasScan: z.boolean(),
  createdAt: instantSchema,
});

export const waitingSchema = z.object({
  items: z.array(
    z.object({ organizationId: idSchema, organizationName: z.string(), pairs: z.number().int() }),
  ),
});

export const candidatesSchema = z.object({
  pairs: z.array(
    z.object({
      id: idSchema,
      mentor: z.string(),
      mentees: z.array(z.string()),
      form: z.string(),
      fromOn: daySchema,
      toOn: daySchema,
    }),
  ),
  officials: z.array(z.object({ personId: idSchema, name: z.string(), role: z.string() })),
});

export const correctionSchema = z.object({
  gender: genderSchema,
  post: z.string().trim().max(300),
  nameForms: caseForms.nullable(),
  postForms: caseForms.nullable(),
  remember: z.boolean(),
});
