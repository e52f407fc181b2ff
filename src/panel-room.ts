import type { ApiDeps } from './admin/api/api.ts';
import { createApiTokenBook } from './database/repositories/api-token-book.ts';
import { createSessionBook } from './database/repositories/staff-session-book.ts';
import type { DeskDeps } from './desks/desk-work.ts';
import { createDesks } from './desks/desks.ts';
import type { SignInNeeds } from './desks/sign-in-needs.ts';

/** The panel over this database. */
export function createPanelRoom(
  deps: DeskDeps & SignInNeeds & { publicUrl: string | null },
): Omit<ApiDeps, 'log'> {
  const { database, doorClock, publicUrl } = deps;
  return {
    desks: createDesks(deps),
    door: {
      bySession: createSessionBook(database).bySession,
      byToken: createApiTokenBook(database).byToken,
    },
    publicUrl,
    now: doorClock.now,
  };
}
