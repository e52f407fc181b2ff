import { z } from 'zod';
import { entryStates } from '../../domain/contests/entry.ts';
import type { EntryFilter } from '../../domain/contests/entry-desk.ts';
import { entrySteps } from '../../domain/contests/entry-steps.ts';
import { longestTitle } from '../../domain/contests/work.ts';
import { idSchema, instantSchema, lineSchema, listOf, listQuery, pageOf, severalOf } from './schemas.ts';

const ref = { id: idSchema, surname: z.string(), name: z.string(), patronymic: z.string() };
const person = z.object(ref);
const trouble = z
  .object({ code: z.string(), text: z.string(), since: instantSchema.nullable() })
  .nullable()
  .meta({ description: 'Why it could not be looked at; never the author’s fault' });

const common = {
  id: idSchema,
  state: z.enum(entryStates),
  source: z.enum(['chat', 'panel', 'found']),
  title: z.string(),
  teamName: z.string().nullable(),
  link: z.string().nullable(),
  post: z.string().nullable().meta({ description: 'Address of the post on VK' }),
  submittedAt: instantSchema.nullable(),
  createdAt: instantSchema,
  author: person.nullable(),
  organizationName: z.string().nullable(),
  nominationTitle: z.string().nullable(),
  trouble,
};

export const entryLineSchema = z.object({
  ...common,
  excerpt: z.string(),
  findings: z.number().int(),
  isMarked: z.boolean(),
  likes: z.number().int().nullable(),
});

const attachment = z.object({
  kind: z.enum(['photo', 'video', 'doc', 'link', 'audio', 'poll', 'other']),
  title: z.string().nullable(),
  url: z.string().nullable(),
});

export const entrySchema = z.object({
  ...common,
  contestId: idSchema,
  description: z.string(),
  nominationId: idSchema.nullable(),
  organizationId: idSchema.nullable(),
  team: z.array(z.object({ ...ref, role: z.enum(['author', 'member']) })),
  mentor: z.object({ ...ref, answer: z.enum(['asked', 'agreed', 'declined']) }).nullable(),
  findings: z.array(z.string()).meta({ description: 'In the words in which authors read them' }),
  marks: z.array(z.string()).meta({ description: 'Growth that looks bought' }),
  marksSeenAt: instantSchema.nullable(),
  checkDueAt: instantSchema.nullable(),
  checkedAt: instantSchema.nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  withdrawnAt: instantSchema.nullable(),
  reason: z.string(),
  community: z.object({ id: z.number().int(), link: z.string(), isConfirmed: z.boolean() }).nullable(),
  snapshots: z
    .array(
      z.object({
        takenAt: instantSchema,
        text: z.string(),
        attachments: z.array(attachment),
        publishedAt: instantSchema,
        editedAt: instantSchema.nullable(),
      }),
    )
    .meta({ description: 'The post as it was each time it was seen changed' }),
  counters: z.array(
    z.object({
      at: instantSchema,
      likes: z.number().int(),
      reposts: z.number().int(),
      comments: z.number().int(),
      views: z.number().int().nullable(),
      final: z.boolean(),
    }),
  ),
  files: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      mime: z.string(),
      size: z.number().int().nullable(),
      state: z.string(),
    }),
  ),
  history: z.array(z.object({ at: instantSchema, action: z.string(), by: z.string().nullable() })),
  may: z.array(z.enum(entrySteps)),
});

export const foundSchema = pageOf(
  z.object({
    id: idSchema,
    createdAt: instantSchema,
    nominationId: idSchema.nullable(),
    post: z.string(),
    excerpt: z.string(),
    publishedAt: instantSchema.nullable(),
    authorLink: z.string().nullable(),
    author: person.nullable(),
    organizationName: z.string().nullable(),
    nominationTitle: z.string().nullable(),
    likes: z.number().int().nullable(),
  }),
).extend({ invitation: z.string().meta({ description: 'For whoever the bot does not know' }) });

const flag = z.enum(['true', 'false']).optional();
export const entriesQuery = listQuery(['submitted', 'author', 'title', 'likes'], {
  state: severalOf(entryStates),
  nominationId: idSchema.optional(),
  organizationId: idSchema.optional(),
  trouble: flag,
  marked: flag,
});

export function entryFilterOf(
  asked: Pick<
    z.infer<typeof entriesQuery>,
    'state' | 'nominationId' | 'organizationId' | 'trouble' | 'marked'
  >,
): EntryFilter {
  return {
    states: listOf(asked.state),
    nominationId: asked.nominationId ?? null,
    organizationId: asked.organizationId ?? null,
    trouble: asked.trouble === 'true',
    marked: asked.marked === 'true',
  };
}

const reason = z.string().trim().max(500);
export const stepBody = z.discriminatedUnion('step', [
  z.object({ step: z.enum(['accept', 'mend', 'reject', 'dismiss']), reason: lineSchema(500) }),
  z.object({ step: z.enum(['withdraw', 'restore']), reason: reason.default('') }),
  z.object({ step: z.literal('nominate'), nominationId: idSchema }),
  z.object({ step: z.literal('assign'), personId: idSchema }),
  z.object({ step: z.enum(['check', 'marks-seen', 'confirm-community', 'unconfirm-community']) }),
]);

export const entryBody = z.object({
  personId: idSchema,
  nominationId: idSchema,
  title: z.string().trim().max(longestTitle).default(''),
  description: z.string().trim().max(3500).default(''),
  link: z.string().trim().max(1000).default(''),
});
