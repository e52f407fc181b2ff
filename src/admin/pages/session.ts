import { createHmac, timingSafeEqual } from 'node:crypto';
import { visitMinutes } from '../../domain/pages/page-link.ts';

export type SessionCookie = ReturnType<typeof sessionCookie>;

/** `__Host-`: this host alone, over https alone; a sandbox without https can't have it. */
export function sessionCookie(publicUrl: string | null) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-visit' : 'visit',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: visitMinutes * 60 } as const,
  };
}

/** Follows from the visit's secret, so nothing has to be kept; whoever knows it can't tell the secret. */
export function csrfToken(session: string): string {
  return createHmac('sha256', session).update('nastavnik page form').digest('base64url');
}

export function isCsrfToken(session: string, given: unknown): boolean {
  const wanted = Buffer.from(csrfToken(session));
  const got = Buffer.from(typeof given === 'string' ? given : '');
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}
