import type { Base } from '../bases/city-base.ts';
import type { ConsentKind } from '../consents/consent.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { Staff } from '../staff/staff.ts';

/** Papers of the programme as DOCX, made when they are asked for. */
export type PaperDesk = {
  /** `organizationId: null`: of everybody within reach. `Refusal('organization-unknown')`. */
  base(staff: Staff, which: { base: Base; organizationId: string | null }): Promise<FileContent>;
  /** `Refusal('pair-unknown')`. */
  programme(staff: Staff, pairId: string): Promise<FileContent>;
  /** To be signed with a pen. `Refusal('person-unknown' | 'operator-unknown')`. */
  consent(staff: Staff, which: { personId: string; kind: ConsentKind }): Promise<FileContent>;
};
