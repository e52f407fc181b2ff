import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import { daySchema, idSchema, nothingSchema } from './schemas.ts';

const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);
const keyParams = z.object({ key: keySchema });

const ruleBody = z.object({
  anchor: z.enum(['opens', 'due', 'quarter']).meta({ description: 'Which day the offset counts from' }),
  offsetDays: z.number().int().min(-90).max(180).meta({ description: 'Negative is before' }),
  repeatDays: z.number().int().min(1).max(90).nullable(),
  audience: z.enum(['responsible', 'responsible-and-coordinator']),
  active: z.boolean(),
});
const ruleSchema = z.object({
  key: z.string(),
  anchor: z.string(),
  offsetDays: z.number().int(),
  repeatDays: z.number().int().nullable(),
  audience: z.string(),
  active: z.boolean(),
});
const forecastSchema = z.object({
  days: z.array(
    z.object({
      day: daySchema,
      tasks: z.array(
        z.object({
          taskId: idSchema,
          title: z.string(),
          organizationName: z.string(),
          dueOn: daySchema.nullable(),
          ruleKey: z.string(),
        }),
      ),
    }),
  ),
});

const tags = ['settings'];
const reading = { callers: 'staff', power: 'settings:read' } as const;
const writing = { callers: 'staff', power: 'settings:write' } as const;
const path = '/settings/reminder-rules';

/** When who is reminded of what. */
export function reminderRulesRoute({ settings }: Pick<Desks, 'settings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      path,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Rules of reminders',
          response: { 200: z.object({ items: z.array(ruleSchema) }) },
        },
      },
      async (request) => ({ items: await settings.rules(staffOf(request)) }),
    );
    app.post(
      path,
      {
        config: writing,
        schema: {
          tags,
          summary: 'Add a rule',
          body: ruleBody,
          response: { 201: z.object({ key: z.string() }) },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await settings.addRule(staffOf(request), request.body, callKey(request))),
    );
    app.register(forecastRoute({ settings }));
    app.get(
      `${path}/:key`,
      {
        config: reading,
        schema: { tags, summary: 'One rule', params: keyParams, response: { 200: ruleSchema } },
      },
      async (request, reply) => versioned(reply, await settings.rule(staffOf(request), request.params.key)),
    );
    app.put(
      `${path}/:key`,
      {
        config: writing,
        schema: {
          tags,
          summary: 'Change a rule',
          params: keyParams,
          body: ruleBody,
          response: { 200: ruleSchema },
        },
      },
      async (request, reply) => {
        const { body, params } = request;
        return versioned(
          reply,
          await settings.changeRule(staffOf(request), params.key, body, ifMatch(request)),
        );
      },
    );
    app.delete(
      `${path}/:key`,
      {
        config: writing,
        schema: { tags, summary: 'Take a rule away', params: keyParams, response: { 204: nothingSchema } },
      },
      async (request, reply) => {
        await settings.removeRule(staffOf(request), request.params.key);
        return reply.code(204).send(null);
      },
    );
  };
}

function forecastRoute({ settings }: Pick<Desks, 'settings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      `${path}/forecast`,
      {
        config: reading,
        schema: {
          tags,
          summary: 'What somebody would be reminded of in the weeks to come, by the saved rules or by these',
          body: z.object({ personId: idSchema, rules: z.array(ruleBody).max(30).nullable().default(null) }),
          response: { 200: forecastSchema },
        },
      },
      async (request) => {
        const { personId, rules } = request.body;
        return { days: await settings.forecast(staffOf(request), personId, rules) };
      },
    );
  };
}
