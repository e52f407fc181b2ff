import { z } from 'zod';
import { awards, normalisations, resultSources } from '../../domain/contests/result-rules.ts';
import { criterionSchema, stageSchema } from './judging-schemas.ts';
import { daySchema, idSchema, instantSchema, lineSchema } from './schemas.ts';

const place = z.number().int().nullable();
const score = z.number().nullable();

export const rulesSchema = z.object({
  by: z.enum(resultSources),
  juryShare: z.number(),
  normalise: z.enum(normalisations),
  activity: z.object({ likes: z.number(), reposts: z.number(), comments: z.number() }),
  thresholds: z.object({
    winnerPlaces: place,
    laureatePlaces: place,
    winnerScore: score,
    laureateScore: score,
  }),
  minSheets: z.number().int(),
  shownAgainFrom: z.number().nullable(),
});

const activitySchema = z.object({
  likes: z.number().int(),
  reposts: z.number().int(),
  comments: z.number().int(),
  views: z.number().int().nullable(),
});

const scoresShape = {
  entryId: idSchema,
  sheets: z.array(z.object({ jurorId: idSchema, raw: z.number(), normalised: z.number() })),
  raw: score,
  jury: score,
  median: score,
  criteria: z.record(z.string(), z.number()),
  activity: z.object({ weighted: z.number(), score: z.number() }).nullable(),
};

const rankingSchema = z.object({
  nominations: z.array(
    z.object({
      nominationId: z.string(),
      pool: z.object({ mean: z.number(), spread: z.number(), sheets: z.number().int() }).nullable(),
      jurors: z.array(
        z.object({
          jurorId: idSchema,
          sheets: z.number().int(),
          mean: z.number(),
          spread: z.number(),
          way: z.enum(['scaled', 'shifted', 'as-given']),
          factor: z.number(),
        }),
      ),
      ranked: z.array(
        z.object({
          ...scoresShape,
          score: z.number(),
          place: z.number().int(),
          award: z.enum(awards),
          tie: z.enum(['median', 'criterion', 'shared']).nullable(),
        }),
      ),
      unranked: z.array(z.object({ ...scoresShape, reason: z.enum(['too-few-sheets', 'no-activity']) })),
    }),
  ),
});

export const resultsSchema = z.object({
  contestId: idSchema,
  title: z.string(),
  stage: stageSchema,
  isStored: z.boolean(),
  checkedAt: instantSchema.nullable(),
  publishedAt: instantSchema.nullable(),
  unfinished: z.object({
    sheets: z.number().int(),
    entries: z.number().int(),
    isActivityOpen: z.boolean(),
  }),
  rules: rulesSchema,
  criteria: z.array(criterionSchema),
  nominations: z.array(z.object({ id: z.string(), title: z.string() })),
  jurors: z.array(z.object({ id: idSchema, name: z.string() })),
  entries: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      authors: z.array(z.string()),
      teamName: z.string().nullable(),
      organizationName: z.string(),
      activity: activitySchema.nullable(),
    }),
  ),
  ranking: rankingSchema,
  hasProtocol: z.boolean(),
});

export const publishPreviewSchema = z.object({
  works: z.number().int(),
  people: z.number().int(),
  reachable: z.number().int(),
  namedOnSite: z.number().int(),
  namedInVk: z.number().int(),
  showsComments: z.boolean(),
  post: z.string(),
});

export const publishSchema = z
  .object({ post: z.enum(['planned', 'by-hand', 'none']), text: z.string().trim().max(10_000) })
  .refine(({ post, text }) => post === 'none' || text !== '', { path: ['text'] });

export const protocolSchema = z.object({
  number: lineSchema(40).nullable(),
  heldOn: daySchema.nullable(),
  absent: z.array(idSchema).max(100),
  secretary: z.object({ name: lineSchema(200), post: z.string().trim().max(200) }).nullable(),
});
