import { materialsOf } from '../database/repositories/material-people.ts';
import type { ContestDesk } from '../domain/contests/contest-desk.ts';
import { needMaterialsTime } from '../domain/contests/materials.ts';
import { Refusal } from '../domain/refusal.ts';
import { lockedContest, note } from './contest-work.ts';
import { type DeskDeps, staffWork } from './desk-work.ts';
import { materialsKind } from './materials-errand.ts';

/** Orders the sending of what participants get afterwards. */
export function createContestMaterials(deps: DeskDeps): Pick<ContestDesk, 'sendMaterials'> {
  return {
    sendMaterials: (staff, id, { namesOthers }) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, reach, books, at } = work;
        needMaterialsTime(await lockedContest(work, id), at);
        const fileIds = (await materialsOf(sql, id)).map((file) => file.id);
        if (fileIds.length === 0) throw new Refusal('materials-none');
        const [running] = await sql.query<{ id: string }>(
          `select id::text from errand where kind = $1 and params @> $2::jsonb and state in ('planned', 'running')
           order by id desc limit 1`,
          [materialsKind, JSON.stringify({ contestId: id, fileIds, namesOthers })],
        );
        const scope = { programmeId: reach.programmeId, createdBy: null };
        const known = running === undefined ? null : await books.errands.find(scope, running.id);
        if (known !== null) return known;
        await note(work, id, 'contest.materials-sent', { files: fileIds.length });
        const params = { contestId: id, fileIds, namesOthers };
        const order = { kind: materialsKind, power: 'contests:write', createdBy: staff.personId } as const;
        return books.errands.order({ ...order, params, reach, at });
      }),
  };
}
