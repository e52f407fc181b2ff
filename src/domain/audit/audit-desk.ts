import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { Staff } from '../staff/staff.ts';
import type { AuditRow } from './audit.ts';

export type AuditFilters = {
  personId: string | null;
  /** `staff`: whatever begins with it; `staff.appointed`: just this. */
  action: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  organizationId: string | null;
  /** Days in the zone of the programme, both included. */
  from: string | null;
  to: string | null;
};

export type AuditQuery = ListQuery<'at'> & AuditFilters;

/** With the names of today: what is kept names nobody. Empty for whoever was erased, and for the command line. */
export type AuditLine = AuditRow & { personName: string; organizationName: string | null };

/** Who changed what. Nobody can change it, not even the program itself. */
export type AuditDesk = {
  list(staff: Staff, query: AuditQuery): Promise<Page<AuditLine>>;
  /** The newest 20,000 of what the filters find. */
  export(staff: Staff, filters: AuditFilters, format: 'csv' | 'xlsx'): Promise<FileContent>;
};

export const auditExportRows = 20_000;
