import { z } from 'zod';
import { closeReasons, endReasons, longest, pairStates } from '../../domain/pairs/pair.ts';
import { pairEventKinds } from '../../domain/pairs/pair-book.ts';
import { programmeLimits } from '../../domain/pairs/personal-programme.ts';
import { mentoringForms } from '../../domain/registration/forms.ts';
import { daySchema, idSchema, instantSchema } from './schemas.ts';

export const pairStateSchema = z.enum(pairStates);
export const formSchema = z.enum(mentoringForms);
const closeReasonSchema = z.enum(closeReasons);
const giverSchema = z.enum(['self', 'representative']);
const answerSchema = z.enum(['agreed', 'declined']);

export const namesSchema = z.object({
  id: idSchema,
  surname: z.string().meta({ description: 'Empty for somebody erased since' }),
  name: z.string(),
  patronymic: z.string(),
});

export const pairRowSchema = z.object({
  id: idSchema,
  state: pairStateSchema,
  organizationId: idSchema,
  organizationName: z.string(),
  form: formSchema,
  fromOn: daySchema,
  toOn: daySchema,
  closeReason: closeReasonSchema.nullable(),
  paused: z.boolean(),
  mentor: namesSchema,
  mentees: z.array(namesSchema),
  awaited: z.number().int().meta({ description: 'Words that are still awaited' }),
  meetings: z.number().int(),
  lastMetOn: daySchema.nullable(),
});

export const boardSchema = z.object({
  columns: z.array(
    z.object({ state: pairStateSchema, total: z.number().int(), items: z.array(pairRowSchema) }),
  ),
});

/** What is sent and what is shown. */
export const termsSchema = z.object({
  fromOn: daySchema,
  toOn: daySchema,
  goal: z.string().trim().max(longest.goal),
});

const agreementSchema = z.object({
  id: idSchema,
  personId: idSchema,
  giver: giverSchema,
  answer: answerSchema.nullable().meta({ description: 'null while it is awaited' }),
  way: z.enum(['chat', 'paper']).nullable(),
  reason: z.string(),
  givenBy: idSchema.nullable(),
  askedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  reachable: z.boolean().meta({ description: 'Whether anybody who is to answer can be written to' }),
});

const cardSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  organizationName: z.string(),
  state: pairStateSchema,
  form: formSchema,
  fromOn: daySchema,
  toOn: daySchema,
  goal: z.string(),
  closeReason: closeReasonSchema.nullable(),
  closeNote: z.string(),
  result: z.string(),
  pausedAt: instantSchema.nullable(),
  orderId: idSchema.nullable(),
  proposedAt: instantSchema,
  agreedAt: instantSchema.nullable(),
  orderedAt: instantSchema.nullable(),
  startedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  mentor: namesSchema.extend({ minor: z.boolean() }),
  mentees: z.array(namesSchema.extend({ minor: z.boolean(), leftAt: instantSchema.nullable() })),
  agreements: z.array(agreementSchema),
  meetings: z.object({ held: z.number().int(), lastOn: daySchema.nullable() }),
});

export const pairViewSchema = z.object({
  card: cardSchema,
  terms: termsSchema.extend({ goal: z.string() }),
  events: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(pairEventKinds),
      facts: z.record(z.string(), z.string()),
      at: instantSchema,
      person: namesSchema.nullable(),
    }),
  ),
  may: z.object({ write: z.boolean() }),
});

const applicationStateSchema = z.enum(['confirmed', 'active', 'on-leave']).nullable();

const participantSchema = namesSchema.extend({
  organizationId: idSchema,
  organizationName: z.string(),
  state: applicationStateSchema.meta({ description: 'null for somebody whom staff have appointed' }),
  pupil: z.boolean(),
});

export const menteeRowSchema = participantSchema.extend({
  requests: z.array(z.string()),
  mentors: z.array(namesSchema),
  since: daySchema,
});

export const mentorRowSchema = participantSchema.extend({
  competencies: z.array(z.string()),
  forms: z.array(z.string()),
  capacity: z.number().int(),
  load: z.number().int(),
});

export const meetingSchema = z.object({
  id: idSchema,
  on: daySchema,
  topic: z.string(),
  outcome: z.enum(['held', 'moved']),
  mark: z.number().int().nullable(),
  notedBy: idSchema.nullable(),
  notedAt: instantSchema,
  confirmedAt: instantSchema.nullable(),
});

export const meetingDraftSchema = z.object({
  on: daySchema,
  topic: z.string().trim().min(1).max(longest.topic),
  outcome: z.enum(['held', 'moved']),
  mark: z.number().int().min(1).max(5).nullable(),
});

const words = z.string().max(programmeLimits.words);
export const programmeSchema = z.object({
  tasks: z.array(words).max(programmeLimits.tasks),
  activities: z
    .array(z.object({ what: words, fromOn: daySchema.nullable(), toOn: daySchema.nullable() }))
    .max(programmeLimits.activities),
  results: z.string().max(programmeLimits.results),
});

export const proposalSchema = z.object({
  mentorId: idSchema,
  menteeIds: z.array(idSchema).min(1).max(longest.mentees),
  form: formSchema,
  fromOn: daySchema,
  toOn: daySchema,
  goal: z.string().trim().max(longest.goal).default(''),
  organizationId: idSchema
    .nullable()
    .default(null)
    .meta({ description: 'Whose pair it is; null for that of the first mentee' }),
});

export const paperSchema = z.object({
  personId: idSchema,
  giver: giverSchema,
  answer: answerSchema,
  reason: z.string().trim().max(longest.note).default(''),
});

export const noteSchema = z.object({ note: z.string().trim().max(longest.note).default('') });
export const resultSchema = z.object({ result: z.string().trim().max(longest.goal).default('') });
export const endingSchema = noteSchema.extend({ reason: z.enum(endReasons) });
export const replacementSchema = z.object({ mentorId: idSchema, fromOn: daySchema });
