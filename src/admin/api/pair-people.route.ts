import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { participantSorts } from '../../domain/pairs/pair-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { staffOf } from './call.ts';
import { menteeRowSchema, mentorRowSchema } from './pair-schemas.ts';
import { asListQuery, idParams, idSchema, listQuery, paged, pageOf } from './schemas.ts';

const tags = ['pairs'];
const reads = { callers: 'staff', power: 'pairs:read' } as const;
const yesOrNo = z.enum(['true', 'false']).optional();
const said = (value: 'true' | 'false' | undefined) => (value === undefined ? null : value === 'true');

const menteesQuery = listQuery(participantSorts, { organization: idSchema.optional(), paired: yesOrNo });
const mentorsQuery = listQuery(participantSorts, { organization: idSchema.optional(), free: yesOrNo });

/** Mentors and mentees as they stand to pairs. */
export function pairPeopleRoutes({ pairs }: Pick<Desks, 'pairs'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/mentees',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Mentees; `paired=false` for those without a mentor',
          querystring: menteesQuery,
          response: { 200: pageOf(menteeRowSchema) },
        },
      },
      async (request) => {
        const { organization, paired, ...asked } = request.query;
        const filter = { organizationId: organization ?? null, paired: said(paired) };
        return paged(asked, await pairs.mentees(staffOf(request), filter, asListQuery(asked)));
      },
    );
    app.get(
      '/mentees/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'One mentee, by the number of the person',
          params: idParams,
          response: { 200: menteeRowSchema },
        },
      },
      (request) => pairs.mentee(staffOf(request), request.params.id),
    );
    app.get(
      '/mentors',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Mentors with what they take on and have; `free=true` for those with a place left',
          querystring: mentorsQuery,
          response: { 200: pageOf(mentorRowSchema) },
        },
      },
      async (request) => {
        const { organization, free, ...asked } = request.query;
        const filter = { organizationId: organization ?? null, free: said(free) };
        return paged(asked, await pairs.mentors(staffOf(request), filter, asListQuery(asked)));
      },
    );
  };
}
