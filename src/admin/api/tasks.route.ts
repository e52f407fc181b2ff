import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Desks } from '../../domain/staff/desks.ts';
import { taskSorts, taskStates } from '../../domain/tasks/task-list.ts';
import { readPosted } from '../pages/posted.ts';
import { sendFile } from '../pages/send-file.ts';
import { callKey, staffOf } from './call.ts';
import {
  asListQuery,
  createdSchema,
  daySchema,
  idParams,
  idSchema,
  listOf,
  listQuery,
  paged,
  pageOf,
  severalOf,
} from './schemas.ts';
import { roleSchema, taskRowSchema, taskViewSchema } from './task-schemas.ts';

const tags = ['tasks'];
const reads = { callers: 'staff', power: 'tasks:read' } as const;
const writes = { callers: 'staff', power: 'tasks:write' } as const;
const controls = { callers: 'staff', power: 'tasks:control' } as const;

const tasksQuery = listQuery(taskSorts, {
  roadmap: idSchema.optional(),
  item: idSchema.optional(),
  organization: idSchema.optional(),
  state: severalOf(taskStates),
  role: roleSchema.optional(),
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
});

const remindedSchema = z.array(
  z.object({
    personId: idSchema,
    person: z.string().nullable(),
    outcome: z.enum(['told', 'unreachable', 'told-today', 'handed-back']),
  }),
);

/** Tasks of the roadmap as staff see and settle them. */
export function tasksRoute({ tasks }: Pick<Desks, 'tasks'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/tasks',
      {
        config: reads,
        schema: { tags, summary: 'Tasks', querystring: tasksQuery, response: { 200: pageOf(taskRowSchema) } },
      },
      async (request) => {
        const { roadmap, item, organization, state, role, dueFrom, dueTo, ...asked } = request.query;
        const filter = {
          roadmapId: roadmap ?? null,
          itemId: item ?? null,
          organizationId: organization ?? null,
          states: listOf(state),
          role: role ?? null,
          dueFrom: dueFrom ?? null,
          dueTo: dueTo ?? null,
        };
        return paged(asked, await tasks.list(staffOf(request), filter, asListQuery(asked)));
      },
    );
    app.get(
      '/tasks/:id',
      {
        config: reads,
        schema: {
          tags,
          summary: 'A task with its story',
          params: idParams,
          response: { 200: taskViewSchema },
        },
      },
      (request) => tasks.view(staffOf(request), request.params.id),
    );
    app.register(settling(tasks));
    app.get(
      '/tasks/:id/files/:fileId',
      {
        config: reads,
        schema: {
          tags,
          summary: 'A file that was handed in',
          params: idParams.extend({ fileId: idSchema }),
          response: { 200: z.unknown().meta({ description: 'The file' }) },
        },
      },
      async (request, reply) =>
        sendFile(reply, await tasks.file(staffOf(request), request.params.id, request.params.fileId)),
    );
  };
}

function settling(tasks: Desks['tasks']): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/tasks/:id/completions',
      {
        config: writes,
        schema: {
          tags,
          summary:
            'Mark as done; `multipart/form-data` with any number of fields `text`, `link` and up to three files',
          consumes: ['multipart/form-data', 'application/json'],
          params: idParams,
          response: { 201: createdSchema },
        },
      },
      async (request, reply) => {
        const posted = await readPosted(request);
        const files = ['file', 'file2', 'file3'].flatMap((name) => posted.file(name) ?? []);
        const results = {
          texts: posted.all('text'),
          links: posted.all('link'),
          files: files.map((file) => ({ ...file, mime: '' })),
        };
        const key = callKey(request);
        return reply.code(201).send(await tasks.complete(staffOf(request), request.params.id, results, key));
      },
    );
    app.post(
      '/tasks/:id/waiver',
      {
        config: controls,
        schema: {
          tags,
          summary: 'Take off the list, with a reason',
          params: idParams,
          body: z.object({ reason: z.string().trim().min(1).max(1000) }),
          response: { 200: taskViewSchema },
        },
      },
      (request) => tasks.waive(staffOf(request), request.params.id, request.body.reason),
    );
    app.post(
      '/tasks/:id/reopening',
      {
        config: controls,
        schema: {
          tags,
          summary: 'Back to work; whoever answers for it is told',
          params: idParams,
          response: { 200: taskViewSchema },
        },
      },
      (request) => tasks.reopen(staffOf(request), request.params.id),
    );
    app.post(
      '/tasks/:id/reminders',
      {
        config: controls,
        schema: {
          tags,
          summary: 'Remind whoever answers for it now, each not more than once a day',
          params: idParams,
          response: { 200: remindedSchema },
        },
      },
      (request) => tasks.remind(staffOf(request), request.params.id),
    );
  };
}
