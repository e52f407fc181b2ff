import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { faultOf } from '../../domain/delivery/fault.ts';
import type { Log } from '../../domain/log.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Outdated, versionOf } from '../../domain/staff/version.ts';
import { problemWords } from '../../texts/panel/problems.ts';
import { refusalOf } from '../refusals.ts';

/** Problem details (RFC 9457): `code` is stable, `title` and `detail` are Russian, for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    /** What is wrong with which field of what was sent. */
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** With 412: how it is now, and its version. */
    current: z.unknown().optional(),
    version: z.string().optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

export function sendProblem(
  reply: FastifyReply,
  status: number,
  code: string,
  more: Partial<Problem> = {},
  facts: Refusal['facts'] = {},
): FastifyReply {
  const problem: Problem = {
    type: `/api/problems/${code}`,
    ...problemWords(code, facts),
    status,
    code,
    ...more,
  };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

export function answerProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  if (error instanceof Outdated) {
    const { current } = error;
    return sendProblem(reply, 412, 'changed-meanwhile', { current, version: versionOf(current) });
  }
  if (hasZodFastifySchemaValidationErrors(error))
    return sendProblem(reply, 400, 'invalid', { faults: faultsIn(error) });
  const refusal = refusalOf(error);
  if (refusal !== null) {
    const facts = error instanceof Refusal ? error.facts : {};
    return sendProblem(reply, refusal.status, refusal.code, {}, facts);
  }
  log.error({ route: request.routeOptions.url, ...faultOf(error) }, 'A call of the API failed');
  return sendProblem(reply, 500, 'broken');
}

type Invalid = { instancePath: string; keyword: string; params: Record<string, unknown>; message?: string };

function faultsIn({ validation }: { validation: readonly unknown[] }): { path: string; message: string }[] {
  return (validation as readonly Invalid[]).map(({ instancePath, keyword, params, message = '' }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: inRussian({ ...params, code: keyword }) ?? message,
  }));
}

const { localeError } = z.locales.ru();

/** What zod says of a value, in the language of whoever typed it. */
function inRussian(issue: Record<string, unknown>): string | undefined {
  const said = localeError(issue as Parameters<typeof localeError>[0]);
  return typeof said === 'string' ? said : said?.message;
}
