import { z } from 'zod';
import { abstentions, longestComment } from '../../domain/contests/judging.ts';
import { conflicts } from '../../domain/contests/ranking/conflict.ts';
import { idSchema, instantSchema } from './schemas.ts';

export const stageSchema = z.enum([
  'draft',
  'announced',
  'open',
  'judging',
  'checked',
  'published',
  'archived',
  'cancelled',
]);

const sheetStates = ['untouched', 'begun', 'finished', 'abstained'] as const;

const contestShape = {
  id: idSchema,
  title: z.string(),
  stage: stageSchema,
  closesAt: instantSchema,
  judgingUntil: instantSchema.nullable(),
  blind: z.boolean(),
  mayJudge: z.boolean(),
};

export const jurorContestSchema = z.object({
  ...contestShape,
  isChair: z.boolean(),
  due: z.number().int(),
  finished: z.number().int(),
  abstained: z.number().int(),
  conflicts: z.number().int(),
});

export const jurorWorksSchema = jurorContestSchema.extend({
  items: z.array(
    z.object({
      entryId: idSchema,
      nomination: z.string(),
      title: z.string(),
      state: z.enum(sheetStates),
      isAskedAgain: z.boolean(),
    }),
  ),
});

const pointsSchema = z.record(z.string(), z.number());

const marksShape = {
  points: pointsSchema.meta({ description: 'By the number of the criterion' }),
  comment: z.string(),
  abstained: z.enum(abstentions).nullable(),
  finishedAt: instantSchema.nullable(),
  isAskedAgain: z.boolean(),
  updatedAt: instantSchema.nullable(),
};

export const marksSchema = z.object(marksShape);

export const criterionSchema = z.object({
  id: idSchema,
  position: z.number().int(),
  title: z.string(),
  hint: z.string(),
  weight: z.number(),
  scale: z.number().int(),
});

export const sheetSchema = z.object({
  ...marksShape,
  contest: z.object({ ...contestShape, showsComments: z.boolean() }),
  criteria: z.array(criterionSchema),
  work: z.object({
    entryId: idSchema,
    nomination: z.string(),
    title: z.string(),
    description: z.string(),
    link: z.string().nullable(),
    post: z
      .object({ text: z.string(), attachments: z.array(z.string()), url: z.string().nullable() })
      .nullable(),
    files: z.array(z.object({ id: idSchema, name: z.string(), mime: z.string(), size: z.number().int() })),
    authors: z.array(z.string()).nullable(),
    organizationName: z.string().nullable(),
    teamName: z.string().nullable(),
  }),
});

export const sheetChangeSchema = z.object({
  points: z
    .array(z.object({ criterionId: idSchema, points: z.number().min(0).max(100).nullable() }))
    .max(50)
    .optional(),
  comment: z.string().max(longestComment).optional(),
});

export const abstentionSchema = z.object({ why: z.enum(abstentions).nullable() });

export const progressSchema = z.object({
  contestId: idSchema,
  stage: stageSchema,
  mayAskAgain: z.boolean(),
  shownAgainFrom: z.number().nullable(),
  minSheets: z.number().int(),
  hopeless: z.number().int(),
  jurors: z.array(
    z.object({
      jurorId: idSchema,
      personId: idSchema,
      name: z.string(),
      isChair: z.boolean(),
      due: z.number().int(),
      finished: z.number().int(),
      begun: z.number().int(),
      untouched: z.number().int(),
      left: z.number().int(),
      abstained: z.number().int(),
      conflicts: z.number().int(),
      lastAt: instantSchema.nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      entryId: idSchema,
      title: z.string(),
      authors: z.array(z.string()),
      organizationName: z.string(),
      nomination: z.string(),
      possible: z.number().int(),
      finished: z.number().int(),
      range: z.number().nullable(),
      isWide: z.boolean(),
      askedAgainAt: instantSchema.nullable(),
      cells: z.array(
        z.object({
          jurorId: idSchema,
          state: z.enum([...sheetStates, ...conflicts, 'none']),
          total: z.number().nullable(),
        }),
      ),
    }),
  ),
});

export const jurySheetsSchema = z.object({
  items: z.array(
    z.object({
      jurorId: idSchema,
      name: z.string(),
      points: pointsSchema,
      comment: z.string(),
      abstained: z.enum(abstentions).nullable(),
      finishedAt: instantSchema.nullable(),
      askedAgainAt: instantSchema.nullable(),
    }),
  ),
});
