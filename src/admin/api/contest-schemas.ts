import { z } from 'zod';
import { contestLacks } from '../../domain/contests/check-settings.ts';
import { contestKinds, contestStates } from '../../domain/contests/contest.ts';
import { filePurposes } from '../../domain/contests/contest-desk.ts';
import { contestLimits } from '../../domain/contests/contest-settings.ts';
import { entryStates } from '../../domain/contests/entry.ts';
import { normalisations, resultSources } from '../../domain/contests/result-rules.ts';
import { templateKeys } from '../../domain/contests/templates.ts';
import { postNeeds } from '../../domain/contests/terms.ts';
import { roles } from '../../domain/people/person.ts';
import { audienceSchema } from './mailing-schemas.ts';
import { daySchema, idSchema, instantSchema } from './schemas.ts';

export const contestStages = [...contestStates, 'open', 'judging'] as const;
export const stageSchema = z.enum(contestStages);

const text = (most: number) => z.string().max(most);
const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const hashtags = z.array(text(contestLimits.hashtag)).max(contestLimits.hashtags);
const place = whole(1, 1000).nullable();
const score = z.number().min(0).max(100).nullable();
const activity = z.number().min(0).max(1000);

const rulesSchema = z.object({
  by: z.enum(resultSources),
  juryShare: z.number().min(0).max(1),
  normalise: z.enum(normalisations),
  activity: z.object({ likes: activity, reposts: activity, comments: activity }),
  thresholds: z.object({
    winnerPlaces: place,
    laureatePlaces: place,
    winnerScore: score,
    laureateScore: score,
  }),
  minSheets: whole(1, 50),
  shownAgainFrom: z.number().min(0).max(100).nullable(),
});

const termsSchema = z.object({
  roles: z.array(z.enum(roles)).max(roles.length).meta({ description: 'Empty: everybody known' }),
  organizationIds: z.array(idSchema).max(500).nullable().meta({ description: 'null: the whole city' }),
  team: z.object({
    allowed: z.boolean(),
    least: whole(1, contestLimits.team),
    most: whole(1, contestLimits.team),
  }),
  perPerson: whole(1, contestLimits.perPerson),
  perNomination: whole(1, contestLimits.perPerson),
  hashtags: hashtags.meta({ description: 'In addition to those of the nomination' }),
  post: z.object({
    minLength: whole(0, 15_000),
    maxLength: whole(1, 16_000),
    needs: z.enum(postNeeds),
    communities: z.boolean(),
  }),
  work: z.object({
    files: whole(0, contestLimits.files),
    link: z.boolean(),
    description: z.object({ least: whole(0, 3500), most: whole(0, 3500) }),
  }),
  namesMentor: z.boolean(),
  blind: z.boolean(),
  showsComments: z.boolean(),
  event: z.object({
    place: text(contestLimits.place),
    link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
    seats: whole(1, contestLimits.seats).nullable(),
    waitingList: z.boolean(),
  }),
  remindDays: z.array(whole(0, 60)).max(10).meta({ description: 'Days before the close' }),
  recheckHours: whole(1, 24 * 14),
  results: rulesSchema,
  diplomaPrefix: text(contestLimits.prefix),
  city: text(contestLimits.city),
});

export const settingsSchema = z.object({
  itemId: idSchema.nullable().meta({ description: 'Of the roadmap; null: a contest of its own' }),
  title: text(contestLimits.title),
  summary: text(contestLimits.summary),
  opensAt: instantSchema,
  closesAt: instantSchema,
  judgingUntil: instantSchema.nullable(),
  resultsOn: daySchema.nullable(),
  startsAt: instantSchema.nullable(),
  endsAt: instantSchema.nullable(),
  terms: termsSchema,
  announcement: text(contestLimits.announcement),
  nominations: z
    .array(
      z.object({
        id: idSchema.nullable().meta({ description: 'null: a new one' }),
        title: text(contestLimits.nominationTitle),
        description: text(contestLimits.description),
        hashtags,
        archived: z.boolean(),
      }),
    )
    .max(contestLimits.nominations)
    .meta({ description: 'Whoever is left out goes, or is archived where entries belong to it' }),
  criteria: z
    .array(
      z.object({
        id: idSchema.nullable().meta({ description: 'null: a new one' }),
        title: text(contestLimits.nominationTitle),
        hint: text(contestLimits.hint),
        weight: z.number().min(0.01).max(1000),
        scale: whole(1, 100),
      }),
    )
    .max(contestLimits.criteria),
});

/** Of what is sent: instants are texts. */
const sentInstant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
export const settingsBody = settingsSchema.extend({
  opensAt: sentInstant,
  closesAt: sentInstant,
  judgingUntil: sentInstant.nullable(),
  startsAt: sentInstant.nullable(),
  endsAt: sentInstant.nullable(),
});

export const contestLineSchema = z.object({
  id: idSchema,
  kind: z.enum(contestKinds),
  title: z.string(),
  opensAt: instantSchema,
  closesAt: instantSchema,
  startsAt: instantSchema.nullable(),
  stage: stageSchema,
  entries: z.number().int(),
});

const file = { id: idSchema, name: z.string(), mime: z.string(), size: z.number().int() };

export const contestSchema = z.object({
  id: idSchema,
  itemId: idSchema.nullable(),
  kind: z.enum(contestKinds),
  state: z.enum(contestStates),
  templateKey: z.string().nullable(),
  copiedFrom: idSchema.nullable(),
  createdAt: instantSchema,
  announcedAt: instantSchema.nullable(),
  frozenAt: instantSchema.nullable(),
  checkedAt: instantSchema.nullable(),
  publishedAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  cancelledAt: instantSchema.nullable(),
  stage: stageSchema,
  item: z.object({ id: idSchema, code: z.string(), title: z.string() }).nullable(),
  settings: settingsSchema.meta({ description: 'What `ETag` is the version of' }),
  entries: z.object(
    Object.fromEntries(entryStates.map((state) => [state, z.number().int()])) as Record<
      (typeof entryStates)[number],
      z.ZodInt
    >,
  ),
  jury: z.array(
    z.object({
      personId: idSchema,
      name: z.string(),
      organizations: z.array(z.string()),
      isChair: z.boolean(),
      nominationIds: z.array(idSchema).nullable(),
    }),
  ),
  regulations: z.object(file).nullable(),
  files: z.array(z.object({ ...file, purpose: z.enum(filePurposes) })),
  posts: z.array(
    z.object({
      occasion: z.enum(['announcement', 'results']),
      text: z.string(),
      state: z.enum(['planned', 'claimed', 'sent', 'failed', 'uncertain', 'by-hand']),
      link: z.string().nullable(),
    }),
  ),
  isScored: z.boolean(),
  lacks: z.array(z.enum(contestLacks)),
  may: z.object({
    edit: z.boolean(),
    'edit-criteria': z.boolean(),
    'edit-jury': z.boolean(),
    announce: z.boolean(),
    cancel: z.boolean(),
    archive: z.boolean(),
    remove: z.boolean(),
    'send-materials': z.boolean(),
  }),
});

export const sourceBody = z.discriminatedUnion('from', [
  z.object({ from: z.literal('template'), key: z.enum(templateKeys) }),
  z.object({ from: z.literal('blank'), kind: z.enum(contestKinds) }),
  z.object({ from: z.literal('copy'), contestId: idSchema }),
]);

export const announcingBody = z.object({
  post: text(contestLimits.announcement).nullable(),
  mailing: z
    .object({ text: text(contestLimits.announcement), audience: audienceSchema, send: z.boolean() })
    .nullable(),
});
