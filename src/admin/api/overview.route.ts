import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { roadmapHeadSchema, stateCountsSchema, windowSchema } from './overview-schemas.ts';
import { daySchema, idSchema } from './schemas.ts';
import { taskRowSchema, taskStateSchema } from './task-schemas.ts';

const few = <Item extends z.ZodType>(item: Item) =>
  z.object({ total: z.number().int(), items: z.array(item) });
const count = z.number().int();
const person = z.string().nullable().meta({ description: 'Full name; null for whoever may not see people' });

const overviewSchema = z.object({
  today: daySchema,
  roadmap: roadmapHeadSchema.nullable(),
  counts: stateCountsSchema,
  late: few(taskRowSchema),
  soon: few(taskRowSchema),
  applications: few(
    z.object({ id: idSchema, form: z.string(), organizationName: z.string(), appliedOn: daySchema, person }),
  ).nullable(),
  unreachable: few(z.object({ personId: idSchema, person, organizationName: z.string(), tasks: count })),
  uncertain: few(z.object({ id: idSchema, platform: z.string(), on: daySchema, person })).nullable(),
});

const line = { id: idSchema, code: z.string(), title: z.string(), section: z.string() };

const progressSchema = z.object({
  roadmap: roadmapHeadSchema.nullable(),
  items: z.array(z.object(line)),
  organizations: z.array(z.object({ id: idSchema, name: z.string() })),
  cells: z.array(
    z.object({
      itemId: idSchema,
      organizationId: idSchema,
      state: taskStateSchema,
      done: count,
      total: count,
    }),
  ),
});

const timelineSchema = z.object({
  today: daySchema,
  roadmap: roadmapHeadSchema.nullable(),
  items: z.array(z.object({ ...line, windows: z.array(windowSchema) })),
});

const whichRoadmap = z.object({
  roadmap: idSchema.optional().meta({ description: 'Usually the one of today' }),
});
const config = { callers: 'staff', power: 'overview:read' } as const;

/** What there is to see at a glance, as far as one's organizations go. */
export function overviewRoute({ overview }: Pick<Desks, 'overview'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/overview',
      {
        config,
        schema: { tags: ['overview'], summary: 'What needs somebody now', response: { 200: overviewSchema } },
      },
      (request) => overview.overview(staffOf(request)),
    );
    app.get(
      '/overview/progress',
      {
        config,
        schema: {
          tags: ['overview'],
          summary: 'Items of a roadmap by organization: how far each is',
          querystring: whichRoadmap,
          response: { 200: progressSchema },
        },
      },
      (request) => overview.progress(staffOf(request), request.query.roadmap ?? null),
    );
    app.get(
      '/overview/timeline',
      {
        config,
        schema: {
          tags: ['overview'],
          summary: 'Items of a roadmap with their windows and today',
          querystring: whichRoadmap,
          response: { 200: timelineSchema },
        },
      },
      (request) => overview.timeline(staffOf(request), request.query.roadmap ?? null),
    );
  };
}
