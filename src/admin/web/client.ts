import createClient from 'openapi-fetch';
import type { components, paths } from './api-types.ts';

/** Calls of our own API; types come from its OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: '/',
  credentials: 'same-origin',
  headers: { 'x-nastavnik': 'panel' },
});

export type ProblemDetails = components['schemas']['Problem'];

/** What the API refused, in words for people. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

type Answer<Data> = { data?: Data | undefined; error?: unknown; response: Response };

/** The data of a call and its version (`ETag`); throws a `ProblemError`. */
export async function answered<Data>(call: Promise<Answer<Data>>): Promise<{ data: Data; version: string }> {
  const { data, error, response } = await call.catch(() => {
    throw new ProblemError({ ...offline });
  });
  if (error !== undefined || !response.ok) {
    const known = typeof error === 'object' && error !== null && 'code' in error;
    throw new ProblemError(known ? (error as ProblemDetails) : { ...offline, status: response.status });
  }
  return { data: data as Data, version: response.headers.get('etag') ?? '' };
}

/** Only the data. */
export async function ask<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  return (await answered(call)).data;
}

const offline: ProblemDetails = {
  type: '/api/problems/offline',
  title: 'Сервер не отвечает',
  detail: 'Проверьте связь и повторите: введённое не пропало.',
  status: 0,
  code: 'offline',
};

/** A new one for each thing that is created; the same one when it is tried again. */
export function newKey(): string {
  return crypto.randomUUID();
}
