import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pairStates } from '../../domain/pairs/pair.ts';
import { type PairDesk, type PairFilter, pairSorts } from '../../domain/pairs/pair-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { versionOf } from '../../domain/staff/version.ts';
import { callKey, ifMatch, staffOf, versioned } from './call.ts';
import {
  boardSchema,
  formSchema,
  meetingDraftSchema,
  meetingSchema,
  pairRowSchema,
  pairViewSchema,
  programmeSchema,
  proposalSchema,
  termsSchema,
} from './pair-schemas.ts';
import { pairStepRoutes } from './pair-steps.route.ts';
import {
  asListQuery,
  createdSchema,
  idParams,
  idSchema,
  listOf,
  listQuery,
  paged,
  pageOf,
  severalOf,
} from './schemas.ts';

const tags = ['pairs'];
const reads = { callers: 'staff', power: 'pairs:read' } as const;
const writes = { callers: 'staff', power: 'pairs:write' } as const;

const filters = {
  state: severalOf(pairStates),
  organization: idSchema.optional(),
  mentor: idSchema.optional(),
  mentee: idSchema.optional(),
  form: formSchema.optional(),
};
const pairsQuery = listQuery(pairSorts, filters);
const boardQuery = z.object({ ...filters, q: z.string().trim().max(200).optional() });

function filterOf(asked: z.infer<z.ZodObject<typeof filters>>): PairFilter {
  return {
    states: listOf(asked.state),
    organizationId: asked.organization ?? null,
    mentorId: asked.mentor ?? null,
    menteeId: asked.mentee ?? null,
    form: asked.form ?? null,
  };
}

/** Pairs and groups: the board, the card, and what staff do with a pair. */
export function pairRoutes({ pairs }: Pick<Desks, 'pairs'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.register(listRoutes(pairs));
    app.register(cardRoutes(pairs));
    app.register(pairStepRoutes(pairs));
    app.register(recordRoutes(pairs));
  };
}

function listRoutes(pairs: PairDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/pairs',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Pairs; `q` is the beginning of a surname',
          querystring: pairsQuery,
          response: { 200: pageOf(pairRowSchema) },
        },
      },
      async (request) =>
        paged(
          request.query,
          await pairs.list(staffOf(request), filterOf(request.query), asListQuery(request.query)),
        ),
    );
    app.get(
      '/pairs/board',
      {
        config: reads,
        schema: {
          tags,
          summary: 'The newest pairs of each state and how many there are',
          querystring: boardQuery,
          response: { 200: boardSchema },
        },
      },
      async (request) => {
        const { q = '' } = request.query;
        return { columns: await pairs.board(staffOf(request), filterOf(request.query), q === '' ? null : q) };
      },
    );
    app.post(
      '/pairs',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Propose a pair; both sides are asked in the bot',
          body: proposalSchema,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await pairs.propose(staffOf(request), request.body, callKey(request))),
    );
  };
}

function cardRoutes(pairs: PairDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/pairs/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'A pair with its story; the version is that of `terms`',
          params: idParams,
          response: { 200: pairViewSchema },
        },
      },
      async (request, reply) => {
        const view = await pairs.view(staffOf(request), request.params.id);
        reply.header('etag', `"${versionOf(view.terms)}"`);
        return view;
      },
    );
    app.patch(
      '/pairs/:id',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Change the term and the goal',
          params: idParams,
          body: termsSchema,
          response: { 200: termsSchema },
        },
      },
      async (request, reply) =>
        versioned(
          reply,
          await pairs.edit(staffOf(request), request.params.id, request.body, ifMatch(request)),
        ),
    );
  };
}

/** Meetings and the personal programme. */
function recordRoutes(pairs: PairDesk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/pairs/:id/meetings',
      {
        config: reads,
        schema: {
          tags,
          summary: 'Meetings, the newest first',
          params: idParams,
          response: { 200: z.array(meetingSchema) },
        },
      },
      (request) => pairs.meetings(staffOf(request), request.params.id),
    );
    app.post(
      '/pairs/:id/meetings',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Note a meeting of an active pair',
          params: idParams,
          body: meetingDraftSchema,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        return reply
          .code(201)
          .send(await pairs.addMeeting(staffOf(request), params.id, body, callKey(request)));
      },
    );
    app.get(
      '/pairs/:id/programme',
      {
        config: reads,
        schema: {
          tags,
          summary: 'The personal programme of a pair',
          params: idParams,
          response: { 200: programmeSchema },
        },
      },
      async (request, reply) => versioned(reply, await pairs.programme(staffOf(request), request.params.id)),
    );
    app.put(
      '/pairs/:id/programme',
      {
        config: writes,
        schema: {
          tags,
          summary: 'Write the personal programme; blank lines are left out',
          params: idParams,
          body: programmeSchema,
          response: { 200: programmeSchema },
        },
      },
      async (request, reply) =>
        versioned(
          reply,
          await pairs.saveProgramme(staffOf(request), request.params.id, request.body, ifMatch(request)),
        ),
    );
  };
}
