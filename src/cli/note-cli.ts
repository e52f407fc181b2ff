import { noteAudit } from '../database/repositories/audit-book.ts';
import type { Sql } from '../database/sql.ts';
import type { AuditEntry } from '../domain/audit/audit.ts';

export type Note = (entry: AuditEntry) => Promise<void>;

/** Into the audit, under the names that the panel has for the same. Nobody signs in here: whoever it was is not known. */
export function noteCli(sql: Sql, programmeId: string | null, at: Date): Note {
  const from = { via: 'cli', id: null, network: null } as const;
  return (entry) => noteAudit(sql, { personId: null, programmeId, from }, entry, at);
}
