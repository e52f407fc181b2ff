import { noteAudit } from '../database/repositories/audit-book.ts';
import { createErrandBook } from '../database/repositories/errand-book.ts';
import type { Sql } from '../database/sql.ts';
import { type Errand, maySee } from '../domain/errands/errand.ts';
import type { ErrandDesk } from '../domain/errands/errand-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Staff } from '../domain/staff/staff.ts';
import type { DeskDeps } from './desk-work.ts';

export function createErrandDesk({
  database,
  clock,
  files,
}: Pick<DeskDeps, 'database' | 'clock' | 'files'>): ErrandDesk {
  return {
    list: ({ programmeId, personId }, { page, size }) =>
      createErrandBook(database).list(
        { programmeId, createdBy: personId },
        { from: (page - 1) * size, size },
      ),
    get: (staff, id) => find(database, staff, id),
    cancel: (staff, id) =>
      database.transaction(async (sql) => {
        const { state: before } = await find(sql, staff, id);
        const at = clock.now();
        const errand = await createErrandBook(sql).cancel(id, at);
        if (errand === null) throw new Refusal('state-passed');
        const after = { state: errand.state, stopping: errand.isStopping };
        const entry = {
          action: 'errand.cancelled',
          subject: { kind: 'errand', id },
          before: { state: before },
          after,
        };
        await noteAudit(sql, staff, entry, at);
        return errand;
      }),
    async file(staff, id) {
      const { fileId } = await find(database, staff, id);
      const file = fileId === null ? null : await files.read(fileId);
      if (file === null) throw new Refusal('errand-unknown');
      return file;
    },
  };
}

async function find(sql: Sql, staff: Staff, id: string): Promise<Errand> {
  const { programmeId } = staff;
  const errand = await createErrandBook(sql).find({ programmeId, createdBy: null }, id);
  if (errand === null || !maySee(staff, errand)) throw new Refusal('errand-unknown');
  return errand;
}
