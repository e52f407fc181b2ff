import type { ListQuery, Page } from '../lists/page.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';

export type CompetencyView = { id: string; name: string; archived: boolean };

/** With how many mentors offer it and how many mentees ask for it, of those who take part. */
export type CompetencyLine = CompetencyView & { offered: number; needed: number };

export const competencySorts = ['position', 'name', 'offered', 'needed'] as const;
export type CompetencySort = (typeof competencySorts)[number];

/** The list that mentors and mentees pick from, as staff keep it: `settings:read`, `settings:write`. */
export type CompetencyDesk = {
  list(
    staff: Staff,
    filter: { archived: boolean },
    query: ListQuery<CompetencySort>,
  ): Promise<Page<CompetencyLine>>;
  /** `Refusal('competency-unknown')`. */
  one(staff: Staff, id: string): Promise<CompetencyView>;
  /** A name that is there is no fault, an archived one comes back. `Refusal('competency-empty')`. */
  add(staff: Staff, name: string, call: CallKey | null): Promise<{ id: string }>;
  /**
   * Answers given before follow the new name; an archived one stays in them. `Refusal('competency-unknown' | 'competency-empty' |
   * 'competency-exists')`, `Outdated`.
   */
  change(
    staff: Staff,
    id: string,
    changed: { name?: string | undefined; archived?: boolean | undefined },
    version: string,
  ): Promise<CompetencyView>;
};
