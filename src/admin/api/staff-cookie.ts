import { signInMinutes } from '../../domain/sign-in/sign-in.ts';
import { sessionDays } from '../../domain/staff/staff-door.ts';

export type StaffCookie = ReturnType<typeof staffCookie>;

/** `__Host-`: this host alone, over https alone; a sandbox without https can't have it. */
export function staffCookie(publicUrl: string | null) {
  return cookieOf('staff', publicUrl, sessionDays * 24 * 3600);
}

/** Of the browser that asked to sign in: a link or code of the chat is good together with it alone. */
export function signInCookie(publicUrl: string | null) {
  return cookieOf('sign-in', publicUrl, signInMinutes * 60);
}

function cookieOf(name: string, publicUrl: string | null, maxAge: number) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: secure ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge } as const,
  };
}
