import type { Desks } from '../domain/staff/desks.ts';
import type { DeskDeps } from './desk-work.ts';
import { createErrandDesk } from './errand-desk.ts';
import { createMailingDesk } from './mailing-desk.ts';
import { createOverviewDesk } from './overview-desk.ts';
import { createPeopleDesk } from './people-desk.ts';
import { createSelfDesk } from './self-desk.ts';
import { createTaskDesk } from './task-desk.ts';

/** Everything that staff may do, over this database. */
export function createDesks(deps: DeskDeps): Desks {
  return {
    mailings: createMailingDesk(deps),
    self: createSelfDesk(deps),
    people: createPeopleDesk(deps),
    overview: createOverviewDesk(deps),
    tasks: createTaskDesk(deps),
    errands: createErrandDesk(deps),
  };
}
