import type { Config } from './config.ts';
import type { Database } from './database/sql.ts';
import type { DeskDeps } from './desks/desk-work.ts';
import { createPublicDesk } from './desks/public-desk.ts';
import type { SignInNeeds } from './desks/sign-in-needs.ts';
import { machineClock } from './domain/calendar/clock.ts';
import { firstAdministrator } from './first-administrator.ts';
import { createPageRoom } from './page-room.ts';
import { openVault } from './panel-key.ts';
import { createPanelRoom } from './panel-room.ts';
import type { Stage } from './stage.ts';

type Ground = { database: Database; stage: Stage | null };

/** What is opened in a browser: people's own page, what anybody may read, and the panel. */
export async function createAdminRoom(config: Config, ground: Ground, deps: DeskDeps) {
  const { publicUrl } = config;
  return {
    page: { desk: createPageRoom(deps), publicUrl },
    open: { desk: createPublicDesk(deps), now: deps.clock.now, publicUrl },
    panel: createPanelRoom({ ...deps, ...(await signInNeeds(config, ground)), publicUrl }),
  };
}

export async function panelAddresses({ rooms, publicUrl }: Config, database: Database, admin: string) {
  if (!rooms.includes('admin')) return { admin, panel: null, firstAdministrator: null };
  const url = publicUrl ?? admin;
  const first = await firstAdministrator(database, url, machineClock);
  return { admin, panel: `${url}/panel/`, firstAdministrator: first };
}

async function signInNeeds(config: Config, { database, stage }: Ground): Promise<SignInNeeds> {
  return {
    vault: await openVault(config, database),
    doorClock: machineClock,
    // Of tokens there are none then: with one there is no stage.
    factorFree: stage !== null,
  };
}
