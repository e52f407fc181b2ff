import type { ListQuery, Page } from '../lists/page.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';

export type SynonymView = { id: string; words: string[]; archived: boolean };

export const synonymSorts = ['position'] as const;
export type SynonymSort = (typeof synonymSorts)[number];

/** What a request would find among what mentors say of themselves, the best first. */
export type Trial = { text: string; mentors: number; strength: number }[];

/** The table of synonyms, as staff keep it: `settings:read`, `settings:write`. */
export type SynonymDesk = {
  list(
    staff: Staff,
    filter: { archived: boolean },
    query: ListQuery<SynonymSort>,
  ): Promise<Page<SynonymView>>;
  /** `Refusal('synonym-unknown')`. */
  one(staff: Staff, id: string): Promise<SynonymView>;
  /** `Refusal('synonyms-too-few' | 'synonyms-too-many')`. */
  add(staff: Staff, words: readonly string[], call: CallKey | null): Promise<{ id: string }>;
  /** Refusals of `one` and `add`, `Outdated`. */
  change(
    staff: Staff,
    id: string,
    changed: { words?: readonly string[] | undefined; archived?: boolean | undefined },
    version: string,
  ): Promise<SynonymView>;
  /** For trying the table out: nothing is stored. */
  tryOut(staff: Staff, request: string): Promise<Trial>;
};
