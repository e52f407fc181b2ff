import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/refusal.ts';
import type { Looker } from './frame.ts';
import type { Posted } from './posted.ts';

/** Whoever looks at a route of visitors. */
export function lookerOf({ looker }: FastifyRequest): Looker {
  if (looker === null) throw new Refusal('visit-over');
  return looker;
}

/** What a form of ours sent. */
export function postedOf({ posted }: FastifyRequest): Posted {
  if (posted === null) throw new Refusal('form-expired');
  return posted;
}
