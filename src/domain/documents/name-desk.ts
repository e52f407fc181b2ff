import type { CaseException } from '../names/name-cases.ts';
import type { Staff } from '../staff/staff.ts';

/** How the programme declines names, whatever the rules say: what clerks had remembered. */
export type NameDesk = {
  list(staff: Staff): Promise<(CaseException & { id: string })[]>;
  /** `Refusal('exception-unknown')`. Orders that are printed already keep what they say. */
  forget(staff: Staff, id: string): Promise<void>;
};
