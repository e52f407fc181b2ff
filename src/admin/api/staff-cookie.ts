import { sessionDays } from '../../domain/staff/staff-door.ts';

export type StaffCookie = ReturnType<typeof staffCookie>;

/** `__Host-`: this host alone, over https alone; a sandbox without https can't have it. */
export function staffCookie(publicUrl: string | null) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-staff' : 'staff',
    options: {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      maxAge: sessionDays * 24 * 3600,
    } as const,
  };
}
