import { createBaseDesk, previewBase } from '../base-desk.ts';
import { createErrandBook } from '../database/repositories/errand-book.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import { readSheets } from '../documents/read-sheet.ts';
import type { BaseImport } from '../domain/bases/base-desk.ts';
import type { BasePreview, BasesDesk } from '../domain/bases/bases-desk.ts';
import type { Base } from '../domain/bases/city-base.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { need } from '../domain/staff/powers.ts';
import { baseFileName, cellFaultParts, templateFileName } from '../texts/bases.ts';
import { baseImportKind } from './base-errand.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';

export function createBasesDesk(deps: DeskDeps): BasesDesk {
  const desk = createBaseDesk(deps);
  return {
    template: (staff, base) =>
      staffLook(deps, staff, 'people:export', async ({ today }) => ({
        name: templateFileName(base, today),
        mime: xlsxMime,
        bytes: await desk.template(base, { staffId: staff.personId }),
      })),
    export: (staff, base) =>
      staffWork(deps, staff, 'people:export', async ({ today, note }) => {
        // Phones stand in it.
        need(staff, 'people:contacts');
        await note({ action: 'base.exported', subject: { kind: 'base', id: base } });
        const bytes = await desk.export(base, { staffId: staff.personId });
        return { name: baseFileName(base, today), mime: xlsxMime, bytes };
      }),
    preview: (staff, base, bytes) =>
      staffLook(deps, staff, 'people:write', async ({ sql, at }) => {
        const sheets = await readSheets(bytes);
        return inWords(
          base,
          await previewBase({ sql, base, actor: { staffId: staff.personId }, at }, sheets),
        );
      }),
    import: (staff, base, bytes, { onlyGood }) =>
      staffWork(deps, staff, 'people:write', async ({ sql, reach, at, note }) => {
        const sheets = await readSheets(bytes);
        const { faults } = await previewBase({ sql, base, actor: { staffId: staff.personId }, at }, sheets);
        if (faults.length > 0 && !onlyGood) throw new Refusal('base-has-faults', { count: faults.length });
        const file = { name: `${base}.xlsx`, mime: xlsxMime, bytes, sha256: '' };
        const fileId = await createUploadBook(sql).keep(null, file);
        const order = {
          kind: baseImportKind,
          power: 'people:write',
          reach,
          createdBy: staff.personId,
          at,
        } as const;
        const errand = await createErrandBook(sql).order({ ...order, params: { base, fileId, onlyGood } });
        await note({
          action: 'base.import-ordered',
          subject: { kind: 'errand', id: errand.id },
          after: { base },
        });
        return errand;
      }),
  };
}

function inWords(
  base: Base,
  { ready, duplicates, faults }: Pick<BaseImport, 'duplicates' | 'faults'> & { ready: number },
): BasePreview {
  return { ready, duplicates, faults: faults.map((fault) => cellFaultParts(base, fault)) };
}
