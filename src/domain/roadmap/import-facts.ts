import type { RoadmapChanges } from './plan-import.ts';
import type { ReadRoadmap } from './roadmap.ts';
import type { TaskChangeCounts } from './roadmap-desk.ts';

/** What an import did, in numbers and days: for the audit. */
export function importFacts(
  { changes, tasks, isNew }: { changes: RoadmapChanges; tasks: TaskChangeCounts; isNew: boolean },
  { order, period }: ReadRoadmap,
): Record<string, unknown> {
  const { inserted, updated, withdrawn, revived } = tasks;
  return {
    isNew,
    added: changes.added.length,
    updated: changes.updated.length,
    removed: changes.removed.length,
    tasks: { inserted, updated, withdrawn, revived },
    order: order === null ? null : `${order.number} ${order.on}`,
    from: period.from,
    to: period.to,
  };
}
