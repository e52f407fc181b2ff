import { writeCsv } from '../documents/write-csv.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import { type AuditDesk, auditExportRows } from '../domain/audit/audit-desk.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import { auditSheet } from '../texts/panel/audit.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';
import { listAudit } from './list-audit.ts';

export function createAuditDesk(deps: DeskDeps): AuditDesk {
  return {
    list: (staff, query) => staffLook(deps, staff, 'audit:read', (look) => listAudit(look, query)),
    export: (staff, filters, format) =>
      staffWork(deps, staff, 'audit:read', async (work) => {
        const whole = {
          ...filters,
          page: 1,
          size: auditExportRows,
          sort: 'at',
          descending: true,
          q: null,
        } as const;
        const { items } = await listAudit(work, whole);
        const sheet = auditSheet(items, await zoneOf(work));
        // Who took all of it along is part of it.
        const subject = { kind: 'audit', id: work.reach.programmeId };
        await work.note({ action: 'audit.exported', subject, after: { rows: items.length, format } });
        const bytes = format === 'csv' ? writeCsv(sheet) : await writeXlsx([sheet], work.at);
        return fileOf(`audit-${work.today}.${format}`, format, bytes);
      }),
  };
}

async function zoneOf({ sql, reach }: Work): Promise<string> {
  const [row] = await sql.query<{ zone: string }>('select time_zone as zone from programme where id = $1', [
    reach.programmeId,
  ]);
  return row?.zone ?? 'UTC';
}

function fileOf(name: string, format: 'csv' | 'xlsx', bytes: Uint8Array): FileContent {
  return { name, mime: format === 'csv' ? 'text/csv; charset=utf-8' : xlsxMime, bytes };
}
