import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import {
  competencyOf,
  listCompetencies,
  lockCompetency,
  saveCompetency,
} from '../database/repositories/competency-list.ts';
import { difference } from '../domain/audit/audit.ts';
import type { CompetencyDesk, CompetencyView } from '../domain/competencies/competency-desk.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';

export function createCompetencyDesk(deps: DeskDeps): CompetencyDesk {
  return {
    list: (staff, filter, query) =>
      staffLook(deps, staff, 'settings:read', async ({ sql, reach }) => {
        // A programme whose list nobody has opened yet begins with the usual one.
        await createCompetencyBook(sql).list(reach.programmeId);
        return listCompetencies(sql, reach.programmeId, filter, query);
      }),
    one: (staff, id) =>
      staffLook(deps, staff, 'settings:read', ({ sql, reach }) => competencyOf(sql, reach.programmeId, id)),
    add: (staff, name, call) =>
      staffWork(deps, staff, 'settings:write', (work) =>
        work.once(call, async () => {
          const { value: id, label } = await work.books.competencies.add(work.reach.programmeId, name);
          await work.note({ action: 'competency.added', subject: subject(id), after: { label } });
          return { id: String(id) };
        }),
      ),
    change: (staff, id, changed, version) =>
      staffWork(deps, staff, 'settings:write', async ({ sql, reach, at, note }) => {
        const before = await lockCompetency(sql, reach.programmeId, id);
        checkVersion(before, version);
        const after = await saveCompetency(
          sql,
          reach.programmeId,
          {
            id: before.id,
            name: changed.name ?? before.name,
            archived: changed.archived ?? before.archived,
          },
          at,
        );
        await note({
          action: 'competency.changed',
          subject: subject(before.id),
          ...difference(noted(before), noted(after)),
        });
        return after;
      }),
  };
}

const subject = (id: string) => ({ kind: 'competency', id: String(id) });

/** A name in the audit is a person's, and masked; a competency's is not. */
const noted = ({ name, archived }: CompetencyView) => ({ label: name, archived });
