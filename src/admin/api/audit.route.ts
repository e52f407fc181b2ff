import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditFilters } from '../../domain/audit/audit-desk.ts';
import type { Desks } from '../../domain/staff/desks.ts';
import { sendFile } from '../pages/send-file.ts';
import { staffOf } from './call.ts';
import { asListQuery, daySchema, idSchema, instantSchema, listQuery, paged, pageOf } from './schemas.ts';

const config = { callers: 'staff', power: 'audit:read' } as const;
const tags = ['audit'];
const filters = {
  personId: idSchema.optional(),
  action: z.string().max(60).optional().meta({ description: '`staff` or `staff.appointed`' }),
  subjectKind: z.string().max(60).optional(),
  subjectId: z.string().max(60).optional(),
  organizationId: idSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
};
const facts = z.record(z.string(), z.unknown()).nullable();
const auditSchema = z.object({
  id: idSchema,
  at: instantSchema,
  personId: idSchema.nullable(),
  personName: z.string(),
  programmeId: idSchema.nullable(),
  via: z.enum(['panel', 'token', 'chat', 'cli']),
  network: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  organizationId: idSchema.nullable(),
  organizationName: z.string().nullable(),
  before: facts,
  after: facts,
});

/** Who changed what, for reading alone. */
export function auditRoutes({ audit }: Pick<Desks, 'audit'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/audit',
      {
        config,
        schema: {
          tags,
          summary: 'Changes, the newest first with `sort=-at`',
          querystring: listQuery(['at'], filters),
          response: { 200: pageOf(auditSchema) },
        },
      },
      async (request) => {
        const { query } = request;
        const asked = { ...asListQuery<'at'>(query), ...filtersOf(query) };
        return paged(query, await audit.list(staffOf(request), asked));
      },
    );
    app.get(
      '/audit/export',
      {
        config: { ...config, rateLimit: { max: 10, timeWindow: '1 minute' } },
        schema: {
          tags,
          summary: 'The same as CSV or XLSX; that it was exported is noted, too',
          querystring: z.object({ ...filters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
        },
      },
      async (request, reply) => {
        const { format, ...query } = request.query;
        return sendFile(reply, await audit.export(staffOf(request), filtersOf(query), format));
      },
    );
  };
}

type Asked = { [Filter in keyof AuditFilters]?: string | undefined };

function filtersOf(asked: Asked): AuditFilters {
  return {
    personId: asked.personId ?? null,
    action: asked.action ?? null,
    subjectKind: asked.subjectKind ?? null,
    subjectId: asked.subjectId ?? null,
    organizationId: asked.organizationId ?? null,
    from: asked.from ?? null,
    to: asked.to ?? null,
  };
}
