import { createNameExceptionBook } from '../database/repositories/name-exception-book.ts';
import type { NameDesk } from '../domain/documents/name-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';

export function createNameDesk(deps: DeskDeps): NameDesk {
  return {
    list: (staff) =>
      staffLook(deps, staff, 'settings:read', ({ sql, reach }) =>
        createNameExceptionBook(sql).list(reach.programmeId),
      ),
    forget: (staff, id) =>
      staffWork(deps, staff, 'settings:write', async (work) => {
        const isGone = await work.books.nameExceptions.forget(work.reach.programmeId, id);
        if (!isGone) throw new Refusal('exception-unknown');
        await work.note({ action: 'name-exception.forgotten', subject: { kind: 'name-exception', id } });
      }),
  };
}
