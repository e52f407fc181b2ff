import type { Dossier } from '../../domain/privacy/privacy-book.ts';
import type { Sql } from '../sql.ts';
import { columnsOf, personTraces, type Trace, traceName } from './person-traces.ts';

/** Everything that names the person, table by table; tables without a row of theirs are left out. */
export async function dossierOf(sql: Sql, personId: string): Promise<Dossier> {
  const dossier: Record<string, readonly Record<string, unknown>[]> = {};
  for (const trace of personTraces) {
    const rows = await sql.query<Record<string, unknown>>(selectOf(trace), [personId]);
    if (rows.length > 0) dossier[traceName(trace)] = rows;
  }
  return dossier;
}

function selectOf(trace: Trace): string {
  const shown = columnsOf(trace, 'id', 'export').map((column) => {
    const instead = trace.shown?.[column];
    return instead === undefined ? `t."${column}"` : `${instead} as "${column}"`;
  });
  return `select ${shown.join(', ')} from "${trace.table}" t where ${trace.rows} order by 1`;
}
