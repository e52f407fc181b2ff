import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { consentGivers, consentKinds } from '../../domain/consents/consent.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { ifMatch, staffOf, versioned } from './call.ts';
import { instantSchema } from './schemas.ts';

const which = z.object({ kind: z.enum(consentKinds), giver: z.enum(consentGivers) });
const draftSchema = z.object({
  title: z.string().max(400),
  summary: z.string().max(2000),
  body: z
    .string()
    .max(100_000)
    .meta({ description: '`{operator}`, `{address}`, `{contact}`, `{programme}` are filled in' }),
});
const textSchema = which.extend({
  version: z.number().int().meta({ description: '0: never published' }),
  givers: z.number().int().meta({ description: 'Who has given it and would be asked again' }),
  title: z.string(),
  summary: z.string(),
  body: z.string(),
});
const versionSchema = z.object({
  version: z.number().int(),
  title: z.string(),
  hash: z.string(),
  publishedAt: instantSchema,
});

const tags = ['settings'];
const reading = { callers: 'staff', power: 'settings:read' } as const;

/** Texts of consents: templates, what they become, and the versions that people agreed to. */
export function consentTextsRoute({ settings }: Pick<Desks, 'settings'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/settings/consent-texts',
      {
        config: reading,
        schema: {
          tags,
          summary: 'Texts of consents',
          response: { 200: z.object({ items: z.array(textSchema) }) },
        },
      },
      async (request) => ({ items: await settings.texts(staffOf(request)) }),
    );
    app.post(
      '/settings/consent-texts/preview',
      {
        config: reading,
        schema: {
          tags,
          summary: 'A text as it would be published',
          body: draftSchema,
          response: { 200: z.object({ title: z.string(), summary: z.string(), body: z.string() }) },
        },
      },
      (request) => settings.previewText(staffOf(request), request.body),
    );
    app.get(
      '/settings/consent-texts/:kind/:giver',
      {
        config: reading,
        schema: { tags, summary: 'One text', params: which, response: { 200: textSchema } },
      },
      async (request, reply) => {
        const { kind, giver } = request.params;
        return versioned(reply, await settings.text(staffOf(request), kind, giver));
      },
    );
    app.get(
      '/settings/consent-texts/:kind/:giver/versions',
      {
        config: reading,
        schema: {
          tags,
          summary: 'Every version that was published, the newest first',
          params: which,
          response: { 200: z.object({ items: z.array(versionSchema) }) },
        },
      },
      async (request) => {
        const { kind, giver } = request.params;
        return { items: await settings.versions(staffOf(request), kind, giver) };
      },
    );
    app.put(
      '/settings/consent-texts/:kind/:giver',
      {
        config: { callers: 'staff', power: 'settings:write' },
        schema: {
          tags,
          summary: 'Publish a text; other words are a new version, which everybody is asked for',
          params: which,
          body: draftSchema,
          response: { 200: textSchema },
        },
      },
      async (request, reply) => {
        const { kind, giver } = request.params;
        const version = ifMatch(request);
        return versioned(
          reply,
          await settings.publishText(staffOf(request), kind, giver, request.body, version),
        );
      },
    );
  };
}
