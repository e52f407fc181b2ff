import { z } from 'zod';
import { awardGroups } from '../../domain/diplomas/awarding.ts';
import {
  accents,
  designLimits,
  frames,
  lineStyles,
  orientations,
  picturePlaces,
} from '../../domain/diplomas/design.ts';
import { diplomaAwards, diplomaKinds } from '../../domain/diplomas/diploma.ts';
import { diplomaLimits, diplomaStates } from '../../domain/diplomas/diploma-desk.ts';
import { caseForms, genderSchema } from './order-schemas.ts';
import { daySchema, idSchema, instantSchema, lineSchema } from './schemas.ts';

export const diplomaKindSchema = z.enum(diplomaKinds);
const award = z.enum(diplomaAwards).nullable();
const wordedSchema = z.object({ nominative: z.string(), forms: caseForms });

export const awardLineSchema = z.object({
  key: z.string(),
  group: z.enum(awardGroups),
  kind: diplomaKindSchema,
  award,
  place: z.number().int().nullable(),
  personId: idSchema,
  entryId: idSchema.nullable(),
  organization: z.string(),
  nomination: z.string(),
  work: z.string(),
  team: z.string(),
  recipient: z.object({ name: wordedSchema, post: wordedSchema, gender: genderSchema }),
  doubtful: z.boolean().meta({ description: 'The rules are not sure of its cases, and nobody has looked' }),
  corrected: z.boolean(),
  issued: z.object({ id: idSchema, number: z.string() }).nullable(),
});

const correction = z.object({
  personId: idSchema,
  gender: genderSchema,
  post: z.string().trim().max(300),
  nameForms: caseForms.nullable(),
  postForms: caseForms.nullable(),
  remember: z.boolean(),
});
const personIds = z.array(idSchema).max(diplomaLimits.people).default([]);
const corrections = z.array(correction).max(diplomaLimits.corrections).default([]);
const templates = z.partialRecord(diplomaKindSchema, idSchema).default({});

export const candidatesBody = z.object({ personIds, corrections });
export const previewBody = z.object({ personIds, corrections, templates, key: z.string().max(80) });
export const issueBody = z.object({
  groups: z.array(z.enum(awardGroups)).min(1).max(awardGroups.length),
  personIds,
  corrections,
  templates,
  count: z.number().int().min(1).meta({ description: 'How many papers whoever orders them has seen' }),
});
export const reasonSchema = lineSchema(diplomaLimits.reason);
export const reissueBody = z.object({
  reason: reasonSchema,
  correction: correction.nullable().default(null),
  templates,
});

export const diplomaLineSchema = z.object({
  id: idSchema,
  number: z.string(),
  kind: diplomaKindSchema,
  award,
  issuedOn: daySchema,
  personId: idSchema,
  name: z.string(),
  organization: z.string(),
  contestId: idSchema,
  contest: z.string(),
  nomination: z.string(),
  state: z.enum(diplomaStates),
  doubtful: z.boolean(),
  toldAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
  reason: z.string(),
});

// Longer than a design may be, so that its faults are named instead of being refused as a whole.
const text = (most: number) => z.string().max(2 * most);
export const designSchema = z.object({
  orientation: z.enum(orientations),
  accent: z.enum(accents),
  frame: z.enum(frames),
  above: text(designLimits.text),
  heading: text(designLimits.heading),
  under: text(designLimits.text),
  lines: z
    .array(z.object({ style: z.enum(lineStyles), text: text(designLimits.text) }))
    .max(30)
    .readonly(),
  signatures: z
    .array(z.object({ post: text(designLimits.signature), name: text(designLimits.signature) }))
    .max(10)
    .readonly(),
  picture: z.object({ fileId: idSchema, place: z.enum(picturePlaces) }).nullable(),
});

export const templateSchema = z.object({
  id: idSchema,
  kind: diplomaKindSchema,
  name: z.string(),
  version: z.number().int(),
  design: designSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  archivedAt: instantSchema.nullable(),
});

export const designFaultSchema = z.object({
  code: z.enum([
    'field-unknown',
    'braces',
    'choice-of-three',
    'too-long',
    'empty',
    'too-many-lines',
    'too-many-signatures',
    'no-signature',
    'no-name',
  ]),
  at: z.string().optional(),
  name: z.string().optional(),
  nearest: z.string().nullable().optional(),
  most: z.number().int().optional(),
});

export const pictureAnswerSchema = z.union([
  z.object({ fileId: idSchema }),
  z.object({
    code: z.enum(['picture-kind', 'picture-broken', 'picture-bytes', 'picture-side', 'picture-see-through']),
  }),
]);
