import type { RoadmapHead } from '../overview/overview.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Period } from './deadline/read-deadline.ts';
import type { RoadmapChanges } from './plan-import.ts';
import type { RoadmapOrder, RoadmapWarning } from './roadmap.ts';
import type { TaskChangeCounts } from './roadmap-desk.ts';
import type { DraftItem, DraftPatch } from './roadmap-draft.ts';

/** What storing a draft would do now, worked out by doing it and taking it back. */
export type DraftPreview = {
  id: string;
  kind: 'import' | 'roll-over';
  /** The roadmap it was rolled over from. */
  from: RoadmapHead | null;
  title: string;
  order: RoadmapOrder | null;
  period: Period;
  items: DraftItem[];
  warnings: RoadmapWarning[];
  /** The order's roadmap is not there yet. */
  isNew: boolean;
  changes: RoadmapChanges;
  /** Short names of organizations that would be created. */
  organizations: string[];
  tasks: TaskChangeCounts;
  unknownWords: { phrase: string; items: string[] }[];
  /** Why it can't be stored as it is; `null` where it can. */
  obstacle: 'order-missing' | 'order-known' | 'nothing-changes' | null;
};

export type DraftDesk = {
  list(staff: Staff): Promise<{ id: string; kind: 'import' | 'roll-over'; createdAt: Date }[]>;
  /** Reads a file. The refusals of `readDocument` and `readRoadmap`; nothing is stored of what can't be understood. */
  begin(
    staff: Staff,
    bytes: Uint8Array,
    period: Partial<Period>,
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** The next period's; `years: null`: as long as the roadmap runs. `Refusal('roadmap-unknown' | 'years-wrong')`. */
  rollOver(
    staff: Staff,
    roadmapId: string,
    years: number | null,
    call: CallKey | null,
  ): Promise<{ id: string }>;
  /** `Refusal('draft-unknown')`, as all that follows. */
  preview(staff: Staff, draftId: string): Promise<DraftPreview>;
  /** Upon the version that was seen: throws `Outdated`. The refusals of `readDraft`. */
  edit(staff: Staff, draftId: string, patch: DraftPatch, version: string): Promise<DraftPreview>;
  /** Stores exactly what was seen, or nothing: throws `Outdated` where the roadmap, the words or the draft have changed since. */
  confirm(staff: Staff, draftId: string, version: string): Promise<{ id: string }>;
  discard(staff: Staff, draftId: string): Promise<void>;
};
