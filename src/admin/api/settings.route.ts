import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { longestLine, settingLimits } from '../../domain/programme/setting-limits.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { ifMatch, staffOf, versioned } from './call.ts';
import { lineSchema } from './schemas.ts';

const timeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Time of day, `09:00`' });
const line = z.string().trim().max(longestLine);
const days = (name: keyof typeof settingLimits) => {
  const [least, most] = settingLimits[name];
  return z.number().int().min(least).max(most);
};

const programmeBody = z.object({
  name: lineSchema(200),
  timeZone: lineSchema(60).meta({ description: 'IANA name, `Europe/Samara`' }),
  workFrom: timeSchema,
  workTo: timeSchema,
  operator: z.object({ name: line, address: line, contact: line }),
  retention: z.object({ draftDays: days('draftDays'), leftDays: days('leftDays') }),
  privacy: z.object({
    eraseDays: days('eraseDays'),
    answerWorkingDays: days('answerWorkingDays'),
    stopPublishingWorkingDays: days('stopPublishingWorkingDays'),
  }),
});

const programmeSchema = z.object({
  name: z.string(),
  timeZone: z.string(),
  workFrom: z.string(),
  workTo: z.string(),
  operator: z.object({ name: z.string(), address: z.string(), contact: z.string() }),
  retention: z.object({ draftDays: z.number(), leftDays: z.number() }),
  privacy: z.object({
    eraseDays: z.number(),
    answerWorkingDays: z.number(),
    stopPublishingWorkingDays: z.number(),
  }),
  demo: z.boolean().meta({ description: 'Invented people and stand-ins for the platforms' }),
  naming: z.array(z.object({ platform: z.string(), name: z.string(), mayNameOthers: z.boolean() })),
});

const tags = ['settings'];

/** Name, zone, working hours, operator, how long what is kept. */
export function settingsRoute({ settings }: Pick<Desks, 'settings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/settings/programme',
      {
        config: { callers: 'staff', power: 'settings:read' },
        schema: { tags, summary: 'The programme', response: { 200: programmeSchema } },
      },
      async (request, reply) => versioned(reply, await settings.programme(staffOf(request))),
    );
    app.put(
      '/settings/programme',
      {
        config: { callers: 'staff', power: 'settings:write' },
        schema: {
          tags,
          summary: 'Change the programme; another operator or name makes new versions of the consents',
          body: programmeBody,
          response: { 200: programmeSchema },
        },
      },
      async (request, reply) =>
        versioned(reply, await settings.changeProgramme(staffOf(request), request.body, ifMatch(request))),
    );
  };
}
