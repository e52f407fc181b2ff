import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/refusal.ts';
import { need } from '../../domain/staff/powers.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import type { StaffDoor } from '../../domain/staff/staff-door.ts';
import { networkOf } from './network.ts';
import type { StaffCookie } from './staff-cookie.ts';

export type GuardDeps = { door: StaffDoor; cookie: StaffCookie; now(): Date };

/** What browsers add to calls of our own page and no other site can. */
const pageHeader = { name: 'x-nastavnik', value: 'panel' } as const;

/** Says who calls before anything of the request is read, and refuses whoever may not. */
export function guardStaff(app: FastifyInstance, deps: GuardDeps): void {
  app.decorateRequest('staff', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { callers, power } = request.routeOptions.config;
    if (callers !== 'staff') return;
    const staff = await callerOf(request, deps);
    if (staff === null) throw new Refusal('session-over');
    request.staff = staff;
    if (power === 'half-signed') return;
    if (!staff.trusted) throw new Refusal('second-factor-needed');
    if (power !== undefined && power !== 'self') need(staff, power);
  });
  app.addHook('preValidation', async ({ body, query, params }) => {
    if ([body, query, params].some(hasUnstorable)) throw new Refusal('unreadable-text');
  });
}

async function callerOf(request: FastifyRequest, { door, cookie, now }: GuardDeps): Promise<Staff | null> {
  const network = networkOf(request.ip);
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return door.byToken(bearer, network, now());
  const token = request.cookies[cookie.name];
  if (token === undefined || token === '') return null;
  if (request.method !== 'GET') refuseOtherSites(request);
  return door.bySession(token, network, now());
}

/** A cookie comes along with whatever any site sends; these two can't be had from another one. */
export function refuseOtherSites({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  if (headers[pageHeader.name] !== pageHeader.value || !isOurs) throw new Refusal('foreign-page');
}

const deepest = 40;

/** PostgreSQL keeps neither a zero nor half a pair of surrogates; nothing of ours lies deeper than some levels. */
function hasUnstorable(sent: unknown): boolean {
  const left: { value: unknown; depth: number }[] = [{ value: sent, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) return true;
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepest) return true;
    for (const [key, each] of Object.entries(value)) {
      if (/\0|\p{Surrogate}/u.test(key)) return true;
      left.push({ value: each, depth: depth + 1 });
    }
  }
  return false;
}
