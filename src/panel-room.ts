import type { ApiDeps } from './admin/api/api.ts';
import { createSessionBook } from './database/repositories/staff-session-book.ts';
import type { DeskDeps } from './desks/desk-work.ts';
import { createDesks } from './desks/desks.ts';

/** The panel over this database. */
export function createPanelRoom(deps: DeskDeps & { publicUrl: string | null }): Omit<ApiDeps, 'log'> {
  const { database, clock, publicUrl } = deps;
  return {
    desks: createDesks(deps),
    door: { ...createSessionBook(database), byToken: async () => null },
    publicUrl,
    now: clock.now,
  };
}
