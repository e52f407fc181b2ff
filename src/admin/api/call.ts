import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/refusal.ts';
import type { CallKey } from '../../domain/staff/once.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { versionOf } from '../../domain/staff/version.ts';

/** Whoever calls a route of staff. */
export function staffOf({ staff }: FastifyRequest): Staff {
  if (staff === null) throw new Refusal('session-over');
  return staff;
}

/** One thing with its version, for a change that is made upon it. */
export function versioned<View>(reply: FastifyReply, view: View): View {
  reply.header('etag', `"${versionOf(view)}"`);
  return view;
}

/** The same where only a part of what is shown can be changed: the version is that part's. */
export function versionedBy<View>(reply: FastifyReply, part: unknown, view: View): View {
  reply.header('etag', `"${versionOf(part)}"`);
  return view;
}

/** The version a change is made upon: `Refusal('version-needed')` without one. */
export function ifMatch({ headers }: FastifyRequest): string {
  const version = /^(?:W\/)?"([\w-]{1,64})"$/.exec(headers['if-match']?.trim() ?? '')?.[1];
  if (version === undefined) throw new Refusal('version-needed');
  return version;
}

/** Tells a repeated call from a new one; `null` where the caller does not care. */
export function callKey({ headers, method, url, body }: FastifyRequest): CallKey | null {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return null;
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw new Refusal('key-unreadable');
  const sent = JSON.stringify([method, url, body ?? null]);
  return { key, requestHash: createHash('sha256').update(sent).digest('base64url') };
}
