import { listContests } from '../database/repositories/contest-list.ts';
import type { ContestDesk } from '../domain/contests/contest-desk.ts';
import { createContestDrafts } from './contest-drafts.ts';
import { createContestFiles } from './contest-files.ts';
import { createContestJury } from './contest-jury.ts';
import { createContestMaterials } from './contest-materials.ts';
import { createContestSteps } from './contest-steps.ts';
import { shownContest } from './contest-work.ts';
import { type DeskDeps, staffLook } from './desk-work.ts';

export function createContestDesk(deps: DeskDeps): ContestDesk {
  return {
    list: (staff, query, filter) =>
      staffLook(deps, staff, 'contests:read', ({ sql, reach, at }) =>
        listContests(sql, reach, query, filter, at),
      ),
    get: (staff, id) => staffLook(deps, staff, 'contests:read', (look) => shownContest(look, id)),
    ...createContestDrafts(deps),
    ...createContestJury(deps),
    ...createContestFiles(deps),
    ...createContestMaterials(deps),
    ...createContestSteps(deps),
  };
}
