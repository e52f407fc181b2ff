import { z } from 'zod';
import { consentGivers, consentKinds } from '../../domain/consents/consent.ts';
import { roles } from '../../domain/people/person.ts';
import { applicationStates, appliedRoles, registrationForms } from '../../domain/registration/application.ts';
import { daySchema, idSchema, instantSchema } from './schemas.ts';

export const deliveryStates = ['planned', 'claimed', 'sent', 'failed', 'uncertain', 'expired'] as const;

export const platformSchema = z.string().regex(/^[a-z]{1,20}$/);
export const namesShape = { surname: z.string(), name: z.string(), patronymic: z.string() };
export const namedSchema = z.object({ id: idSchema, ...namesShape });
export const factsSchema = z.object({
  ...namesShape,
  birthYear: z.number().int().nullable(),
  phone: z.string().nullable(),
});
const line = z.string().max(120);
/** What is sent: judged once more, and more strictly, by the rules of the forms. */
export const sentFactsSchema = z.object({
  surname: line,
  name: line,
  patronymic: line,
  birthYear: z.number().int().min(1900).max(2100).nullable(),
  phone: z.string().max(40).nullable(),
});
export const postSchema = z.object({ role: z.enum(roles), organizationId: idSchema });

const held = postSchema.extend({ organizationName: z.string() });
export const channelState = z.object({ platform: z.string(), open: z.boolean() });
export const lacksSchema = z.array(z.enum(consentKinds));

export const personLineSchema = namedSchema.extend({
  appointments: z.array(held),
  applications: z.array(
    z.object({
      id: idSchema,
      role: z.enum(appliedRoles),
      state: z.enum(applicationStates),
      organizationName: z.string(),
    }),
  ),
  channels: z.array(channelState),
  lacks: lacksSchema,
  createdAt: instantSchema,
});

const consentSchema = z.object({
  id: idSchema,
  kind: z.enum(consentKinds),
  giver: z.enum(consentGivers),
  version: z.number().int(),
  current: z.boolean(),
  way: z.enum(['chat', 'page', 'paper']),
  givenBy: namedSchema,
  givenAt: instantSchema,
  withdrawnAt: instantSchema.nullable(),
  hasScan: z.boolean(),
});

const relativeSchema = namedSchema.extend({ relation: z.string().nullable() });
export const requestKinds = ['export', 'correct', 'withdraw-consent', 'erase'] as const;
export const requestStates = ['open', 'farewell', 'done', 'cancelled'] as const;

export const personCardSchema = z.object({
  id: idSchema,
  facts: factsSchema,
  pausedUntil: daySchema.nullable(),
  createdAt: instantSchema,
  appointments: z.array(held.extend({ since: instantSchema, endedAt: instantSchema.nullable() })),
  applications: z.array(
    z.object({
      id: idSchema,
      form: z.enum(registrationForms),
      role: z.enum(appliedRoles),
      organizationId: idSchema,
      organizationName: z.string(),
      state: z.enum(applicationStates),
      appliedAt: instantSchema.nullable(),
      decidedAt: instantSchema.nullable(),
      decidedBy: z.object(namesShape).nullable(),
    }),
  ),
  consents: z.array(consentSchema),
  lacks: lacksSchema,
  channels: z.array(
    z.object({
      platform: z.string(),
      platformName: z.string(),
      linkedAt: instantSchema.nullable(),
      lastSeenAt: instantSchema,
      closedAt: instantSchema.nullable(),
      closedReason: z.string().nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: idSchema,
      itemCode: z.string(),
      itemTitle: z.string(),
      organizationName: z.string(),
      dueOn: daySchema.nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(requestKinds),
      state: z.enum(requestStates),
      dueOn: daySchema,
      createdAt: instantSchema,
    }),
  ),
  representatives: z.array(relativeSchema),
  pupils: z.array(relativeSchema),
});

export const personAnswerSchema = z.object({
  card: personCardSchema,
  may: z.object({
    edit: z.boolean(),
    appoint: z.array(z.enum(roles)),
    standFor: z.boolean(),
    seeContacts: z.boolean(),
  }),
});

export const sentMessageSchema = z.object({
  id: idSchema,
  platform: z.string(),
  state: z.enum(deliveryStates),
  text: z.string().nullable(),
  error: z.string().nullable(),
  attempts: z.number().int(),
  createdAt: instantSchema,
  settledAt: instantSchema.nullable(),
  replacedBy: idSchema.nullable(),
});

export const invitedSchema = z.object({
  code: z.string(),
  expiresAt: instantSchema,
  links: z.array(z.object({ name: z.string(), link: z.string().nullable(), qr: z.string().nullable() })),
});
