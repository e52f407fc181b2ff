import type { Desks } from '../../domain/staff/desks.ts';
import { createServer } from '../admin.ts';
import { api } from './api.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The OpenAPI document without anything behind it: for the panel's types and for tests. */
export async function openApiDocument(): Promise<object> {
  const app = createServer(silent);
  const nobody = async () => null;
  // Routes only keep the desks for later; nothing is called here.
  const desks = new Proxy({}, { get: () => ({}) }) as Desks;
  const door = { bySession: nobody, byToken: nobody };
  const deps = { desks, door, publicUrl: null, now: () => new Date(0), log: silent };
  await app.register(api(deps), { prefix: '/api' });
  const answer = await app.inject('/api/openapi.json');
  await app.close();
  return answer.json() as object;
}
