import type { SwaggerTransform } from '@fastify/swagger';
import { problemSchema } from './problem.ts';

export const openApiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Nastavnik',
    version: '1',
    description:
      'Everything the panel does. Errors are problem details (RFC 9457) with stable codes. Lists take `page`, `size`, `sort` ' +
      'and `q`. What is changed wants `If-Match` with the `ETag` it was read with; what is created takes an `Idempotency-Key`. ' +
      'Something of another organization is answered as something that does not exist.',
  },
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-staff' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
} as const;

const problem = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** Says of each route who may call it, and that whatever goes wrong is a problem. */
export function withProblems(transform: SwaggerTransform): SwaggerTransform {
  return (document) => {
    const { schema, route } = document;
    if (schema === undefined || schema.hide === true) return transform(document);
    const { callers, power } = route.config ?? {};
    const response = { ...(schema.response as object | undefined), default: problem };
    const told = {
      ...schema,
      response,
      ...(callers === 'staff' && { security: [{ session: [] }, { token: [] }] }),
      'x-callers': callers,
      ...(power !== undefined && { 'x-power': power }),
    };
    return transform({ ...document, schema: told });
  };
}
